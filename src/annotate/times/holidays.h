// SPDX-License-Identifier: Apache-2.0
// Holidays with a date that is fixed or can be computed.
#pragma once

#include <cstdint>
#include <string_view>

#include "annotate/times/calendar.h"

namespace onrecord::times {

enum class Holiday : std::uint8_t {
  None,
  NewYearsDay,
  NewYearsEve,
  MartinLutherKingDay,
  ValentinesDay,
  AshWednesday,
  PalmSunday,
  GoodFriday,
  Easter,
  EasterMonday,
  WhitSunday,
  MemorialDay,
  Juneteenth,
  IndependenceDay,
  BastilleDay,
  LaborDay,
  ColumbusDay,
  Halloween,
  ElectionDay,
  ArmisticeDay,
  Thanksgiving,
  ChristmasEve,
  Christmas,
  BoxingDay,
};

struct HolidayName {
  std::string_view words;  // small letters, one blank between words, "'" for every apostrophe
  Holiday holiday;
};

// Every name, longest first where one begins another.
extern const HolidayName kHolidayNames[];
extern const std::size_t kHolidayNameCount;

// REQUIRES: not Holiday::None.
Date holiday_date(Holiday holiday, int year);

}  // namespace onrecord::times
