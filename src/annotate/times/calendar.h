// SPDX-License-Identifier: Apache-2.0
// Calendar: dates of the proleptic Gregorian calendar with ISO 8601 weeks, and the normalised value of a time
// expression. Years are astronomical: 1 BC is 0, 480 BC is -479.
//
// Thread rule: plain values and pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord::times {

struct Date {
  int year = 0;
  int month = 1;  // 1-12
  int day = 1;    // 1-31
  friend auto operator<=>(const Date&, const Date&) = default;
};

int days_in_month(int year, int month);
bool exists(const Date& date);
// Days since 1970-01-01.
std::int64_t day_number(const Date& date);
Date date_of(std::int64_t day_number);
Date add_days(const Date& date, std::int64_t days);
// Moves by months; the day is cut to the length of the month reached.
Date add_months(const Date& date, std::int64_t months);
int weekday_of(const Date& date);  // 1 Monday … 7 Sunday
Date easter_of(int year);          // Sunday of the western church

struct Week {
  int year = 0;  // of the week's Thursday
  int number = 1;
};
Week week_of(const Date& date);
Date monday_of(const Week& week);

// How long a stretch a value names, from coarse to fine.
enum class Grain : std::uint8_t {
  Century,
  Decade,
  Year,
  Half,
  Quarter,
  Season,
  Month,
  Week,
  Weekend,
  Day,
  Part,
  Minute,
  Second
};
enum class Season : std::uint8_t { Spring, Summer, Autumn, Winter };
enum class DayPart : std::uint8_t { None, Morning, Midday, Afternoon, Evening, Night, Daytime };

// Offset from UTC as the text gives it.
struct Zone {
  bool given = false;
  int minutes = 0;
  bool in_value = false;  // UTC and ISO 8601; TIMEX3 corpora leave named zones out of values, bounds keep them
  int us_standard = 0;    // "ET": minutes in winter; in summer an hour more
};

// A stretch of the calendar: what a DATE or TIME value means. `first` is its first day, so that every field
// above the grain can be read from it; a week's first day is its Monday, a weekend's too.
struct Moment {
  Grain grain = Grain::Day;
  Date first;
  DayPart part = DayPart::None;  // with Grain::Part
  int hour = 0, minute = 0, second = 0;
  Zone zone;

  int quarter() const { return (first.month + 2) / 3; }
  int half() const { return first.month <= 6 ? 1 : 2; }
};

Moment of_year(int year);
Moment of_decade(int first_year);
Moment of_century(int first_year);
Moment of_half(int year, int half);
Moment of_quarter(int year, int quarter);
// Meteorological seasons of the northern half; winter is named after the year of its December.
Moment of_season(int year, Season season);
Moment of_month(int year, int month);
Moment of_week(const Date& day);
Moment of_weekend(const Date& day);
Moment of_day(const Date& day);
Moment of_part(const Date& day, DayPart part);

// The stretch of grain `grain` that holds the day.
Moment widen(const Date& day, Grain grain);
// The stretch `count` steps of its own grain later (earlier when negative).
Moment step(const Moment& moment, std::int64_t count);

// "2024-04-25", "2024-W17", "198" (decade), "19" (century), "BC0480", "2024-04-25TMO", "2024-04-25T15:30Z".
std::string timex_value(const Moment& moment);

// ISO dates (date-times for parts of days and clock times), end exclusive.
struct Bounds {
  std::string begin, end_excl;
};
Bounds bounds_of(const Moment& moment);

// "2024-04-25"; before our era "-0479-09-20".
std::string iso_date(const Date& date);

// The date of an ISO 8601 date or date-time; nullopt when it is none or does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace onrecord::times
