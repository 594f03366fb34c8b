// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/clause.h"

#include <algorithm>

#include "annotate/statements/boundaries.h"

namespace onrecord::statements {
namespace {

constexpr Index kLongest = 40;  // tokens of a phrase

// Whether a coordinated cue of the same speaker begins at `t` ("… and |added").
bool cue_follows(const Reading& r, Index t, Index end) {
  while (t < end && r.is(t, kAdverb | kAux) && !r.quoted(t)) ++t;
  return t < end && r[t].cue != 0 && !r.quoted(t) && (r[t].form == VerbForm::Past || r[t].form == VerbForm::Third) &&
         !(t + 1 < end && r.lower(t + 1) == "by");
}

// "…|, Nordwire reported on Monday|", "…|, the mayor said|": who says all that stands before, not a part of it.
// Refused: "…, the mayor said, …" inside a clause that goes on.
bool attribution_follows(const Reading& r, Index next, Index end) {
  constexpr Index kLongestSource = 6;
  Index t = next;
  const auto noun = [&](Index at) { return r[at].cue == 0 || r[at].form == VerbForm::Base; };  // "|state| radio"
  while (t < end && t - next < kLongestSource && r.word(t) && !r.quoted(t) && noun(t) &&
         !r.is(t, kAux | kPreposition | kAnd | kSubordinator | kRelative | kThatWord | kToWord | kFinite)) {
    ++t;
  }
  if (t == next || t >= end || r[t].cue == 0 || r.quoted(t)) return false;
  const bool someone = r[t - 1].name != kNone || r.is(t - 1, kPronoun | kPeople) || r.is(next, kDeterminer);
  const Cue& cue = cue_at(static_cast<std::uint16_t>(r[t].cue - 1));
  const bool says = (cue.frames & kQuote) != 0 && (cue.frames & (kClause | kTold)) != 0;
  const bool finite = r[t].form == VerbForm::Past || r[t].form == VerbForm::Third;
  if (!someone || !says || !finite) return false;
  const Index after = t + 1;
  if (after >= end || r.is(after, kTimeWord | kAdverb | kPreposition) || r.lower(after) == "here") return true;
  return r.comma(after) && after + 1 < end && r[after + 1].cue != 0 && r[after + 1].form == VerbForm::Ing;
}

bool cut_after_comma(const Reading& r, Index next, Index end, Extent extent) {
  if (r[next].cue != 0 && r[next].form == VerbForm::Ing) return true;
  if (cue_follows(r, next, end) || attribution_follows(r, next, end)) return true;
  const std::string_view word = r.lower(next);
  if (word == "according" || word == "but") return true;
  if (word == "and") return extent == Extent::Noun || cue_follows(r, next + 1, end);
  if (extent == Extent::That) return false;
  if (word == "while" || word == "although" || word == "though") {
    return next + 1 < end && (r[next + 1].name != kNone || r.is(next + 1, kPronoun | kDeterminer));
  }
  if (extent == Extent::Clause) return false;
  return r.is(next, kRelative | kSubordinator | kPronoun | kDeterminer) || word == "including" ||
         word.ends_with("ing");
}

// Where an object ends without a comma: "the plan |in a speech", "the plan |as he left", "the plan |by saying".
bool cut_after_object(const Reading& r, Index t, Index end) {
  const std::string_view word = r.lower(t);
  if (word == "after" || word == "before" || word == "during" || word == "when" || word == "while" ||
      word == "because") {
    return true;
  }
  if (t + 2 >= end) return false;
  if (word == "as") return r.is(t + 1, kPronoun) && !r.is(t + 1, kDeterminer);
  if (word == "by") return r.lower(t + 1).ends_with("ing");
  if (word == "on") return r.is(t + 1, kTimeWord);
  if (word != "in" || !r.is(t + 1, kDeterminer)) return false;
  constexpr std::string_view kOccasions[] = {"speech", "interview",  "statement", "appearance", "letter",
                                             "tweet",  "email",      "briefing",  "debate",     "post",
                                             "video",  "interviews", "broadcast", "column",     "conference"};
  for (Index k = t + 2; k < end && k < t + 5; ++k) {
    if (std::find(std::begin(kOccasions), std::end(kOccasions), r.lower(k)) != std::end(kOccasions)) return true;
  }
  return false;
}

Index piece_end(const Reading& r, Index t) {
  for (const Range& piece : r.pieces(r[t].quote)) {
    if (piece.contains(t)) return piece.end;
  }
  return t + 1;
}

// Where the clause or phrase is cut off; content_end() then keeps quotations whole.
Index cut(const Reading& r, Index begin, Range body, Extent extent, bool cut_at_comma) {
  int brackets = 0;
  for (Index t = begin; t < body.end; ++t) {
    if (r.quoted(t)) continue;
    const std::string_view f = r.form(t);
    if (f == "(" || f == "[") ++brackets;
    if (f == ")" || f == "]") --brackets;
    if (brackets > 0 || t == begin) continue;
    if (f == ";") return t;
    if (t + 1 >= body.end) continue;
    if (r.comma(t) && (cut_at_comma || cut_after_comma(r, t + 1, body.end, extent))) return t;
    if (extent == Extent::Noun && (r.dash(t) || cut_after_object(r, t, body.end))) return t;
    if (r.dash(t) && (r.is(t + 1, kAnd) || r[t + 1].form == VerbForm::Ing)) return t;
    if (r.is(t, kAnd) && cue_follows(r, t + 1, body.end)) return r.comma(t - 1) ? t - 1 : t;
  }
  return body.end;
}

}  // namespace

Index content_end(const Reading& r, Index begin, Range body, Extent extent, bool cut_at_comma) {
  const Index end = cut(r, begin, body, extent, cut_at_comma);
  // A quotation that is begun belongs to the content as a whole, over sentences too.
  return end > begin && r.quoted(end - 1) && !r[end - 1].closes ? piece_end(r, end - 1) : end;
}

Index clause_begin(const Reading& r, Range body) {
  if (body.empty() || !r.token(body.begin).is(kAllCaps)) return body.begin;
  for (Index t = body.begin; t < body.end && t - body.begin < 12; ++t) {
    if (r.dash(t)) return t + 1;
  }
  return body.begin;
}

namespace {

Index past_comma(const Reading& r, Index t, Index end) {
  while (t < end && !(r.comma(t) && !r.quoted(t))) ++t;
  return t + 1;
}

// Past what leads into the main clause: "In a speech on Tuesday, ", "Asked about it, ", "But ".
Index main_begin(const Reading& r, Range body) {
  Index t = clause_begin(r, body);
  if (t >= body.end) return t;
  const std::string_view word = r.lower(t);
  const bool verbal = r[t].name == kNone && word.size() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
  const bool led = r.is(t, kAdverb | kTimeWord) && t + 1 < body.end && r.is(t + 1, kPreposition);  // "Early in May, "
  if (verbal || led || r.is(t, kPreposition | kSubordinator)) {
    t = past_comma(r, t, body.end);
    // "In Reyle, Norland, |Ana Pohl": a place has a comma of its own.
    Index inside = t;
    while (inside < body.end && inside < t + 3 && r.capital(inside)) ++inside;
    if (inside > t && inside < body.end && r.comma(inside) && !r.is(t, kPronoun | kDeterminer)) t = inside + 1;
  }
  while (t < body.end && !r.quoted(t) && r.is(t, kAnd | kAdverb | kTimeWord) && !r.is(t, kDeterminer)) ++t;
  if (t < body.end && r.comma(t)) ++t;
  return t;
}

// A word that can only stand after the phrase: a verb, as far as can be told after a noun.
bool verb_after_noun(const Reading& r, Index t, Index first) {
  if (t == first) return false;
  const std::string_view word = r.lower(t);
  const bool past = !r.capital(t) && word.size() > 4 && word.ends_with("ed");
  return past && !r.is(t - 1, kDeterminer | kPreposition | kAnd);
}

}  // namespace

Range first_phrase(const Reading& r, Range body) {
  const Index first = main_begin(r, body);
  if (first >= body.end || r.quoted(first) || !r.word(first) || r.is(first, kPreposition)) return {};
  if (r.is(first, kPronoun)) return {first, first + 1};
  Index t = first;
  while (t < body.end && t - first < kLongest && !r.is(t, kRelative) &&
         !(r.is(t, kAdverb) && !r.is(t, kDeterminer)) && !r.comma(t) && !r.dash(t) &&
         (!blocks(r, t, first) || t == first) && (r[t].cue == 0 || r[t].name != kNone) &&
         !verb_after_noun(r, t, first)) {
    ++t;
  }
  return {first, t};
}

}  // namespace onrecord::statements
