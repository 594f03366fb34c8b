// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/speakers.h"

#include <algorithm>

#include "annotate/names/lexicon.h"
#include "annotate/statements/anonymity.h"
#include "annotate/statements/epithets.h"
#include "annotate/statements/people.h"
#include "annotate/statements/rules.h"
#include "annotate/statements/source_names.h"
#include "annotate/statements/source_parts.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

constexpr const char* kNoSource = "the text names no source";
constexpr const char* kNoName = "the source has no name";
constexpr const char* kUnclearPronoun = "no single person fits the pronoun";
constexpr const char* kGroupPronoun = "the pronoun stands for a group";
constexpr const char* kSeveral = "the source names several";
constexpr const char* kFirstPerson = "the pronoun is in the first or second person";

constexpr const char* kByName = "the source names the speaker";
constexpr const char* kByDescription = "the source describes the speaker";
constexpr const char* kByAuthor = "the source names the author of the document";
constexpr const char* kByLabel = "a full name ends in the label";
constexpr const char* kByCoreference = "coreference";
constexpr const char* kBySpoke = "who has just spoken";
constexpr const char* kByNamed = "the person named before";
constexpr const char* kByWho = "the name that the relative pronoun follows";
constexpr const char* kByWords = "who spoke before under these words";
constexpr const char* kByTitle = "the only one with this title so far";
constexpr const char* kByAge = "the only one of this age";
constexpr const char* kByEnclosing = "who says the words around it";
constexpr const char* kByInterview = "the only person named before the questions";
constexpr const char* kByOutlet = "the outlet that spoke before";

constexpr Index kLead = 3;             // sentences
constexpr Index kLookBack = 4;         // sentences in which a pronoun's person is looked for
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

class Resolver {
 public:
  Resolver(const Reading& reading, const std::vector<Draft>& drafts, std::vector<StatementRow>& rows)
      : r_(reading), people_(reading), drafts_(drafts), rows_(rows) {}

  void resolve(std::size_t k) {
    const Range source = drafts_[k].source;
    StatementRow& row = rows_[k];
    if (source.empty()) {
      row.speaker_reason = kNoSource;
    } else if (source.size() == 1 && r_[source.begin].name == kNone &&
               r_.is(source.begin, kPronoun | kRelative | kThatWord | kObjectPronoun)) {
      pronoun(k, source.begin);
    } else if (drafts_[k].rule == &rule(kTurn) && source.size() == 1 && r_.token(source.begin).span.size() == 1) {
      letter(row, r_.lower(source.begin) == "a");
    } else {
      // "POHL:" is called by the last word of a name that the article has in full.
      if (drafts_[k].rule == &rule(kTurn)) found(row, people_.by_last_word(r_.lower(source.end - 1)), kByLabel);
      if (row.speaker == kNone) phrase(k, source);
    }
    row.named = row.named || row.speaker != kNone;
    if (row.speaker == kNone) row.speaker_by = row.speaker_name.empty() ? nullptr : kByDescription;
    if (row.speaker != kNone && people_[row.speaker].outlet) row.speaker_name = proper_part(row.speaker);
    add_outlets_in(drafts_[k].addressee, row, false);
    add_outlets_in(source, row, true);
  }

  // "I" in somebody's words is who says them.
  void first_person(std::size_t k) {
    StatementRow& row = rows_[k];
    if (row.speaker_reason != kFirstPerson || row.within == kNone) return;
    const Index t = drafts_[k].source.begin;
    const std::string_view word = r_.lower(t);
    const bool said = r_.quoted(t) || drafts_[row.within].rule == &rule(kTurn);
    const StatementRow& outer = rows_[row.within];
    if (!said || (word != "i" && word != "me") || outer.speaker_reason == kFirstPerson) return;
    same_speaker(outer, row, outer.speaker_by == nullptr ? nullptr : kByEnclosing);
  }

  // Statements inside an outlet's statement came through that outlet.
  void add_via(StatementRow& row) const {
    std::vector<Index> outlets;
    Index at = row.within;
    for (int depth = 0; at != kNone && depth < 8; ++depth, at = rows_[at].within) {
      const Index speaker = rows_[at].speaker;
      if (speaker != kNone && people_[speaker].outlet && speaker != row.speaker) {
        outlets.insert(outlets.begin(), speaker);
      }
    }
    row.via.insert(row.via.begin(), outlets.begin(), outlets.end());
  }

 private:
  static bool found(StatementRow& row, Index speaker, const char* by) {
    if (speaker == kNone) return false;
    row.speaker = speaker;
    row.speaker_by = by;
    return true;
  }

  static void other(StatementRow& row, Index chain) {
    if (chain != kNone && chain != row.speaker) row.speaker_others.push_back(chain);
  }

  // "Nordwire" of "Nordwire news agency"; empty where nothing follows the name.
  std::string proper_part(Index chain) const {
    const std::string& name = r_.layers().names.chains[chain].name;
    std::size_t end = name.size();
    for (std::size_t blank = name.rfind(' ', end); blank != std::string::npos && blank > 0;
         blank = name.rfind(' ', end - 1)) {
      if (blank + 1 >= end || name[blank + 1] < 'a' || name[blank + 1] > 'z') break;
      end = blank;
    }
    return end == name.size() ? std::string() : name.substr(0, end);
  }

  Index chain_at(Index t) const { return r_.layers().names.mentions[r_[t].name].chain; }

  // The first chain of the named entity for which the phrase stands that hangs on `head`; kNone if there is none.
  Index named_entity(Index head) const {
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

  void pronoun(std::size_t k, Index t) {
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
  void letter(StatementRow& row, bool answers) {
    const auto first = std::find_if(drafts_.begin(), drafts_.end(),
                                    [&](const Draft& draft) { return draft.rule == &rule(kTurn); });
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
  void person(std::size_t k, Index t, bool male) {
    StatementRow& row = rows_[k];
    const std::size_t spoke = spoke_last(k, t, male);
    Index entity = named_entity(t);
    if (entity != kNone && (!people_.may_be(entity, male) || names_in_words(k, entity))) entity = kNone;
    if (spoke < k) {
      same_speaker(rows_[spoke], row, kBySpoke);
      other(row, entity);
    } else if (!found(row, entity, kByCoreference)) {
      person_before(k, t, male);
    }
  }

  // "My adviser, Ben Ruiz, is right," |he| said: who speaks does not call himself by his name.
  bool names_in_words(std::size_t k, Index chain) const {
    constexpr Index kMost = 300;  // tokens of a piece that are looked at
    for (const Range piece : drafts_[k].content) {
      for (Index t = piece.begin; t < std::min(piece.end, piece.begin + kMost); ++t) {
        if (r_.quoted(t) && r_[t].name != kNone && chain_at(t) == chain) return true;
      }
    }
    return false;
  }

  // "Ana Pohl, |who| said".
  Index antecedent(Index t) const {
    if (t == 0) return kNone;
    Index before = t - 1;
    if (r_.comma(before) && before > 0) --before;
    return r_[before].name == kNone ? kNone : chain_at(before);
  }

  // The person named first in the clauses before; then the speaker of the statement before; then back, sentence
  // by sentence, the first person named in each.
  void person_before(std::size_t k, Index t, bool male) {
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
  std::size_t spoke_last(std::size_t k, Index t, bool male) const {
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

  // "Pohl's lawyer said": one person, though without a name. Refused: "the nominee", who has one somewhere.
  bool unnamed_person(std::size_t j) const {
    const Range source = drafts_[j].source;
    if (source.size() < 2 || !rows_[j].speaker_others.empty() || r_.lower(source.begin) == "the") return false;
    const SourceParts parts = take_apart(r_, source);
    return parts.noun != kNone && r_[parts.noun].name == kNone && one_person(r_, parts) &&
           !r_.lower(parts.noun).ends_with("s");
  }

  // The last statement before k made in sentence s by someone who may be meant; k if there is none.
  std::size_t spoke_in(std::size_t k, Index s, bool male) const {
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

  static void same_speaker(const StatementRow& from, StatementRow& to, const char* by) {
    to.speaker_by = by;
    to.speaker = from.speaker;
    to.speaker_name = from.speaker_name;
    to.speaker_reason = from.speaker_reason;
    to.named = from.named;
    to.anonymity = from.anonymity;
  }

  // "It added": the body that spoke last, if that was just before.
  void body_before(std::size_t k) {
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

  void phrase(std::size_t k, Range source) {
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
  Index meant_by(const SourceParts& parts) const {
    const Index entity = named_entity(parts.noun);
    const bool person = entity == kNone || !one_person(r_, parts) || people_.may_be(entity, true) ||
                        people_.may_be(entity, false);
    return person ? entity : kNone;
  }

  // "|the mother of two| said": who has just spoken.
  bool parent_of(const SourceParts& parts, Range source) const {
    constexpr std::string_view kParents[] = {"father", "grandfather", "grandmother", "mother"};
    constexpr std::string_view kNumbers[] = {"one", "two", "three", "four", "five", "six", "seven", "eight"};
    return parts.noun != kNone && r_.lower(parts.head.begin) == "the" && among(kParents, r_.lower(parts.noun)) &&
           parts.after + 2 == source.end && r_.lower(parts.after) == "of" && among(kNumbers, r_.lower(source.end - 1));
  }

  // "|the Italian| said": who has just spoken, or else is named before; no nation.
  void national(std::size_t k, Index t) {
    StatementRow& row = rows_[k];
    const Index entity = named_entity(t);
    const auto person = [&](Index chain) { return chain != kNone && (people_.fits(chain, true) || people_.fits(chain, false)); };
    if (person(entity) && found(row, entity, kByCoreference)) return;
    const std::size_t he = spoke_last(k, t, true), she = spoke_last(k, t, false);
    const std::size_t spoke = he == k ? she : she == k ? he : std::max(he, she);
    if (spoke < k) return same_speaker(rows_[spoke], row, kBySpoke);
    row.speaker_reason = kNoName;
  }

  // "the agency", "the minister": who spoke before under these words, or the only one with this title so far.
  bool said_before(std::size_t k, const SourceParts& parts) {
    StatementRow& row = rows_[k];
    if (in_headline(k, parts)) return found(row, people_.by_whole_title(r_.lower(parts.noun)), kByTitle);
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
    if ((names::classes_of(noun) & names::kTitleHead) == 0) return false;
    if (found(row, people_.by_title(noun, parts.head.begin), kByTitle)) return true;
    // A lead says "the governor" of whom the next lines name.
    return drafts_[k].sentence < kLead && found(row, people_.by_title(noun, r_.size()), kByTitle);
  }

  // "|President| vows to rebuild coast": a title alone at the head of an article that names its bearer below.
  bool in_headline(std::size_t k, const SourceParts& parts) const {
    const bool title = (names::classes_of(r_.lower(parts.noun)) & names::kTitleHead) != 0;
    return title && drafts_[k].sentence == 0 && parts.head.size() == 1;
  }

  // "the agency": the outlet that spoke last.
  bool outlet_before(std::size_t k) {
    for (std::size_t j = k; j > 0 && k - j < kRecent; --j) {
      const StatementRow& before = rows_[j - 1];
      if (before.speaker == kNone || !people_[before.speaker].outlet) continue;
      same_speaker(before, rows_[k], kByOutlet);
      return true;
    }
    return false;
  }

  // "the report": of whoever is said to have reported, last. Refused: after "Reuters said", which is no report.
  bool reporter_before(std::size_t k) {
    for (std::size_t j = k; j > 0 && k - j < kRecent; --j) {
      const StatementRow& before = rows_[j - 1];
      if (before.speaker == kNone || before.cue_lemma != "report") continue;
      same_speaker(before, rows_[k], kByOutlet);
      return true;
    }
    return false;
  }

  // "documents seen by the |Guardian|", "a letter shared with |Reuters|".
  bool passed_on_by(Range range, Index t) const {
    constexpr std::string_view kPassed[] = {"interviewed", "leaked", "obtained", "published", "quoted", "reported",
                                            "reviewed",    "seen",   "shared",   "shown",     "viewed"};
    Index link = t;
    while (link > range.begin && (r_.is(link - 1, kDeterminer) || r_[link - 1].name == r_[t].name)) --link;
    if (link < range.begin + 2 || !r_.is(link - 1, kPreposition | kToWord)) return false;
    return among(kPassed, r_.lower(link - 2));
  }

  // "told |Reuters|", "the |BBC|'s Ana Pohl": what is said reaches the article through the outlet.
  void add_outlets_in(Range range, StatementRow& row, bool as_owner) const {
    for (Index t = range.begin; t < range.end; ++t) {
      if (r_[t].name == kNone || !people_[chain_at(t)].outlet) continue;
      const Index end = r_.layers().names.mentions[r_[t].name].tokens.end;
      const bool owner = end < range.end && r_.possessive(end);
      if (as_owner && (chain_at(t) == row.speaker || !(owner || passed_on_by(range, t)))) continue;
      row.via.push_back(chain_at(t));
      return;
    }
  }

  const Reading& r_;
  People people_;
  const std::vector<Draft>& drafts_;
  std::vector<StatementRow>& rows_;
};

}  // namespace

void find_speakers(const Reading& reading, const std::vector<Draft>& drafts, std::vector<StatementRow>& rows) {
  Resolver resolver(reading, drafts, rows);
  for (std::size_t k = 0; k < rows.size(); ++k) resolver.resolve(k);
  for (std::size_t k = 0; k < rows.size(); ++k) resolver.first_person(k);
  for (StatementRow& row : rows) resolver.add_via(row);
}

}  // namespace onrecord::statements
