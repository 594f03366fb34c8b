// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "annotate/times/calendar.h"

namespace onrecord::times {
namespace {

TEST(Calendar, DayNumbersGoThereAndBack) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
  for (std::int64_t day = -900000; day < 200000; day += 37) {
    const Date date = date_of(day);
    EXPECT_TRUE(exists(date));
    EXPECT_EQ(day_number(date), day);
  }
}

TEST(Calendar, KnowsLeapYears) {
  EXPECT_TRUE(exists({2024, 2, 29}));
  EXPECT_TRUE(exists({2000, 2, 29}));
  EXPECT_FALSE(exists({1900, 2, 29}));
  EXPECT_FALSE(exists({2023, 2, 30}));
  EXPECT_FALSE(exists({2023, 13, 1}));
}

TEST(Calendar, WeekdaysAndIsoWeeks) {
  EXPECT_EQ(weekday_of({2024, 4, 25}), 4);
  EXPECT_EQ(weekday_of({1945, 5, 8}), 2);
  EXPECT_EQ(week_of({2024, 4, 25}).number, 17);
  EXPECT_EQ(week_of({2021, 1, 3}).year, 2020);  // ISO year differs from the calendar year
  EXPECT_EQ(week_of({2021, 1, 3}).number, 53);
  EXPECT_EQ(week_of({2018, 12, 31}).year, 2019);
  EXPECT_EQ(monday_of({2024, 17}), (Date{2024, 4, 22}));
}

TEST(Calendar, MonthStepsCutTheDay) {
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Date{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 1, 15}, -1), (Date{2023, 12, 15}));
  EXPECT_EQ(add_months({2024, 5, 10}, -120), (Date{2014, 5, 10}));
}

TEST(Calendar, Easter) {
  EXPECT_EQ(easter_of(2024), (Date{2024, 3, 31}));
  EXPECT_EQ(easter_of(2000), (Date{2000, 4, 23}));
  EXPECT_EQ(easter_of(1916), (Date{1916, 4, 23}));
}

TEST(TimexValue, EveryGrain) {
  EXPECT_EQ(timex_value(of_century(1900)), "19");
  EXPECT_EQ(timex_value(of_decade(1987)), "198");
  EXPECT_EQ(timex_value(of_year(-479)), "BC0480");
  EXPECT_EQ(timex_value(of_decade(-479)), "BC048");
  EXPECT_EQ(timex_value(of_century(-498)), "BC04");
  EXPECT_EQ(timex_value(of_half(2019, 1)), "2019-H1");
  EXPECT_EQ(timex_value(of_quarter(2024, 3)), "2024-Q3");
  EXPECT_EQ(timex_value(of_season(2023, Season::Autumn)), "2023-FA");
  EXPECT_EQ(timex_value(of_month(2024, 2)), "2024-02");
  EXPECT_EQ(timex_value(of_week({2024, 4, 25})), "2024-W17");
  EXPECT_EQ(timex_value(of_weekend({2024, 4, 25})), "2024-W17-WE");
  EXPECT_EQ(timex_value(of_part({2024, 4, 24}, DayPart::Morning)), "2024-04-24TMO");
}

TEST(TimexValue, Bounds) {
  EXPECT_EQ(bounds_of(of_week({2024, 4, 25})).begin, "2024-04-22");
  EXPECT_EQ(bounds_of(of_week({2024, 4, 25})).end_excl, "2024-04-29");
  EXPECT_EQ(bounds_of(of_weekend({2024, 4, 25})).begin, "2024-04-27");
  EXPECT_EQ(bounds_of(of_season(2023, Season::Winter)).end_excl, "2024-03-01");
  EXPECT_EQ(bounds_of(of_year(-479)).begin, "-0479-01-01");
  EXPECT_EQ(bounds_of(of_part({2024, 12, 31}, DayPart::Night)).end_excl, "2025-01-01T06:00");
}

TEST(TimexValue, Clock) {
  Moment noon = of_day({2024, 4, 25});
  noon.grain = Grain::Minute;
  noon.hour = 23;
  noon.minute = 59;
  noon.zone = {true, 0, true};
  EXPECT_EQ(timex_value(noon), "2024-04-25T23:59Z");
  EXPECT_EQ(bounds_of(noon).end_excl, "2024-04-26T00:00Z");
}

TEST(Calendar, ParsesIsoDates) {
  EXPECT_EQ(parse_iso_date("2024-04-25T10:00:00Z"), (Date{2024, 4, 25}));
  EXPECT_FALSE(parse_iso_date("2024-02-30"));
  EXPECT_FALSE(parse_iso_date("25 April"));
}

}  // namespace
}  // namespace onrecord::times
