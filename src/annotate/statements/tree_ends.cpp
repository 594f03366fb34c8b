// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/tree_ends.h"

#include <algorithm>

#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

constexpr Index kMostAdded = 8;  // tokens; more of them are as often none of it

class Ends {
 public:
  Ends(const Reading& reading, const Syntax& tree, Range piece, Index limit)
      : r_(reading), tree_(tree), piece_(piece), limit_(limit) {}

  Range run() {
    if (take_children()) return piece_;
    const Index head = head_to_the_right();
    if (head != kNone && !take_phrase(head)) cut();
    return piece_;
  }

 private:
  Index up(Index t) const { return tree_[t].head; }

  // The first word outside [begin, end) on the way from `t` to the root; kNone: the root is inside.
  Index way_out(Index t, Index begin, Index end) const {
    while (t != kNone && t >= begin && t < end) t = up(t);
    return t;
  }

  // One past the last token of the phrase of `head`, which begins at `begin` or before; `begin` if it is not whole by
  // the limit or holds what no phrase takes in: marks of quotation, another cue.
  Index phrase_end(Index head, Index begin) const {
    Index end = begin;
    for (Index t = begin; t < limit_ && t < begin + kMostAdded; ++t) {
      Index top = t;
      while (top != kNone && top != head) top = up(top);
      if (top == head) end = t + 1;
      else if (t > head) break;
    }
    if (end <= head) return begin;
    while (end > begin && !r_.word(end - 1)) --end;
    for (Index t = begin; t < end; ++t) {
      if (r_.quoted(t) || r_[t].cue != 0) return begin;
    }
    return end;
  }

  // "worth |1.15 billion crowns|", "Viktor |Stanek|". Refused: "the text|, which she read|".
  bool take_children() {
    constexpr std::string_view kClose[] = {"obj", "flat", "nmod", "xcomp", "fixed"};
    const Index last = piece_.end - 1;
    bool taken = false;
    for (Index t = piece_.end; t < limit_ && t < last + kMostAdded; ++t) {
      if (up(t) != last) continue;
      const Index end = among(kClose, tree_.relation(t)) ? phrase_end(t, piece_.end) : piece_.end;
      const Index before = piece_.end;
      const bool next = end > before && way_out(before, before, end) == last;
      if (!next) break;
      piece_.end = end;
      taken = true;
    }
    return taken;
  }

  // Where the piece's last word leads to, if that is behind the piece: "Party" of "after his Labour Party |won|".
  Index head_to_the_right() const {
    constexpr std::string_view kBeforeHead[] = {"advmod", "amod",       "aux",    "aux:pass", "case",
                                                "cc",     "compound",   "cop",    "det",      "mark",
                                                "nsubj",  "nsubj:pass", "nummod", "nmod:poss"};
    Index t = piece_.end - 1;
    while (piece_.contains(t)) {
      const Index head = up(t);
      if (head != kNone && head >= piece_.end && !among(kBeforeHead, tree_.relation(t))) return kNone;
      t = head;
    }
    return t != kNone && t >= piece_.end && t < limit_ ? t : kNone;
  }

  // The rest of a clause or phrase that hangs on the piece: "to act |before it is too late|".
  bool take_phrase(Index head) {
    while (up(head) != kNone && up(head) >= piece_.end && up(head) < limit_) head = up(head);
    if (up(head) == kNone || !piece_.contains(up(head))) return false;
    const Index end = phrase_end(head, piece_.end);
    const bool whole = end > piece_.end;
    if (whole) piece_.end = end;
    return whole;
  }

  // "defeat |at about| 4.40": the words that lead out of it.
  void cut() {
    Index end = piece_.end;
    const auto leads_out = [&](Index t) {
      const Index out = way_out(t, piece_.begin, end);
      return out != kNone && out >= end;
    };
    while (end > piece_.begin + 1 && leads_out(end - 1)) --end;
    while (end > piece_.begin + 1 && !r_.word(end - 1)) --end;
    if (end > piece_.begin + 1 && !r_.quoted(end - 1)) piece_.end = end;
  }

  const Reading& r_;
  const Syntax& tree_;
  Range piece_;
  Index limit_;
};

}  // namespace

Range end_by_tree(const Reading& r, Range piece, Index limit) {
  const Syntax* tree = r.layers().syntax;
  if (tree == nullptr || piece.empty() || r.quoted(piece.end - 1) || !r.word(piece.end - 1)) return piece;
  return Ends(r, *tree, piece, limit).run();
}

}  // namespace onrecord::statements
