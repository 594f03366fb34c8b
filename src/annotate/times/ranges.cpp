// SPDX-License-Identifier: Apache-2.0
// Dates joined by "and", "to" or a dash: one of them names the month or the year for both.
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

// Months into the year of a date that lacks its year; -1 where it has none to compare.
int place_in_year(const Expression& e) {
  if (e.grain == Grain::Season) return static_cast<int>(e.season) * 3 + 3;
  if (e.grain == Grain::Quarter) return e.quarter * 3 - 2;
  return e.month != 0 ? e.month : -1;
}

bool lacks_year(const Expression& e) {
  return e.shape == Shape::Calendar && !e.year && e.relation == Relation::None && e.year_relation == Relation::None &&
         place_in_year(e) > 0;
}

// "and", "to", "-", ", and", "or early", "and the" between two dates.
bool joins(const Atoms& a, std::size_t from, std::size_t to) {
  if (from >= to || to - from > 2) return false;
  if (to - from == 1 && a.is_mark(from, ',') && !a.is(to, WordClass::Month)) return false;
  bool joined = false;
  for (std::size_t at = from; at < to; ++at) {
    const bool link = a.is_mark(at, '-') || a.is_mark(at, ',') || a.is_mark(at, '/') ||
                      is_one_of(a.lower(at), {"and", "or", "to", "until", "through", "till"});
    if (!link && !a.is(at, "the")) return false;
    joined = joined || link;
  }
  return joined;
}

// The comma of "May 2, 9 and 16", "May 2-3, 9-10": a list of rising days that goes on and then ends the phrase,
// unlike that of "on May 2, 9 people died".
bool continues_list(const Atoms& a, std::size_t comma, int last) {
  std::size_t at = comma;
  int days = 0;
  for (;;) {
    const bool comma_and = a.is_mark(at, ',') && a.is(at + 1, "and");
    const std::size_t next = comma_and ? at + 2 : at + 1;
    const bool mark = a.is_mark(at, ',') || a.is_mark(at, '-') || a.is_mark(at, '&');
    const bool joint = mark || a.is(at, "and") || a.is(at, "to");
    if (!joint || a[next].number < 0) break;
    const Number day = read_day(a, next);
    if (!day || day.value <= last || !ends_word(a, day.end)) return false;
    last = day.value;
    at = day.end;
    ++days;
  }
  const char mark = a[at].mark;
  const bool stops = mark != 0 && mark != ':' && mark != '/' && mark != '$' && mark != '-';
  const bool word = is_one_of(a.lower(at), {"in", "at", "by", "when", "were", "was", "as", "for", "from"});
  return days >= 2 && (stops || word);
}

}  // namespace

// "April 5-7", "1939-45": the second half of a range borrows from the first.
Found read_tail(const Atoms& a, const Expression& before, std::size_t at) {
  if (at != before.last || a[at + 1].number < 0 || before.shape != Shape::Calendar) return std::nullopt;
  const bool dash = a.is_mark(at, '-') || (a.is_mark(at, '/') && before.rule == RuleId::Year);
  const bool listed = a.is_mark(at, ',') && before.rule == RuleId::DayAndMonth && continues_list(a, at, before.day);
  if (!dash && !listed && !a.is(at, "and") && !a.is(at, "to")) return std::nullopt;
  const std::size_t number = at + 1;
  Expression e = before;
  e.first = number;
  e.last = number + 1;
  if (before.rule == RuleId::DayAndMonth && before.grain == Grain::Day && a[before.last - 1].number >= 0) {
    const Number day = read_day(a, number);
    if (!day || day.value <= before.day || !ends_word(a, day.end) || a.is_mark(day.end, ':')) return std::nullopt;
    if (a.is(day.end, WordClass::Month)) return std::nullopt;  // "3-5 May": the second has a month of its own
    if (!dash && !listed && a[day.end].mark == 0 &&
        !is_one_of(a.lower(day.end), {"in", "at", "by", "when", "were", "was", "as"}))
      return std::nullopt;
    e.day = day.value;
    e.last = day.end;
    Expression with_year = e;
    if (a.is_mark(e.last, ',')) {
      if (const Number year = read_year(a, e.last + 1)) {
        e.year = year.value;
        e.last = year.end;
      }
    }
    return e;
  }
  const bool year = before.rule == RuleId::Year && dash && before.year && a[number].digits == 2 && a[number].glued;
  if (!year || *before.year < 1000 || !ends_word(a, number + 1)) return std::nullopt;
  if (a.is_mark(number + 1, '-') && a[number + 1].glued && a[number + 2].number >= 0) return std::nullopt;
  e.year = *before.year / 100 * 100 + a[number].number;
  return *e.year > *before.year ? Found(e) : std::nullopt;
}

namespace {

bool is_bare_weekday(const Expression& e) {
  return e.rule == RuleId::Weekday && e.shape == Shape::Calendar && e.weekday != 0 && e.day == 0 && e.month == 0 &&
         e.relation == Relation::None;
}

// "from Monday to Friday", "Saturday through Tuesday": the first of the two is not after the second.
bool spans_days(const Atoms& a, const Expression& before, const Expression& after) {
  if (!is_bare_weekday(before) || !is_bare_weekday(after) || after.first != before.last + 1) return false;
  const std::size_t joint = before.last;
  const bool between = a.is(joint, "and") && a.is(before.first - 1, "between");
  return between || a.is_mark(joint, '-') || is_one_of(a.lower(joint), {"to", "through", "until", "till", "thru"});
}

}  // namespace

// "Every Monday, Wednesday and Friday", "every Monday to Thursday morning": all of them come again.
void spread_sets(const Atoms& a, std::vector<Expression>& found) {
  constexpr const char* kParts[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
  for (std::size_t k = 1; k < found.size(); ++k) {
    const Expression& before = found[k - 1];
    Expression& e = found[k];
    const bool day = e.weekday != 0 && e.shape == Shape::Calendar && e.day == 0 && e.month == 0 && !e.clock;
    if (!day || e.relation != Relation::None || before.shape != Shape::Repeat) continue;
    const bool joined = joins(a, before.last, e.first) || (a.is_mark(before.last, ',') && e.first == before.last + 1);
    if (before.fixed.substr(0, 9) != "XXXX-WXX-" || !joined) continue;
    e.shape = Shape::Repeat;
    e.rule = RuleId::Set;
    e.fixed = "XXXX-WXX-" + std::to_string(e.weekday) + kParts[static_cast<std::size_t>(e.part)];
    e.part = DayPart::None;
  }
}

// "5-6 May (Tue-Wed)": weekdays in brackets behind dates say on which weekday these fall.
void mark_named_days(const Atoms& a, std::vector<Expression>& found) {
  for (std::size_t k = 1; k < found.size(); ++k) {
    Expression& e = found[k];
    const Expression& before = found[k - 1];
    const bool weekday = e.shape == Shape::Calendar && e.weekday != 0 && e.day == 0 && e.month == 0;
    if (!weekday || e.relation != Relation::None || e.first != before.last + 1) continue;
    if (before.names_to != 0 && (a.is_mark(before.last, '-') || a.is_mark(before.last, ','))) {
      e.names_from = before.names_from;
      e.names_to = before.names_to;
    } else if (a.is_mark(before.last, '(') && before.day != 0) {
      std::size_t from = k - 1;
      while (from > 0 && found[from - 1].day != 0 && found[from - 1].last + 1 == found[from].first) --from;
      e.names_from = from;
      e.names_to = k;
    }
  }
}

void mark_ranges(const Atoms& a, std::vector<Expression>& found) {
  for (std::size_t k = 1; k < found.size(); ++k) {
    if (found[k - 1].ends_range || !spans_days(a, found[k - 1], found[k])) continue;
    found[k - 1].until_weekday = found[k].weekday;
    found[k].ends_range = true;
  }
}

// "Dec 28, 2021, to Jan 3", "from November 2023 until March": the end is the first one after the beginning.
void lend_years(const Atoms& a, std::vector<Expression>& found) {
  for (std::size_t k = 1; k < found.size(); ++k) {
    const Expression& before = found[k - 1];
    Expression& after = found[k];
    const bool dated = before.shape == Shape::Calendar && before.year && before.month != 0;
    if (!dated || !lacks_year(after) || after.month == 0 || !joins(a, before.last, after.first)) continue;
    const std::size_t joint = after.first - 1;
    const bool range = a.is_mark(joint, '-') || is_one_of(a.lower(joint), {"to", "until", "through", "till"});
    if (range) after.year = after.month >= before.month ? *before.year : *before.year + 1;
  }
}

void borrow_years(const Atoms& a, std::vector<Expression>& found) {
  lend_years(a, found);
  for (std::size_t k = found.size(); k-- > 1;) {
    const Expression& after = found[k];
    Expression& before = found[k - 1];
    if (!lacks_year(before) || after.shape != Shape::Calendar || place_in_year(after) < 0) continue;
    if (!joins(a, before.last, after.first)) continue;
    if (after.year) {
      before.year = place_in_year(before) <= place_in_year(after) ? *after.year : *after.year - 1;
    } else if (after.year_relation != Relation::None) {
      before.year_relation = after.year_relation;
    }
  }
}

}  // namespace onrecord::times
