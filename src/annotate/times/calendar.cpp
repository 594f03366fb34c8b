// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/calendar.h"

#include <array>

namespace onrecord::times {
namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }

// The first year of the `step` years whose numbers begin with the same digits: 1980 for 1987 and 10. Before our
// era digits count backwards: the 480s BC begin in 489 BC.
int floor_to(int year, int step) {
  if (year > 0) return year / step * step;
  return 1 - ((1 - year) / step * step + step - 1);
}

Date month_date(int year, int month) { return {year, month, 1}; }

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool exists(const Date& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// The year is made to begin in March, so that the leap day is its last.
std::int64_t day_number(const Date& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t of_era = year - era * 400;
  const std::int64_t month = (date.month + 9) % 12;
  const std::int64_t of_year = (153 * month + 2) / 5 + date.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Date date_of(std::int64_t number) {
  const std::int64_t shifted = number + 719468;
  const std::int64_t era = floor_div(shifted, 146097);
  const std::int64_t of_era = shifted - era * 146097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  const int day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  const int civil = static_cast<int>(month < 10 ? month + 3 : month - 9);
  return {static_cast<int>(year + era * 400) + (civil <= 2 ? 1 : 0), civil, day};
}

Date add_days(const Date& date, std::int64_t days) { return date_of(day_number(date) + days); }

Date add_months(const Date& date, std::int64_t months) {
  const std::int64_t all = std::int64_t{date.year} * 12 + date.month - 1 + months;
  Date moved{static_cast<int>(floor_div(all, 12)), 1, date.day};
  moved.month = static_cast<int>(all - floor_div(all, 12) * 12) + 1;
  moved.day = std::min(moved.day, days_in_month(moved.year, moved.month));
  return moved;
}

int weekday_of(const Date& date) {
  const std::int64_t since_monday = day_number(date) + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday - floor_div(since_monday, 7) * 7) + 1;
}

// The anonymous Gregorian algorithm (Meeus, Jones, Butcher).
Date easter_of(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return {year, f / 31, f % 31 + 1};
}

Week week_of(const Date& date) {
  const Date thursday = add_days(date, 4 - weekday_of(date));
  const std::int64_t day = day_number(thursday) - day_number({thursday.year, 1, 1});
  return {thursday.year, static_cast<int>(day / 7) + 1};
}

Date monday_of(const Week& week) {
  const Date fourth{week.year, 1, 4};  // always in week 1
  return add_days(fourth, 1 - weekday_of(fourth) + 7 * (week.number - 1));
}

Moment of_year(int year) { return {Grain::Year, month_date(year, 1), {}, 0, 0, 0, {}}; }
Moment of_decade(int first_year) { return {Grain::Decade, month_date(floor_to(first_year, 10), 1), {}, 0, 0, 0, {}}; }
Moment of_century(int first_year) {
  return {Grain::Century, month_date(floor_to(first_year, 100), 1), {}, 0, 0, 0, {}};
}
Moment of_half(int year, int half) { return {Grain::Half, month_date(year, half == 1 ? 1 : 7), {}, 0, 0, 0, {}}; }
Moment of_quarter(int year, int quarter) {
  return {Grain::Quarter, month_date(year, quarter * 3 - 2), {}, 0, 0, 0, {}};
}
Moment of_season(int year, Season season) {
  return {Grain::Season, month_date(year, static_cast<int>(season) * 3 + 3), {}, 0, 0, 0, {}};
}
Moment of_month(int year, int month) { return {Grain::Month, month_date(year, month), {}, 0, 0, 0, {}}; }
Moment of_week(const Date& day) { return {Grain::Week, add_days(day, 1 - weekday_of(day)), {}, 0, 0, 0, {}}; }
Moment of_weekend(const Date& day) { return {Grain::Weekend, add_days(day, 1 - weekday_of(day)), {}, 0, 0, 0, {}}; }
Moment of_day(const Date& day) { return {Grain::Day, day, {}, 0, 0, 0, {}}; }
Moment of_part(const Date& day, DayPart part) { return {Grain::Part, day, part, 0, 0, 0, {}}; }

Moment widen(const Date& day, Grain grain) {
  switch (grain) {
    case Grain::Century: return of_century(day.year);
    case Grain::Decade: return of_decade(day.year);
    case Grain::Year: return of_year(day.year);
    case Grain::Half: return of_half(day.year, day.month <= 6 ? 1 : 2);
    case Grain::Quarter: return of_quarter(day.year, (day.month + 2) / 3);
    case Grain::Season:
      if (day.month <= 2) return of_season(day.year - 1, Season::Winter);
      return of_season(day.year, static_cast<Season>(day.month / 3 - 1));
    case Grain::Month: return of_month(day.year, day.month);
    case Grain::Week: return of_week(day);
    case Grain::Weekend: return of_weekend(day);
    default: return of_day(day);
  }
}

Moment step(const Moment& moment, std::int64_t count) {
  Moment moved = moment;
  switch (moment.grain) {
    case Grain::Century: moved.first = add_months(moment.first, 1200 * count); break;
    case Grain::Decade: moved.first = add_months(moment.first, 120 * count); break;
    case Grain::Year: moved.first = add_months(moment.first, 12 * count); break;
    case Grain::Half: moved.first = add_months(moment.first, 6 * count); break;
    case Grain::Quarter:
    case Grain::Season: moved.first = add_months(moment.first, 3 * count); break;
    case Grain::Month: moved.first = add_months(moment.first, count); break;
    case Grain::Week:
    case Grain::Weekend: moved.first = add_days(moment.first, 7 * count); break;
    default: moved.first = add_days(moment.first, count); break;
  }
  return moved;
}

}  // namespace onrecord::times
