// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onrecord/rules.h"

namespace onrecord::figures {

// The rules of the finder, in the order of the table in rules.cpp.
enum class RuleId {
  MoneyCode,
  MoneyDollarSign,
  MoneyName,
  MoneyOpenName,
  MoneySubunit,
  Percent,
  Measure,
  Temperature,
  Duration,
  Age,
  AgeAfterName,
  Fraction,
  OneIn,
  VagueCount,
  Count,
  CountOne,
  HyphenCount,
  IndexLevel,
  Number,
  Rank,
  Ratio,
  UnitAlone,
  Magnitude,
  ExchangeRate,
};

const Rule& rule(RuleId id);

}  // namespace onrecord::figures
