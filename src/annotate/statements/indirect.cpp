// SPDX-License-Identifier: Apache-2.0
// Indirect speech: a speaker, a cue, and a clause or a phrase that says what was said.
#include <algorithm>

#include "annotate/statements/boundaries.h"
#include "annotate/statements/clause.h"
#include "annotate/statements/patterns.h"
#include "annotate/statements/phrases.h"
#include "annotate/statements/rules.h"
#include "annotate/statements/verbs.h"

namespace onrecord::statements {
namespace {

struct Reach {
  RuleId rule;
  Extent extent;
};

Reach reach_of(Right::Kind kind, bool hearer) {
  switch (kind) {
    case Right::Kind::That: return {hearer ? kHearer : kThatRule, Extent::That};
    case Right::Kind::Clause: return {hearer ? kHearer : kBareClause, Extent::Clause};
    case Right::Kind::Infinitive: return {kInfinitiveRule, Extent::Clause};
    case Right::Kind::Whether: return {kWhetherRule, Extent::Clause};
    case Right::Kind::Order: return {kOrderRule, Extent::Clause};
    case Right::Kind::Preposition: return {kPrepositionRule, Extent::Noun};
    default: return {kNounObject, Extent::Noun};
  }
}

// "As she said the plan was dead, …": the main clause begins after the comma.
bool subordinate(const Place& place, Index source) {
  const Reading& r = place.reading;
  // "the mayor, who said the dam was old, left"
  if (r.is(source, kRelative) && source > place.body.begin && r.comma(source - 1)) return true;
  if (source <= place.body.begin) return false;
  const Index first = place.body.begin;
  return source - first <= 2 && r.is(first, kSubordinator) && !r.is(first, kAnd);
}

// The comma before the speaker of "…, |she said|"; kNone if something else stands there.
Index comma_before(const Place& place, Index begin) {
  if (begin <= place.body.begin) return kNone;
  return place.reading.comma(begin - 1) ? begin - 1 : kNone;
}

// "|She| issued a statement saying": whoever issued it says it.
Range author_before(const Place& place, Range phrase) {
  const Reading& r = place.reading;
  constexpr std::string_view kIssues[] = {"released", "issued", "sent", "wrote", "posted", "published", "made"};
  Index verb = phrase.begin;
  if (phrase.empty() || verb == place.body.begin) return phrase;
  --verb;
  if (r.lower(verb) == "out" && verb > place.body.begin) --verb;
  if (std::find(std::begin(kIssues), std::end(kIssues), r.lower(verb)) == std::end(kIssues)) return phrase;
  const Range author = phrase_before(r, verb, place.body.begin);
  return author.empty() ? phrase : author;
}

// "Ana Pohl as |saying|": the statement is hers, and participle_speech() finds it.
bool quotes_words(const Reading& r, Index begin, Index end) {
  for (Index t = begin; t + 1 < end && !r.quoted(t); ++t) {
    if (r.lower(t) == "as" && r[t + 1].cue != 0 && r[t + 1].form == VerbForm::Ing) return true;
  }
  return false;
}

// "… quoted |Ana Pohl| as saying", "|Ana Pohl| was quoted as saying".
Range quoted_speaker(const Place& place, Index as) {
  const Reading& r = place.reading;
  const auto quotes = [&](Index t) {
    return r.lower(t) == "quoted" || r.lower(t) == "quotes" || r.lower(t) == "cited";
  };
  if (quotes(as - 1)) {
    const VerbGroup group = verb_group(r, as - 1, place.body.begin);
    return group.passive ? phrase_before(r, group.tokens.begin, place.body.begin) : Range{};
  }
  for (Index t = as; t > place.body.begin && as - t < 20; --t) {
    if (r[t - 1].cue == 0 || !quotes(t - 1)) continue;
    if (r.lower(t) == "by") {  // "|Ana Pohl| was quoted by Nordwire as saying"
      const VerbGroup group = verb_group(r, t - 1, place.body.begin);
      return group.passive ? phrase_before(r, group.tokens.begin, place.body.begin) : Range{};
    }
    Range source = {t, as};
    if (r.comma(source.end - 1)) --source.end;
    return source;
  }
  return {};
}

Index first_comma(const Reading& r, Index begin, Index end) {
  while (begin < end && !r.comma(begin)) ++begin;
  return begin;
}

// Whether [begin, end) may be what someone said: a clause, or words with a quotation.
bool sayable(const Reading& r, Index begin, Index end) {
  for (Index t = begin; t < end; ++t) {
    if (r.quoted(t)) return true;
  }
  return has_verb(r, begin, end);
}

// The rest of "The dam, said the mayor, |was old|".
void add_rest(const Place& place, Index after, Draft& draft) {
  const Reading& r = place.reading;
  if (after + 1 >= place.body.end || !r.comma(after)) return;
  const Index next = after + 1;
  const bool goes_on = (r.word(next) && !r.capital(next)) || r[next].opens || draft.content.front().size() <= 2;
  if (r[next].form == VerbForm::Ing || (r.is(next, kAnd) && !r[next].opens) || !goes_on) return;
  draft.content.push_back({next, content_end(r, next, place.body, Extent::That, false)});
}

}  // namespace

Draft make_draft(const Place& place, const VerbGroup& group, const Right& right) {
  Draft draft;
  const Cue& cue = cue_at(group.cue);
  draft.lemma = cue.lemma;
  draft.force = force_in_place(place.reading, group.tokens, cue.force);
  draft.sentence = place.sentence;
  draft.cue = {group.tokens.begin, right.cue_end};
  draft.addressee = right.addressee;
  return draft;
}

bool inverted(const Place& place, const VerbGroup& group) {
  const Reading& r = place.reading;
  const std::uint16_t frames = cue_at(group.cue).frames;
  const Index comma = comma_before(place, group.tokens.begin);
  if (comma == kNone || (frames & kQuote) == 0 || (frames & kClause) == 0 || group.auxiliary) return false;
  if (group.form != VerbForm::Past && group.form != VerbForm::Third) return false;
  const Index first = group.verb + 1;
  if (first >= place.body.end || r.quoted(first)) return false;
  if (r[first].name == kNone && !r.is(first, kDeterminer | kPeople) && !r.capital(first)) return false;
  Draft draft = make_draft(place, group, {});
  draft.cue = group.tokens;
  draft.source = phrase_after(r, first, place.body.end);
  const Index after = draft.source.end;
  if (draft.source.empty() || (after < place.body.end && !r.comma(after) && !r.is(after, kPreposition | kTimeWord)))
    return false;
  draft.content = {{clause_begin(r, place.body), comma}};
  add_rest(place, after, draft);
  if (!sayable(r, place.body.begin, comma) && draft.content.size() == 1) return false;
  draft.rule = &rule(kParenthetical);
  place.drafts.push_back(std::move(draft));
  return true;
}

bool parenthetical(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  const std::uint16_t frames = cue_at(group.cue).frames;
  const bool aside = (frames & kAside) != 0 || ((frames & kQuote) != 0 && (frames & (kClause | kTold)) != 0);
  if (!aside || right.kind != Right::Kind::None) return false;
  if (group.form == VerbForm::Ing) return false;
  Index first = subject.begin;
  const bool as = first > place.body.begin && r.lower(first - 1) == "as";  // "as |the mayor| noted"
  if (as) --first;
  const Index comma = comma_before(place, first);
  const Index after = right.begin;
  if (comma == kNone || (after < place.body.end && !r.comma(after))) return false;
  Draft draft = make_draft(place, group, right);
  draft.source = subject;
  const Index begin = clause_begin(r, place.body);
  const bool if_clause = as && r.is(begin, kSubordinator);  // "If |the dam broke|, as Pohl claims, she must go"
  draft.content = {{if_clause ? begin + 1 : begin, comma}};
  if (!if_clause) add_rest(place, after, draft);
  if (draft.content.front().empty()) return false;
  const bool lead_in = comma - place.body.begin < 2 || r.is(comma - 1, kAdverb);
  if (lead_in && draft.content.size() == 1) return false;
  draft.rule = &rule(kParenthetical);
  place.drafts.push_back(std::move(draft));
  return true;
}

bool indirect_speech(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  if (right.kind == Right::Kind::None || right.begin >= place.body.end || subject.empty()) return false;
  if (group.passive || group.infinitive) return false;
  const bool of_which = subject.begin > place.body.begin && r.lower(subject.begin - 1) == "what";
  if ((right.kind == Right::Kind::Noun || right.kind == Right::Kind::Clause) && of_which)
    return false;  // "what |he| calls a victory"
  Draft draft = make_draft(place, group, right);
  draft.source = subject;
  Right::Kind kind = right.kind;
  if (kind == Right::Kind::Clause && !right.colon && (cue_at(group.cue).frames & kNoun) != 0 &&
      !has_verb(r, right.begin, first_comma(r, right.begin, place.body.end))) {
    kind = Right::Kind::Noun;
  }
  if (kind == Right::Kind::Clause && cue_at(group.cue).lemma == "state" && group.form == VerbForm::Third)
    return false;
  const bool says_anything = cue_at(group.cue).lemma == "say" || (cue_at(group.cue).frames & kTold) != 0;
  if (kind == Right::Kind::Clause && !says_anything && !sayable(r, right.begin, place.body.end)) return false;
  const Reach reach = reach_of(kind, !right.addressee.empty() && kind != Right::Kind::Order);
  draft.rule = &rule(right.colon && right.kind == Right::Kind::Clause ? kColon : reach.rule);
  const Index end = content_end(r, right.begin, place.body, reach.extent, subordinate(place, subject.begin));
  if (end <= right.begin) return false;
  if (reach.extent == Extent::Noun && quotes_words(r, right.begin, place.body.end)) return false;
  draft.content = {{right.begin, end}};
  place.drafts.push_back(std::move(draft));
  return true;
}

bool participle_speech(const Place& place, const VerbGroup& group, const Right& right) {
  const Reading& r = place.reading;
  if (group.form != VerbForm::Ing || group.auxiliary || right.kind == Right::Kind::None) return false;
  if ((cue_at(group.cue).frames & kFiniteOnly) != 0) return false;
  Draft draft = make_draft(place, group, right);
  const Index begin = group.tokens.begin;
  const bool at_start = begin == place.body.begin;
  const bool quoted_as = !at_start && r.lower(begin - 1) == "as" && begin >= place.body.begin + 2;
  const bool linked = at_start || r.comma(begin - 1) || r.dash(begin - 1) || r.is(begin - 1, kAnd | kSubordinator) ||
                      r.lower(begin - 1) == "by" || r[begin - 1].closes;
  if (quoted_as) {
    draft.source = quoted_speaker(place, begin - 1);
    if (draft.source.empty()) return false;
  } else if (linked) {
    const bool same_sentence = !place.drafts.empty() && place.drafts.back().sentence == place.sentence;
    if (same_sentence) draft.source = place.drafts.back().source;
    else if (!at_start) draft.source = first_phrase(r, place.body);
  } else {
    draft.source = author_before(place, phrase_before(r, begin, place.body.begin));
    if (draft.source.empty()) return false;
  }
  const Reach reach = reach_of(right.kind, false);
  Index end = content_end(r, right.begin, place.body, reach.extent, at_start);
  if (at_start && draft.source.empty() && end + 1 < place.body.end) {
    draft.source = first_phrase(r, {end + 1, place.body.end});
  }
  if (right.kind == Right::Kind::Quote) {
    const std::vector<Range>& pieces = r.pieces(r[right.begin].quote);
    draft.content.assign(pieces.begin(), pieces.end());
    draft.goes_on = true;
  } else {
    if (end <= right.begin) return false;
    draft.content = {{right.begin, end}};
  }
  draft.rule = &rule(kParticiple);
  place.drafts.push_back(std::move(draft));
  return true;
}

}  // namespace onrecord::statements
