// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/chains.h"

#include <algorithm>
#include <cmath>

#include "annotate/names/lexicon.h"
#include "annotate/names/rules.h"

namespace onrecord::names {
namespace {

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
  const Index acronym = by_acronym(tokens);
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
  return new_chain(name, tokens);
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

Index Chains::new_chain(std::string_view name, Range tokens) {
  const auto chain = static_cast<Index>(out_.chains.size());
  NameChain row;
  row.name = name;
  out_.chains.push_back(std::move(row));
  about_.push_back({});
  by_name_[name] = chain;
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

// Type, and who says so.
void Chains::describe(const About& about, NameChain& row) const {
  if (about.thing != nullptr && about.types.empty()) {
    row.type = about.thing;
    row.rule = &rule(about.kind ? kNamedKind : kDesignation);
    return;
  }
  if (!about.types.empty()) {
    row.type = about.types[0].first;
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
