// SPDX-License-Identifier: Apache-2.0
#include "annotate/actors/name_places.h"

#include <algorithm>

#include "annotate/actors/rules.h"

namespace onrecord::actors {
namespace {

bool is_place_name(const NameChain& chain) {
  return chain.type == "GPE" || chain.type == "LOC" || chain.type == "FAC";
}

bool is_kind(std::string_view word) {
  constexpr std::string_view kKinds[] = {"province",  "region",    "state",       "district",   "oblast",
                                         "county",    "city",      "governorate", "department", "prefecture",
                                         "territory", "airport",   "island",      "islands",    "municipality",
                                         "valley",    "peninsula", "division"};
  return std::find(std::begin(kKinds), std::end(kKinds), word) != std::end(kKinds);
}

void set_place(const PlaceRow& row, ActorReading& reading) {
  reading.country = row.place.country;
  reading.country_reason.reset();
  reading.sector_reason = "a place";
  reading.rule = &rule(kPlace);
  reading.confidence = row.place.confidence;
  reading.evidence = row.place.name.value_or("") + ", a place in " + *row.place.country;
}

}  // namespace

const PlaceRow* place_of(const Text& text, const Places& places, const Names& names, const NameChain& chain) {
  const auto& rows = places.rows;
  const bool place = is_place_name(chain);
  const auto kind = [&](std::uint32_t begin, std::uint32_t end) {  // the words behind "|Badghis| province"
    const std::string_view rest = text.lower({begin, end});
    const std::size_t blank = rest.rfind(' ');
    return blank != std::string_view::npos && is_kind(rest.substr(blank + 1));
  };
  for (const Index m : chain.mentions) {
    const ByteSpan span = names.mentions[m].span;
    const auto row = std::lower_bound(rows.begin(), rows.end(), span.begin,
                                      [](const PlaceRow& one, std::uint32_t begin) { return one.span.end <= begin; });
    if (row == rows.end() || !row->place.country) continue;
    const bool begins = row->span.begin == span.begin, ends = row->span.end == span.end;
    const bool within = row->span.begin >= span.begin && row->span.end <= span.end;
    if ((begins && ends) || (place && ((begins && within && kind(row->span.end, span.end)) || (ends && !within))))
      return &*row;
  }
  return nullptr;
}

void read_place(const PlaceRow& row, ActorReading& unknown) { set_place(row, unknown); }

void settle_by_place(const PlaceRow& row, ActorReading& reading) {
  constexpr double kSure = 0.6;
  if (reading.rule != &rule(kCountry) || reading.sector) return;
  if (row.place.confidence < kSure || reading.country == row.place.country) return;
  reading.alternatives.insert(reading.alternatives.begin(),
                              {reading.country, reading.sector, 1 - row.place.confidence});
  set_place(row, reading);
}

}  // namespace onrecord::actors
