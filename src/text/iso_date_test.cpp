// SPDX-License-Identifier: Apache-2.0
#include "text/iso_date.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(IsoDate, BringsTheUsualSpellingsToOne) {
  const std::pair<const char*, const char*> kCases[] = {
      {"2024-04-25", "2024-04-25"},
      {" 20240425\n", "2024-04-25"},
      {"2024-04-25T10:30", "2024-04-25T10:30"},
      {"2024-04-25 10:30:00", "2024-04-25T10:30:00"},
      {"2024-04-25T10:30:00Z", "2024-04-25T10:30:00Z"},
      {"2024-04-25t10:30:00.250z", "2024-04-25T10:30:00.250Z"},
      {"2024-04-25T10:30:00+0200", "2024-04-25T10:30:00+02:00"},
      {"2024-04-25 10:30:00 -05:30", "2024-04-25T10:30:00-05:30"},
      {"20240425T103000Z", "2024-04-25T10:30:00Z"},
      {"2024-02-29", "2024-02-29"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"},
  };
  for (const auto& [raw, wanted] : kCases) {
    const auto date = normal_iso_date(raw);
    ASSERT_TRUE(date.has_value()) << raw;
    EXPECT_EQ(*date, wanted);
    EXPECT_EQ(normal_iso_date(*date), date) << "the normal form is its own normal form";
  }
}

TEST(IsoDate, RefusesWhatIsNoDate) {
  for (const char* raw : {"",
                          " ",
                          "2024",
                          "2024-04",
                          "2024-4-5",
                          "2024-13-01",
                          "2024-00-10",
                          "2024-04-31",
                          "2023-02-29",
                          "1900-02-29",
                          "0000-01-01",
                          "25/04/2024",
                          "25 April 2024",
                          "2024-0425",
                          "202404-25",
                          "2024-04-25T",
                          "2024-04-25T24:00",
                          "2024-04-25T10:60",
                          "2024-04-25T10:30:61",
                          "2024-04-25T10:30:00+",
                          "2024-04-25T10:30:00+99:00",
                          "2024-04-25T10:30:00.Z",
                          "2024-04-25T10:30:00Zjunk",
                          "2024-04-25 yesterday",
                          "1714041000",
                          "next Tuesday"}) {
    EXPECT_FALSE(normal_iso_date(raw).has_value()) << raw;
  }
}

TEST(IsoDate, CountsOn) {
  EXPECT_EQ(iso_day_after("2024-04-25"), "2024-04-26");
  EXPECT_EQ(iso_day_after("2024-02-28T10:00Z"), "2024-02-29");
  EXPECT_EQ(iso_day_after("2023-02-28"), "2023-03-01");
  EXPECT_EQ(iso_day_after("2023-12-31"), "2024-01-01");
}

TEST(IsoDate, KnowsTheLengthOfMonths) {
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(2100, 2), 28);
  EXPECT_EQ(days_in_month(2023, 11), 30);
}

}  // namespace
}  // namespace onrecord
