// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"
#include "annotate/times/resolve.h"
#include "annotate/times/scan.h"

namespace onrecord {
namespace {

using times::Date;
using times::Expression;

// A date that no calendar has, or whose weekday is another day's, is odd enough to be told.
void add_note(const Expression& e, const TimeRow& row, std::vector<Note>& notes) {
  if (!row.value && row.reason != nullptr && std::string_view(row.reason) == times::kNoSuchDate) {
    notes.push_back({"no_such_date", "no calendar has this date", row.span});
  }
  if (e.weekday == 0 || e.day == 0 || e.month == 0 || !row.value) return;
  const std::optional<Date> day = times::parse_iso_date(*row.value);
  if (day && times::weekday_of(*day) != e.weekday) {
    notes.push_back({"weekday_mismatch", "the date falls on another day of the week", row.span});
  }
}

}  // namespace

Times find_times(const Text& text, const Tokens& tokens, const Sentences& sentences,
                 std::optional<std::string_view> published) {
  // The words, cut so that hyphens, ordinals and digits stand alone.
  const times::Atoms atoms(text, tokens, sentences);

  // What stretches of words speak of time, and what they say.
  std::vector<Expression> expressions = times::scan(atoms);

  // The day that the text speaks from.
  const auto day = published ? times::parse_iso_date(*published) : std::nullopt;
  const auto heading = times::find_dateline(atoms, expressions);
  const auto dateline = heading ? times::dateline_day(expressions[*heading], day) : std::nullopt;
  const bool year_added = dateline && !expressions[*heading].year;
  if (year_added) expressions[*heading].year = dateline->year;

  // News, seen from that day, or a story of other days.
  times::Resolver resolver(times::setting_of(expressions, day, dateline));

  // Values, in text order, since one date anchors the next.
  Times out;
  out.rows.reserve(expressions.size());
  for (std::size_t k = 0; k < expressions.size(); ++k) {
    const Expression& e = expressions[k];
    const times::Tense tense = times::tense_around(atoms, e.first, e.last);
    TimeRow row = resolver.resolve(e, tense, static_cast<Index>(out.rows.size()));
    row.span = {atoms[e.first].begin, atoms[e.last - 1].end};
    if (year_added && k == *heading) row.anchor = TimeRow::Anchor::Published;
    add_note(e, row, out.notes);
    out.rows.push_back(std::move(row));
  }
  times::bound_edges(expressions, out.rows);
  return out;
}

}  // namespace onrecord
