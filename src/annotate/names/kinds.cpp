// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/kinds.h"

#include <algorithm>
#include <string_view>

#include "annotate/names/lexicon.h"

namespace onrecord::names {
namespace {

struct Kind {
  std::string_view word;  // one of them
  const char* type;
};

constexpr Kind kKinds[] = {
    {"missile", "WEAPON"},  {"rocket", "WEAPON"},     {"howitzer", "WEAPON"},   {"torpedo", "WEAPON"},
    {"rifle", "WEAPON"},    {"launcher", "WEAPON"},   {"tank", "VEHICLE"},      {"helicopter", "VEHICLE"},
    {"drone", "VEHICLE"},   {"frigate", "VEHICLE"},   {"submarine", "VEHICLE"}, {"warship", "VEHICLE"},
    {"gunship", "VEHICLE"}, {"destroyer", "VEHICLE"}, {"corvette", "VEHICLE"},  {"cruiser", "VEHICLE"}};

// Between the name and its kind: "Javelin |anti-tank| missiles".
constexpr std::string_view kBetween[] = {"air",    "aircraft", "anti",    "attack", "ballistic", "battle",   "cruise",
                                         "combat", "defence",  "defense", "guided", "main",      "missile",  "rocket",
                                         "ship",   "strike",   "surface", "tank",   "to",        "transport"};

constexpr Index kMostBetween = 6;  // tokens: "surface-to-air"
constexpr Index kMostWords = 2;

const char* type_of(std::string_view lower) {
  if (lower == "torpedoes") return "WEAPON";
  for (const Kind& kind : kKinds) {
    if (lower == kind.word) return kind.type;
    if (lower.size() == kind.word.size() + 1 && lower.back() == 's' && lower.starts_with(kind.word)) return kind.type;
  }
  return nullptr;
}

class Finder {
 public:
  Finder(const Words& words, const Sentence& sentence, std::vector<RawName>& names)
      : w_(words), begin_(sentence.tokens.begin), end_(sentence.tokens.end), names_(names) {}

  void run() {
    for (Index t = begin_ + 1; t < end_; ++t) {
      const char* type = w_.capital(t) ? nullptr : type_of(w_.lower(t));
      if (type != nullptr) take(t, type);
    }
  }

 private:
  bool between(Index t) const {
    const std::string_view form = w_.form(t);
    if (form == "-" || form == "‑" || form.starts_with("anti-") || form.find("-to-") != form.npos) return true;
    return std::find(std::begin(kBetween), std::end(kBetween), form) != std::end(kBetween);
  }

  bool claimed(Index t) const {
    return std::any_of(names_.begin(), names_.end(), [&](const RawName& n) {
      return n.tokens.contains(t) && (n.seen != nullptr || n.thing != nullptr || !n.title.empty());
    });
  }

  // At a sentence's start any word is written so: "Anti-tank missiles".
  bool own_word(Index t) const {
    constexpr std::uint32_t kOther = kTitleHead | kHonorific | kGivenMale | kGivenFemale | kOrgHead | kCalendar |
                                     kCommon | kOutlet | kNationality | kPlaceName | kCompanySuffix;
    return t > begin_ && w_.capital(t) && w_.tokens[t].span.size() > 2 && (classes_of(w_.lower(t)) & kOther) == 0 &&
           w_.tokens[t].is(kSpaceBefore) && !w_.lower(t).starts_with("anti") && !claimed(t);
  }

  void take(Index kind, const char* type) {
    Index end = kind;
    while (end > begin_ && kind - end < kMostBetween && between(end - 1)) --end;
    Index first = end;
    while (first > begin_ && end - first <= kMostWords && own_word(first - 1)) --first;
    const bool longer = first > begin_ && w_.capital(first - 1) && !w_.tokens[first - 1].is(kPunctuation);
    if (first == end || end - first > kMostWords || longer) return;
    std::erase_if(names_, [&](const RawName& n) { return n.tokens.begin < end && first < n.tokens.end; });
    RawName name;
    name.tokens = {first, end};
    name.thing = type;
    name.kind = true;
    names_.insert(std::find_if(names_.begin(), names_.end(), [&](const RawName& n) { return n.tokens.begin >= end; }),
                  name);
  }

  const Words& w_;
  Index begin_, end_;
  std::vector<RawName>& names_;
};

}  // namespace

void add_named_kinds(const Words& words, const Sentence& sentence, std::vector<RawName>& names) {
  Finder(words, sentence, names).run();
}

}  // namespace onrecord::names
