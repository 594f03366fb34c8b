// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "onrecord/rules.h"

namespace onrecord::places {

// The rules of the finder, in the order of the table in rules.cpp: by the strongest thing that made it a place.
enum class RuleId {
  Contained,
  Country,
  Region,
  Division,
  County,
  Street,
  Road,
  Landmark,
  Dateline,
  Context,
  Known,
  Again
};

const Rule& rule(RuleId id);

}  // namespace onrecord::places
