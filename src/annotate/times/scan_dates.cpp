// SPDX-License-Identifier: Apache-2.0
// Dates by day and month, days of the week, holidays.
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

bool is_preposition(std::string_view word) {
  return is_one_of(word,
                   {"in",    "since",  "until",   "till",  "by",   "of",     "from",  "during",     "through",  "to",
                    "after", "before", "between", "for",   "on",   "and",    "or",    "late",       "early",    "mid",
                    "this",  "last",   "next",    "every", "each", "around", "about", "throughout", "beginning"});
}

// "May" and "March" are months only beside a day or year, or after a preposition; "Mar" and "Jan" also with
// a full stop or a number.
bool is_month(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Month) || !begins_word(a, at)) return false;
  return (a[at].word->flags & kNeedsCapital) == 0 || a[at].capital;
}

bool is_first_name(std::string_view month) { return is_one_of(month, {"april", "june", "august"}); }

bool month_stands_alone(const Atoms& a, std::size_t at) {
  const std::uint8_t flags = a[at].word->flags;
  if (!ends_word(a, at + 1)) return false;
  if ((flags & kAbbreviation) != 0) {
    const bool safe = (flags & kNeedsContext) == 0 || (a.is_mark(at + 1, '.') && a[at + 1].glued);
    return is_one_of(a.lower(at - 1),
                     {"in", "since", "until", "by", "last", "next", "this", "early", "late", "mid"}) ||
           (safe && is_preposition(a.lower(at - 1)));
  }
  // In small letters "november" is still the month; "june" may be a woman.
  if (!a[at].capital) return is_preposition(a.lower(at - 1)) || (flags == 0 && !is_first_name(a.lower(at)));
  // "August Wilson", "April Smith": a first name, unless a preposition makes it a time.
  const Atom& after = a[at + 1];
  const bool name = after.capital && after.word == nullptr && after.glued == false && is_first_name(a.lower(at));
  if (name && !is_preposition(a.lower(at - 1))) return false;
  if ((flags & kNeedsContext) == 0) return true;
  const std::size_t before = a.is_mark(at - 1, '-') ? at - 2 : at - 1;
  if (is_preposition(a.lower(before))) {
    // "Ms. May", "to May's government": a name is followed by a verb or its possessive far more often.
    return !(a.is(before, "for") && a.is_mark(at + 1, '\''));
  }
  if (a.is(at - 1, "the") || a.is(at - 1, "a")) {  // "the March accession" but "the March on Rome"
    const Atom& noun = a[at + 1];
    return noun.mark == 0 && noun.number < 0 && !noun.capital && noun.word == nullptr && a.lower(at + 1).size() > 3;
  }
  return a.is(at + 1, WordClass::Month) || (a.is_mark(at + 1, '-') && a.is(at + 2, WordClass::Month));
}

std::size_t skip_full_stop(const Atoms& a, std::size_t at) {
  const bool abbreviation = (a[at].word->flags & kAbbreviation) != 0;
  return abbreviation && a.is_mark(at + 1, '.') && a[at + 1].glued ? at + 2 : at + 1;
}

// "BC", "B.C.", "BCE" after a year.
std::size_t skip_bc(const Atoms& a, std::size_t at) {
  if (a.is(at, "bc") || a.is(at, "bce")) return at + 1;
  if (a.is(at, "b") && a.is_mark(at + 1, '.') && a.is(at + 2, "c")) return at + (a.is_mark(at + 3, '.') ? 4 : 3);
  return 0;
}

// The year after a day and month or a month: ", 2024", "of 2024", "480 BC", "'96", "this year".
std::size_t year_after_month(const Atoms& a, std::size_t at, Expression& e) {
  std::size_t next = at;
  if (a.is_mark(next, ',')) ++next;
  if (a[next].number > 0 && a[next].digits <= 4) {
    if (const std::size_t bc = skip_bc(a, next + 1)) {
      e.year = 1 - a[next].number;
      return bc;
    }
  }
  const std::size_t plain = a.is(next, "of") || a.is(next, "in") ? next + 1 : next;
  const bool of = plain != next;
  if (!of || a.is(next, "of")) {
    if (const Number year = read_year(a, plain)) {
      const bool decade = a[year.end].glued && (a.is(year.end, "s"));
      if (!decade) {
        e.year = year.value;
        return year.end;
      }
    }
  }
  if (a.is_mark(next, '\'') && a[next + 1].digits == 2 && a[next + 1].glued && ends_word(a, next + 2)) {
    e.year = a[next + 1].number + (a[next + 1].number < 40 ? 2000 : 1900);
    return next + 2;
  }
  return read_year_after(a, next, e);
}

// A number after a month is its day unless a unit, a clock time or a sign makes it something else.
bool is_day_after_month(const Atoms& a, const Number& day) {
  if (a.is_mark(day.end, ':') && a[day.end + 1].glued && a[day.end + 1].number >= 0) return false;
  if (a.is(day.end, WordClass::Meridiem) || a.is_mark(day.end, '%') || a.is(day.end, "percent")) return false;
  if (a.is(day.end, "p") || (a.is(day.end, "a") && a.is_mark(day.end + 1, '.'))) return false;
  if (a.is(day.end, WordClass::Units) || a.is(day.end, "million") || a.is(day.end, "billion")) return false;
  return ends_word(a, day.end);
}

// "1. My name is Lee Jia Jun 2. My home": the second number of a list, behind a name.
bool is_list_number(const Atoms& a, std::size_t month, const Number& day) {
  constexpr std::size_t kItem = 15;  // atoms of an item
  const Atom& before = a[month - 1];
  const bool name = (a[month].word->flags & kNeedsContext) != 0 && before.capital && before.word == nullptr;
  const char mark = a[day.end].mark;
  if (!name || (mark != ')' && mark != '.')) return false;
  for (std::size_t k = 1; k <= kItem && k <= month; ++k) {
    if (a[month - k].number == day.value - 1 && a.is_mark(month - k + 1, mark)) return true;
  }
  return false;
}

void set_day(Expression& e, int month, int day) {
  e.month = month;
  e.day = day;
  e.grain = Grain::Day;
}

}  // namespace

Found read_month_first(const Atoms& a, std::size_t at) {
  if (!is_month(a, at)) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::Month);
  e.month = a.value(at);
  e.grain = Grain::Month;
  std::size_t next = skip_full_stop(a, at);
  const std::size_t day_at = a.is(next, "the") ? next + 1 : next;
  const Number day = read_day(a, day_at);
  if (day && is_day_after_month(a, day) && !is_list_number(a, at, day)) {
    set_day(e, e.month, day.value);
    e.last = day.end;
    e.rule = RuleId::DayAndMonth;
    if (const std::size_t end = year_after_month(a, day.end, e)) {
      e.last = end;
      if (e.year) e.rule = RuleId::FullDate;
    }
    return e;
  }
  if (const std::size_t end = year_after_month(a, next, e)) {
    e.last = end;
    e.rule = e.year ? RuleId::MonthAndYear : RuleId::Month;
    return e;
  }
  const bool ends_range = a.is_mark(at - 1, '-') && a[at].glued && a.is(at - 2, WordClass::Month);  // "April-May"
  if (!ends_range && !month_stands_alone(a, at)) return std::nullopt;
  if (is_one_of(a.lower(next), {"delivery", "contract", "contracts", "futures"})) e.relation = Relation::Coming;
  e.last = next;
  return e;
}

namespace {

constexpr int kMostJoined = 4;  // "5, 6 and 7 April"; a list without end must not be followed to its end

Found read_day_first(const Atoms& a, std::size_t at, int joined_before) {
  const Number day = read_day(a, at);
  if (!day || !begins_word(a, at)) return std::nullopt;
  std::size_t next = a.is(day.end, "of") ? day.end + 1 : day.end;
  if (next == day.end && a[next].glued) next = skip_hyphen(a, next);
  if (is_month(a, next) || (a.is(next, WordClass::Month) && a[next - 1].number >= 0 && a[next].glued)) {
    Expression e = expression_at(at, skip_full_stop(a, next), RuleId::DayAndMonth);
    if (!ends_word(a, e.last) && a[e.last].number < 0) return std::nullopt;
    set_day(e, a.value(next), day.value);
    if (const std::size_t end = year_after_month(a, skip_hyphen(a, e.last), e)) {
      e.last = end;
      if (e.year) e.rule = RuleId::FullDate;
    }
    if (a.is(e.last, WordClass::Weekday)) {
      e.weekday = a.value(e.last) % 10;
      ++e.last;
    }
    return e;
  }
  // "5 and 7 April", "5-7 April": the first day has the month of the second.
  const bool joined = a.is_mark(day.end, '-') || a.is(day.end, "and") || a.is(day.end, "to") || a.is(day.end, "or");
  if (joined && a[at].number >= 0 && joined_before < kMostJoined) {
    const Found second = read_day_first(a, day.end + 1, joined_before + 1);
    if (second && second->grain == Grain::Day && second->month != 0) {
      Expression e = *second;
      e.first = at;
      e.last = day.end;
      e.day = day.value;
      return e;
    }
  }
  return std::nullopt;
}

}  // namespace

Found read_day_first(const Atoms& a, std::size_t at) { return read_day_first(a, at, 0); }

namespace {

bool is_short_weekday(const Atoms& a, std::size_t at) {
  return a.is(at, WordClass::Weekday) && (a[at].word->flags & kAbbreviation) != 0;
}

// "mon, wed", "Sat-Sun", "friday night or sat": a short weekday beside another one. "Came on Friday and sat down" and
// "which on Friday, sat" hold verbs.
bool is_joined_weekday(const Atoms& a, std::size_t at) {
  const char before = a[at - 1].mark;
  const bool mark = before == ',' || before == '-' || before == '/' || before == '&';
  const bool either = a.is(at - 1, "or");
  if (mark || either || a.is(at - 1, "and")) {
    const std::size_t other = a.is(at - 2, WordClass::Part) ? at - 3 : at - 2;
    if (a.is(other, WordClass::Weekday) && (either || is_short_weekday(a, other))) return true;
  }
  return (a.is_mark(at + 1, '-') || a.is_mark(at + 1, '/')) && a[at].capital && is_short_weekday(a, at + 2);
}

}  // namespace

Found read_weekday(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Weekday) || !begins_word(a, at)) return std::nullopt;
  const std::uint8_t flags = a[at].word->flags;
  std::size_t next = skip_full_stop(a, at);
  const std::size_t date_at = a.is_mark(next, ',') ? next + 1 : next;
  Found date = longer(read_month_first(a, date_at), read_day_first(a, a.is(date_at, "the") ? date_at + 1 : date_at));
  if (date && date->grain == Grain::Day && (date->month != 0 || date_at == next)) {
    date->first = at;
    date->weekday = a.value(at) % 10;
    return date;
  }
  if (const Number day = read_rank(a, next + 1);
      a.is(next, "the") && day && day.value <= 31 && a[next + 1].number > 0) {
    Expression e = expression_at(at, day.end, RuleId::Weekday);
    e.weekday = a.value(at) % 10;
    e.day = day.value;
    e.grain = Grain::Day;
    return e;
  }
  // "Super Tuesday", "Bloody Sunday": days of their own.
  if (a[at - 1].capital && is_one_of(a.lower(at - 1), {"super", "bloody"})) return std::nullopt;
  const bool picked =
      is_one_of(a.lower(at - 1), {"this", "next", "last", "every"}) && !a.is(at, "sun") && !a.is(at, "wed");
  const bool joined = (flags & kAbbreviation) != 0 && is_joined_weekday(a, at);
  if ((flags & kNeedsCapital) != 0 && !a[at].capital && !picked && !joined) return std::nullopt;
  if ((flags & kNeedsContext) != 0 && !joined) {
    const bool clock = a[next].number >= 0 || (a.is_mark(next, ',') && a[next + 1].number >= 0);
    const bool near = is_one_of(a.lower(at - 1), {"on", "this", "last", "next", "every", "each"});
    if (!near && !clock) return std::nullopt;
  }
  if (!ends_word(a, next)) return std::nullopt;
  Expression e = expression_at(at, next, RuleId::Weekday);
  e.weekday = a.value(at) % 10;
  e.grain = Grain::Day;
  if (a.is(next, "week") && flags == 0 && ends_phrase(a, next + 1)) {  // "Thursday week": a week after the coming one
    e.weeks_on = 1;
    e.last = next + 1;
    return e;
  }
  if (a.value(at) > 10) {  // "Mondays"
    e.shape = Shape::Repeat;
    e.rule = RuleId::Set;
    e.fixed = "XXXX-WXX-" + std::to_string(e.weekday);
  }
  return e;
}

Found read_holiday(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Holiday) && !a.is(at, "fourth")) return std::nullopt;
  for (std::size_t k = 0; k < kHolidayNameCount; ++k) {
    const std::string_view words = kHolidayNames[k].words;
    const std::uint32_t begin = a[at].begin;
    std::size_t last = at, done = 0;
    // Compared word by word, so that curly apostrophes and line ends count as plain ones.
    while (done < words.size()) {
      if (words[done] == ' ') {
        ++done;
        continue;
      }
      const std::string_view piece = a.is_mark(last, '\'') ? "'" : a.lower(last);
      if (piece.empty() || words.substr(done, piece.size()) != piece) break;
      done += piece.size();
      ++last;
    }
    if (done < words.size() || !ends_word(a, last) || begin == a[last].begin) continue;
    if ((a[at].word->flags & kNeedsCapital) != 0 && !a[at].capital) continue;
    if (is_one_of(a.lower(last), {"island", "islands", "tree", "trees", "carol", "carols", "season"})) continue;
    Expression e = expression_at(at, last, RuleId::Holiday);
    e.holiday = kHolidayNames[k].holiday;
    e.grain = Grain::Day;
    if (const std::size_t end = year_after_month(a, last, e)) e.last = end;
    return e;
  }
  return std::nullopt;
}

}  // namespace onrecord::times
