// SPDX-License-Identifier: Apache-2.0
// Speakers whose source is a pronoun, or a letter of an interview.
#include <algorithm>

#include "annotate/names/lexicon.h"
#include "annotate/statements/anonymity.h"
#include "annotate/statements/epithets.h"
#include "annotate/statements/resolver.h"
#include "annotate/statements/rules.h"
#include "annotate/statements/source_names.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

constexpr Index kLookBack = 4;  // sentences in which a pronoun's person is looked for

}  // namespace

// "I" in somebody's words is who says them.
void Resolver::first_person(std::size_t k) {
  StatementRow& row = rows_[k];
  if (row.speaker_reason != kFirstPerson || row.within == kNone) return;
  const Index t = drafts_[k].source.begin;
  const std::string_view word = r_.lower(t);
  const bool said = r_.quoted(t) || drafts_[row.within].rule == &rule(kTurn);
  const StatementRow& outer = rows_[row.within];
  if (!said || (word != "i" && word != "me") || outer.speaker_reason == kFirstPerson) return;
  same_speaker(outer, row, outer.speaker_by == nullptr ? nullptr : kByEnclosing);
}

void Resolver::pronoun(std::size_t k, Index t) {
  StatementRow& row = rows_[k];
  const std::string_view word = r_.lower(t);
  const bool he = word == "he" || word == "him", she = word == "she" || word == "her";
  if (he || she) return person(k, t, he);
  const Index entity = named_entity(t);
  if (word == "it") {
    body_before(k);
    if (row.speaker_by == nullptr && found(row, entity, kByCoreference)) row.speaker_reason = nullptr;
  } else if (entity != kNone && word == "who") {
    found(row, entity, kByCoreference);
  } else if (word == "who" || word == "which" || word == "that") {
    if (!found(row, antecedent(t), kByWho)) row.speaker_reason = kNoName;
  } else {
    const bool group = word == "they" || word == "them" || word == "some" || word == "many";
    row.speaker_reason = group ? kGroupPronoun : kFirstPerson;
  }
}

// "A:" in an interview whose lead names one person, who answers.
void Resolver::letter(StatementRow& row, bool answers) {
  const auto first =
      std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& draft) { return draft.rule == &rule(kTurn); });
  const Names& names = r_.layers().names;
  Index only = kNone;
  row.speaker_reason = kNoName;
  for (const NameMention& mention : names.mentions) {
    if (!answers || mention.tokens.begin >= first->cue.begin) break;
    const MaybeText& type = names.chains[mention.chain].type;
    if (!type || *type != "PERSON" || mention.chain == only) continue;
    if (only != kNone) return;
    only = mention.chain;
  }
  if (found(row, only, kByInterview)) row.speaker_reason = nullptr;
}

// "He", "she": who has just spoken; else whom coreference finds; else a person named before.
void Resolver::person(std::size_t k, Index t, bool male) {
  StatementRow& row = rows_[k];
  const std::size_t spoke = replies(k) ? k : spoke_last(k, t, male);
  Index entity = named_entity(t);
  if (entity != kNone && (!people_.may_be(entity, male) || names_in_words(k, entity))) entity = kNone;
  if (spoke < k) {
    same_speaker(rows_[spoke], row, kBySpoke);
    other(row, entity);
  } else if (!found(row, entity, kByCoreference)) {
    person_before(k, t, male);
  }
  if (row.speaker != kNone) people_.learn_gender(row.speaker, male);
}

// "“You have my number,” |he replied|.": to whoever has just spoken, and so is another. Refused: "Asked if he
// would, he replied".
bool Resolver::replies(std::size_t k) const {
  constexpr std::string_view kReplies[] = {"answer", "counter", "reply", "respond", "retort"};
  if (!among(kReplies, drafts_[k].lemma) || k == 0) return false;
  for (Index t = r_.sentence(drafts_[k].sentence).tokens.begin; t < drafts_[k].cue.begin; ++t) {
    if (r_.lower(t) == "asked" || r_.lower(t) == "when") return false;
  }
  const StatementRow& before = rows_[k - 1];
  return before.form == StatementForm::Direct && drafts_[k - 1].sentence + 1 == drafts_[k].sentence;
}

// "My adviser, Ben Ruiz, is right," |he| said: who speaks does not call himself by his name.
bool Resolver::names_in_words(std::size_t k, Index chain) const {
  constexpr Index kMost = 300;  // tokens of a piece that are looked at
  for (const Range piece : drafts_[k].content) {
    for (Index t = piece.begin; t < std::min(piece.end, piece.begin + kMost); ++t) {
      if (r_.quoted(t) && r_[t].name != kNone && chain_at(t) == chain) return true;
    }
  }
  return false;
}

// "Ana Pohl, |who| said".
Index Resolver::antecedent(Index t) const {
  if (t == 0) return kNone;
  Index before = t - 1;
  if (r_.comma(before) && before > 0) --before;
  return r_[before].name == kNone ? kNone : chain_at(before);
}

// The person named first in the clauses before; then the speaker of the statement before; then back, sentence
// by sentence, the first person named in each.
void Resolver::person_before(std::size_t k, Index t, bool male) {
  StatementRow& row = rows_[k];
  const Sentences& sentences = r_.layers().sentences;
  const Index here = sentences.of_token(t);
  found(row, people_.first_person({sentences[here].tokens.begin, t}, male), kByNamed);
  for (Index back = 1; back <= kLookBack && back <= here && row.speaker == kNone; ++back) {
    const std::size_t spoke = spoke_in(k, here - back, male);
    if (spoke < k) return same_speaker(rows_[spoke], row, kBySpoke);
    found(row, people_.first_person(sentences[here - back].tokens, male), kByNamed);
  }
  if (row.speaker == kNone) row.speaker_reason = kUnclearPronoun;
}

// "Ben Ruiz said Pohl was wrong. “It may break,” |he| said.": who has just spoken speaks on, though others are
// named in between. Refused: back over a sentence in which nobody speaks. The last statement before k, outside
// quotations, by someone who may be meant; k if there is none.
std::size_t Resolver::spoke_last(std::size_t k, Index t, bool male) const {
  const Index first = std::min(t, drafts_[k].content.front().begin);
  Index before = first;
  while (before > 0 && (r_.quoted(before - 1) || !r_.word(before - 1))) --before;
  if (before == 0) return k;
  const Sentences& sentences = r_.layers().sentences;
  Index s = sentences.of_token(before - 1);
  if (s == sentences.of_token(t) && s > 0) --s;
  for (std::size_t j = k; j > 0 && drafts_[j - 1].sentence >= s; --j) {
    const Index cue = drafts_[j - 1].cue.begin, speaker = rows_[j - 1].speaker;
    if (cue >= first || r_.quoted(cue)) continue;
    if (speaker != kNone && people_.may_be(speaker, male)) return j - 1;
    if (speaker == kNone && unnamed_person(j - 1)) return j - 1;
  }
  return k;
}

// "Pohl's lawyer said", "the transport minister said": one person, though without a name.
bool Resolver::unnamed_person(std::size_t j) const {
  const Range source = drafts_[j].source;
  if (source.size() < 2 || !rows_[j].speaker_others.empty()) return false;
  if (rows_[j].named && r_.lower(source.begin) == "the") return false;  // "the Norland nominee" has a name somewhere
  const SourceParts parts = take_apart(r_, source);
  bool owned = r_.is(source.begin, kDeterminer);
  for (Index t = parts.head.begin; t < parts.head.end; ++t) owned = owned || r_.possessive(t);
  return owned && parts.noun != kNone && r_[parts.noun].name == kNone && one_person(r_, parts) &&
         !r_.lower(parts.noun).ends_with("s");
}

// The last statement before k made in sentence s by someone who may be meant; k if there is none.
std::size_t Resolver::spoke_in(std::size_t k, Index s, bool male) const {
  for (std::size_t j = k; j > 0; --j) {
    const Draft& draft = drafts_[j - 1];
    if (draft.sentence + kLookBack < s) break;
    if (draft.sentence != s) continue;
    const Index speaker = rows_[j - 1].speaker;
    if (speaker != kNone && people_.may_be(speaker, male)) return j - 1;
    if (speaker == kNone && !draft.source.empty() && one_person(r_, take_apart(r_, draft.source))) return j - 1;
  }
  return k;
}

// "It added": the body that spoke last, if that was just before.
void Resolver::body_before(std::size_t k) {
  StatementRow& row = rows_[k];
  row.speaker_reason = kUnclearPronoun;
  if (k == 0 || drafts_[k - 1].sentence + 2 < drafts_[k].sentence) return;
  const StatementRow& before = rows_[k - 1];
  if (before.speaker == kNone) {
    if (!before.speaker_name.empty() && before.named) same_speaker(before, row, kBySpoke);
    return;
  }
  // What is called "it" is no person, whatever its name looks like.
  const NameChain& chain = r_.layers().names.chains[before.speaker];
  const Person& person = people_[before.speaker];
  const bool someone = person.male || person.female || !chain.roles.empty();
  if (!chain.type || *chain.type != "PERSON" || !someone) same_speaker(before, row, kBySpoke);
}

}  // namespace onrecord::statements
