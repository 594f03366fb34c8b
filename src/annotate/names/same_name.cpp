// SPDX-License-Identifier: Apache-2.0
// Which chain a name belongs to: Chains::chain_of() and what it asks.
#include <algorithm>

#include "annotate/names/chains.h"
#include "annotate/names/lexicon.h"

namespace onrecord::names {
namespace {

// In capitals, and whether it was so.
std::pair<std::string, bool> capitals_of(std::string_view text) {
  std::pair<std::string, bool> out(text, true);
  for (char& c : out.first) {
    if (c >= 'a' && c <= 'z') out.second = false, c = static_cast<char>(c - ('a' - 'A'));
  }
  return out;
}

// What a company's full name ends with, as written.
constexpr std::string_view kSuffixes[] = {
    "AB",   "AG",    "AS",       "ASA", "BV",   "Co", "Co.",  "Company", "Corp", "Corp.",   "Corporation",
    "GmbH", "Group", "Holdings", "Inc", "Inc.", "KG", "KGaA", "LLC",     "LLP",  "Limited", "Ltd",
    "Ltd.", "NV",    "Oyj",      "PLC", "Plc",  "SA", "SE",   "SpA",     "plc"};

}  // namespace

Index Chains::chain_of(std::string_view name, Range tokens, const RawName& raw) {
  Index acronym = by_acronym(tokens);
  if (acronym == kNone) acronym = by_bracket(tokens, raw);
  if (acronym != kNone) {
    about_[acronym].acronym = true;
    by_name_[name] = acronym;
    return acronym;
  }
  if (tokens.size() == 1) {
    const Index longer = by_last_name(name, raw);
    if (longer != kNone) {
      about_[longer].bare = true;
      return longer;
    }
  }
  const auto same = by_name_.find(name);
  if (same != by_name_.end()) return same->second;
  Index known = by_plain_name(tokens);
  if (known == kNone) known = by_capitals(name, raw);
  if (known != kNone) {
    by_name_[name] = known;
    return known;
  }
  const Index chain = company(name, tokens);
  const auto [plain, initials] = plain_name(tokens);
  by_plain_.try_emplace(plain, Plain{chain, initials});
  return chain;
}

// A name's words without its middle initials, and those.
std::pair<std::string, std::string> Chains::plain_name(Range tokens) const {
  std::pair<std::string, std::string> out;
  for (Index t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view form = words_.form(t);
    const bool middle = t > tokens.begin && t + 1 < tokens.end && words_.capital(t);
    if (middle && (form.size() == 1 || (form.size() == 2 && form[1] == '.'))) out.second += form[0];
    else if (form != ".") (out.first += form) += ' ';
  }
  return out;
}

// "Ana B. Pohl" is the Ana Pohl named before, unless she had another initial.
Index Chains::by_plain_name(Range tokens) const {
  const auto [plain, initials] = plain_name(tokens);
  const auto known = by_plain_.find(plain);
  if (tokens.size() < 2 || known == by_plain_.end()) return kNone;
  const std::string& theirs = known->second.initials;
  return theirs.empty() || initials.empty() || theirs == initials ? known->second.chain : kNone;
}

// "REYLE" of a headline or a dateline is the Reyle named before or after; three letters are an acronym ("WHO").
Index Chains::by_capitals(std::string_view name, const RawName& raw) {
  constexpr std::size_t kLeast = 4;
  const auto [upper, was] = capitals_of(name);
  const auto known = by_capitals_.find(upper);
  if (name.size() < kLeast || known == by_capitals_.end() || !may_be(about_[known->second], raw)) return kNone;
  std::string& theirs = out_.chains[known->second].name;
  if (!was && !capitals_of(theirs).second) return kNone;
  if (!was) theirs = name;
  return known->second;
}

// "Nordvik AB" is the Nordvik named before or after; for other names a new chain.
Index Chains::company(std::string_view name, Range tokens) {
  const bool suffixed = tokens.size() > 1 && std::find(std::begin(kSuffixes), std::end(kSuffixes),
                                                       words_.form(tokens.end - 1)) != std::end(kSuffixes);
  if (!suffixed) return new_chain(name, tokens);
  const std::string_view bare = words_.text.bytes(words_.span({tokens.begin, tokens.end - 1}));
  const auto known = by_name_.find(bare);
  const Index chain = known != by_name_.end() ? known->second : new_chain(name, tokens);
  by_name_[bare] = by_name_[name] = chain;
  about_[chain].company = true;
  return chain;
}

// The person (or body) last mentioned whose name ends in, or whose given name is, this word.
Index Chains::by_last_name(std::string_view last, const RawName& raw) const {
  const auto found = by_last_.find(last);
  if (found == by_last_.end()) return kNone;
  const Gender want = gender_of(title_bits(raw.title));
  Index best = kNone;
  constexpr std::size_t kMost = 50;  // namesakes looked at, the latest first named
  const std::size_t first = found->second.size() - std::min(found->second.size(), kMost);
  for (std::size_t k = first; k < found->second.size(); ++k) {
    const Index chain = found->second[k];
    const About& about = about_[chain];
    const bool other = (want.male && about.female && !about.male) || (want.female && about.male && !about.female);
    if (other || !may_be(about, raw)) continue;
    // Whom the text has called "Pohl" goes on to be Pohl, though a Jan Pohl is named in between.
    const auto rank = [&](Index one) { return std::pair(about_[one].bare, about_[one].last_seen); };
    if (best == kNone || rank(chain) > rank(best)) best = chain;
  }
  return best;
}

// A person is none but a person, as far as the language model can tell.
bool Chains::may_be(const About& about, const RawName& raw) const {
  if (raw.seen == nullptr || about.types.empty()) return true;
  return (about.types[0].first == "PERSON") == (raw.seen->type == "PERSON");
}

// "Northern Rivers Water Board (NRWB)": the name right before the bracket has these initials.
Index Chains::by_acronym(Range tokens) const {
  const Index t = tokens.begin;
  if (tokens.size() != 1 || t < 2 || out_.mentions.empty() || words_.form(t - 1) != "(") return kNone;
  const NameMention& before = out_.mentions.back();
  if (before.tokens.end != t - 1) return kNone;
  std::string_view letters = words_.form(t);
  std::size_t matched = 0;
  for (Index k = before.tokens.begin; k < before.tokens.end; ++k) {
    const std::string_view form = words_.form(k);
    if (!words_.capital(k)) continue;
    if (matched >= letters.size() || form[0] != letters[matched]) return kNone;
    ++matched;
    // "Army |Tac|tical": an acronym may take more than one letter of a word.
    const std::string_view next = k + 1 < before.tokens.end ? words_.form(k + 1) : "";
    for (std::size_t at = 1; at < form.size() && matched < letters.size(); ++at) {
      if (!next.empty() && letters[matched] == next[0]) break;
      if (form[at] != (letters[matched] | 0x20)) break;
      ++matched;
    }
  }
  const bool whole = matched == letters.size() || (matched + 1 == letters.size() && letters.back() == 's');
  return matched >= 2 && whole ? before.chain : kNone;
}

// "Workers' Party (PT)", "Kuomintang (KMT)": capitals alone in brackets right behind a body's name are its acronym,
// in whatever language.
Index Chains::by_bracket(Range tokens, const RawName& raw) const {
  const Index t = tokens.begin;
  if (tokens.size() != 1 || t < 2 || t + 1 >= words_.tokens.size() || out_.mentions.empty()) return kNone;
  if (words_.form(t - 1) != "(" || words_.form(t + 1) != ")" || !words_.tokens[t].is(kAllCaps)) return kNone;
  const std::string_view behind = t + 2 < words_.tokens.size() ? words_.form(t + 2) : "";
  if (behind == "-" || behind == "--" || behind == "–" || behind == "—") return kNone;  // a dateline's agency
  const NameMention& before = out_.mentions.back();
  const About& about = about_[before.chain];
  const bool body = about.types.empty() ? about.organisation && !about.titled : about.types[0].first == "ORG";
  const bool place = raw.seen != nullptr && raw.seen->type != "ORG";
  const std::size_t size = words_.form(t).size();
  return before.tokens.end == t - 1 && body && !place && size >= 2 && size <= 6 ? before.chain : kNone;
}

Index Chains::new_chain(std::string_view name, Range tokens) {
  const auto chain = static_cast<Index>(out_.chains.size());
  NameChain row;
  row.name = name;
  out_.chains.push_back(std::move(row));
  about_.push_back({});
  by_name_[name] = chain;
  by_capitals_.try_emplace(capitals_of(name).first, chain);
  if (tokens.size() > 1) {
    by_last_[words_.form(tokens.end - 1)].push_back(chain);
    const std::uint32_t first = classes_of(words_.lower(tokens.begin));
    if ((first & (kGivenMale | kGivenFemale)) != 0) by_last_[words_.form(tokens.begin)].push_back(chain);
  }
  return chain;
}

}  // namespace onrecord::names
