// SPDX-License-Identifier: Apache-2.0
// Passive cues: "was rejected by the board", "it is said that …", "is expected to …".
#include "annotate/statements/clause.h"
#include "annotate/statements/patterns.h"
#include "annotate/statements/phrases.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

// Where "by" stands of "was rejected |by| X", "was described as “fair” |by| X"; kNone if it does not.
Index by_of(const Place& place, const VerbGroup& group) {
  const Reading& r = place.reading;
  constexpr Index kFarthest = 12;
  const Index first = group.verb + 1;
  const bool as = first < place.body.end && r.lower(first) == "as";
  for (Index t = first; t + 1 < place.body.end && t - first < kFarthest; ++t) {
    if (!r.quoted(t) && r.lower(t) == "by") return t;
    if (!as || (!r.quoted(t) && (r.comma(t) || r.is(t, kAnd | kRelative | kThatWord | kAux)))) break;
  }
  return kNone;
}

// Who stands after "by", without what they said it for: "by the board |for its cost|".
Range agent_after(const Place& place, Index begin) {
  const Reading& r = place.reading;
  Range agent = phrase_after(r, begin, place.body.end);
  for (Index t = begin; t < agent.end; ++t) {
    const bool ends = r.is(t, kPreposition | kWhWord | kToWord) && r.lower(t) != "of" && r[t].name == kNone;
    const bool charge = r.lower(t) == "of" && t + 1 < agent.end && r.lower(t + 1).ends_with("ing");
    if (ends || charge) agent.end = t;
  }
  return agent;
}

// "accused by X |of wasting money|": the charge is said too.
Range charge_after(const Place& place, Index after) {
  const Reading& r = place.reading;
  if (after + 1 >= place.body.end || r.quoted(after)) return {};
  if (r.lower(after) != "of" && r.lower(after) != "for" && r.lower(after) != "as") return {};
  const Index end = content_end(r, after, place.body, Extent::Noun, false);
  return end > after + 1 ? Range{after, end} : Range{};
}

}  // namespace

bool passive_by(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  const Index by = by_of(place, group);
  if (by == kNone || subject.empty() || r.is(subject.begin, kRelative)) return false;
  if ((cue_at(group.cue).frames & kNoun) == 0 || !group.passive) return false;
  if (r[by + 1].name == kNone && !r.is(by + 1, kDeterminer | kPeople) && !r.capital(by + 1)) return false;
  Draft draft = make_draft(place, group, right);
  const bool at_once = by == group.verb + 1;
  draft.cue.end = at_once ? by + 1 : group.verb + 1;
  draft.addressee = {};
  draft.source = agent_after(place, by + 1);
  if (draft.source.empty()) return false;
  draft.content = {subject};
  const Range rest = at_once ? charge_after(place, draft.source.end) : Range{group.verb + 1, by};
  if (!rest.empty()) draft.content.push_back(rest);
  draft.rule = &rule(kPassiveBy);
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
