// SPDX-License-Identifier: Apache-2.0
// Speakers whose source is a phrase: a name, a title, a description.
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

constexpr Index kLead = 3;             // sentences
constexpr Index kLongestMention = 60;  // tokens
constexpr std::size_t kRecent = 80;    // statements in which "the agency" is looked for

// Whether `text` ends in the words `tail` (both ASCII lower case).
bool ends_in_words(std::string_view text, std::string_view tail) {
  if (!text.ends_with(tail)) return false;
  return text.size() == tail.size() || text[text.size() - tail.size() - 1] == ' ';
}

// Words that stand for an outlet named before: "the agency said".
bool outlet_noun(std::string_view word) {
  return word == "agency" || word == "newspaper" || word == "broadcaster" || word == "magazine" || word == "daily" ||
         word == "newswire" || word == "outlet";
}

}  // namespace

// The first chain of the named entity for which the phrase stands that hangs on `head`; kNone if there is none.
Index Resolver::named_entity(Index head) const {
  const Coreference* coreference = r_.layers().coreference;
  if (coreference == nullptr || head == kNone) return kNone;
  const std::vector<EntityMention>& mentions = coreference->mentions;
  auto mention = std::partition_point(mentions.begin(), mentions.end(), [&](const EntityMention& one) {
    return one.tokens.begin + kLongestMention < head;
  });
  for (; mention != mentions.end() && mention->tokens.begin <= head; ++mention) {
    if (mention->head != head) continue;
    const EntityRow& entity = coreference->entities[mention->entity];
    if (entity.named && !entity.chains.empty()) return entity.chains.front();
  }
  return kNone;
}

void Resolver::phrase(std::size_t k, Range source) {
  StatementRow& row = rows_[k];
  const SourceParts parts = take_apart(r_, source);
  row.speaker_others = several_names(r_, source);
  if (!row.speaker_others.empty()) {
    row.named = true;
    row.speaker_reason = kSeveral;
    return;
  }
  if (one_national(r_, parts.head) || parent_of(parts, source)) return national(k, parts.noun);
  if (found(row, name_in_source(r_, people_, source, parts), kByName)) return;
  if (found(row, by_age(r_, parts.head), kByAge)) return;
  if (parts.noun == kNone) {
    row.speaker_reason = kNoName;
    return;
  }
  const Described described = describe_source(r_, parts, source);
  const bool definite = r_.is(parts.head.begin, kDeterminer | kPronoun) && r_.lower(parts.head.begin) != "a" &&
                        r_.lower(parts.head.begin) != "an";
  // "the Norland nominee" has a name, if coreference finds one.
  if (described.named && definite && one_person(r_, parts) && found(row, meant_by(parts), kByCoreference)) return;
  row.speaker_name = described.text;
  row.named = described.named;
  if (!described.named && said_before(k, parts)) return;
  if (row.speaker_name.empty() && definite && found(row, meant_by(parts), kByCoreference)) return;
  if (row.speaker_name.empty()) {
    const Author author = author_of(r_, parts, source);
    row.speaker_name = author.text;
    row.named = row.named || author.named;
    if (found(row, author.chain, kByAuthor) || !author.text.empty()) return;
  }
  if (row.speaker_name.empty() && capitals(r_, parts.head)) {
    row.speaker_name = std::string(r_.layers().text.bytes(r_.span(parts.head)));
    row.named = true;
    return;
  }
  const bool told_apart = described.named || drafts_[k].rule == &rule(kTurn);
  row.anonymity = told_apart ? std::nullopt : anonymity_of(r_, parts, source);
  if (row.speaker_name.empty()) row.speaker_reason = kNoName;
}

// Whom coreference has for the phrase. Refused: an outlet for "his defence minister".
Index Resolver::meant_by(const SourceParts& parts) const {
  const Index entity = named_entity(parts.noun);
  const bool person =
      entity == kNone || !one_person(r_, parts) || people_.may_be(entity, true) || people_.may_be(entity, false);
  return person ? entity : kNone;
}

// "|the mother of two| said": who has just spoken.
bool Resolver::parent_of(const SourceParts& parts, Range source) const {
  constexpr std::string_view kParents[] = {"father", "grandfather", "grandmother", "mother"};
  constexpr std::string_view kNumbers[] = {"one", "two", "three", "four", "five", "six", "seven", "eight"};
  return parts.noun != kNone && r_.lower(parts.head.begin) == "the" && among(kParents, r_.lower(parts.noun)) &&
         parts.after + 2 == source.end && r_.lower(parts.after) == "of" && among(kNumbers, r_.lower(source.end - 1));
}

// "|the Italian| said": who has just spoken, or else is named before; no nation.
void Resolver::national(std::size_t k, Index t) {
  StatementRow& row = rows_[k];
  const Index entity = named_entity(t);
  const bool person = entity != kNone && (people_.fits(entity, true) || people_.fits(entity, false));
  if (person && found(row, entity, kByCoreference)) return;
  const std::size_t he = spoke_last(k, t, true), she = spoke_last(k, t, false);
  const std::size_t spoke = he == k ? she : she == k ? he : std::max(he, she);
  if (spoke < k) return same_speaker(rows_[spoke], row, kBySpoke);
  row.speaker_reason = kNoName;
}

// "the agency", "the minister": who spoke before under these words, or the only one with this title so far.
bool Resolver::said_before(std::size_t k, const SourceParts& parts) {
  StatementRow& row = rows_[k];
  if (in_headline(k, parts)) return found(row, people_.by_whole_title(r_.lower(parts.noun)), kByTitleBelow);
  if (r_.lower(parts.head.begin) != "the" || parts.after != parts.noun + 1 || parts.head.size() < 2) return false;
  const std::string_view words = r_.layers().text.lower(r_.span({parts.head.begin + 1, parts.head.end}));
  for (std::size_t j = k; j > 0 && k - j < kRecent; --j) {
    const StatementRow& before = rows_[j - 1];
    const bool chain = before.speaker != kNone;
    if (!chain && (before.speaker_name.empty() || !before.named)) continue;
    const std::string& name = chain ? r_.layers().names.chains[before.speaker].name : before.speaker_name;
    if (!ends_in_words(ascii_lower(name), words)) continue;
    same_speaker(before, row, kByWords);
    return true;
  }
  const std::string_view noun = r_.lower(parts.noun);
  if (parts.head.size() == 2 && outlet_noun(noun)) return outlet_before(k);
  if (parts.head.size() == 2 && noun == "report") return reporter_before(k);
  if ((names::classes_of(noun) & names::kTitleHead) == 0) {
    return parts.head.size() == 2 && found(row, people_.by_word(noun, parts.head.begin), kByWord);
  }
  const auto bearer = [&](Index before, const char* by) {
    if (!found(row, people_.by_title(parts.head, before), by)) return false;
    row.speaker_name.clear();
    return true;
  };
  if (bearer(parts.head.begin, kByTitle)) return true;
  // A lead says "the governor" of whom the next lines name.
  return drafts_[k].sentence < kLead && bearer(r_.size(), kByTitleBelow);
}

// "|President| vows to rebuild coast": a title alone at the head of an article that names its bearer below.
bool Resolver::in_headline(std::size_t k, const SourceParts& parts) const {
  const bool title = (names::classes_of(r_.lower(parts.noun)) & names::kTitleHead) != 0;
  return title && drafts_[k].sentence == 0 && parts.head.size() == 1;
}

// "the agency": the outlet that spoke last.
bool Resolver::outlet_before(std::size_t k) {
  for (std::size_t j = k; j > 0 && k - j < kRecent; --j) {
    const StatementRow& before = rows_[j - 1];
    if (before.speaker == kNone || !people_[before.speaker].outlet) continue;
    same_speaker(before, rows_[k], kByOutlet);
    return true;
  }
  return false;
}

// "the report": of whoever is said to have reported, last. Refused: after "Reuters said", which is no report.
bool Resolver::reporter_before(std::size_t k) {
  for (std::size_t j = k; j > 0 && k - j < kRecent; --j) {
    const StatementRow& before = rows_[j - 1];
    if (before.speaker == kNone || before.cue_lemma != "report") continue;
    same_speaker(before, rows_[k], kByOutlet);
    return true;
  }
  return false;
}

}  // namespace onrecord::statements
