// SPDX-License-Identifier: Apache-2.0
#include "base/readings_json.h"

namespace onrecord {

void write_readings(JsonWriter& json, const std::vector<TimeReading>& readings) {
  json.begin_array();
  for (const TimeReading& reading : readings) {
    json.begin_object().field("value", reading.value).field("begin", reading.begin);
    json.field("end_excl", reading.end_excl).field("confidence", reading.confidence).end_object();
  }
  json.end_array();
}

void write_readings(JsonWriter& json, const std::vector<FigureReading>& readings) {
  json.begin_array();
  for (const FigureReading& reading : readings) {
    json.begin_object().field("kind", word_of(reading.kind)).field("value", reading.value);
    json.field("low", reading.low).field("high", reading.high).field("unit", reading.unit);
    json.field("currency", reading.currency).key("si");
    if (reading.si) {
      json.begin_object().field("value", reading.si->value).field("unit", reading.si->unit).end_object();
    } else {
      json.null();
    }
    json.field("confidence", reading.confidence).end_object();
  }
  json.end_array();
}

void write_readings(JsonWriter& json, const std::vector<PlaceReading>& readings) {
  json.begin_array();
  for (const PlaceReading& reading : readings) {
    json.begin_object().field("name", reading.name).field("geonames", reading.geonames).field("lat", reading.lat);
    json.field("lon", reading.lon).field("country", reading.country).field("admin1", reading.admin1);
    json.field("feature", reading.feature).field("confidence", reading.confidence).end_object();
  }
  json.end_array();
}

void write_readings(JsonWriter& json, const std::vector<ActorAlternative>& readings) {
  json.begin_array();
  for (const ActorAlternative& reading : readings) {
    json.begin_object().field("country", reading.country).field("sector", reading.sector);
    json.field("confidence", reading.confidence).end_object();
  }
  json.end_array();
}

}  // namespace onrecord
