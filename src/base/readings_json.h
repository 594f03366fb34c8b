// SPDX-License-Identifier: Apache-2.0
// Other readings of a time or a figure as JSON: the same list in a record's `alternatives` and in the column of that
// name, since neither room may see the other.
#pragma once

#include <vector>

#include "base/json_writer.h"
#include "onrecord/records.h"

namespace onrecord {

// [{value, begin, end_excl, confidence}, …]
void write_readings(JsonWriter& json, const std::vector<TimeReading>& readings);
// [{kind, value, low, high, unit, currency, si: {value, unit} | null, confidence}, …]
void write_readings(JsonWriter& json, const std::vector<FigureReading>& readings);

}  // namespace onrecord
