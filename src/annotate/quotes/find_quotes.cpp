// SPDX-License-Identifier: Apache-2.0
// Pairs quotation marks. A stack of open quotations is kept through a paragraph; what is still open at its end
// goes on in the next paragraph if that one opens again with the same kind of mark (or closes without opening),
// and is left unclosed, with a note, if not.
#include <algorithm>
#include <unordered_set>

#include "annotate/finders.h"
#include "annotate/quotes/marks.h"

namespace onrecord {
namespace {

constexpr std::size_t kDeepest = 12;     // quotations inside one another; more is no text
constexpr std::size_t kLookAhead = 200;  // marks looked at for a closing one

using quotes::Family;
using quotes::Mark;

class Pairing {
 public:
  Pairing(const Text& text, Quotes& out) : text_(text), out_(out) {}

  void paragraph(ByteSpan span) {
    marks_.clear();
    quotes::find_marks(text_, span, marks_);
    last_single_closer_ = kNoMark;
    for (std::size_t k = 0; k < marks_.size(); ++k) {
      if (marks_[k].family == Family::Single && marks_[k].closes) last_single_closer_ = k;
    }
    const std::size_t first = resume(span);
    for (std::size_t k = first; k < marks_.size(); ++k) take(k);
    for (const Open& open : stack_) out_.rows[open.row].pieces.back().end = span.end;
  }

  void finish() {
    settle_cut();
    for (const Open& open : stack_) give_up(open);
    stack_.clear();
    drop_apostrophes();
    std::sort(out_.notes.begin(), out_.notes.end(), [](const Note& a, const Note& b) { return a.span < b.span; });
  }

 private:
  struct Open {
    Index row;
    Family family;
    bool german;
    bool straight;
    bool cut = false;  // another mark of the family opened inside before it closed
  };

  // Goes on with quotations left open by the paragraph before; returns the first mark not used up.
  std::size_t resume(ByteSpan span) {
    settle_cut();
    if (stack_.empty()) return 0;
    std::size_t next = 0;
    std::size_t kept = 0;
    std::uint32_t at = span.begin;
    while (kept < stack_.size() && next < marks_.size() && marks_[next].span.begin == at && marks_[next].opens &&
           marks_[next].family == stack_[kept].family && marks_[next].straight == stack_[kept].straight) {
      out_.rows[stack_[kept].row].pieces.push_back({at, marks_[next].span.end});
      at = marks_[next].span.end;
      ++kept;
      ++next;
    }
    if (kept == 0 && closes_first(stack_[0].family)) {
      out_.rows[stack_[0].row].pieces.push_back({span.begin, span.begin + 1});
      kept = 1;
    }
    for (std::size_t k = kept; k < stack_.size(); ++k) give_up(stack_[k]);
    stack_.resize(kept);
    return next;
  }

  // A paragraph without an opening mark of the family before a sure closing one: the quotation goes on.
  bool closes_first(Family family) const {
    for (const Mark& mark : marks_) {
      if (mark.family == family) return family == Family::Double && mark.closes && mark.sure && !mark.opens;
    }
    return false;
  }

  void take(std::size_t k) {
    const Mark& mark = marks_[k];
    const bool german_close = mark.opens && !stack_.empty() && stack_.back().german && !mark.german &&
                              stack_.back().family == mark.family && !mark.straight;
    const std::size_t match = open_of(mark.family);
    if ((german_close || mark.closes) && match != stack_.size()) {
      const bool apostrophe = mark.weak && !german_close && later_closer(k);
      if (!apostrophe) close(match, mark);
      return;
    }
    if (!mark.opens || stack_.size() >= kDeepest) return;  // an apostrophe, or a closing mark without an opening one
    if (mark.family == Family::Single && !has_closer(k)) return;
    if (match != stack_.size()) stack_[match].cut = true;
    Quote quote;
    quote.pieces.push_back(mark.span);
    if (!stack_.empty()) quote.parent = stack_.back().row;
    stack_.push_back({static_cast<Index>(out_.rows.size()), mark.family, mark.german, mark.straight});
    out_.rows.push_back(std::move(quote));
  }

  std::size_t open_of(Family family) const {
    for (std::size_t k = stack_.size(); k > 0; --k) {
      if (stack_[k - 1].family == family) return k - 1;
    }
    return stack_.size();
  }

  void close(std::size_t match, const Mark& mark) {
    for (std::size_t k = stack_.size(); k > match + 1; --k) {
      Quote& inner = out_.rows[stack_[k - 1].row];
      inner.pieces.back().end = mark.span.begin;
      trim(inner.pieces.back());
      give_up(stack_[k - 1]);
    }
    stack_.resize(match + 1);
    out_.rows[stack_.back().row].pieces.back().end = mark.span.end;
    stack_.pop_back();
  }

  // A weak mark ("workers’ ") is an apostrophe when a better closing mark follows before the next opening one.
  bool later_closer(std::size_t k) const {
    const char before = text_.lower()[marks_[k].span.begin - 1];
    if (before != 's' && before != 'n') return false;
    for (std::size_t j = k + 1; j < std::min(marks_.size(), k + kLookAhead); ++j) {
      if (marks_[j].family != Family::Single) continue;
      if (marks_[j].opens && !marks_[j].closes) return false;
      if (marks_[j].closes) return true;
    }
    return false;
  }

  bool has_closer(std::size_t k) const {
    if (last_single_closer_ != kNoMark && last_single_closer_ > k) return true;
    return k == 0;  // at a paragraph's start it may go on in the next one
  }

  // Two marks of one family opened and one closed: the outer one was never closed and ends before the inner.
  void settle_cut() {
    std::unordered_set<Index> cut;
    Index first = static_cast<Index>(out_.rows.size());
    for (const Open& open : stack_) {
      if (open.cut) cut.insert(open.row);
      if (open.cut) first = std::min(first, open.row);
    }
    if (cut.empty()) return;
    for (Index row = first + 1; row < out_.rows.size(); ++row) {  // parents stand before their children
      Quote& inner = out_.rows[row];
      if (inner.pieces.empty() || cut.count(inner.parent) == 0) continue;
      Quote& outer = out_.rows[inner.parent];
      ByteSpan& piece = outer.pieces.back();
      if (inner.pieces[0].begin > piece.begin) piece.end = std::min(piece.end, inner.pieces[0].begin);
      inner.parent = outer.parent;
    }
    for (const Open& open : stack_) {
      if (!open.cut) continue;
      trim(out_.rows[open.row].pieces.back());
      give_up(open);
    }
    std::erase_if(stack_, [](const Open& open) { return open.cut; });
  }

  void trim(ByteSpan& piece) const {
    while (piece.end > piece.begin + 1 && text_.all()[piece.end - 1] == ' ') --piece.end;
  }

  void give_up(const Open& open) {
    Quote& quote = out_.rows[open.row];
    if (!quote.closed || quote.pieces.empty()) return;
    if (open.family == Family::Single && open.straight) {
      quote.pieces.clear();  // an apostrophe after all
      return;
    }
    quote.closed = false;
    const ByteSpan span = {quote.pieces.front().begin, quote.pieces.back().end};
    out_.notes.push_back({"unclosed_quote", "a quotation is opened and never closed", span});
  }

  // Takes out the rows that give_up() emptied; what stood in them moves to their parent.
  void drop_apostrophes() {
    std::vector<Index> moved(out_.rows.size(), kNone);
    std::vector<Quote> kept;
    for (Index row = 0; row < out_.rows.size(); ++row) {
      Quote& quote = out_.rows[row];
      if (quote.parent != kNone) quote.parent = moved[quote.parent];
      moved[row] = quote.pieces.empty() ? quote.parent : static_cast<Index>(kept.size());
      if (!quote.pieces.empty()) kept.push_back(std::move(quote));
    }
    out_.rows = std::move(kept);
  }

  const Text& text_;
  Quotes& out_;
  static constexpr std::size_t kNoMark = static_cast<std::size_t>(-1);
  std::vector<Mark> marks_;                   // of the paragraph
  std::size_t last_single_closer_ = kNoMark;  // of these
  std::vector<Open> stack_;
};

}  // namespace

Quotes find_quotes(const Text& text, const Paragraphs& paragraphs) {
  Quotes out;
  Pairing pairing(text, out);
  for (const ByteSpan span : paragraphs.spans) pairing.paragraph(span);
  pairing.finish();
  return out;
}

}  // namespace onrecord
