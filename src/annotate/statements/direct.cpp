// SPDX-License-Identifier: Apache-2.0
// Direct speech: a quotation that stands right before or after a speaker and a cue.
#include <algorithm>

#include "annotate/statements/boundaries.h"
#include "annotate/statements/clause.h"
#include "annotate/statements/patterns.h"
#include "annotate/statements/phrases.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

constexpr Index kShortestBlock = 8;      // tokens of a paragraph that is said without quotation marks
constexpr Index kLongestPredicate = 12;  // tokens between a speaker and a colon

// Whether a quotation ends as speech ends: with a stop or a comma inside, or a comma after it.
bool ends_as_speech(const Reading& r, Index close) {
  if (close + 1 < r.size() && r.comma(close + 1)) return true;
  if (close == 0) return false;
  const Index last = close - 1;
  return r.comma(last) || r.stop(last) || r.dash(last) || r.form(last) == "…" || r.form(last) == "..." ||
         (r[last].quote != kNone && !r.word(last));
}

const Range* piece_of(const Reading& r, Index t) {
  if (!r.quoted(t)) return nullptr;
  for (const Range& piece : r.pieces(r[t].quote)) {
    if (piece.contains(t)) return &piece;
  }
  return nullptr;
}

// The closing mark of the quotation that stands just before `t`; kNone if there is none in the paragraph.
Index close_before(const Place& place, Index t) {
  const Reading& r = place.reading;
  if (t <= place.paragraph_begin) return kNone;
  Index close = t - 1;
  if (r.comma(close) && close > place.paragraph_begin) --close;
  if (!r[close].closes || !ends_as_speech(r, close)) return kNone;
  return close;
}

bool taken(const Place& place, Range content) {
  const std::vector<Draft>& drafts = place.drafts;
  for (std::size_t k = drafts.size(); k > 0 && drafts.size() - k < 6; --k) {
    for (const Range& piece : drafts[k - 1].content) {
      if (piece.begin < content.end && content.begin < piece.end) return true;
    }
  }
  return false;
}

// Content that ends with the quotation closed at `close`, with the words of its sentence before it.
std::vector<Range> content_before(const Place& place, Index close) {
  const Reading& r = place.reading;
  const std::vector<Range>& pieces = r.pieces(r[close].quote);
  std::vector<Range> content(pieces.begin(), pieces.end());
  while (!content.empty() && content.back().begin > close) content.pop_back();
  if (content.size() != 1) return content;
  const Index s = r.layers().sentences.of_token(content[0].begin);
  const Index start = r.sentence(s).tokens.begin;
  if (start < content[0].begin && start >= place.paragraph_begin) {
    const Range whole = {start, content[0].end};
    if (!taken(place, whole)) content[0].begin = start;
    while (content[0].begin < content[0].end && r[content[0].begin].closes) ++content[0].begin;
  }
  return content;
}

// "…," she said, "…": the second part.
void add_second_part(const Place& place, Index t, Draft& draft) {
  const Reading& r = place.reading;
  if (t + 1 >= r.size() || !(r.comma(t) || r.colon(t) || r.dash(t)) || !r[t + 1].opens) return;
  const Range* piece = piece_of(r, t + 1);
  if (piece != nullptr) draft.content.push_back(*piece);
}

// Whether what follows the cue is said too, and no mere "to cheers", "this week", "the press".
bool goes_on_to_say(const Place& place, const VerbGroup& group, const Right& right) {
  const Reading& r = place.reading;
  if (right.kind == Right::Kind::Order) return true;  // “…” She urged |people to stay away|
  // "…," he said when asked |that|: only what follows the cue or the hearer at once is said too.
  const Index at_once = right.addressee.empty() ? right.cue_end : right.addressee.end;
  if (right.begin != at_once) return false;
  switch (right.kind) {
    case Right::Kind::None:
    case Right::Kind::Preposition: return false;
    case Right::Kind::Quote: return !r.comma(right.begin - 1);
    case Right::Kind::Noun: return (cue_at(group.cue).frames & kOrder) == 0;  // "…?" she asked |him|
    case Right::Kind::Clause: {
      Index end = right.begin;
      while (end < place.body.end && !r.comma(end)) ++end;
      return has_verb(r, right.begin, end);
    }
    default: return true;
  }
}

bool quote_before(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  const Index before = subject.empty() ? group.tokens.begin : subject.begin;
  const Index close = close_before(place, before);
  if (close == kNone) return false;
  const bool says_more = goes_on_to_say(place, group, right);
  Draft draft = make_draft(place, group, right);
  Index after = right.begin;
  if (subject.empty()) {
    if (group.form == VerbForm::Ing || group.form == VerbForm::Base) return false;
    if (r.is(group.verb + 1, kThatWord | kToWord)) return false;
    draft.source = phrase_after(r, group.verb + 1, place.body.end);
    if (draft.source.empty() || r.quoted(draft.source.begin) || !r.word(draft.source.begin)) return false;
    draft.rule = &rule(kQuoteInverted);
    draft.addressee = {};
    after = draft.source.end;
  } else {
    if (says_more) return false;
    draft.source = subject;
    draft.rule = &rule(kQuoteBefore);
    if (right.kind == Right::Kind::Quote) after = right.begin - 1;
  }
  draft.content = content_before(place, close);
  if (draft.content.empty() || taken(place, draft.content.back())) return false;
  add_second_part(place, after, draft);
  draft.goes_on = true;
  place.drafts.push_back(std::move(draft));
  return true;
}

bool quote_after(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  if (right.kind != Right::Kind::Quote || subject.empty()) return false;
  const Range* piece = piece_of(r, right.begin);
  if (piece == nullptr) return false;
  Draft draft = make_draft(place, group, right);
  draft.source = subject;
  draft.rule = &rule(kQuoteAfter);
  const Index close = piece->end - 1;
  const bool whole = ends_as_speech(r, close) || piece->end >= place.body.end;
  const std::vector<Range>& pieces = r.pieces(r[right.begin].quote);
  if (whole) {
    draft.content.assign(pieces.begin(), pieces.end());
    draft.goes_on = true;
  } else {  // “the key” is …: the sentence goes on
    draft.content = {{right.begin, content_end(r, right.begin, place.body, Extent::Clause, false)}};
  }
  place.drafts.push_back(std::move(draft));
  return true;
}

// "X said:" at a paragraph's end and a quotation at the next one's start.
bool quote_in_next_paragraph(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  const Index end = r.sentence(place.sentence).tokens.end;
  if (!r.colon(end - 1) || end >= r.size() || !r[end].opens || subject.empty()) return false;
  if (right.kind != Right::Kind::None && right.kind != Right::Kind::Noun && right.kind != Right::Kind::Clause)
    return false;
  Draft draft = make_draft(place, group, right);
  draft.source = subject;
  draft.rule = &rule(kQuoteAfter);
  const std::vector<Range>& pieces = r.pieces(r[end].quote);
  draft.content.assign(pieces.begin(), pieces.end());
  draft.goes_on = true;
  place.drafts.push_back(std::move(draft));
  return true;
}

// "X added:" at a paragraph's end: the next one is what X added, whole. Refused: "X added two:" and a list.
bool block_after(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  const Reading& r = place.reading;
  const Sentences& sentences = r.layers().sentences;
  const Index next = place.sentence + 1, colon = r.sentence(place.sentence).tokens.end - 1;
  if (right.kind != Right::Kind::None || subject.empty() || !r.colon(colon) || group.tokens.end != colon)
    return false;
  if (next >= sentences.size() || sentences[next].paragraph == sentences[place.sentence].paragraph) return false;
  Index last = next;
  while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[next].paragraph) ++last;
  const Range words = {sentences[next].tokens.begin, r.body(last).end};
  if (words.size() < kShortestBlock || !r.word(words.begin)) return false;
  Draft draft = make_draft(place, group, right);
  draft.source = subject;
  draft.rule = &rule(kColon);
  draft.content = {words};
  place.drafts.push_back(std::move(draft));
  return true;
}

}  // namespace

bool colon_speech(const Place& place, Index colon) {
  const Reading& r = place.reading;
  const Index open = colon + 1;
  if (colon <= place.body.begin || open >= r.size() || !r[open].opens || !r.colon(colon)) return false;
  const std::vector<Range>& pieces = r.pieces(r[open].quote);
  const Index close = pieces.back().end - 1;
  if (close == 0 || !r.stop(close - 1) || taken(place, pieces.back())) return false;  // with a comma, a cue follows
  Draft draft;
  draft.source = first_phrase(r, {place.body.begin, colon});
  if (draft.source.empty() || draft.source.end >= colon) return false;
  const Index last = draft.source.end - 1;
  const bool someone =
      r.is(last, kPronoun | kPeople) || (r[last].name != kNone && !r.is(draft.source.begin, kPreposition));
  if (!someone || (r.is(last, kPronoun) && r.lower(last) == "it")) return false;
  Index predicate = draft.source.end;
  if (r.comma(predicate)) {  // "Ana Pohl, the mayor, |fired back|:"
    Index end = predicate + 1;
    while (end < colon && !r.comma(end)) ++end;
    if (end == colon) return false;
    draft.source.end = end;
    predicate = end + 1;
  }
  if (predicate >= colon || colon - predicate > kLongestPredicate) return false;
  draft.sentence = place.sentence;
  draft.cue = {predicate, colon};
  draft.content.assign(pieces.begin(), pieces.end());
  draft.goes_on = true;
  draft.rule = &rule(kColonQuote);
  place.drafts.push_back(std::move(draft));
  return true;
}

bool direct_speech(const Place& place, const VerbGroup& group, Range subject, const Right& right) {
  if ((cue_at(group.cue).frames & kQuote) == 0 || group.passive) return false;
  return quote_before(place, group, subject, right) || quote_after(place, group, subject, right) ||
         quote_in_next_paragraph(place, group, subject, right) || block_after(place, group, subject, right);
}

}  // namespace onrecord::statements
