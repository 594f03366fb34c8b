// SPDX-License-Identifier: Apache-2.0
// Quotations without a cue of their own that go on from a statement before them.
#include <algorithm>

#include "annotate/statements/patterns.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

// Whether a quotation is a whole sentence of its own: it ends with a stop, or the sentence ends with it.
bool whole_sentence(const Reading& r, Range piece) {
  const Index close = piece.end - 1;
  if (piece.size() < 3) return false;
  if (!r[close].closes) return true;
  return r.stop(close - 1) || close + 1 >= r.size() || r.stop(close + 1) || r.form(close - 1) == "…" ||
         r.form(close - 1) == "...";
}

// Which quotations belong to a statement already.
std::vector<bool> claimed_quotes(const Reading& r, const std::vector<Draft>& drafts) {
  std::vector<bool> claimed(r.layers().quotes.rows.size(), false);
  for (const Draft& draft : drafts) {
    for (const Range& range : draft.content) {
      for (Index t = range.begin; t < range.end; ++t) {
        if (r.quoted(t)) claimed[r[t].quote] = true;
      }
    }
  }
  return claimed;
}

// Whether nothing but the quotation stands in the paragraph where it ends, `last` being its last sentence.
bool fills_paragraph(const Reading& r, Index last, Range piece) {
  const Sentences& sentences = r.layers().sentences;
  if (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[last].paragraph) return false;
  for (Index t = piece.end; t < sentences[last].tokens.end; ++t) {
    if (r.word(t)) return false;
  }
  return true;
}

// "Pohl said the bridge was unsafe. “It may fall.”": words without a cue after a sentence in which one alone speaks
// are theirs.
void let_reports_go_on(std::vector<Draft>& drafts) {
  const auto reports = [](const Draft& draft) {
    const Rule* made_by = draft.rule;
    return !draft.source.empty() && (made_by == &rule(kThatRule) || made_by == &rule(kBareClause) ||
                                     made_by == &rule(kHearer) || made_by == &rule(kNounObject));
  };
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    if (!reports(drafts[k])) continue;
    bool alone = true;
    for (std::size_t j = k; j > 0 && drafts[j - 1].sentence == drafts[k].sentence; --j) {
      alone = alone && drafts[j - 1].source.begin == drafts[k].source.begin;
    }
    if (k + 1 < drafts.size() && drafts[k + 1].sentence == drafts[k].sentence) alone = false;
    drafts[k].goes_on = alone;
  }
}

}  // namespace

void continue_speech(const Reading& r, std::vector<Draft>& drafts) {
  let_reports_go_on(drafts);
  std::vector<bool> claimed = claimed_quotes(r, drafts);
  const Sentences& sentences = r.layers().sentences;
  for (Draft& draft : drafts) {
    if (!draft.goes_on) continue;
    const Index last = std::max(draft.content.back().end, std::max(draft.cue.end, draft.source.end)) - 1;
    Index paragraph = sentences[sentences.of_token(last)].paragraph;
    for (Index s = sentences.of_token(last) + 1; s < sentences.size(); ++s) {
      const Index first = sentences[s].tokens.begin;
      if (r.quoted(first) && !r[first].opens) continue;  // inside the quotation just added
      if (!r[first].opens || claimed[r[first].quote]) break;
      const std::vector<Range>& pieces = r.pieces(r[first].quote);
      // Into the next paragraph only where that is nothing but a quotation: nobody else is said to speak.
      const Index end = sentences.of_token(pieces.back().end - 1);
      if (sentences[s].paragraph != paragraph && !fills_paragraph(r, end, pieces.back())) break;
      if (!whole_sentence(r, pieces.back())) break;
      draft.content.insert(draft.content.end(), pieces.begin(), pieces.end());
      claimed[r[first].quote] = true;
      paragraph = sentences[end].paragraph;
    }
  }
}

}  // namespace onrecord::statements
