// SPDX-License-Identifier: Apache-2.0
// "According to X, …" and "…, according to X".
#include "annotate/statements/clause.h"
#include "annotate/statements/patterns.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

// The source of "according to |the ministry, which …|": to the comma that ends it.
Range source_after(const Place& place, Index begin) {
  const Reading& r = place.reading;
  Index t = begin;
  for (; t < place.body.end; ++t) {
    if (r.quoted(t)) continue;
    if (r.comma(t) || r.dash(t) || r.form(t) == ";" || r.colon(t)) break;
    if (t > begin && r.is(t, kAux | kPronoun) && !r.is(t, kDeterminer)) break;
  }
  return {begin, t};
}

// "According to Nordwire, |citing officials,| the dam broke": where what is said begins.
Index past_cited(const Place& place, Index begin) {
  const Reading& r = place.reading;
  if (r.lower(begin) != "citing" && r.lower(begin) != "quoting") return begin;
  for (Index t = begin + 1; t + 1 < place.body.end; ++t) {
    if (r.comma(t)) return t + 1;
  }
  return begin;
}

// Sizes and the like are no sources: "vary according to size".
bool source_like(const Reading& r, Range source) {
  if (source.empty()) return false;
  const Index t = source.begin;
  return r[t].name != kNone || r.capital(t) || r.is(t, kDeterminer | kPeople | kObjectPronoun | kTimeWord) ||
         r.token(t).is(kHasDigit) || source.size() > 1;
}

// "X said the dam was old, |with cracks in it|, according to Y": what another statement of the sentence has not.
Index after_last_statement(const Place& place, Index begin, Index end) {
  if (place.drafts.empty()) return begin;
  const Draft& last = place.drafts.back();
  if (last.sentence != place.sentence || last.cue.end >= end || last.content.back().begin < last.cue.end)
    return begin;
  for (Index t = end; t > last.cue.end + 1; --t) {
    if (place.reading.comma(t - 1) && t < end) return t;
  }
  return begin;
}

}  // namespace

bool according_to(const Place& place, Index t) {
  const Reading& r = place.reading;
  if (t + 2 >= place.body.end || r.lower(t) != "according" || !r.is(t + 1, kToWord)) return false;
  Draft draft;
  draft.lemma = "according to";
  draft.force = Force::Said;
  draft.rule = &rule(kAccordingTo);
  draft.sentence = place.sentence;
  draft.cue = {t, t + 2};
  draft.source = source_after(place, t + 2);
  if (!source_like(r, draft.source)) return false;
  const Index after = draft.source.end;
  const bool first = t == place.body.begin || (t == place.body.begin + 1 && r.is(t - 1, kAnd));
  if (first) {
    if (after + 1 >= place.body.end || !r.comma(after)) return false;
    const Index said = past_cited(place, after + 1);
    draft.content = {{said, content_end(r, said, place.body, Extent::That, false)}};
  } else {
    Index begin = clause_begin(r, place.body);
    Index end = t;
    if (r.comma(end - 1) || r.dash(end - 1)) --end;
    if (end > place.paragraph_begin && end == begin && r[end - 1].closes) {
      begin = r.layers().tokens.covering(r.layers().quotes.rows[r[end - 1].quote].pieces.back()).begin;
    }
    begin = after_last_statement(place, begin, end);
    if (end <= begin) return false;
    draft.content = {{begin, end}};
  }
  place.drafts.push_back(std::move(draft));
  return true;
}

}  // namespace onrecord::statements
