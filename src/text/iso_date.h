// SPDX-License-Identifier: Apache-2.0
// ISO 8601 calendar dates and date-times, as RFC 3339, pages, feeds and people write them:
//   2024-04-25   20240425   2024-04-25T10:30   2024-04-25 10:30:00.250+0200   2024-04-25T10:30:00Z
// Nothing is guessed: a date that does not exist (2023-02-29), lacks its day (2024-04) or is written otherwise
// (25/04/2024) is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

// 28..31. REQUIRES: 1 <= month <= 12.
int days_in_month(int year, int month);

// Whether the day exists in the Gregorian calendar, year 1 to 9999.
bool is_calendar_day(int year, int month, int day);

// "2024-04-25". REQUIRES: is_calendar_day.
std::string iso_day(int year, int month, int day);

// The day behind `day`. REQUIRES: "YYYY-MM-DD…" of a calendar day; before 9999-12-31.
std::string iso_day_after(std::string_view day);

// `raw` without outer blanks in the extended form ("2024-04-25T10:30:00+02:00"): `T` between day and time, hyphens
// and colons in place; the day and the zone are kept as written. Nullopt where `raw` is no such date.
std::optional<std::string> normal_iso_date(std::string_view raw);

}  // namespace onrecord
