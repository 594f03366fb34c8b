// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/chains.h"

#include <algorithm>
#include <cmath>

#include "annotate/names/lexicon.h"
#include "annotate/names/rules.h"

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

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

struct Gender {
  bool male = false, female = false;
};

Gender gender_of(std::uint32_t bits) {
  return {(bits & (kMaleTitle | kGivenMale)) != 0, (bits & (kFemaleTitle | kGivenFemale)) != 0};
}

// The share of names that are right, span and type, where the model gives them this probability: Platt's scaling
// (1999), fitted on the development sets of UNER, WikiGold and CrossNER, each set weighing the same. Their gold
// leaves names out, so the shares are on the low side.
float calibrated(float probability) {
  constexpr float kSlope = 0.41F, kShift = -0.14F, kSure = 0.999F;
  const float p = std::clamp(probability, 1 - kSure, kSure);
  return 1 / (1 + std::exp(-(kSlope * std::log(p / (1 - p)) + kShift)));
}

// What a company's full name ends with, as written.
constexpr std::string_view kSuffixes[] = {
    "AB",   "AG",    "AS",       "ASA", "BV",   "Co", "Co.",  "Company", "Corp", "Corp.",   "Corporation",
    "GmbH", "Group", "Holdings", "Inc", "Inc.", "KG", "KGaA", "LLC",     "LLP",  "Limited", "Ltd",
    "Ltd.", "NV",    "Oyj",      "PLC", "Plc",  "SA", "SE",   "SpA",     "plc"};

}  // namespace

void Chains::About::vote(const NameSpan& span) {
  ++seen;
  const auto same =
      std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == span.type; });
  if (same == types.end()) types.emplace_back(span.type, span.probability);
  else same->second += span.probability;
  std::stable_sort(types.begin(), types.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

void Chains::add(const RawName& raw, const Sentence& sentence) {
  const std::string_view name = words_.text.bytes(words_.span(raw.tokens));
  const Index chain = chain_of(name, raw.tokens, raw);
  mention(raw.tokens, chain);
  learn(chain, raw, sentence);
}

void Chains::mention(Range tokens, Index chain) {
  about_[chain].last_seen = static_cast<Index>(out_.mentions.size());
  out_.mentions.push_back({words_.span(tokens), tokens, chain, MentionForm::Name});
}

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

// What the words of a title tell of gender.
std::uint32_t Chains::title_bits(Range title) const {
  std::uint32_t bits = 0;
  for (Index t = title.begin; t < title.end; ++t) bits |= classes_of(words_.lower(t));
  return bits & (kMaleTitle | kFemaleTitle);
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

void Chains::learn(Index chain, const RawName& raw, const Sentence& sentence) {
  About& about = about_[chain];
  if (raw.seen != nullptr) about.vote(*raw.seen);
  if (raw.dateline != nullptr) {
    about.dateline = raw.dateline;
    return;
  }
  if (raw.thing != nullptr) {
    about.thing = raw.thing;
    about.kind = raw.kind;
    return;
  }
  const std::uint32_t first = classes_of(words_.lower(raw.tokens.begin));
  const Gender given = gender_of(first & (kGivenMale | kGivenFemale));
  if (raw.tokens.size() > 1 && (given.male || given.female) && (first & kPlaceName) == 0) about.person = true;
  for (Index t = raw.tokens.begin; t < raw.tokens.end; ++t) {
    if ((classes_of(words_.lower(t)) & (kOrgHead | kCompanySuffix)) != 0) about.organisation = true;
  }
  Gender gender = given;
  if (!raw.title.empty()) {
    about.titled = true;
    const Gender title = gender_of(title_bits(raw.title));
    if (title.male || title.female) gender = title;
    const bool honorific = (classes_of(words_.lower(raw.title.begin)) & kHonorific) != 0;
    if (!honorific) add_role(chain, raw.title, raw.of);
  } else {
    Range of;
    const Range title = title_after(words_, sentence, raw.tokens.end, of);
    const bool person = raw.seen == nullptr ? !about.organisation : raw.seen->type == "PERSON";
    if (!title.empty() && person) {
      about.titled = true;
      add_role(chain, title, of);
    }
  }
  // "President Tuilo Malieko" may be called by the first name only.
  if (!raw.title.empty() && raw.tokens.size() > 1 && (first & (kGivenMale | kGivenFemale | kPlaceName)) == 0) {
    std::vector<Index>& same = by_last_[words_.form(raw.tokens.begin)];
    if (std::find(same.begin(), same.end(), chain) == same.end()) same.push_back(chain);
  }
  about.male = about.male || gender.male;
  about.female = about.female || gender.female;
}

void Chains::add_role(Index chain, Range title, Range of) {
  Role role;
  role.span = words_.span(title);
  role.title = words_.text.bytes(role.span);
  if (!of.empty()) role.of = std::string(words_.text.bytes(words_.span(of)));
  std::vector<Role>& roles = out_.chains[chain].roles;
  const bool known = std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.title == role.title; });
  if (!known) roles.push_back(std::move(role));
}

void Chains::add_headline(const Sentence& sentence) {
  for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (!words_.capital(t)) continue;
    for (Index end = std::min(sentence.tokens.end, t + 5); end > t; --end) {
      const std::string_view name = words_.text.bytes(words_.span({t, end}));
      Index chain = kNone;
      const auto found = by_name_.find(name);
      if (found != by_name_.end()) chain = found->second;
      if (chain == kNone && end == t + 1) chain = by_last_name(name, {});
      if (chain == kNone) continue;
      mention({t, end}, chain);
      t = end - 1;
      break;
    }
  }
}

bool Chains::is_person(Index chain) const {
  const About& about = about_[chain];
  if (!about.types.empty()) return about.types[0].first == "PERSON";
  return about.titled || (about.person && !about.organisation);
}

// Of "Pohl" the one person whose full name, told later, ends so; kNone if there is none, or two.
Index Chains::full_name_of(Index chain) const {
  const std::string& name = out_.chains[chain].name;
  const auto longer = by_last_.find(name);
  if (name.find(' ') != std::string::npos || longer == by_last_.end()) return kNone;
  Index only = kNone;
  for (const Index one : longer->second) {
    if (one == chain || !out_.chains[one].name.ends_with(name) || !is_person(one)) continue;
    if (only != kNone && only != one) return kNone;
    only = one;
  }
  return only;
}

// A headline says "Pohl" before the article says "Ana Pohl".
void Chains::join_forerunners() {
  std::vector<Index> meant(out_.chains.size());
  for (Index c = 0; c < meant.size(); ++c) {
    meant[c] = c;
    const std::uint32_t bits = classes_of(ascii_lower(out_.chains[c].name));
    const bool other = (bits & (kPlaceName | kNationality | kOutlet)) != 0 || about_[c].organisation;
    const bool may_be = about_[c].types.empty() ? !other : about_[c].types[0].first == "PERSON";
    const Index full = may_be ? full_name_of(c) : kNone;
    if (full == kNone) continue;
    meant[c] = full;
    for (const auto& [type, weight] : about_[c].types) {
      if (type == about_[full].types[0].first) about_[full].types[0].second += weight;
    }
    about_[full].seen += about_[c].seen;
  }
  for (NameMention& mention : out_.mentions) mention.chain = meant[mention.chain];
}

// Type, and who says so.
void Chains::describe(const About& about, NameChain& row) const {
  const bool place = !about.types.empty() && (about.types[0].first == "LOC" || about.types[0].first == "FAC");
  if (about.dateline != nullptr && !place) {
    row.type = about.dateline;
    row.rule = &rule(kDateline);
    return;
  }
  if (about.thing != nullptr && about.types.empty()) {
    row.type = about.thing;
    row.rule = &rule(about.kind ? kNamedKind : kDesignation);
    return;
  }
  if (!about.types.empty()) {
    row.type = about.company ? "ORG" : about.types[0].first;
    row.confidence = calibrated(about.types[0].second / static_cast<float>(about.seen));
    row.rule = &model_rule();
    return;
  }
  const bool person = about.titled || (about.person && !about.organisation);
  if (person) row.type = "PERSON";
  else if (about.organisation) row.type = "ORG";
  row.rule = &rule(about.acronym        ? kAcronym
                   : about.titled       ? kTitled
                   : person             ? kGivenName
                   : about.organisation ? kOrgWord
                                        : kCapitals);
}

Names Chains::finish() && {
  join_forerunners();
  // Headlines were added last: bring mentions into text order and chains into the order of first mention.
  std::stable_sort(out_.mentions.begin(), out_.mentions.end(),
                   [](const NameMention& a, const NameMention& b) { return a.span.begin < b.span.begin; });
  std::vector<Index> moved(out_.chains.size(), kNone);
  std::vector<NameChain> chains;
  chains.reserve(out_.chains.size());
  for (Index m = 0; m < out_.mentions.size(); ++m) {
    Index& chain = out_.mentions[m].chain;
    if (moved[chain] == kNone) {
      moved[chain] = static_cast<Index>(chains.size());
      const About& about = about_[chain];
      NameChain& row = chains.emplace_back(std::move(out_.chains[chain]));
      describe(about, row);
    }
    chain = moved[chain];
    chains[chain].mentions.push_back(m);
  }
  out_.chains = std::move(chains);
  return std::move(out_);
}

}  // namespace onrecord::names
