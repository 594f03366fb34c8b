// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/datelines.h"

#include <algorithm>
#include <string_view>

#include "annotate/names/lexicon.h"

namespace onrecord::names {
namespace {

constexpr Index kHead = 80;        // tokens in which a dateline may begin, behind headline and standfirst
constexpr Index kMostWords = 4;    // of one name
constexpr Index kMostTokens = 24;  // of a dateline

class Reader {
 public:
  Reader(const Words& words, const Sentence& sentence)
      : w_(words), at_(sentence.tokens.begin), end_(std::min(sentence.tokens.end, at_ + kMostTokens)) {}

  // The names, if it is a dateline; else none.
  std::vector<RawName> read() {
    if (!place(true)) return {};
    const bool capitals =
        w_.tokens[found_[0].tokens.begin].is(kAllCaps) && w_.tokens[found_[0].tokens.begin].span.size() > 2;
    bool date = false;
    while (at_ < end_ && (is(",") || is("/"))) {
      ++at_;
      if (day()) date = true;
      else if (!place(false)) return {};
    }
    if (day()) date = true;  // "KYIV April 23 (Reuters) -"
    const bool agency = is("(") && in_brackets();
    const bool told = agency || (capitals && (date || found_.size() > 1));
    return told && dash() ? std::move(found_) : std::vector<RawName>{};
  }

 private:
  bool is(std::string_view form) const { return at_ < end_ && w_.form(at_) == form; }

  bool dash() const { return is("-") || is("--") || is("–") || is("—"); }

  bool glued(Index t) const { return t < end_ && !w_.tokens[t].is(kSpaceBefore); }

  bool calendar(Index t) const { return (classes_of(w_.lower(t)) & kCalendar) != 0; }

  bool name_word(Index t) const {
    const Token& token = w_.tokens[t];
    return token.is(kCapitalised) && token.is(kHasLetter) && !token.is(kHasDigit) && !calendar(t);
  }

  // "SHARM EL-SHEIKH", "Jammu and Kashmir": to the next mark. The first one is no everyday word ("UPDATE").
  bool place(bool first) {
    const Index begin = at_;
    if (at_ >= end_ || !name_word(at_) || (first && (classes_of(w_.lower(at_)) & kCommon) != 0)) return false;
    while (at_ < end_ && at_ - begin < 2 * kMostWords) {
      const bool tied = glued(at_) && is("-") && glued(at_ + 1);
      const bool joins = is("and") || (classes_of(w_.lower(at_)) & kConnector) != 0;
      if (!name_word(at_) && !tied && !joins) break;
      ++at_;
    }
    add({begin, at_}, "GPE");
    return true;
  }

  // "April 23", "23 April 2024", "Tuesday".
  bool day() {
    const Index begin = at_;
    while (at_ < end_ && (calendar(at_) || w_.tokens[at_].is(kHasDigit) || (at_ > begin && is(".")))) ++at_;
    return at_ > begin;
  }

  // "(Reuters)", "(Nordwire News)"; at the closing bracket's end, or false. Refused: "(YEN PER KILO)", of a table.
  bool in_brackets() {
    const Index begin = ++at_;
    bool capitals = true;
    for (; at_ < end_ && name_word(at_); ++at_) capitals = capitals && w_.tokens[at_].is(kAllCaps);
    const Index size = at_ - begin;
    const bool closed = size > 0 && size <= kMostWords && (size == 1 || !capitals) && is(")");
    if (closed) add({begin, at_++}, "ORG");
    return closed;
  }

  void add(Range tokens, const char* type) {
    RawName name;
    name.tokens = tokens;
    name.dateline = type;
    found_.push_back(name);
  }

  const Words& w_;
  Index at_, end_;
  std::vector<RawName> found_;
};

}  // namespace

// "Ana Pohl (Norland) -" opens a list of persons. Refused: "POHL (Nordwire) -", as capitals are a place's.
bool Datelines::is_person(Range place, const std::vector<RawName>& names) const {
  const bool capitals = words_.tokens[place.begin].is(kAllCaps);
  return !capitals && std::any_of(names.begin(), names.end(), [&](const RawName& n) {
    return n.tokens.begin < place.end && n.seen != nullptr && n.seen->type == "PERSON";
  });
}

void Datelines::add(const Sentence& sentence, std::vector<RawName>& names) {
  if (!long_names_.empty()) complete(sentence, names);
  if (sentence.tokens.begin > kHead) return;
  std::vector<RawName> found = Reader(words_, sentence).read();
  if (found.empty() || is_person(found[0].tokens, names)) return;
  for (RawName& name : found) {
    const auto same = std::find_if(names.begin(), names.end(), [&](const RawName& n) {
      return n.tokens.begin == name.tokens.begin && n.tokens.end == name.tokens.end;
    });
    if (same != names.end()) name.seen = same->seen;
    if (name.tokens.size() > 1) long_names_.push_back(name.tokens);
  }
  const Index end = found.back().tokens.end;
  std::erase_if(names, [&](const RawName& n) { return n.tokens.begin < end; });
  names.insert(names.begin(), found.begin(), found.end());
}

void Datelines::complete(const Sentence& sentence, std::vector<RawName>& names) const {
  for (std::size_t k = 0; k < names.size(); ++k) {
    const Index begin = names[k].tokens.begin;
    for (const Range known : long_names_) {
      const Index end = begin + known.size();
      if (end > sentence.tokens.end || end <= names[k].tokens.end || !names[k].title.empty()) continue;
      Index t = 0;
      while (t < known.size() && words_.form(known.begin + t) == words_.form(begin + t)) ++t;
      if (t < known.size()) continue;
      names[k].tokens.end = end;
      names[k].seen = nullptr;
      while (k + 1 < names.size() && names[k + 1].tokens.begin < end)
        names.erase(names.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      break;
    }
  }
}

}  // namespace onrecord::names
