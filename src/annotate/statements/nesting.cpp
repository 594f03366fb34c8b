// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/nesting.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "annotate/statements/patterns.h"

namespace onrecord::statements {
namespace {

// A piece of the content of statement `row`.
struct Piece {
  ByteSpan span;
  Index row;
};

// The innermost other statement whose content holds this one's cue. One sweep over cues and pieces in text order:
// a page may hold ten thousand of each.
void nest_in_contents(std::vector<StatementRow>& rows) {
  std::vector<Piece> pieces;
  std::vector<Index> by_cue(rows.size());
  for (Index k = 0; k < by_cue.size(); ++k) {
    by_cue[k] = k;
    for (const ByteSpan span : rows[k].content) pieces.push_back({span, k});
  }
  const auto cue = [&](Index k) { return rows[k].cue[0]; };
  std::sort(by_cue.begin(), by_cue.end(), [&](Index a, Index b) { return cue(a) < cue(b); });
  std::sort(pieces.begin(), pieces.end(),
            [](const Piece& a, const Piece& b) { return std::tie(a.span, a.row) < std::tie(b.span, b.row); });
  std::set<std::tuple<std::uint32_t, Index, std::uint32_t>> open;  // size, row, end: the smallest piece first
  std::size_t next = 0;
  for (const Index k : by_cue) {
    if (is_turn(rows[k].rule)) continue;  // who speaks next is not quoted by who spoke before
    for (; next < pieces.size() && pieces[next].span.begin <= cue(k).begin; ++next) {
      open.insert({pieces[next].span.size(), pieces[next].row, pieces[next].span.end});
    }
    for (auto piece = open.begin(); piece != open.end();) {
      const auto [size, row, end] = *piece;
      if (end <= cue(k).begin) {
        piece = open.erase(piece);
        continue;
      }
      if (row != k && end >= cue(k).end) {
        rows[k].within = row;
        break;
      }
      ++piece;
    }
  }
}

// No statement stands in itself, however far its content was read: where two hold each other's cues, the one whose
// cue comes last, after what is said, stands on its own.
void break_circles(std::vector<StatementRow>& rows) {
  std::vector<Index> seen(rows.size(), kNone);  // in the walk from which row
  for (Index k = 0; k < rows.size(); ++k) {
    Index at = k;
    while (at != kNone && seen[at] == kNone) {
      seen[at] = k;
      at = rows[at].within;
    }
    if (at == kNone || seen[at] != k) continue;
    Index last = at;
    for (Index one = rows[at].within; one != at; one = rows[one].within) {
      if (rows[last].cue[0] < rows[one].cue[0]) last = one;
    }
    rows[last].within = kNone;
  }
}

// A source that is cited speaks within the statement for which it is cited.
void tell_in(const std::vector<Draft>& drafts, std::vector<StatementRow>& rows) {
  constexpr std::size_t kNear = 12;
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    if (drafts[k].told_in == kNone) continue;
    for (std::size_t j = k - std::min(k, kNear); j < std::min(drafts.size(), k + kNear); ++j) {
      if (j != k && drafts[j].cue.begin == drafts[k].told_in) rows[k].within = static_cast<Index>(j);
    }
  }
}

}  // namespace

void nest(const std::vector<Draft>& drafts, std::vector<StatementRow>& rows) {
  nest_in_contents(rows);
  tell_in(drafts, rows);
  break_circles(rows);
}

}  // namespace onrecord::statements
