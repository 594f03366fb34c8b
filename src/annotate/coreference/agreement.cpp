// SPDX-License-Identifier: Apache-2.0
#include "annotate/coreference/agreement.h"

#include <algorithm>

#include "annotate/names/lexicon.h"

namespace onrecord::coreference {
namespace {

constexpr std::uint16_t kGenders = kMale | kFemale | kThing;

// The gender that the words of a name and the title before it tell.
std::uint16_t gender_of(const Text& text, const Tokens& tokens, const NameMention& mention) {
  std::uint32_t bits = 0;
  const auto classes = [&](Index t) { return names::classes_of(text.lower(tokens[t].span)); };
  if (mention.tokens.begin > 0) {
    bits |= classes(mention.tokens.begin - 1) & (names::kMaleTitle | names::kFemaleTitle);
  }
  if (mention.tokens.size() > 1) bits |= classes(mention.tokens.begin) & (names::kGivenMale | names::kGivenFemale);
  const auto [male, female] = names::gender_of(bits);
  return static_cast<std::uint16_t>(male == female ? 0 : male ? kMale : kFemale);
}

// "the council", "the report": no "she". Refused: "the party", which may be a person's of a trial.
bool is_body(std::string_view lower) {
  constexpr std::string_view kOthers[] = {"attack",   "bridge",  "broadcaster", "building",   "city",
                                          "country",  "economy", "firm",        "government", "law",
                                          "military", "nation",  "newspaper",   "opposition", "prosecution",
                                          "province", "region",  "report",      "state",      "statement",
                                          "town",     "village", "vote",        "war",        "website"};
  if (std::find(std::begin(kOthers), std::end(kOthers), lower) != std::end(kOthers)) return true;
  return lower != "party" && (names::classes_of(lower) & names::kOrgHead) != 0;
}

}  // namespace

std::uint16_t traits_of_pronoun(std::uint8_t pronoun_class) {
  // In the order of the classes of training/coref.py, up to "themselves".
  static constexpr std::uint16_t kTraits[] = {0,        kSpeaker, kSpeakers, kHearer, kMale,   kFemale, kThing,
                                              kSeveral, 0,        kHearer,   kMale,   kFemale, kThing,  kSeveral};
  const std::uint16_t traits = pronoun_class < std::size(kTraits) ? kTraits[pronoun_class] : std::uint16_t{0};
  return static_cast<std::uint16_t>(traits == 0 ? 0 : traits | kPronoun);
}

Agreement::Agreement(const Text& text, const Tokens& tokens, const Names& names, const PairFeatures& features)
    : features_(features), traits_(tokens.size()) {
  for (Index t = 0; t < tokens.size(); ++t) traits_[t] = traits_of_pronoun(features.pronoun(t));
  // A chain of names has the gender that its mentions tell, if they tell one.
  std::vector<std::uint16_t> genders(names.chains.size());
  for (const NameMention& mention : names.mentions) {
    const MaybeText& type = names.chains[mention.chain].type;
    if (!type || *type == "PERSON") genders[mention.chain] |= gender_of(text, tokens, mention);
  }
  std::vector<bool> named(tokens.size());
  for (const NameMention& mention : names.mentions) {
    for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t) named[t] = true;
    if (genders[mention.chain] == (kMale | kFemale)) continue;
    for (Index t = mention.tokens.begin; t < mention.tokens.end; ++t) traits_[t] |= genders[mention.chain];
  }
  for (Index t = 0; t < tokens.size(); ++t) {
    if (!named[t] && is_body(text.lower(tokens[t].span))) traits_[t] |= kThing;
  }
}

bool Agreement::apart(Index a, Index b) const {
  const std::uint16_t x = traits_[a], y = traits_[b];
  if (x == 0 || y == 0) return false;
  if ((x & kGenders) != 0 && (y & kGenders) != 0 && (x & y & kGenders) == 0) return true;
  if ((x & y & kPronoun) == 0) return false;
  const bool same_place = features_.quotation(a) == features_.quotation(b);
  if (x != y) return same_place;
  return x == (kSpeaker | kPronoun) && !same_place && features_.quotation(a) != 0 && features_.quotation(b) != 0;
}

}  // namespace onrecord::coreference
