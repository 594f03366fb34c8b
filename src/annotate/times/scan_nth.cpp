// SPDX-License-Identifier: Apache-2.0
// Days and weeks counted within a month or a year: "the first Monday of May", "the last week of March", "the last day
// of 2023".
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

// The month or year behind "of": "May", "the month of May", "May 2023", "2023", "next month" is left alone.
Found read_whole(const Atoms& a, std::size_t at) {
  if (!a.is(at, "of") && !a.is(at, "in")) return std::nullopt;
  std::size_t next = at + 1;
  if (a.is(next, "the") && a.is(next + 1, "month") && a.is(next + 2, "of")) next += 3;
  if (const Found month = read_month_first(a, next)) return month->grain == Grain::Month ? month : std::nullopt;
  const bool year = a.is(at, "of") && a[next].digits == 4;
  return year ? read_year_date(a, next) : std::nullopt;
}

}  // namespace

Found read_nth(const Atoms& a, std::size_t at) {
  const bool last = is_one_of(a.lower(at), {"last", "final"});
  const Number rank = last ? Number{at + 1, -1} : read_rank(a, at);
  if (!rank || rank.value > 31) return std::nullopt;
  const std::size_t unit_at = rank.end;
  const bool weekday = a.is(unit_at, WordClass::Weekday) && a.value(unit_at) < 10;
  const bool unit = a.is(unit_at, "day") || a.is(unit_at, "week") || a.is(unit_at, "weekend");
  if (!weekday && !unit) return std::nullopt;
  const Found whole = read_whole(a, unit_at + 1);
  if (!whole || (whole->grain != Grain::Month && whole->grain != Grain::Year)) return std::nullopt;
  Expression e = *whole;
  e.first = at;
  e.rule = RuleId::NthOf;
  e.nth = rank.value;
  e.mod = nullptr;
  if (e.month == 0) e.month = last ? 12 : 1;  // of a year: counted from its ends
  if (weekday) e.weekday = a.value(unit_at);
  else e.unit = static_cast<Unit>(a.value(unit_at));
  e.grain = weekday || e.unit == Unit::Day ? Grain::Day : e.unit == Unit::Week ? Grain::Week : Grain::Weekend;
  return e;
}

}  // namespace onrecord::times
