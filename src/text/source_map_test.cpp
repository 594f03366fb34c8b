// SPDX-License-Identifier: Apache-2.0
#include "text/source_map.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(SourceMap, TellsUnknownFromIdentity) {
  SourceMap map;
  EXPECT_FALSE(map.known());
  EXPECT_FALSE(map.is_identity());
  EXPECT_FALSE(map.to_input(0).has_value());
  map.add_run(0, 0, 0);
  EXPECT_TRUE(map.known());
  EXPECT_FALSE(map.is_identity());
  EXPECT_EQ(map.to_input(7), 0u) << "nothing was copied";
  map.add_run(0, 0, 10);
  map.add_run(10, 10, 5);
  EXPECT_TRUE(map.is_identity()) << "neighbours are one run";
  EXPECT_EQ(map.to_input(12), 12u);
}

TEST(SourceMap, IsTotalAndMonotone) {
  SourceMap map;  // three bytes of a mark, "ab", CR dropped, "\ncd", an entity of 5 bytes as 1, "e"
  map.add_run(0, 3, 2);
  map.add_run(2, 6, 3);
  map.add_run(6, 14, 1);
  EXPECT_TRUE(map.known());
  EXPECT_FALSE(map.is_identity());
  const std::uint64_t wanted[] = {3, 4, 6, 7, 8, 9, 14, 15, 15};
  for (std::uint32_t at = 0; at < std::size(wanted); ++at) EXPECT_EQ(map.to_input(at), wanted[at]) << at;
}

TEST(SourceMap, BeforeTheFirstRunIsTheFirstRun) {
  SourceMap map;
  map.add_run(3, 10, 4);
  EXPECT_EQ(map.to_input(0), 10u);
  EXPECT_EQ(map.to_input(4), 11u);
}

}  // namespace
}  // namespace onrecord
