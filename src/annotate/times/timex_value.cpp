// SPDX-License-Identifier: Apache-2.0
// How a Moment is written: its TIMEX3 value and its bounds.
#include <array>
#include <charconv>

#include "annotate/times/calendar.h"

namespace onrecord::times {
namespace {

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// TIMEX2 and TIMEX3 write years before our era as "BC" and four digits.
std::string year_text(int year, int drop_digits = 0) {
  std::string text = year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4);
  text.resize(text.size() - static_cast<std::size_t>(drop_digits));
  return text;
}

std::string day_text(const Date& date) {
  return year_text(date.year) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::string week_text(const Date& monday) {
  const Week week = week_of(monday);
  return year_text(week.year) + "-W" + padded(week.number, 2);
}

const char* part_code(DayPart part) {
  constexpr std::array<const char*, 7> kCodes = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  return kCodes[static_cast<std::size_t>(part)];
}

std::string zone_text(const Zone& zone) {
  if (!zone.given) return "";
  if (zone.minutes == 0) return "Z";
  const int minutes = zone.minutes < 0 ? -zone.minutes : zone.minutes;
  std::string text(1, zone.minutes < 0 ? '-' : '+');
  text += padded(minutes / 60, 2);
  if (minutes % 60 != 0) text += ':' + padded(minutes % 60, 2);
  return text;
}

std::string clock_text(const Moment& m) {
  std::string text = 'T' + padded(m.hour, 2) + ':' + padded(m.minute, 2);
  if (m.grain == Grain::Second) text += ':' + padded(m.second, 2);
  return text;
}

// Hours of the day that a part covers at most; the end may lie on the next day.
struct Hours {
  int begin, end;
};
Hours hours_of(DayPart part) {
  switch (part) {
    case DayPart::Morning: return {0, 12};
    case DayPart::Midday: return {11, 14};
    case DayPart::Afternoon: return {12, 18};
    case DayPart::Evening: return {17, 24};
    case DayPart::Night: return {18, 30};
    default: return {6, 18};
  }
}

std::string iso_time(const Date& date, int minutes_of_day, const Zone& zone) {
  const Date day = add_days(date, minutes_of_day / (24 * 60));
  const int rest = minutes_of_day % (24 * 60);
  return iso_date(day) + 'T' + padded(rest / 60, 2) + ':' + padded(rest % 60, 2) + zone_text(zone);
}

Bounds clock_bounds(const Moment& m) {
  const int minute = m.hour * 60 + m.minute;
  return {iso_time(m.first, minute, m.zone), iso_time(m.first, minute + 1, m.zone)};
}

}  // namespace

std::string iso_date(const Date& date) {
  const std::string year = date.year < 0 ? '-' + padded(-date.year, 4) : padded(date.year, 4);
  return year + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::string timex_value(const Moment& m) {
  const Date& first = m.first;
  switch (m.grain) {
    case Grain::Century: return year_text(first.year, 2);
    case Grain::Decade: return year_text(first.year, 1);
    case Grain::Year: return year_text(first.year);
    case Grain::Half: return year_text(first.year) + "-H" + std::to_string(m.half());
    case Grain::Quarter: return year_text(first.year) + "-Q" + std::to_string(m.quarter());
    case Grain::Season: {
      constexpr std::array<const char*, 4> kCodes = {"-SP", "-SU", "-FA", "-WI"};
      return year_text(first.year) + kCodes[static_cast<std::size_t>(first.month / 3 - 1)];
    }
    case Grain::Month: return year_text(first.year) + '-' + padded(first.month, 2);
    case Grain::Week: return week_text(first);
    case Grain::Weekend: return week_text(first) + "-WE";
    case Grain::Day: return day_text(first);
    case Grain::Part: return day_text(first) + 'T' + part_code(m.part);
    default: return day_text(first) + clock_text(m) + (m.zone.in_value ? zone_text(m.zone) : "");
  }
}

Bounds bounds_of(const Moment& m) {
  if (m.grain == Grain::Minute || m.grain == Grain::Second) return clock_bounds(m);
  if (m.grain == Grain::Part) {
    const Hours hours = hours_of(m.part);
    return {iso_time(m.first, hours.begin * 60, {}), iso_time(m.first, hours.end * 60, {})};
  }
  const std::string end = iso_date(step(m, 1).first);
  if (m.grain == Grain::Weekend) return {iso_date(add_days(m.first, 5)), end};
  return {iso_date(m.first), end};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  Date date;
  const auto read = [&](std::size_t at, std::size_t size, int& out) {
    const char* end = text.data() + at + size;
    return std::from_chars(text.data() + at, end, out).ptr == end;
  };
  if (!read(0, 4, date.year) || !read(5, 2, date.month) || !read(8, 2, date.day)) return std::nullopt;
  return exists(date) ? std::optional(date) : std::nullopt;
}

}  // namespace onrecord::times
