// SPDX-License-Identifier: Apache-2.0
// Statements without a verb of saying: headlines with a colon, and "reportedly".
#include "annotate/names/lexicon.h"
#include "annotate/statements/clause.h"
#include "annotate/statements/patterns.h"
#include "annotate/statements/rules.h"
#include "annotate/statements/source_parts.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

constexpr Index kLongestHeadlineSource = 5, kLongestTail = 4;
constexpr Index kShortestHeadline = 3;  // tokens of what is said, before its source

// What an article is, and no speaker: "Exclusive: EU weighs ban".
constexpr std::string_view kRubrics[] = {
    "analysis", "breaking", "comment",    "editorial", "exclusive", "explainer",  "factbox",  "feature",
    "gallery",  "guide",    "insight",    "interview", "live",      "newsletter", "obituary", "opinion",
    "photos",   "podcast",  "pictures",   "profile",   "q&a",       "quiz",       "recap",    "review",
    "special",  "timeline", "transcript", "update",    "video",     "watch",      "wrapup"};

bool title_head(const Reading& r, Index t) { return (names::classes_of(r.lower(t)) & names::kTitleHead) != 0; }

// "Ana Pohl", "Finance minister", "Poll": what may stand before the colon of a headline.
bool names_speaker(const Reading& r, Range source) {
  const Index last = source.end - 1;
  if (among(kRubrics, r.lower(last)) || among(kRubrics, r.lower(source.begin))) return false;
  for (Index t = source.begin; t < source.end; ++t) {  // "Flood in Reyle: what we know"
    if (r.is(t, kPreposition) && r.lower(t) != "of" && r[t].name == kNone) return false;
  }
  if (r[last].name != kNone || r.is(source.begin, kPeople) || r.is(last, kPeople)) return true;
  if (title_head(r, last) || is_body(r.lower(last))) return true;
  for (Index t = source.begin; t < source.end; ++t) {
    if (!r.capital(t) || r.is(t, kDeterminer | kPronoun | kPreposition | kWhWord | kSubordinator)) return false;
  }
  return source.size() <= 2;
}

// "health ministry", "sources", "UN": what a headline ends with after a colon or a dash. Refused: a name after a dash
// ("Bridge falls - Nordwire"), which is the page's.
bool ends_headline(const Reading& r, Range source, bool after_dash) {
  const Index last = source.end - 1;
  if (among(kRubrics, r.lower(last))) return false;
  const bool someone = r.is(last, kPeople) || title_head(r, last) || is_body(r.lower(last));
  if (after_dash) return someone && r[last].name == kNone;
  return someone || r[last].name != kNone;
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

bool headline_tail(const Place& place) {
  const Reading& r = place.reading;
  const Range body = place.body;
  if (place.sentence != 0 || body.size() < kShortestHeadline + 2) return false;
  const Index end = r.sentence(0).tokens.end;
  if (r.stop(end - 1)) return false;  // a headline has no full stop
  Index mark = body.end - 1;
  while (mark > body.begin && body.end - mark <= kLongestTail + 1 && !r.colon(mark) && !r.dash(mark)) --mark;
  const Range source = {mark + 1, body.end};
  if (!(r.colon(mark) || r.dash(mark)) || source.empty() || mark - body.begin < kShortestHeadline) return false;
  for (Index t = source.begin; t < source.end; ++t) {
    if (!r.word(t) || (r[t].cue != 0 && !r.is(t, kPeople)) || r.is(t, kAux | kPreposition | kPronoun)) return false;
  }
  if (!ends_headline(r, source, r.dash(mark))) return false;
  Draft draft;
  draft.source = source;
  draft.lemma = r.form(mark);
  draft.force = Force::Said;
  draft.rule = &rule(kHeadlineTail);
  draft.sentence = 0;
  draft.cue = {mark, mark + 1};
  draft.content = {{body.begin, mark}};
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
