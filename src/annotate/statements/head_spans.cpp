// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/head_spans.h"

#include <algorithm>

#include "annotate/statements/rules.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

// In nats a word.
constexpr float kOtherSentence = 2, kNever = 20;
constexpr Index kFarthestHead = 4;  // tokens from a span's end to the head of its phrase

// Whether the first paragraph-wide words of the token's paragraph are a quotation, to which the token belongs.
bool in_opening_quotation(const Reading& r, Index t, Index paragraph_begin) {
  if (!r.quoted(t)) return false;
  return r.quoted(paragraph_begin) || paragraph_begin == t;
}

}  // namespace

void keep_near(const Reading& r, CueRoles& found) {
  const Sentences& sentences = r.layers().sentences;
  const Sentence& here = sentences[sentences.of_token(found.cue.begin)];
  Index s = sentences.of_token(found.window.begin);
  Index paragraph_begin = found.window.begin;
  for (Index k = 0; k < found.roles.size(); ++k) {
    const Index t = found.window.begin + k;
    while (t >= sentences[s].tokens.end) {
      ++s;
      if (sentences[s].paragraph != sentences[s - 1].paragraph) paragraph_begin = sentences[s].tokens.begin;
    }
    if (here.tokens.contains(t)) continue;
    RoleScores& scores = found.roles[k];
    for (const RoleLabel label : {kBeginSource, kInsideSource}) scores[label] -= kNever;
    const bool same = sentences[s].paragraph == here.paragraph;
    if (same ? r.quoted(t) : in_opening_quotation(r, t, paragraph_begin)) continue;
    for (const RoleLabel label : {kBeginContent, kInsideContent}) scores[label] -= same ? kOtherSentence : kNever;
  }
}

Range whole_noun_phrase(const Reading& r, Range span, Index limit) {
  const Syntax* syntax = r.layers().syntax;
  if (syntax == nullptr || span.empty()) return span;
  constexpr std::string_view kInside[] = {"amod", "compound", "det", "nummod", "case", "nmod:poss", "aux", "cop"};
  constexpr int kMostSteps = 4;  // "the" – "the port's" – "the port's operator"
  for (int step = 0; step < kMostSteps && span.end < limit; ++step) {
    const Index last = span.end - 1, tail = r.possessive(last) && span.size() > 1 ? last - 1 : last;
    const Index head = (*syntax)[tail].head;
    const bool inside = head != kNone && head >= span.end && head < limit && head - span.end < kFarthestHead;
    if (!inside || !among(kInside, syntax->relation(tail))) return span;
    for (Index t = span.end; t <= head; ++t) {
      if (r[t].cue != 0 || r.quoted(t) != r.quoted(last) || (!r.word(t) && r.form(t) != "-")) return span;
    }
    span.end = head + 1;
  }
  return span;
}

bool is_direct(const Reading& r, const Draft& draft) {
  const bool by_marks = draft.rule == &rule(kQuoteBefore) || draft.rule == &rule(kQuoteInverted) ||
                        (draft.rule == &rule(kQuoteAfter) && draft.goes_on) || draft.rule == &rule(kColonQuote);
  if (!by_marks) return false;
  return std::all_of(draft.content.begin(), draft.content.end(), [&](Range piece) {
    return r.quoted(piece.begin) && r[piece.begin].opens && r.quoted(piece.end - 1) &&
           r.layers().quotes.rows[r[piece.begin].quote].closed;
  });
}

Spoken::Spoken(const Reading& reading, const std::vector<Draft>& by_rules)
    : r_(reading), cue_of_(reading.layers().quotes.rows.size(), kNone) {
  for (const Draft& draft : by_rules) {
    if (!is_direct(r_, draft)) continue;
    for (const Range piece : draft.content) cue_of_[r_[piece.begin].quote] = draft.cue.begin;
  }
}

void Spoken::take_out(std::vector<Range>& content, Range cue) const {
  std::erase_if(content, [&](Range piece) {
    const auto has_word = [&] {
      for (Index t = piece.begin; t < piece.end; ++t) {
        if (r_.word(t)) return true;
      }
      return false;
    };
    if (!has_word()) return true;
    const Index quote = r_[piece.begin].quote;
    if (quote == kNone || r_[cue.begin].quote == quote || r_[piece.end - 1].quote != quote) return false;
    return cue_of_[quote] != kNone && !cue.contains(cue_of_[quote]);
  });
}

}  // namespace onrecord::statements
