// SPDX-License-Identifier: Apache-2.0
// What the words right beside a name say of what it is: "Kharkiv region", "Georgia's foreign minister".
#include <algorithm>

#include "annotate/places/mention.h"
#include "annotate/places/words.h"

namespace onrecord::places {
namespace {

constexpr std::string_view kRegionWords[] = {"region",     "oblast",     "province", "state",       "governorate",
                                             "prefecture", "department", "canton",   "voivodeship", "emirate"};
constexpr std::string_view kAges[] = {"acting",  "former",   "new",  "deputy", "then",
                                      "interim", "outgoing", "late", "first"};
constexpr std::string_view kMinistries[] = {"foreign", "prime", "defence", "defense", "interior", "finance"};
constexpr std::string_view kOfNations[] = {"president", "army",     "military", "parliament", "ambassador", "embassy",
                                           "troops",    "currency", "airspace", "navy",       "central"};

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool has_division(const Gazetteer& g, const Mention& m) {
  return std::any_of(m.readings.begin(), m.readings.end(),
                     [&](Posting p) { return g.kind(p.row()) == PlaceKind::Division; });
}

bool has_town(const Gazetteer& g, const Mention& m) {
  constexpr std::uint32_t kOfNote = 50000;  // people
  return std::any_of(m.readings.begin(), m.readings.end(), [&](Posting p) {
    return g.kind(p.row()) == PlaceKind::City && g[p.row()].population >= kOfNote;
  });
}

bool names_region(const Words& w, const Mention& m) {
  const Range sentence = w.sentences[m.sentence].tokens;
  const Index after = m.tokens.end, before = m.tokens.begin;
  if (after < sentence.end && is_one_of(kRegionWords, w.lower(after))) return true;
  if (before < sentence.begin + 2 || w.lower(before - 1) != "of") return false;
  return is_one_of(kRegionWords, w.lower(before - 2)) || w.lower(before - 2) == "university";
}

// "Idaho, Missouri and |Washington|": behind a name that is nothing but a state.
bool ends_list_of_states(const Words& w, const Mention& before, const Mention& m) {
  const Index gap = m.tokens.begin - before.tokens.end;
  if (gap < 1 || gap > 2 || before.sentence != m.sentence || m.tokens.begin < before.tokens.end) return false;
  for (Index t = before.tokens.end; t < m.tokens.begin; ++t) {
    if (w.form(t) != "," && w.lower(t) != "and" && w.lower(t) != "or") return false;
  }
  if (before.readings.empty() || before.container != kNone || before.held != kNone) return false;
  const Index first = before.readings.front().row();  // the one with most people
  return w.gazetteer.kind(first) == PlaceKind::Division && w.gazetteer[first].geonames != 0;
}

// "'s [new] foreign minister", "'s army".
bool owns_national_office(const Words& w, const Mention& m) {
  const Index end = w.sentences[m.sentence].tokens.end;
  Index t = m.tokens.end;
  if (t >= end || (w.lower(t) != "'s" && w.lower(t) != "’s")) return false;
  ++t;
  while (t < end && is_one_of(kAges, w.lower(t))) ++t;
  if (t >= end) return false;
  if (t + 1 < end && is_one_of(kMinistries, w.lower(t))) {
    return w.lower(t + 1) == "minister" || w.lower(t + 1) == "ministry";
  }
  if (w.lower(t) == "central") return t + 1 < end && w.lower(t + 1) == "bank";
  return is_one_of(kOfNations, w.lower(t));
}

// "|Punta| Tombo", "|Bab| al-Salam": a name of a place that goes on behind a small town's.
bool goes_on(const Words& w, const NameMention& name, const Mention& m) {
  constexpr std::uint32_t kMostPeople = 100000;
  constexpr std::uint32_t kKinds = kDirection | kLandmarkEnd | kSettlement | kCountyWord | kStreetWord | kOffice;
  if (name.tokens.begin != m.tokens.begin || name.tokens.end <= m.tokens.end) return false;
  for (const Posting p : m.readings) {
    if (w.gazetteer.kind(p.row()) != PlaceKind::City || w.gazetteer[p.row()].population >= kMostPeople) return false;
  }
  Index t = m.tokens.end;
  const bool article = w.lower(t) == "al" || w.lower(t) == "el" || w.lower(t).starts_with("al-");
  if (article && t + 2 < name.tokens.end && w.form(t + 1) == "-") t += 2;
  const bool kind =
      (classes_of(w.lower(t)) & kKinds) != 0 || is_one_of(kRegionWords, w.lower(t)) || w.lower(t) == "station";
  return t + 1 == name.tokens.end && !kind && (w.capital(t) || article) && w.tokens[t].is(kHasLetter);
}

}  // namespace

void yield_to_names(const Words& w, std::vector<Mention>& mentions) {
  std::size_t n = 0;
  for (std::size_t k = 0; k < mentions.size(); ++k) {
    Mention& m = mentions[k];
    while (n < w.names.mentions.size() && w.names.mentions[n].tokens.end <= m.tokens.begin) ++n;
    if (n == w.names.mentions.size()) break;
    const NameMention& name = w.names.mentions[n];
    const NameChain& chain = w.names.chains[name.chain];
    const bool place = chain.confidence && is_place_type(chain.type);
    if (m.found != Found::Name || !place || !goes_on(w, name, m)) continue;
    // "Rodeo |Gainesville|": the town may be the second word.
    const bool two = k + 1 < mentions.size() && mentions[k + 1].tokens.begin < name.tokens.end;
    if (two && name.tokens.size() == 2) continue;
    m.tokens = name.tokens;
    m.span = w.span(m.tokens);
    m.found = Found::Typed;
    m.readings = {};
    m.abbreviation = m.postal = false;
    m.key.clear();
    w.gazetteer.append_key(w.text.bytes(m.span), m.key);
  }
  const auto inside = [](const Mention& a, const Mention& b) { return a.tokens.end > b.tokens.begin; };
  std::vector<Mention> kept;
  for (Mention& m : mentions) {
    if (kept.empty() || !inside(kept.back(), m)) kept.push_back(std::move(m));
  }
  mentions = std::move(kept);
}

void read_words_beside(const Words& w, std::vector<Mention>& mentions) {
  for (std::size_t k = 0; k < mentions.size(); ++k) {
    Mention& m = mentions[k];
    if (m.found != Found::Name) continue;
    const bool listed = k > 0 && ends_list_of_states(w, mentions[k - 1], m);
    m.of_region = m.container == kNone && has_division(w.gazetteer, m) && (listed || names_region(w, m));
    m.beside_town = has_town(w.gazetteer, m);
    m.of_nation = owns_national_office(w, m);
  }
}

}  // namespace onrecord::places
