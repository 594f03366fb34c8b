// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/people.h"

#include <algorithm>
#include <string>

#include "annotate/names/lexicon.h"
#include "annotate/statements/source_parts.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

// "the Nordwire |news agency|": a word that makes the name before it an outlet's.
bool outlet_word(const Reading& r, Index t) {
  if (t >= r.size()) return false;
  const std::string_view word = r.lower(t);
  if (word == "news" || word == "state") return outlet_word(r, t + 1);
  return word == "agency" || word == "newspaper" || word == "daily" || word == "broadcaster" ||
         word == "television" || word == "magazine" || word == "radio";
}

// Names that tell by their words that they are an outlet's: "Nordwire news agency", "Radio Norland", "the Reyle
// Times", "Channel 4".
bool named_outlet(std::string_view lower_name) {
  for (const std::string_view word :
       {" news", " news agency", " newspaper", " daily", " television", " radio", " tv", " times", " post", " herald",
        " tribune", " gazette", " telegraph", " journal", " chronicle", " broadcasting", " broadcaster"}) {
    if (lower_name.ends_with(word)) return true;
  }
  if (lower_name.starts_with("radio ")) return true;
  const std::string_view number = lower_name.starts_with("channel ") ? lower_name.substr(8) : std::string_view("-");
  return number.find_first_not_of("0123456789") == std::string_view::npos && !number.empty();
}

// "|broadcaster| Norvision", "the |daily| Publico", "|news agency| Nordwire": what the name after the word is.
bool outlet_after(const Reading& r, Index name) {
  constexpr std::string_view kBefore[] = {"agency",  "broadcaster", "channel",  "daily",  "magazine",
                                          "network", "newspaper",   "newswire", "outlet", "radio",
                                          "station", "tabloid",     "website",  "weekly"};
  if (name == 0 || !r.token(name).is(kSpaceBefore) || r.capital(name - 1)) return false;
  return among(kBefore, r.lower(name - 1));
}

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

People::People(const Reading& reading) : reading_(reading), people_(reading.layers().names.chains.size()) {
  const Names& names = reading_.layers().names;
  for (std::size_t k = 0; k < people_.size(); ++k) {
    const std::string lower = ascii_lower(names.chains[k].name);
    if (const std::size_t blank = lower.rfind(' '); blank != std::string::npos) {
      const auto [at, first] = last_words_.emplace(lower.substr(blank + 1), static_cast<Index>(k));
      if (!first) at->second = kNone;
    }
    const MaybeText& type = names.chains[k].type;
    const bool body = !type || *type == "ORG" || *type == "WORK";
    people_[k].outlet = names::is_outlet(lower) || (body && named_outlet(lower));
    people_[k].place = (names::classes_of(lower) & (names::kPlaceName | names::kNationality)) != 0;
    for (const Role& role : names.chains[k].roles) {
      const std::string title = ascii_lower(role.title);
      const std::uint32_t bits = names::classes_of(std::string_view(title).substr(title.rfind(' ') + 1));
      people_[k].male = people_[k].male || (bits & names::kMaleTitle) != 0;
      people_[k].female = people_[k].female || (bits & names::kFemaleTitle) != 0;
    }
  }
  for (const NameMention& mention : names.mentions) {
    Person& person = people_[mention.chain];
    std::uint32_t bits = 0;
    const Index end = mention.tokens.end;
    if (end + 1 < reading_.size() && reading_.lower(end) == "news" && outlet_word(reading_, end))
      person.outlet = true;
    const MaybeText& type = names.chains[mention.chain].type;
    if ((!type || *type == "ORG") && outlet_after(reading_, mention.tokens.begin)) person.outlet = true;
    if (mention.tokens.begin > 0) {
      bits = names::classes_of(reading_.lower(mention.tokens.begin - 1)) & (names::kMaleTitle | names::kFemaleTitle);
    }
    if (mention.tokens.size() > 1) {
      bits |= names::classes_of(reading_.lower(mention.tokens.begin)) & (names::kGivenMale | names::kGivenFemale);
    }
    person.male = person.male || (bits & (names::kMaleTitle | names::kGivenMale)) != 0;
    person.female = person.female || (bits & (names::kFemaleTitle | names::kGivenFemale)) != 0;
  }
  hear_pronouns();
}

// Of persons whose words tell no gender, that of the pronouns for them, where coreference found some and all agree.
void People::hear_pronouns() {
  const Coreference* coreference = reading_.layers().coreference;
  if (coreference == nullptr) return;
  for (const EntityRow& entity : coreference->entities) {
    if (entity.chains.empty()) continue;
    bool he = false, she = false;
    for (const Index m : entity.mentions) {
      const EntityMention& mention = coreference->mentions[m];
      if (mention.form != MentionForm::Pronoun) continue;
      const std::string_view word = reading_.lower(mention.head);
      he = he || word == "he" || word == "him" || word == "his" || word == "himself";
      she = she || word == "she" || word == "her" || word == "hers" || word == "herself";
    }
    if (he == she) continue;
    for (const Index chain : entity.chains) learn_gender(chain, he);
  }
}

void People::learn_gender(Index chain, bool male) {
  Person& person = people_[chain];
  const MaybeText& type = reading_.layers().names.chains[chain].type;
  if (person.male || person.female || person.place || person.outlet || (type && *type != "PERSON")) return;
  (male ? person.male : person.female) = true;
}

// "|midwife| Ana Pohl", "Ana Pohl, a |midwife|".
bool People::called(const NameMention& mention, std::string_view lower_word) const {
  const Index begin = mention.tokens.begin, end = mention.tokens.end;
  if (begin > 0 && reading_.token(begin).is(kSpaceBefore) && reading_.lower(begin - 1) == lower_word) return true;
  constexpr Index kLongestApposition = 5;
  if (end + 1 >= reading_.size() || !reading_.comma(end)) return false;
  const std::string_view first = reading_.lower(end + 1);
  if (first != "a" && first != "an" && first != "the") return false;
  for (Index t = end + 2; t < std::min(reading_.size(), end + 2 + kLongestApposition); ++t) {
    if (!reading_.word(t) || reading_.is(t, kPreposition | kRelative)) return false;
    if (reading_.lower(t) == lower_word) return true;
  }
  return false;
}

Index People::by_word(std::string_view lower_word, Index t) const {
  const Names& names = reading_.layers().names;
  constexpr std::size_t kRecent = 300;  // mentions looked at
  const auto next = std::partition_point(names.mentions.begin(), names.mentions.end(),
                                         [&](const NameMention& mention) { return mention.tokens.begin < t; });
  const auto last = static_cast<std::size_t>(next - names.mentions.begin());
  Index found = kNone;
  for (std::size_t m = last; m > 0 && last - m < kRecent; --m) {
    const NameMention& mention = names.mentions[m - 1];
    const MaybeText& type = names.chains[mention.chain].type;
    if (mention.chain == found || (type && *type != "PERSON") || !called(mention, lower_word)) continue;
    if (found != kNone) return kNone;
    found = mention.chain;
  }
  return found;
}

bool People::fits(Index chain, bool male) const {
  const MaybeText& type = reading_.layers().names.chains[chain].type;
  return may_be(chain, male) && (type || people_[chain].male || people_[chain].female);
}

bool People::may_be(Index chain, bool male) const {
  const Person& person = people_[chain];
  const MaybeText& type = reading_.layers().names.chains[chain].type;
  if (person.place || person.outlet || (type && *type != "PERSON")) return false;
  return male ? person.male || !person.female : person.female || !person.male;
}

Index People::first_person(Range tokens, bool male) const {
  constexpr Index kFarthest = 200;  // tokens; more only where a sentence is no sentence
  for (Index t = tokens.begin; t < std::min(tokens.end, tokens.begin + kFarthest); ++t) {
    const Index m = reading_[t].name;
    if (m == kNone || reading_.quoted(t)) continue;
    const NameMention& mention = reading_.layers().names.mentions[m];
    // "Reyle's spokesman": not the one meant.
    const bool owner = mention.tokens.end < tokens.end && reading_.possessive(mention.tokens.end);
    if (!owner && fits(mention.chain, male)) return mention.chain;
    t = mention.tokens.end - 1;
  }
  return kNone;
}

Index People::by_last_word(std::string_view lower) const {
  const auto found = last_words_.find(std::string(lower));
  return found == last_words_.end() ? kNone : found->second;
}

Index People::by_whole_title(std::string_view lower_title) const {
  const std::vector<NameChain>& chains = reading_.layers().names.chains;
  Index found = kNone;
  for (Index c = 0; c < chains.size(); ++c) {
    const bool bears = std::any_of(chains[c].roles.begin(), chains[c].roles.end(),
                                   [&](const Role& role) { return ascii_lower(role.title) == lower_title; });
    if (bears && found != kNone) return kNone;
    if (bears) found = c;
  }
  return found;
}

Index People::by_title(Range head, Index t) const {
  const std::string_view lower_title = reading_.lower(head.end - 1);
  const Names& names = reading_.layers().names;
  Index found = kNone;
  constexpr std::size_t kRecent = 300;  // mentions looked at
  const auto next = std::partition_point(names.mentions.begin(), names.mentions.end(),
                                         [&](const NameMention& mention) { return mention.tokens.begin < t; });
  const auto last = static_cast<std::size_t>(next - names.mentions.begin());
  for (std::size_t m = last; m > 0 && last - m < kRecent; --m) {
    const NameMention& mention = names.mentions[m - 1];
    if (mention.chain == found) continue;
    const std::vector<Role>& roles = names.chains[mention.chain].roles;
    const bool bears = std::any_of(roles.begin(), roles.end(), [&](const Role& role) {
      const std::string title = ascii_lower(role.title);
      const bool noun = std::string_view(title).substr(title.rfind(' ') + 1) == lower_title;
      return noun && same_office(reading_, head, title);
    });
    if (!bears) continue;
    if (found != kNone) return kNone;
    found = mention.chain;
  }
  return found;
}

}  // namespace onrecord::statements
