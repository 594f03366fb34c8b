// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/occurrence.h"

#include <cstdlib>

namespace onrecord::times {
namespace {

// Returns in three years, oldest first.
struct Returns {
  std::optional<Moment> before, same, after;
};

// "First Monday", "last week" of a month; nullopt when the month has no fifth one.
std::optional<Moment> nth_in_month(const Expression& e, int year) {
  const int days = days_in_month(year, e.month);
  const int step = e.grain == Grain::Day && e.weekday == 0 ? 1 : 7;
  int day = 1 + (e.nth - 1) * step;
  const int wanted = e.weekday != 0 ? e.weekday : e.grain == Grain::Weekend ? 6 : 0;
  if (wanted != 0) {
    const int first = (wanted - weekday_of({year, e.month, 1}) + 7) % 7 + 1;  // the first such day of the month
    day = first + (e.nth - 1) * 7;
    if (e.nth < 0) day = first + (days - first) / 7 * 7;
  } else if (e.nth < 0) {
    day = e.grain == Grain::Week ? days - 3 : days;  // the last week has most of the last seven days
  } else if (e.grain == Grain::Week) {
    day += 3;
  }
  if (day < 1 || day > days) return std::nullopt;
  const Date date{year, e.month, day};
  return e.grain == Grain::Week ? of_week(date) : e.grain == Grain::Weekend ? of_weekend(date) : of_day(date);
}

bool is_over(const Moment& moment, const Date& day) { return step(moment, 1).first <= day; }

}  // namespace

std::optional<Moment> Occurrence::in_year(int year) const {
  const Expression& e = words;
  if (e.holiday != Holiday::None) return of_day(holiday_date(e.holiday, year));
  if (e.nth != 0) return nth_in_month(e, year);
  switch (e.grain) {
    case Grain::Century: return of_century(year);
    case Grain::Decade: return of_decade(year);
    case Grain::Half: return of_half(year, e.half);
    case Grain::Quarter: return of_quarter(year, e.quarter);
    case Grain::Season: return of_season(year, e.season);
    case Grain::Month: return of_month(year, e.month);
    case Grain::Year: return of_year(year);
    default: break;
  }
  const Date date{year, e.month, e.day};
  if (!exists(date)) return std::nullopt;
  return e.grain == Grain::Week ? of_week(date) : of_day(date);
}

std::optional<Moment> Occurrence::weekday_near(const Date& day) const {
  if (words.day != 0) {  // "Friday the 13th"
    const int direction = tense == Tense::Future ? 1 : -1;
    for (int k = 0; k < 430; ++k) {
      const Date date = add_days(day, k * direction);
      if (date.day == words.day && weekday_of(date) == words.weekday) return of_day(date);
    }
    return std::nullopt;
  }
  const int ahead = (words.weekday - weekday_of(day) + 7) % 7;  // 0: the same day
  if (words.weeks_on > 0) return of_day(add_days(day, (ahead == 0 ? 7 : ahead) + 7 * words.weeks_on));
  int days = ahead == 0 ? 0 : ahead - 7;
  switch (words.relation) {
    case Relation::Last:
    case Relation::Previous: days = ahead - 7; break;
    case Relation::Next:
    case Relation::Following: days = ahead == 0 ? 7 : ahead; break;
    case Relation::This:
    case Relation::Coming: days = tense == Tense::Past || tense == Tense::Over ? days : ahead; break;
    default:
      if (tense == Tense::Future || tense == Tense::Purpose) days = ahead;
      break;
  }
  return of_day(add_days(day, days));
}

std::optional<Moment> Occurrence::day_of_month_near(const Date& day) const {
  Date date{day.year, day.month, words.day};
  const Date limit =
      today && *today > day ? *today : day;  // "on February 10 …, on the 14th": of the month just named
  // "On September 28 and again on the 3rd": the story goes forward, up to today.
  const Date after = add_months({day.year, day.month, 1}, 1);
  const Date onward{after.year, after.month, words.day};
  if (!narrative && date < day && onward <= limit && exists(onward)) return of_day(onward);
  if (!narrative && tense != Tense::Future && date > limit)
    date = {add_months({day.year, day.month, 1}, -1).year, add_months({day.year, day.month, 1}, -1).month, words.day};
  return exists(date) ? std::optional(of_day(date)) : std::nullopt;
}

// In a story the text moves on slowly: the return nearest to the last date, or the same year when only the
// year is known.
std::optional<Moment> Occurrence::in_story(const Date& day, Grain grain) const {
  const std::optional<Moment> same = in_year(day.year);
  if (grain < Grain::Season || !same || words.grain == Grain::Season) return same;
  std::optional<Moment> best = same;
  const std::int64_t from = day_number(day);
  for (const int year : {day.year - 1, day.year + 1}) {
    const std::optional<Moment> other = in_year(year);
    if (!other) continue;
    if (std::abs(day_number(other->first) - from) < std::abs(day_number(best->first) - from)) best = other;
  }
  return best;
}

// The last or the next return. A day is told near its time: "on December 7", printed on October 30 even beside a
// past verb, is the one to come. Quarters are reported soon after they end.
std::optional<Moment> Occurrence::by_tense(const Date& day, const std::optional<Moment>& last,
                                           const std::optional<Moment>& next, bool now) const {
  if (!last || !next) return last;
  const std::int64_t now_day = day_number(day);
  const std::int64_t since = now_day - day_number(last->first), until = day_number(next->first) - now_day;
  if (words.grain == Grain::Quarter) return tense == Tense::Future && until * 2 < since ? next : last;
  if (now || tense == Tense::Over) return last;
  const bool day_level = words.grain >= Grain::Day || words.day != 0;  // "the week of July 22"
  const bool soon = until < (day_level ? 60 : words.grain == Grain::Month ? 20 : 0);
  if (tense == Tense::Future) return day_level && since < 30 && until > 300 ? last : next;
  if (tense == Tense::Past) return soon && since > 300 ? next : last;
  return until < since ? next : last;
}

// Four (or eight) years apart: the one before unless the tense looks ahead.
std::optional<Moment> Occurrence::nearest_leap_day(const Date& day) const {
  const int direction = tense == Tense::Future ? 1 : -1;
  for (int year = day.year; std::abs(year - day.year) <= 8; year += direction) {
    const Date date{year, 2, 29};
    if (exists(date) && (direction > 0 ? date >= day : date <= day)) return of_day(date);
  }
  return std::nullopt;
}

std::optional<Moment> Occurrence::nearest_to(const Date& day, Grain grain) const {
  if (words.weekday != 0 && words.month == 0 && words.holiday == Holiday::None) return weekday_near(day);
  if (words.day != 0 && words.month == 0) return day_of_month_near(day);
  if (narrative && words.relation == Relation::None) return in_story(day, grain);
  if (words.month == 2 && words.day == 29) return nearest_leap_day(day);
  if (words.weekday != 0 && words.day != 0 && words.month != 0) {  // "Friday, March 3" tells its year
    for (const int year : {day.year, day.year - 1, day.year + 1}) {
      const Date date{year, words.month, words.day};
      if (exists(date) && weekday_of(date) == words.weekday) return of_day(date);
    }
  }
  const Returns r{in_year(day.year - 1), in_year(day.year), in_year(day.year + 1)};
  if (!r.same || !r.before || !r.after) return r.same;
  const bool begun = r.same->first <= day, over = is_over(*r.same, day);
  switch (words.relation) {
    case Relation::This:
    case Relation::Same: return r.same;
    case Relation::Last:
    case Relation::Previous: return over ? r.same : r.before;
    case Relation::Next:
    case Relation::Following: return begun ? r.after : r.same;
    case Relation::Coming: return over ? r.after : r.same;
    default: break;
  }
  return by_tense(day, begun ? r.same : r.before, over ? r.after : begun ? r.after : r.same, begun && !over);
}

}  // namespace onrecord::times
