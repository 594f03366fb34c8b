// SPDX-License-Identifier: Apache-2.0
// Statements without a verb of saying: headlines with a colon, and "reportedly".
#include "annotate/statements/clause.h"
#include "annotate/statements/patterns.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

constexpr Index kLongestHeadlineSource = 5;

// "Ana Pohl", "Finance minister", "Poll": what may stand before the colon of a headline.
bool names_speaker(const Reading& r, Range source) {
  const Index last = source.end - 1;
  if (r[last].name != kNone || r.is(source.begin, kPeople) || r.is(last, kPeople)) return true;
  for (Index t = source.begin; t < source.end; ++t) {
    if (!r.capital(t) || r.is(t, kDeterminer | kPronoun | kPreposition | kWhWord | kSubordinator)) return false;
  }
  return source.size() <= 2;
}

}  // namespace

bool headline(const Place& place) {
  const Reading& r = place.reading;
  if (place.sentence != 0) return false;
  const Index begin = place.body.begin;
  Index colon = begin;
  while (colon < place.body.end && colon - begin <= kLongestHeadlineSource && !r.colon(colon) && r.word(colon))
    ++colon;
  if (colon == begin || colon + 2 >= place.body.end || !r.colon(colon) || r[colon - 1].cue != 0) return false;
  Draft draft;
  draft.source = {begin, colon};
  if (!names_speaker(r, draft.source)) return false;
  draft.lemma = ":";
  draft.force = Force::Said;
  draft.rule = &rule(kHeadline);
  draft.sentence = place.sentence;
  draft.cue = {colon, colon + 1};
  const Index end = r[colon + 1].opens ? r.pieces(r[colon + 1].quote).front().end : place.body.end;
  draft.content = {{colon + 1, end}};
  place.drafts.push_back(std::move(draft));
  return true;
}

bool reportedly(const Place& place, Index t) {
  const Reading& r = place.reading;
  if (t <= place.body.begin || t + 1 >= place.body.end || r.lower(t) != "reportedly") return false;
  Draft draft;
  draft.lemma = "reportedly";
  draft.force = Force::Reported;
  draft.rule = &rule(kReportedly);
  draft.sentence = place.sentence;
  draft.cue = {t, t + 1};
  Index begin = t;
  while (begin > place.body.begin && !r.comma(begin - 1) && !r.quoted(begin - 1) &&
         !r.is(begin - 1, kAnd | kThatWord | kSubordinator)) {
    --begin;
  }
  if (begin < t) draft.content.push_back({begin, t});
  draft.content.push_back({t + 1, content_end(r, t + 1, place.body, Extent::Clause, false)});
  place.drafts.push_back(std::move(draft));
  return true;
}

}  // namespace onrecord::statements
