// SPDX-License-Identifier: Apache-2.0
// Units behind a number: "miles", "-mile", "sq km", "kWh", "km/h", "pounds per square inch", "°C", "years old".
#pragma once

#include <optional>
#include <string>

#include "annotate/figures/reader.h"
#include "onrecord/records.h"

namespace onrecord::figures {

struct Measure {
  At end = 0;
  FigureKind kind = FigureKind::Other;
  std::string name;   // "mile", "square kilometre", "kilometre per hour", "year_age"
  double factor = 0;  // SI value = (value + offset) * factor; 0: no SI value
  double offset = 0;
  std::string si;       // the SI unit
  double scale = 1;     // what the spelling multiplies by: "bcm" is a billion cubic metres
  MaybeText period;     // TIMEX3 duration that it is counted over ("barrels a day": P1D)
  bool symbol = false;  // written as a symbol ("km"), not as a word
};

// The unit that stands at `at` (right behind a number, or after a blank or hyphen). `glued`: nothing stands between
// the digits and `at`. nullopt: no unit known.
// Measure with another name or factor, for the readings of a row: "tonne" for "ton". nullopt: no such unit.
std::optional<Measure> unit_named(std::string_view word);

std::optional<Measure> read_unit(const Reader& reader, At at, bool glued);

// "a year", "per month", "annually", "each day" after a figure: its TIMEX3 duration; `end` is moved behind it.
// "a year ago" and "a year earlier" are none.
MaybeText read_period(const Reader& reader, At& end);

// "per barrel", "a share", "/kg" right behind money at `end`: where what the price is for stands.
std::optional<ByteSpan> read_denominator(const Reader& reader, At end);

}  // namespace onrecord::figures
