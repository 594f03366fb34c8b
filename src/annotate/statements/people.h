// SPDX-License-Identifier: Apache-2.0
// What is known of the chains of Names as possible speakers: gender, persons, outlets, where they were last named.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "annotate/statements/reading.h"

namespace onrecord::statements {

struct Person {
  bool male = false, female = false;
  bool place = false;   // a country, a nationality: speaks, but is no "he"
  bool outlet = false;  // BBC, Reuters
};

// ASCII capitals made small.
std::string ascii_lower(std::string_view text);

class People {
 public:
  explicit People(const Reading& reading);

  const Person& operator[](Index chain) const { return people_[chain]; }
  // Whether "he" or "she" may stand for the chain: nothing speaks against it.
  bool may_be(Index chain, bool male) const;
  // The same, and the chain is known to be a person's.
  bool fits(Index chain, bool male) const;
  // The first chain in a range of tokens that "he" or "she" fits; kNone if there is none.
  Index first_person(Range tokens, bool male) const;
  // The chain named before `t` that bears the title of the phrase ("the minister"); kNone if none or two did.
  Index by_title(Range head, Index t) const;
  // The one person called so before `t`, by a word that is no title: "the midwife" of "midwife |Ana Pohl|" or
  // "Ana Pohl, a midwife". kNone if there is none, or two.
  Index by_word(std::string_view lower_word, Index t) const;
  // "She" has stood for the chain: from now on it is a woman's, unless more is known of it.
  void learn_gender(Index chain, bool male);
  // The one chain that bears this title and no longer one, anywhere ("President", not "Vice President").
  Index by_whole_title(std::string_view lower_title) const;
  // The chain of more than one word whose last word this is ("POHL:"); kNone if there is none, or several.
  Index by_last_word(std::string_view lower) const;

 private:
  void hear_pronouns();
  bool called(const NameMention& mention, std::string_view lower_word) const;

  const Reading& reading_;
  std::vector<Person> people_;
  std::unordered_map<std::string, Index> last_words_;  // kNone where several chains end so
};

}  // namespace onrecord::statements
