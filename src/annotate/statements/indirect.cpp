// SPDX-License-Identifier: Apache-2.0
// Indirect speech: a speaker, a cue, and a clause or a phrase that says what was said.
#include "annotate/statements/patterns.h"
#include "annotate/statements/phrases.h"
#include "annotate/statements/rules.h"

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
  if (begin <= place.body.begin + 1) return kNone;
  return place.reading.comma(begin - 1) ? begin - 1 : kNone;
}

bool lower_start(const Reading& r, Index t) { return r.word(t) && !r.capital(t); }

}  // namespace

Draft make_draft(const Place& place, const VerbGroup& group, const Right& right) {
  Draft draft;
  const Cue& cue = cue_at(group.cue);
  draft.lemma = cue.lemma;
  draft.force = cue.force;
  draft.sentence = place.sentence;
  draft.cue = {group.tokens.begin, right.cue_end};
  draft.addressee = right.addressee;
  return draft;
}

bool parenthetical(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  const std::uint16_t frames = cue_at(group.cue).frames;
  if ((frames & kQuote) == 0 || (frames & (kClause | kTold)) == 0 || right.kind != Right::Kind::None) return false;
  if (group.passive || group.form == VerbForm::Ing) return false;
  Draft draft = make_draft(place, group, right);
  Index comma = kNone;
  Index after = right.begin;
  if (subject.empty()) {
    comma = comma_before(place, group.tokens.begin);
  } else {
    comma = comma_before(place, subject.begin);
    draft.source = subject;
  }
  if (comma == kNone || comma - place.body.begin < 2 || r.is(comma - 1, kAdverb) || subject.empty()) return false;
  draft.content = {{place.body.begin, comma}};
  if (after < place.body.end && r.comma(after) && after + 1 < place.body.end) {
    const Index next = after + 1;
    if (r[next].form != VerbForm::Ing && !r.is(next, kAnd) && (lower_start(r, next) || r[next].opens)) {
      draft.content.push_back({next, content_end(r, next, place.body, Extent::That, false)});
    }
  } else if (after < place.body.end && !r.comma(after)) {
    return false;
  }
  draft.rule = &rule(kParenthetical);
  place.drafts.push_back(std::move(draft));
  return true;
}

bool indirect_speech(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  if (right.kind == Right::Kind::None || right.begin >= place.body.end || subject.empty()) return false;
  if (group.passive || group.infinitive) return false;
  Draft draft = make_draft(place, group, right);
  draft.source = subject;
  const Reach reach = reach_of(right.kind, !right.addressee.empty() && right.kind != Right::Kind::Order);
  draft.rule = &rule(right.colon && right.kind == Right::Kind::Clause ? kColon : reach.rule);
  const Index end = content_end(r, right.begin, place.body, reach.extent, subordinate(place, subject.begin));
  if (end <= right.begin) return false;
  draft.content = {{right.begin, end}};
  place.drafts.push_back(std::move(draft));
  return true;
}

bool participle_speech(const Place& place, const VerbGroup& group, const Right& right) {
  const Reading& r = place.reading;
  if (group.form != VerbForm::Ing || group.auxiliary || right.kind == Right::Kind::None) return false;
  Draft draft = make_draft(place, group, right);
  const Index begin = group.tokens.begin;
  const bool at_start = begin == place.body.begin;
  const bool linked = at_start || r.comma(begin - 1) || r.dash(begin - 1) || r.is(begin - 1, kAnd | kSubordinator) ||
                      r.lower(begin - 1) == "by" || r[begin - 1].closes;
  if (linked) {
    const bool same_sentence = !place.drafts.empty() && place.drafts.back().sentence == place.sentence;
    if (same_sentence) draft.source = place.drafts.back().source;
    else if (!at_start) draft.source = first_phrase(r, place.body);
  } else {
    draft.source = phrase_before(r, begin, place.body.begin);
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

bool passive_speech(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  if (!group.passive || subject.empty()) return false;
  const Cue& cue = cue_at(group.cue);
  const Index after = group.verb + 1;
  if (after >= place.body.end) return false;
  const bool it = subject.size() == 1 && r.lower(subject.begin) == "it";
  Draft draft = make_draft(place, group, right);
  draft.cue.end = after;
  draft.rule = &rule(kPassiveRule);
  if (it && (cue.frames & kThat) != 0 && (right.kind == Right::Kind::That || right.kind == Right::Kind::Clause)) {
    const Extent extent = right.kind == Right::Kind::That ? Extent::That : Extent::Clause;
    draft.content = {{right.begin, content_end(r, right.begin, place.body, extent, false)}};
    place.drafts.push_back(std::move(draft));
    return true;
  }
  if ((cue.frames & kPassive) == 0 || !r.is(after, kToWord)) return false;
  draft.content = {subject, {after, content_end(r, after, place.body, Extent::Clause, false)}};
  place.drafts.push_back(std::move(draft));
  return true;
}

}  // namespace onrecord::statements
