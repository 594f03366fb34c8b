// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/holidays.h"

#include <iterator>

namespace onrecord::times {

const HolidayName kHolidayNames[] = {
    {"new year's day", Holiday::NewYearsDay},
    {"new year's eve", Holiday::NewYearsEve},
    {"new years day", Holiday::NewYearsDay},
    {"new years eve", Holiday::NewYearsEve},
    {"martin luther king jr. day", Holiday::MartinLutherKingDay},
    {"martin luther king day", Holiday::MartinLutherKingDay},
    {"valentine's day", Holiday::ValentinesDay},
    {"ash wednesday", Holiday::AshWednesday},
    {"palm sunday", Holiday::PalmSunday},
    {"good friday", Holiday::GoodFriday},
    {"easter monday", Holiday::EasterMonday},
    {"easter sunday", Holiday::Easter},
    {"easter day", Holiday::Easter},
    {"easter", Holiday::Easter},
    {"whit sunday", Holiday::WhitSunday},
    {"memorial day", Holiday::MemorialDay},
    {"juneteenth", Holiday::Juneteenth},
    {"fourth of july", Holiday::IndependenceDay},
    {"bastille day", Holiday::BastilleDay},
    {"labor day", Holiday::LaborDay},
    {"columbus day", Holiday::ColumbusDay},
    {"halloween", Holiday::Halloween},
    {"election day", Holiday::ElectionDay},
    {"armistice day", Holiday::ArmisticeDay},
    {"veterans day", Holiday::ArmisticeDay},
    {"veterans' day", Holiday::ArmisticeDay},
    {"remembrance day", Holiday::ArmisticeDay},
    {"thanksgiving day", Holiday::Thanksgiving},
    {"thanksgiving", Holiday::Thanksgiving},
    {"christmas eve", Holiday::ChristmasEve},
    {"christmas day", Holiday::Christmas},
    {"christmas", Holiday::Christmas},
    {"xmas eve", Holiday::ChristmasEve},
    {"xmas", Holiday::Christmas},
    {"boxing day", Holiday::BoxingDay},
};
const std::size_t kHolidayNameCount = std::size(kHolidayNames);

namespace {

// The nth such weekday of a month.
Date nth_weekday(int year, int month, int weekday, int nth) {
  const Date first{year, month, 1};
  return add_days(first, (weekday - weekday_of(first) + 7) % 7 + 7 * (nth - 1));
}

Date last_weekday(int year, int month, int weekday) {
  const Date last{year, month, days_in_month(year, month)};
  return add_days(last, -((weekday_of(last) - weekday + 7) % 7));
}

}  // namespace

Date holiday_date(Holiday holiday, int year) {
  switch (holiday) {
    case Holiday::NewYearsDay: return {year, 1, 1};
    case Holiday::NewYearsEve: return {year, 12, 31};
    case Holiday::MartinLutherKingDay: return nth_weekday(year, 1, 1, 3);
    case Holiday::ValentinesDay: return {year, 2, 14};
    case Holiday::AshWednesday: return add_days(easter_of(year), -46);
    case Holiday::PalmSunday: return add_days(easter_of(year), -7);
    case Holiday::GoodFriday: return add_days(easter_of(year), -2);
    case Holiday::EasterMonday: return add_days(easter_of(year), 1);
    case Holiday::WhitSunday: return add_days(easter_of(year), 49);
    case Holiday::MemorialDay: return last_weekday(year, 5, 1);
    case Holiday::Juneteenth: return {year, 6, 19};
    case Holiday::IndependenceDay: return {year, 7, 4};
    case Holiday::BastilleDay: return {year, 7, 14};
    case Holiday::LaborDay: return nth_weekday(year, 9, 1, 1);
    case Holiday::ColumbusDay: return nth_weekday(year, 10, 1, 2);
    case Holiday::Halloween: return {year, 10, 31};
    case Holiday::ElectionDay: return add_days(nth_weekday(year, 11, 1, 1), 1);  // of the United States
    case Holiday::ArmisticeDay: return {year, 11, 11};
    case Holiday::Thanksgiving: return nth_weekday(year, 11, 4, 4);
    case Holiday::ChristmasEve: return {year, 12, 24};
    case Holiday::Christmas: return {year, 12, 25};
    case Holiday::BoxingDay: return {year, 12, 26};
    default: return easter_of(year);
  }
}

}  // namespace onrecord::times
