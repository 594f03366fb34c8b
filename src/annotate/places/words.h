// SPDX-License-Identifier: Apache-2.0
// Words around places, lower case: prepositions, streets, landmarks, offices.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::places {

enum WordClass : std::uint32_t {
  kIn = 1,
  kNear = 2,
  kFrom = 4,
  kTo = 8,
  kAt = 16,
  kOf = 32,
  kBy = 64,
  kDirection = 128,       // north, northern, rural
  kSettlement = 256,      // city, town, village: before "of"
  kStreetWord = 512,      // street, avenue: ends a street's name
  kRoadWord = 1024,       // highway, route: before a number
  kLandmarkEnd = 2048,    // river, valley: ends a landmark's name
  kLandmarkStart = 4096,  // lake, mount: begins one
  kOffice = 8192,         // police, council: after a place inside an institution's name
  kOutletWord = 16384,    // herald, times: a newspaper called after a place
  kSaid = 32768,
  kPeople = 65536,        // resident, native, area
  kPersonTitle = 131072,  // mr., judge, coach
  kEveryday = 262144,     // places whose name is a word too: reading, mobile
  kCountyWord = 524288,   // county, parish, township
  kAnd = 1048576,
};

std::uint32_t classes_of(std::string_view lower_word);

}  // namespace onrecord::places
