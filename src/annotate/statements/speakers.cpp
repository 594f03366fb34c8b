// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/speakers.h"

#include <algorithm>

#include "annotate/names/lexicon.h"
#include "annotate/statements/people.h"

namespace onrecord::statements {
namespace {

constexpr const char* kNoSource = "the text names no source";
constexpr const char* kNoName = "the source has no name";
constexpr const char* kUnclearPronoun = "no single person fits the pronoun";
constexpr const char* kGroupPronoun = "the pronoun stands for a group";
constexpr const char* kFirstPerson = "the pronoun is in the first or second person";

constexpr Index kLookBack = 4;  // sentences in which a pronoun's person is looked for

// A source taken apart: "|two| |US| |officials| familiar with the plan".
struct Phrase {
  Range head;           // to the first comma or preposition
  Index noun = kNone;   // last word of the head
  Index after = kNone;  // what follows the head; end of the source if nothing does
};

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
    } else {
      phrase(source, row);
    }
    row.named = row.speaker != kNone;
    add_outlet_told(drafts_[k].addressee, row);
  }

  // Statements inside an outlet's statement came through that outlet.
  void add_via(StatementRow& row) const {
    std::vector<Index> outlets;
    Index at = row.within;
    for (int depth = 0; at != kNone && depth < 8; ++depth, at = rows_[at].within) {
      const Index speaker = rows_[at].speaker;
      if (speaker != kNone && people_[speaker].outlet) outlets.insert(outlets.begin(), speaker);
    }
    row.via.insert(row.via.begin(), outlets.begin(), outlets.end());
  }

 private:
  Index chain_at(Index t) const { return r_.layers().names.mentions[r_[t].name].chain; }

  void pronoun(std::size_t k, Index t) {
    StatementRow& row = rows_[k];
    const std::string_view word = r_.lower(t);
    if (word == "he" || word == "him" || word == "she" || word == "her") {
      row.speaker = person_before(k, t, word == "he" || word == "him");
      if (row.speaker == kNone) row.speaker_reason = kUnclearPronoun;
    } else if (word == "who" || word == "which" || word == "that") {
      row.speaker = antecedent(t);
      if (row.speaker == kNone) row.speaker_reason = kNoName;
    } else if (word == "it") {
      row.speaker = body_before(k);
      if (row.speaker == kNone) row.speaker_reason = kUnclearPronoun;
    } else {
      row.speaker_reason =
          word == "they" || word == "them" || word == "some" || word == "many" ? kGroupPronoun : kFirstPerson;
    }
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
  Index person_before(std::size_t k, Index t, bool male) const {
    const Sentences& sentences = r_.layers().sentences;
    const Index here = sentences.of_token(t);
    const Index same = people_.first_person({sentences[here].tokens.begin, t}, male);
    if (same != kNone) return r_.layers().names.mentions[same].chain;
    for (Index back = 1; back <= kLookBack && back <= here; ++back) {
      const Index s = here - back;
      const Index spoke = speaker_in(k, s, male);
      if (spoke != kNone) return spoke;
      const Index named = people_.first_person(sentences[s].tokens, male);
      if (named != kNone) return r_.layers().names.mentions[named].chain;
    }
    return kNone;
  }

  // The speaker of the last statement before k made in sentence s.
  Index speaker_in(std::size_t k, Index s, bool male) const {
    for (std::size_t j = k; j > 0; --j) {
      if (drafts_[j - 1].sentence + kLookBack < s) break;
      if (drafts_[j - 1].sentence != s || rows_[j - 1].speaker == kNone) continue;
      if (people_.fits(rows_[j - 1].speaker, male)) return rows_[j - 1].speaker;
    }
    return kNone;
  }

  // "It added": the body that spoke last, if that was just before.
  Index body_before(std::size_t k) const {
    if (k == 0 || drafts_[k - 1].sentence + 2 < drafts_[k].sentence) return kNone;
    const Index speaker = rows_[k - 1].speaker;
    if (speaker == kNone) return kNone;
    const MaybeText& type = r_.layers().names.chains[speaker].type;
    return type && *type == "PERSON" ? kNone : speaker;
  }

  Phrase take_apart(Range source) const {
    Phrase out;
    Index t = source.begin;
    while (t < source.end && !r_.comma(t) && !r_.is(t, kRelative) && r_.form(t) != "(" && !r_.dash(t) &&
           !(t > source.begin && r_.is(t, kPreposition) && r_[t].name == kNone)) {
      ++t;
    }
    out.head = {source.begin, t};
    out.after = t;
    if (t > source.begin) out.noun = t - 1;
    return out;
  }

  void phrase(Range source, StatementRow& row) {
    const Phrase parts = take_apart(source);
    if (parts.noun == kNone) {
      row.speaker_reason = kNoName;
      return;
    }
    if (r_[parts.noun].name != kNone) {
      row.speaker = chain_at(parts.noun);
      return;
    }
    row.speaker = apposed_name(parts, source);
    if (row.speaker == kNone) row.speaker = by_role(parts);
    if (row.speaker != kNone) return;
    row.speaker_reason = kNoName;
    row.anonymity = anonymity(parts, source);
  }

  // "the mayor, |Ana Pohl|, said".
  Index apposed_name(const Phrase& parts, Range source) const {
    const Index t = parts.after + 1;
    if (parts.after >= source.end || !r_.comma(parts.after) || t >= source.end || r_[t].name == kNone) return kNone;
    const NameMention& mention = r_.layers().names.mentions[r_[t].name];
    const bool ends = mention.tokens.end >= source.end || r_.comma(mention.tokens.end);
    return ends && mention.tokens.size() > 1 ? mention.chain : kNone;
  }

  // "the minister": the only one named so far.
  Index by_role(const Phrase& parts) const {
    if (r_.lower(parts.head.begin) != "the" || parts.after != parts.noun + 1) return kNone;
    const std::string_view noun = r_.lower(parts.noun);
    if ((names::classes_of(noun) & names::kTitleHead) == 0) return kNone;
    return people_.by_title(noun, parts.head.begin);
  }

  std::optional<Anonymity> anonymity(const Phrase& parts, Range source) const {
    const std::string_view noun = r_.lower(parts.noun);
    if (!r_.is(parts.noun, kPeople) && (names::classes_of(noun) & names::kTitleHead) == 0) return std::nullopt;
    Anonymity out;
    Index first = parts.head.begin;
    while (first < parts.noun && (r_.is(first, kDeterminer | kAdverb) || r_.token(first).is(kHasDigit))) {
      if (!out.count) out.count = count_of(first);
      ++first;
    }
    if (first < parts.noun) out.affiliation = text({first, parts.noun});
    if (!out.affiliation && parts.after + 1 < source.end && r_.is(parts.after, kPreposition)) {
      Index end = parts.after + 1;
      while (end < source.end && !r_.comma(end) && !r_.is(end, kRelative)) ++end;
      out.affiliation = text({parts.after + 1, end});
    }
    out.reason = reason(source);
    return out;
  }

  std::optional<int> count_of(Index t) const {
    constexpr std::string_view kNumbers[] = {"a",     "two",   "three", "four", "five",   "six",
                                             "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    const std::string_view word = r_.lower(t);
    if (word == "an" || word == "one") return 1;
    for (int n = 0; n < 12; ++n) {
      if (kNumbers[n] == word) return n + 1;
    }
    if (!r_.token(t).is(kHasDigit) || word.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : word) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  std::string text(Range range) const { return std::string(r_.layers().text.bytes(r_.span(range))); }

  // Why the source is not named, in the text's own words: the sentence's clause that says so.
  MaybeText reason(Range source) const {
    constexpr std::string_view kSigns[] = {"anonymity", "named", "identified", "authorized", "authorised"};
    const Sentences& sentences = r_.layers().sentences;
    const Range range = sentences[sentences.of_token(source.begin)].tokens;
    for (Index t = range.begin; t < range.end; ++t) {
      if (std::find(std::begin(kSigns), std::end(kSigns), r_.lower(t)) == std::end(kSigns)) continue;
      Index begin = t;
      bool negated = r_.lower(t) == "anonymity";
      while (begin > range.begin && t - begin < 8 && !r_.comma(begin - 1) && !r_.quoted(begin - 1)) {
        --begin;
        negated = negated || r_.is(begin, kNot) || r_.lower(begin) == "declined" || r_.lower(begin) == "refused";
        if (r_.is(begin, kRelative) || r_.lower(begin) == "on") break;
      }
      if (!negated) continue;
      Index end = t + 1;
      while (end < range.end && !r_.comma(end) && r_.word(end)) ++end;
      return text({begin, end});
    }
    return std::nullopt;
  }

  // "told |Reuters|": what is said reaches the article through the outlet.
  void add_outlet_told(Range addressee, StatementRow& row) const {
    for (Index t = addressee.begin; t < addressee.end; ++t) {
      if (r_[t].name != kNone && people_[chain_at(t)].outlet) {
        row.via.push_back(chain_at(t));
        return;
      }
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
  for (StatementRow& row : rows) resolver.add_via(row);
}

}  // namespace onrecord::statements
