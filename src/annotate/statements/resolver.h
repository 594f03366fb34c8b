// SPDX-License-Identifier: Apache-2.0
// Finds the speakers of an article's statements, one after another: what a phrase means depends on who spoke before.
// Shared by speakers.cpp, phrase_speakers.cpp and pronoun_speakers.cpp.
#pragma once

#include <string>
#include <vector>

#include "annotate/statements/draft.h"
#include "annotate/statements/people.h"
#include "annotate/statements/source_parts.h"

namespace onrecord::statements {

// Why there is no speaker.
inline constexpr const char* kNoSource = "the text names no source";
inline constexpr const char* kNoName = "the source has no name";
inline constexpr const char* kUnclearPronoun = "no single person fits the pronoun";
inline constexpr const char* kGroupPronoun = "the pronoun stands for a group";
inline constexpr const char* kSeveral = "the source names several";
inline constexpr const char* kFirstPerson = "the pronoun is in the first or second person";

// How the speaker was found.
inline constexpr const char* kByName = "the source names the speaker";
inline constexpr const char* kByDescription = "the source describes the speaker";
inline constexpr const char* kByAuthor = "the source names the author of the document";
inline constexpr const char* kByLabel = "a full name ends in the label";
inline constexpr const char* kByCoreference = "coreference";
inline constexpr const char* kBySpoke = "who has just spoken";
inline constexpr const char* kByNamed = "the person named before";
inline constexpr const char* kByWho = "the name that the relative pronoun follows";
inline constexpr const char* kByWords = "who spoke before under these words";
inline constexpr const char* kByTitle = "the only one with this title so far";
inline constexpr const char* kByTitleBelow = "the only one with this title in the article";
inline constexpr const char* kByWord = "the only one called so before";
inline constexpr const char* kByAge = "the only one of this age";
inline constexpr const char* kByEnclosing = "who says the words around it";
inline constexpr const char* kByInterview = "the only person named before the questions";
inline constexpr const char* kByOutlet = "the outlet that spoke before";

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<Draft>& drafts, std::vector<StatementRow>& rows)
      : r_(reading), people_(reading), drafts_(drafts), rows_(rows) {}

  void resolve(std::size_t k);            // in text order
  void first_person(std::size_t k);       // "I", once all are resolved
  void add_via(StatementRow& row) const;  // statements inside an outlet's statement came through it

 private:
  // What a source that is a pronoun or a letter means.
  void pronoun(std::size_t k, Index t);
  void letter(StatementRow& row, bool answers);
  void person(std::size_t k, Index t, bool male);
  bool replies(std::size_t k) const;
  bool names_in_words(std::size_t k, Index chain) const;
  Index antecedent(Index t) const;
  void person_before(std::size_t k, Index t, bool male);
  std::size_t spoke_last(std::size_t k, Index t, bool male) const;
  bool unnamed_person(std::size_t j) const;
  std::size_t spoke_in(std::size_t k, Index s, bool male) const;
  void body_before(std::size_t k);

  // What a source of more words means.
  Index named_entity(Index head) const;
  void phrase(std::size_t k, Range source);
  Index meant_by(const SourceParts& parts) const;
  bool parent_of(const SourceParts& parts, Range source) const;
  void national(std::size_t k, Index t);
  bool said_before(std::size_t k, const SourceParts& parts);
  bool in_headline(std::size_t k, const SourceParts& parts) const;
  bool outlet_before(std::size_t k);
  bool reporter_before(std::size_t k);

  // Shared.
  static bool found(StatementRow& row, Index speaker, const char* by);
  static void other(StatementRow& row, Index chain);
  std::string proper_part(Index chain) const;
  static void same_speaker(const StatementRow& from, StatementRow& to, const char* by);
  bool passed_on_by(Range range, Index t) const;
  void add_outlets_in(Range range, StatementRow& row, bool as_owner) const;
  Index chain_at(Index t) const { return r_.layers().names.mentions[r_[t].name].chain; }

  const Reading& r_;
  People people_;
  const std::vector<Draft>& drafts_;
  std::vector<StatementRow>& rows_;
};

}  // namespace onrecord::statements
