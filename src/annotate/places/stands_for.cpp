// SPDX-License-Identifier: Apache-2.0
// Names that stand for something else than the place: capitals and seats for governments. And who holds a place.
#include <array>

#include "annotate/places/mention.h"

namespace onrecord::places {
namespace {

struct Seat {
  std::string_view key, iso2;
};
constexpr Seat kSeats[] = {{"white house", "US"},    {"pentagon", "US"},  {"kremlin", "RU"},
                           {"downing street", "GB"}, {"whitehall", "GB"}, {"elysee", "FR"}};

// What governments do and towns do not.
constexpr std::string_view kActs[] = {
    "said",      "says",      "denied",       "denies",       "insisted",   "insists",   "wants",     "wanted",
    "warned",    "warns",     "accused",      "accuses",      "announced",  "rejected",  "rejects",   "condemned",
    "vowed",     "vows",      "demanded",     "demands",      "agreed",     "refused",   "refuses",   "hopes",
    "fears",     "views",     "sees",         "asked",        "asks",       "sought",    "seeks",     "claims",
    "claimed",   "maintains", "argues",       "argued",       "retaliated", "responded", "expects",   "believes",
    "lodged",    "pledged",   "pledges",      "promised",     "promises",   "imposed",   "imposes",   "recalled",
    "summoned",  "expelled",  "urged",        "urges",        "welcomed",   "welcomes",  "dismissed", "dismisses",
    "backed",    "backs",     "threatened",   "threatens",    "opposed",    "opposes",   "considers", "considered",
    "confirmed", "confirms",  "acknowledged", "acknowledges", "protested",  "blamed",    "blames",    "suspended",
    "severed",   "declared",  "declares",     "signalled",    "signaled",   "approved",  "approves",  "deployed",
    "ruled",     "regards",   "deems",        "vetoed"};

// The same behind "will", "would", "could" and the like.
constexpr std::string_view kActsOfWill[] = {
    "deliver", "send",     "give",      "provide",   "supply",    "continue", "impose", "back",
    "support", "respond",  "retaliate", "consider",  "seek",      "ask",      "join",   "sign",
    "recall",  "expel",    "allow",     "accept",    "agree",     "pay",      "help",   "work",
    "decide",  "announce", "veto",      "insist",    "oppose",    "reject",   "demand", "pledge",
    "lift",    "withdraw", "recognise", "recognize", "negotiate", "push",     "press",  "not"};
constexpr std::string_view kWill[] = {"will", "would", "could", "may", "might", "must", "should", "can", "cannot"};

constexpr std::string_view kHolds[] = {"occupied",     "annexed", "held", "controlled",
                                       "administered", "seized",  "ruled"};

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  for (const std::string_view one : words) {
    if (one == word) return true;
  }
  return false;
}

// Words between a place and "occupied by": "Crimea, which has been illegally |annexed by|"; not "the size of Norland,
// and has been run by".
bool leads_to_holder(std::string_view word) {
  static constexpr std::string_view kLinks[] = {
      ",",         "(",        "which",     "that",  "is",        "was",     "are",   "were",
      "has",       "have",     "had",       "been",  "being",     "now",     "still", "long",
      "as",        "it",       "then",      "once",  "currently", "largely", "city",  "region",
      "peninsula", "province", "territory", "since", "partly",    "a",       "an",    "the"};
  return is_one_of(kLinks, word) || word.ends_with("ly");
}

// The country of a name or demonym; "" where it has none.
std::string_view country_named(const Words& w, std::string_view surface) {
  std::string key;
  if (!w.gazetteer.append_key(surface, key)) return "";
  for (const Posting reading : w.gazetteer.find(key)) {
    if (w.gazetteer.kind(reading.row()) == PlaceKind::Country) return w.gazetteer.country(reading.row());
  }
  return "";
}

}  // namespace

std::string_view metonym_of(const Words& w, const Mention& m, Index capital) {
  for (const Seat& seat : kSeats) {
    if (m.key == seat.key) return w.gazetteer.country(w.gazetteer.country_of_iso2(seat.iso2));
  }
  if (capital == kNone || w.gazetteer.feature(capital) != "PPLC" || m.container != kNone) return "";
  const auto& e = m.evidence;
  if (e[kAfterIn] || e[kAfterNear] || e[kAfterFrom] || e[kAfterTo] || e[kAfterAt] || e[kAfterOf] || e[kDateline])
    return "";
  const Index end = w.sentences[m.sentence].tokens.end;
  Index next = m.tokens.end;
  const bool willing = next < end && is_one_of(kWill, w.lower(next));
  if (next + 1 < end && (willing || w.lower(next) == "had" || w.lower(next) == "has")) ++next;
  while (next + 1 < end && (w.lower(next) == "also" || w.lower(next) == "now" || w.lower(next) == "later")) ++next;
  const bool acts =
      next < end && (is_one_of(kActs, w.lower(next)) || (willing && is_one_of(kActsOfWill, w.lower(next))));
  return acts ? w.gazetteer.country(capital) : "";
}

std::string_view controller_of(const Words& w, const Mention& m) {
  const Range sentence = w.sentences[m.sentence].tokens;
  // "Russian-occupied Crimea", in one token or three.
  if (m.tokens.begin > sentence.begin) {
    const std::string_view before = w.lower(m.tokens.begin - 1);
    const std::size_t hyphen = before.find('-');
    if (hyphen != std::string_view::npos && is_one_of(kHolds, before.substr(hyphen + 1)))
      return country_named(w, w.form(m.tokens.begin - 1).substr(0, hyphen));
    const bool apart = m.tokens.begin >= sentence.begin + 3 && w.form(m.tokens.begin - 2) == "-";
    if (apart && is_one_of(kHolds, before)) return country_named(w, w.form(m.tokens.begin - 3));
  }
  // "Crimea, annexed by Russia", "Crimea, which is occupied by Russia".
  constexpr Index kMostWords = 8;
  const Index limit = std::min(sentence.end, m.tokens.end + kMostWords);
  for (Index t = m.tokens.end; t + 2 < limit; ++t) {
    if (is_one_of(kHolds, w.lower(t)) && w.lower(t + 1) == "by") return country_named(w, w.form(t + 2));
    if (!leads_to_holder(w.lower(t))) break;
  }
  return "";
}

}  // namespace onrecord::places
