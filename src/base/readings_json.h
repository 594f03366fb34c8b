// SPDX-License-Identifier: Apache-2.0
// Other readings of a time, a figure, a place or an entity as JSON: the same list in a record's `alternatives` and in
// the column of that name, since neither room may see the other.
#pragma once

#include <vector>

#include "base/json_writer.h"
#include "onrecord/records.h"

namespace onrecord {

// [{value, begin, end_excl, confidence}, …]
void write_readings(JsonWriter& json, const std::vector<TimeReading>& readings);
// [{kind, value, low, high, unit, currency, si: {value, unit} | null, confidence}, …]
void write_readings(JsonWriter& json, const std::vector<FigureReading>& readings);
// [{country, sector, confidence}, …]
void write_readings(JsonWriter& json, const std::vector<ActorAlternative>& readings);

// [{name, geonames, lat, lon, country, admin1, feature, confidence}, …]
void write_readings(JsonWriter& json, const std::vector<PlaceReading>& readings);

}  // namespace onrecord
