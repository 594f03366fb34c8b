// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/chains.h"

#include <algorithm>
#include <cmath>

#include "annotate/names/lexicon.h"
#include "annotate/names/rules.h"

namespace onrecord::names {
namespace {

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
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

// What the words of a title tell of gender.
std::uint32_t Chains::title_bits(Range title) const {
  std::uint32_t bits = 0;
  for (Index t = title.begin; t < title.end; ++t) bits |= classes_of(words_.lower(t));
  return bits & (kMaleTitle | kFemaleTitle);
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

// Where the text says "Karuvian", Karuvia is no person. Refused: "Trumpian" of "Trump".
void Chains::settle_by_adjectives() {
  for (std::size_t c = 0; c < about_.size(); ++c) {
    const std::string& name = out_.chains[c].name;
    About& about = about_[c];
    const bool plain = !about.titled && !about.male && !about.female && !about.organisation && !about.acronym;
    const bool may_be = plain && (about.types.empty() || about.types[0].first == "PERSON") && name.size() > 3 &&
                        name.ends_with('a') && name.find(' ') == std::string::npos;
    if (!may_be) continue;
    for (const std::string& people : {name + 'n', name.substr(0, name.size() - 1) + "ian"}) {
      const auto found = by_name_.find(people);
      if (found == by_name_.end()) continue;
      const About& other = about_[found->second];
      about.adjective = about.adjective || other.types.empty() || other.types[0].first == "NORP";
    }
  }
}

// Type, and who says so.
void Chains::describe(const About& about, NameChain& row) const {
  const bool place = !about.types.empty() && (about.types[0].first == "LOC" || about.types[0].first == "FAC");
  if (about.dateline != nullptr && !place) {
    row.type = about.dateline;
    row.rule = &rule(kDateline);
    return;
  }
  if (about.adjective) {
    row.type = "GPE";
    row.rule = &rule(kAdjective);
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
  settle_by_adjectives();
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
