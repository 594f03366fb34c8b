// SPDX-License-Identifier: Apache-2.0
// Dates and times in digits, clock times, parts of days after a date.
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

// Two digits glued to what stands before them.
bool pair_at(const Atoms& a, std::size_t at) { return a[at].digits == 2 && a[at].glued; }

// ":mm[:ss]" after an hour.
std::size_t read_minutes(const Atoms& a, std::size_t at, ClockTime& clock, bool dot) {
  const bool colon = a.is_mark(at, ':') || (dot && a.is_mark(at, '.'));
  if (!colon || !a[at].glued || !pair_at(a, at + 1) || a[at + 1].number > 59) return 0;
  clock.minute = a[at + 1].number;
  if (a.is_mark(at + 2, ':') && pair_at(a, at + 3) && a[at + 3].number <= 60) {
    clock.second = a[at + 3].number;
    clock.has_second = true;
    return at + 4;
  }
  return at + 2;
}

// "am", "a.m.", "PM"; gives 0 or 12 in `half`.
std::size_t read_meridiem(const Atoms& a, std::size_t at, int& half) {
  if (a.is(at, WordClass::Meridiem)) {
    half = a.value(at);
    return at + 1;
  }
  const bool ante = a.is(at, "a"), post = a.is(at, "p");
  if (!ante && !post) return 0;
  std::size_t next = at + 1;
  if (!a.is_mark(next, '.')) return 0;
  ++next;
  if (!a.is(next, "m")) return 0;
  half = post ? 12 : 0;
  return a.is_mark(next + 1, '.') && a[next + 1].glued ? next + 2 : next + 1;
}

// "GMT", "EST", "UTC+2".
std::size_t read_zone(const Atoms& a, std::size_t at, ClockTime& clock) {
  const std::size_t zone_at = a.is_mark(at, '(') ? at + 1 : at;
  if (a.is(zone_at, WordClass::Zone) && a[zone_at].capital) {
    const int minutes = a.value(zone_at);
    const bool by_day = minutes <= -10000;  // "ET"
    clock.zone = {!by_day, by_day ? 0 : minutes, minutes == 0, by_day ? minutes + 10000 : 0};
    std::size_t end = zone_at + 1;
    const bool sign = a.is_mark(end, '+') || a.is_mark(end, '-');
    if (sign && a[end].glued && a[end + 1].glued && a[end + 1].number >= 0 && a[end + 1].number <= 14) {
      clock.zone.minutes = (a.is_mark(end, '+') ? 60 : -60) * a[end + 1].number;
      end += 2;
    }
    return zone_at != at && a.is_mark(end, ')') ? end + 1 : end;
  }
  return 0;
}

void apply_half(ClockTime& clock, int half) {
  if (half == 12 && clock.hour < 12) clock.hour += 12;
  if (half == 0 && clock.hour == 12) clock.hour = 0;
}

// "in the morning", "at night" after an hour.
std::size_t read_hour_part(const Atoms& a, std::size_t at, int& half) {
  if (a.is(at, "in") && a.is(at + 1, "the") && a.is(at + 2, WordClass::Part) && a.value(at + 2) < 10) {
    half = static_cast<DayPart>(a.value(at + 2)) == DayPart::Morning ? 0 : 12;
    return at + 3;
  }
  if (a.is(at, "at") && a.is(at + 1, "night")) {
    half = 12;
    return at + 2;
  }
  return 0;
}

bool is_oclock(const Atoms& a, std::size_t at) {
  return a.is(at, "o") && a.is_mark(at + 1, '\'') && a.is(at + 2, "clock");
}

// "noon", "midnight".
Found read_named_hour(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Part) || a.value(at) < 100 || !begins_word(a, at) || !ends_word(a, at + 1)) {
    return std::nullopt;
  }
  Expression e = expression_at(at, at + 1, RuleId::Clock);
  ClockTime clock;
  clock.hour = a.value(at) == 102 ? 12 : 24;
  if (const std::size_t zone = read_zone(a, at + 1, clock)) e.last = zone;
  e.grain = Grain::Minute;
  e.clock = clock;
  return e;
}

// Past words that say whose clock it is: "3 p.m. local time on Monday", "9 a.m. New York time".
std::size_t skip_whose_clock(const Atoms& a, std::size_t at) {
  for (std::size_t words = 1; words <= 3; ++words) {
    const bool named = a.is(at + words - 1, "local") || a[at + words - 1].capital;
    if (!named) return at;
    if (a.is(at + words, "time") && ends_word(a, at + words + 1)) return at + words + 1;
  }
  return at;
}

// "0100 UTC", "1430 hours".
Found read_military(const Atoms& a, std::size_t at) {
  if (a[at].digits != 4) return std::nullopt;
  ClockTime clock;
  clock.hour = a[at].number / 100;
  clock.minute = a[at].number % 100;
  if (clock.hour > 24 || clock.minute > 59) return std::nullopt;
  std::size_t end = a.is(at + 1, "hours") || a.is(at + 1, "hrs") ? at + 2 : at + 1;
  if (const std::size_t zone = read_zone(a, end, clock)) end = zone;
  const bool whose = skip_whose_clock(a, end) != end;  // "0600 local time"
  if (end == at + 1 && !whose) return std::nullopt;
  Expression e = expression_at(at, end, RuleId::Clock);
  e.grain = Grain::Minute;
  e.clock = clock;
  return e;
}

Found read_hour(const Atoms& a, std::size_t at) {
  ClockTime clock;
  int half = -1;
  std::size_t end = at + 1;
  const bool word = a.is(at, WordClass::Number);
  clock.hour = word ? a.value(at) : a[at].number;
  if (a[at].digits == 3 || a[at].digits == 4) {  // "430pm"
    clock.hour = a[at].number / 100;
    clock.minute = a[at].number % 100;
    if (clock.hour > 12 || clock.minute > 59 || !a.is(at + 1, WordClass::Meridiem) || !a[at + 1].glued)
      return std::nullopt;
  } else if (a[at].digits > 4) {
    return std::nullopt;
  }
  if (clock.hour < 0 || clock.hour > 24) return std::nullopt;
  if (!word && a[at].glued && (a.is_mark(at - 1, '.') || a.is_mark(at - 1, ':') || a.is_mark(at - 1, '$'))) {
    return std::nullopt;
  }
  const std::size_t minutes = word ? 0 : read_minutes(a, at + 1, clock, false);
  bool certain = minutes != 0 && !(a.is_mark(minutes, '.') && a[minutes + 1].glued && a[minutes + 1].number >= 0);
  // "won in 2:14:04", "a 3:52 mile": a length, not a time of day.
  const bool timed = is_one_of(a.lower(at - 1), {"in", "of", "a", "time", "won"}) || clock.has_second;
  if (timed && !is_one_of(a.lower(at - 1), {"at", "from", "until", "by", "around", "about"})) certain = false;
  if (minutes != 0) end = minutes;
  if (minutes == 0 && !word) {
    ClockTime dotted = clock;
    const std::size_t dot_end = read_minutes(a, at + 1, dotted, true);
    ClockTime zoned;
    if (dot_end != 0 && (read_meridiem(a, dot_end, half) != 0 || read_zone(a, dot_end, zoned) != 0)) {
      clock = dotted;
      end = dot_end;
    }
  }
  const bool plus = a.is_mark(end, '+') && a[end].glued && a[end + 1].glued && a.is(end + 1, WordClass::Meridiem);
  if (plus) ++end;  // "5+am": some minutes after
  if (a.is(end, "to") == false && is_oclock(a, end)) {
    end += 3;
    certain = true;
  }
  std::size_t after = read_meridiem(a, end, half);
  if (after == 0 && (certain || a.is(at - 1, "at") || !word)) after = read_hour_part(a, end, half);
  if (after != 0) {
    if (clock.hour > 12 && half == 0) return std::nullopt;
    end = after;
    certain = true;
  }
  if (const std::size_t zone = read_zone(a, end, clock); zone != 0 && (certain || !word)) {
    end = zone;
    certain = true;
  }
  if (!certain || !ends_word(a, end)) return std::nullopt;
  if (half >= 0) apply_half(clock, half);
  Expression e = expression_at(at, end, RuleId::Clock);
  e.grain = Grain::Minute;
  e.clock = clock;
  if (plus) e.mod = "APPROX";
  return e;
}

// The "am" or "pm" among the atoms of a clock time; -1: none.
int half_in(const Atoms& a, const Expression& time) {
  int half = -1;
  for (std::size_t at = time.first + 1; at < time.last; ++at) {
    if (read_meridiem(a, at, half) != 0) return half;
  }
  return -1;
}

int minutes_of(const ClockTime& clock) { return clock.hour * 60 + clock.minute; }

// The "9" of "9-11 a.m.", "9 to 11 a.m.", "between 9 and 11 a.m.": it shares the half of the day.
Found read_first_hour(const Atoms& a, std::size_t at) {
  if (a[at].number < 1 || a[at].number > 12 || a[at].digits > 2) return std::nullopt;
  ClockTime clock;
  clock.hour = a[at].number;
  const std::size_t minutes = read_minutes(a, at + 1, clock, false);
  const std::size_t joint = minutes != 0 ? minutes : at + 1;
  const bool between = a.is(joint, "and") && a.is(at - 1, "between");
  if (!between && !a.is_mark(joint, '-') && !a.is(joint, "to")) return std::nullopt;
  const Found second = a[joint + 1].number >= 0 ? read_hour(a, joint + 1) : std::nullopt;
  const int half = second ? half_in(a, *second) : -1;
  if (half < 0 || clock.has_second) return std::nullopt;
  apply_half(clock, half);
  if (half == 12 && minutes_of(clock) > minutes_of(*second->clock)) clock.hour -= 12;  // "11-1 p.m."
  Expression e = expression_at(at, joint, RuleId::Clock);
  e.grain = Grain::Minute;
  e.clock = clock;
  return e;
}

// Past a parenthesis that holds the same time elsewhere: "4:30 a.m. (0130 GMT) on Monday", and from inside it.
std::size_t skip_parenthesis(const Atoms& a, std::size_t at) {
  if (a.is_mark(at, ')')) return at + 1;
  if (!a.is_mark(at, '(')) return at;
  for (std::size_t next = at + 1; next < at + 9; ++next) {
    if (a.is_mark(next, ')')) return next + 1;
  }
  return at;
}

std::string clock_code(const ClockTime& clock) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return 'T' + two(clock.hour) + ':' + two(clock.minute) + (clock.has_second ? ':' + two(clock.second) : "");
}

// "9:30 a.m. every Monday", "6 p.m. on weekdays", "noon daily": a habit, not that hour of the day of publication.
Found attach_set(const Atoms& a, const Expression& time) {
  const std::size_t next = a.is(time.last, "on") || a.is(time.last, "at") ? time.last + 1 : time.last;
  Found set = read_set_of_days(a, next);
  if (!set) return std::nullopt;
  set->first = time.first;
  set->fixed = days_of_set(*set) + clock_code(*time.clock);
  return set;
}

// The day a clock time belongs to: "[on] Wednesday", ", Nov. 9", "today".
Found attach_day(const Atoms& a, const Expression& time) {
  if (Found set = attach_set(a, time)) return set;
  std::size_t next = skip_parenthesis(a, skip_whose_clock(a, time.last));
  const bool apart = next != time.last;
  if (a.is_mark(next, ',')) ++next;
  if (a.is(next, "on") || a.is(next, "of")) ++next;
  if (a.is(next, "the") && a[next + 1].number > 0) ++next;
  Found day = longer(longer(read_weekday(a, next), read_deictic(a, next)),
                     longer(read_month_first(a, next), read_day_first(a, next)));
  if (!day || day->clock || day->shape == Shape::Repeat) return std::nullopt;
  if (day->shape == Shape::Calendar && day->grain != Grain::Day) return std::nullopt;
  day->first = time.first;
  day->clock = time.clock;
  day->part = DayPart::None;
  day->grain = Grain::Minute;
  day->rule = RuleId::Clock;
  if (apart) day->last = time.last;  // the day is an expression of its own then
  return day;
}

}  // namespace

Found read_iso(const Atoms& a, std::size_t at) {
  if (a[at].digits != 4 || !begins_word(a, at)) return std::nullopt;
  const char mark = a[at + 1].mark;
  if ((mark != '-' && mark != '/') || a[at + 3].mark != mark || !a[at + 1].glued || !a[at + 3].glued)
    return std::nullopt;
  const bool two = pair_at(a, at + 2) && pair_at(a, at + 4);
  if (!two || a[at].number < 1000 || a[at + 2].number > 12 || a[at + 4].number > 31) return std::nullopt;
  Expression e = expression_at(at, at + 5, RuleId::IsoDate);
  e.grain = Grain::Day;
  e.year = a[at].number;
  e.month = a[at + 2].number;
  e.day = a[at + 4].number;
  const std::size_t hour = a.is(at + 5, "t") && a[at + 5].glued ? at + 6 : at + 5;
  ClockTime clock;
  if (a[hour].digits != 2) return e;
  clock.hour = a[hour].number;
  std::size_t end = read_minutes(a, hour + 1, clock, false);
  if (end == 0) return e;
  if (a.is_mark(end, '.') && a[end].glued && a[end + 1].number >= 0 && a[end + 1].glued) end += 2;
  if (a.is(end, "z") && a[end].glued) {
    clock.zone = {true, 0, true, 0};
    ++end;
  } else if ((a.is_mark(end, '+') || a.is_mark(end, '-')) && a[end].glued && pair_at(a, end + 1)) {
    const int sign = a.is_mark(end, '+') ? 60 : -60;
    clock.zone = {true, sign * a[end + 1].number, true, 0};
    end += a.is_mark(end + 2, ':') && pair_at(a, end + 3) ? 4u : 2u;
  }
  e.clock = clock;
  e.grain = Grain::Minute;
  e.last = end;
  return e;
}

Found read_numeric_date(const Atoms& a, std::size_t at) {
  if (a[at].number <= 0 || a[at].digits > 2 || !begins_word(a, at)) return std::nullopt;
  const char mark = a[at + 1].mark;
  if ((mark != '/' && mark != '.' && mark != '-') || a[at + 3].mark != mark) return std::nullopt;
  const bool glued = a[at + 1].glued && a[at + 2].glued && a[at + 3].glued && a[at + 4].glued;
  const Atom& year = a[at + 4];
  if (!glued || a[at + 2].digits > 2 || a[at + 2].number <= 0 || year.number < 0) return std::nullopt;
  if (year.digits != 4 && !(year.digits == 2 && mark != '-')) return std::nullopt;
  if (!ends_word(a, at + 5) || (a.is_mark(at + 5, mark) && a[at + 6].number >= 0 && a[at + 6].glued))
    return std::nullopt;
  const int first = a[at].number, second = a[at + 2].number;
  if (first > 31 || second > 31 || (first > 12 && second > 12)) return std::nullopt;
  Expression e = expression_at(at, at + 5, RuleId::NumericDate);
  e.grain = Grain::Day;
  e.year = year.digits == 4 ? year.number : year.number + (year.number < 40 ? 2000 : 1900);
  // Dots are the continent's order, day first; with slashes both orders are in use.
  const bool day_first = first > 12 || mark == '.';
  e.day_first = day_first;
  e.day = day_first ? first : second;
  e.month = day_first ? second : first;
  if (mark != '.' && first <= 12 && second <= 12 && first != second) e.order_unknown = true;
  if (e.month > 12) return std::nullopt;
  return e;
}

Found read_clock(const Atoms& a, std::size_t at) {
  if (!begins_word(a, at)) return std::nullopt;
  Found time = read_named_hour(a, at);
  if (a[at].number == 12 && a[at].digits == 2) {  // "12 noon"
    time = read_named_hour(a, at + 1);
    if (time) time->first = at;
  }
  if (!time && a[at].number >= 0) time = read_military(a, at);
  if (Found first = time ? std::nullopt : read_first_hour(a, at)) return first;
  if (!time && (a[at].number >= 0 || a.is(at, WordClass::Number))) time = read_hour(a, at);
  if (!time) return time;
  const Found dated = attach_day(a, *time);
  return dated ? dated : time;
}

namespace {

// The "2359" of "Friday night, 2359": four digits right behind a part of the day that are no year and count nothing.
Found read_bare_military(const Atoms& a, std::size_t at) {
  const int number = a[at].number;
  const bool clock = a[at].digits == 4 && number / 100 < 24 && number % 100 < 60;
  const bool year = number >= 1000 && number < 2100;
  const char after = a[at + 1].mark;
  if (!clock || year || after == 0 || after == ',' || after == '-' || !ends_word(a, at + 1)) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::Clock);
  e.clock = ClockTime{};
  e.clock->hour = number / 100;
  e.clock->minute = number % 100;
  e.grain = Grain::Minute;
  return e;
}

}  // namespace

Found with_clock(const Atoms& a, Expression date) {
  const std::string days = date.shape == Shape::Repeat ? days_of_set(date) : std::string();
  if (date.clock || (date.shape == Shape::Repeat && days.empty())) return date;
  const bool day = date.shape == Shape::Shift ? date.unit == Unit::Day : date.grain == Grain::Day;
  if (!day && date.part == DayPart::None && days.empty()) return date;
  std::size_t next = a.is_mark(date.last, ',') ? date.last + 1 : date.last;
  if (a.is(next, "at") || a.is(next, "around")) ++next;
  Found time = read_named_hour(a, next);
  if (!time && begins_word(a, next)) time = read_hour(a, next);
  if (!time && date.part != DayPart::None && begins_word(a, next)) time = read_bare_military(a, next);
  if (!time) return date;
  date.last = time->last;
  if (!days.empty()) {  // "every Monday at 9:30 a.m."
    date.fixed = days + clock_code(*time->clock);
    return date;
  }
  date.clock = time->clock;
  date.part = DayPart::None;
  date.grain = Grain::Minute;
  date.rule = RuleId::Clock;
  return date;
}

Found with_part(const Atoms& a, Expression date) {
  if (date.clock || date.part != DayPart::None) return date;
  std::size_t next = date.last;
  if (a.is(next, "early") || a.is(next, "late") || a.is(next, "in")) next += a.is(next + 1, "the") ? 2 : 1;
  if (a.is(next, "mid")) next = skip_hyphen(a, next + 1);
  if (!a.is(next, WordClass::Part) || a.value(next) >= 100 || !ends_word(a, next + 1)) return date;
  const int value = a.value(next);
  date.last = next + 1;
  date.part = static_cast<DayPart>(value % 10);
  date.grain = Grain::Part;
  if (value >= 10) {  // "Tuesday nights"
    if (date.weekday == 0) return std::nullopt;
    constexpr const char* kCodes[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
    date.shape = Shape::Repeat;
    date.rule = RuleId::Set;
    date.fixed = "XXXX-WXX-" + std::to_string(date.weekday) + kCodes[value % 10];
  }
  return date;
}

}  // namespace onrecord::times
