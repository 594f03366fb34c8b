// SPDX-License-Identifier: Apache-2.0
// The rules of this finder; their texts are in rules.cpp.
#pragma once

#include <cstdint>

#include "onrecord/rules.h"

namespace onrecord::times {

enum class RuleId : std::uint8_t {
  IsoDate,
  NumericDate,
  FullDate,
  DayAndMonth,
  MonthAndYear,
  Month,
  DayOfMonth,
  Year,
  FiscalYear,
  Decade,
  Century,
  Season,
  Quarter,
  Half,
  Weekday,
  Holiday,
  Deictic,
  PartOfDay,
  Clock,
  RelativeUnit,
  TextUnit,
  NamedUnit,
  Ago,
  LaterEarlier,
  Reference,
  Duration,
  VagueDuration,
  SpanToNow,
  Set,
  PostWord,
  NthOf,
  kCount
};

const Rule& rule_of(RuleId id);

}  // namespace onrecord::times
