// SPDX-License-Identifier: Apache-2.0
#include "annotate/actors/matches.h"

#include <algorithm>
#include <unordered_set>

namespace onrecord::actors {
namespace {

using WordSet = std::unordered_set<std::string_view>;

bool one_of(std::string_view word, const WordSet& words) { return words.contains(word); }

const WordSet kInWords = {"in",         "from",   "across", "at",      "within", "inside",
                          "throughout", "around", "near",   "outside", "based"};
const WordSet kOtherWords = {"to",    "against", "with",  "on",     "by",      "about",   "after", "before",
                             "under", "over",    "into",  "onto",   "among",   "between", "who",   "that",
                             "which", "whose",   "where", "when",   "while",   "because", "as",    "than",
                             "like",  "along",   "amid",  "toward", "towards", "without", "via",   "since",
                             "until", "loyal",   "close", "is",     "was",     "are",     "were"};
const WordSet kFormerWords = {"former", "ex", "retired", "ousted", "deposed", "onetime", "erstwhile", "toppled"};
const WordSet kAsideAfter = {"born", "led", "educated", "speaking", "occupied", "administered", "dominated", "bound"};
const WordSet kApartAfter = {"backed",    "made",     "trained",  "sponsored", "supported", "funded",
                             "armed",     "allied",   "supplied", "built",     "held",      "controlled",
                             "brokered",  "friendly", "aligned",  "linked",    "imposed",   "installed",
                             "appointed", "financed", "equipped", "proxy"};
const WordSet kApartBefore = {"pro", "anti", "non"};
const WordSet kHonorifics = {"mr",    "mrs",  "ms",   "miss", "dr",     "sir",
                             "madam", "lord", "lady", "dame", "sheikh", "prof"};

// The word in the singular: "ministries" → "ministry". False: it has none.
bool singular(std::string_view plural, std::string& out) {
  const auto ends = [&](std::string_view end) { return plural.size() > end.size() + 1 && plural.ends_with(end); };
  const auto cut = [&](std::size_t size, std::string_view add) {
    out.assign(plural.substr(0, plural.size() - size));
    out += add;
    return true;
  };
  if (ends("ies")) return cut(3, "y");
  if (ends("men")) return cut(3, "man");
  if (ends("ches") || ends("shes") || ends("sses") || ends("xes")) return cut(2, "");
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) return cut(1, "");
  return false;
}

std::string_view country_of(const ActorTable::Impl& table, const Sense& sense) {
  switch (sense.kind) {
    case SenseKind::Organisation: return table.organisations[sense.row].country;
    case SenseKind::Person:
    case SenseKind::Surname: return table.offices[table.persons[sense.row].offices.front()].country;
    case SenseKind::Word: return {};
    default: return table.countries[sense.row].alpha3;
  }
}

class Finder {
 public:
  Finder(const Phrase& phrase, std::size_t begin, std::size_t end, const ActorTable::Impl& table,
         const ActorQuestion& question)
      : p_(phrase), begin_(begin), end_(end), table_(table), question_(question) {}

  Matches run() {
    for (std::size_t at = begin_; at < end_;) {
      if (match(at)) at = out_.rows.back().end;
      else step(at++);
    }
    return std::move(out_);
  }

 private:
  bool match(std::size_t at);
  bool accept(std::size_t at, std::size_t end, const std::vector<Sense>& senses, bool plural);
  void prefer_head(std::size_t end, std::vector<Sense>& words) const;
  bool match_surname(std::size_t at);
  bool stands_alone(std::size_t at, std::size_t end) const;
  bool country_before(const Sense& person) const;
  bool fits(const Sense& sense, std::size_t at, std::size_t end) const;
  bool holds_office(Index person, std::string_view title) const;
  void step(std::size_t at);

  const Phrase& p_;
  const std::size_t begin_, end_;
  const ActorTable::Impl& table_;
  const ActorQuestion& question_;
  Matches out_;
  Zone zone_ = Zone::Core;
  std::string buffer_;
};

// Whether no first or further name stands beside a surname; titles and countries may stand before it.
bool Finder::stands_alone(std::size_t at, std::size_t end) const {
  const auto name = [&](std::size_t k) { return p_[k].capital && !p_[k].all_capitals && p_.word(k) != "the"; };
  if (end < end_ && name(end)) return false;
  if (at == begin_ || !name(at - 1) || one_of(p_.word(at - 1), kHonorifics)) return true;
  return (!out_.rows.empty() && out_.rows.back().end == at) || one_of(p_.word(at - 1), kFormerWords);
}

// Whether the person's country is named before: "Libyan leader Moamer |Gaddafi|", whatever the spelling of the rest.
bool Finder::country_before(const Sense& person) const {
  return std::any_of(out_.rows.begin(), out_.rows.end(), [&](const Match& m) {
    const bool place = m.kind == SenseKind::Country || m.kind == SenseKind::Seat || m.kind == SenseKind::Region;
    return place && table_.countries[m.row].alpha3 == country_of(table_, person);
  });
}

bool Finder::fits(const Sense& sense, std::size_t at, std::size_t end) const {
  if (sense.kind == SenseKind::Surname) {
    if (!sense.alone || !holds_office(sense.row, "")) return false;
    if (!stands_alone(at, end) && !country_before(sense)) return false;
  }
  if (sense.kind == SenseKind::Organisation && !sense.alone) {
    const auto name = [&](std::size_t k) { return p_[k].capital && !p_[k].all_capitals && p_.word(k) != "the"; };
    if ((at > begin_ && name(at - 1)) || (end < end_ && name(end))) return false;
  }
  const auto all = [&](auto&& fits) {
    for (std::size_t k = at; k < end; ++k) {
      if (!fits(p_[k])) return false;
    }
    return true;
  };
  if (sense.capitals == 2) return all([](const PhraseWord& word) { return word.all_capitals; });
  return sense.capitals == 0 || !p_.has_capitals() || !all([](const PhraseWord& word) { return !word.capital; });
}

// A word that is a modifier and a head ("state") is a head at the end of its part.
void Finder::prefer_head(std::size_t end, std::vector<Sense>& words) const {
  const bool last = end == end_ || p_.word(end) == "of" || p_.word(end) == "and" || one_of(p_.word(end), kInWords) ||
                    one_of(p_.word(end), kOtherWords);
  std::stable_sort(words.begin(), words.end(), [&](const Sense& a, const Sense& b) {
    const auto wrong = [&](const Sense& s) {
      return s.kind != SenseKind::Word ? 2 : (table_.words[s.row].strength == Strength::Modifier) == last ? 1 : 0;
    };
    return wrong(a) < wrong(b);
  });
}

// Takes the best sense that fits, those of its kind beside it.
bool Finder::accept(std::size_t at, std::size_t end, const std::vector<Sense>& senses, bool plural) {
  std::vector<Sense> fitting;
  for (const Sense& sense : senses) {
    if (plural && sense.kind != SenseKind::Word && sense.kind != SenseKind::Country) continue;
    if (fits(sense, at, end)) fitting.push_back(sense);
  }
  if (fitting.empty()) return false;
  std::stable_sort(fitting.begin(), fitting.end(), [&](const Sense& a, const Sense& b) {
    const auto rank = [&](const Sense& s) {
      const bool asked = !question_.country.empty() && country_of(table_, s) == question_.country;
      return std::pair(!asked, s.kind == SenseKind::Word && !p_[at].capital ? 0 : static_cast<int>(s.kind) + 1);
    };
    return rank(a) < rank(b);
  });
  Match match;
  match.begin = at;
  match.end = end;
  match.zone = zone_;
  if (fitting.size() > 1 && fitting.front().kind == SenseKind::Word) prefer_head(end, fitting);
  match.kind = fitting.front().kind;
  match.row = fitting.front().row;
  const bool place =
      match.kind == SenseKind::Country || match.kind == SenseKind::Region || match.kind == SenseKind::Seat;
  for (std::size_t k = 1; k < fitting.size(); ++k) {
    const SenseKind kind = fitting[k].kind;
    if (kind == match.kind || (place && (kind == SenseKind::Shared || kind == SenseKind::Region)))
      match.others.push_back(fitting[k]);
  }
  if (match.kind == SenseKind::Shared) match.kind = SenseKind::Country;
  const bool hyphen_after = end < end_ && p_[end].hyphened;
  match.aside = (hyphen_after && one_of(p_.word(end), kAsideAfter)) || (at > begin_ && p_.word(at - 1) == "ethnic");
  match.apart = (hyphen_after && one_of(p_.word(end), kApartAfter)) ||
                (at > begin_ && p_[at].hyphened && one_of(p_.word(at - 1), kApartBefore));
  out_.rows.push_back(std::move(match));
  return true;
}

bool Finder::match(std::size_t at) {
  const std::size_t most = std::min(std::max(table_.longest(p_.word(at)), std::size_t{1}), end_ - at);
  for (std::size_t size = most; size >= 1; --size) {
    const std::string_view key = p_.key(at, at + size);
    if (const auto* senses = table_.find(key); senses != nullptr && accept(at, at + size, *senses, false))
      return true;
    if (singular(key, buffer_)) {
      const auto* senses = table_.find(buffer_);
      if (senses != nullptr && accept(at, at + size, *senses, true)) return true;
    }
  }
  return match_surname(at);
}

// Whether one of a person's titles has the word, on the day asked for where one is.
bool Finder::holds_office(Index person, std::string_view title) const {
  const Day day = day_of(question_.date);
  return std::any_of(table_.persons[person].offices.begin(), table_.persons[person].offices.end(), [&](Index k) {
    const Office& office = table_.offices[k];
    if (day != 0 && office.from > day) return false;
    return title.empty() || office.title_key.find(title) != std::string::npos;
  });
}

// A surname after a title: "Deputy Secretary Brook", "Mr Brook". Only where one person answers to it, or several of
// one country; then the last of them.
bool Finder::match_surname(std::size_t at) {
  if (at == begin_ || !p_[at].capital) return false;
  const std::string_view before = p_.word(at - 1);
  std::string_view title;
  if (!one_of(before, kHonorifics)) {
    if (out_.rows.empty() || out_.rows.back().end != at || out_.rows.back().kind != SenseKind::Word) return false;
    title = before;
  }
  for (std::size_t size = std::min<std::size_t>(3, end_ - at); size >= 1; --size) {
    const auto* senses = table_.find(p_.key(at, at + size));
    if (senses == nullptr) continue;
    if (at + size < end_ && p_[at + size].capital) continue;  // a first name
    const Sense* only = nullptr;
    for (const Sense& sense : *senses) {
      if (sense.kind != SenseKind::Surname || !holds_office(sense.row, title)) continue;
      if (only != nullptr && country_of(table_, sense) != country_of(table_, *only)) return false;
      only = &sense;
    }
    if (only == nullptr) continue;
    out_.rows.push_back({at, at + size, zone_, SenseKind::Person, only->row, {}, false, false});
    return true;
  }
  return false;
}

// A word that is no name: it may open another part of the phrase.
void Finder::step(std::size_t at) {
  const std::string_view word = p_.word(at);
  if (zone_ == Zone::Core && one_of(word, kFormerWords) && !out_.former) {
    out_.former = true;
    out_.former_at = at;
  }
  if (p_[at].hyphened || zone_ == Zone::Other) return;
  if (word == "of") zone_ = zone_ == Zone::Core ? Zone::Of : zone_;
  else if (word == "for") zone_ = Zone::For;
  else if (one_of(word, kInWords)) zone_ = Zone::In;
  else if (one_of(word, kOtherWords)) zone_ = Zone::Other;
}

}  // namespace

Matches find_matches(const Phrase& phrase, std::size_t begin, std::size_t end, const ActorTable::Impl& table,
                     const ActorQuestion& question) {
  return Finder(phrase, begin, end, table, question).run();
}

}  // namespace onrecord::actors
