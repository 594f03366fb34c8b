// SPDX-License-Identifier: Apache-2.0
#include "format/describe.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

Figure figure(double value, const char* unit = nullptr) {
  Figure made;
  made.value = value;
  if (unit != nullptr) made.unit = unit;
  return made;
}

TEST(Describe, NumbersAreGrouped) {
  EXPECT_EQ(grouped_number(0), "0");
  EXPECT_EQ(grouped_number(999), "999");
  EXPECT_EQ(grouped_number(1600), "1,600");
  EXPECT_EQ(grouped_number(-1234567.5), "-1,234,567.5");
  EXPECT_EQ(grouped_number(3e9), "3,000,000,000");
  EXPECT_EQ(grouped_number(1.0 / 3), "0.3333");
  EXPECT_EQ(grouped_number(1e20), "1e+20");
  EXPECT_EQ(plain_number(2e6), "2000000");
}

TEST(Describe, UnitsTakeTheNumberOfTheirValue) {
  EXPECT_EQ(value_in_words(figure(1, "week")), "1 week");
  EXPECT_EQ(value_in_words(figure(2, "week")), "2 weeks");
  EXPECT_EQ(value_in_words(figure(80, "kilometre per hour")), "80 kilometres per hour");
  EXPECT_EQ(value_in_words(figure(9, "square foot")), "9 square feet");
  EXPECT_EQ(value_in_words(figure(3, "inch")), "3 inches");
  EXPECT_EQ(value_in_words(figure(43.6, "degree Celsius")), "43.6 degrees Celsius");
  EXPECT_EQ(value_in_words(figure(2, "century")), "2 centuries");
}

TEST(Describe, BoundsRangesAndRates) {
  Figure money = figure(3e9);
  money.currency = "GBP";
  money.bound = Bound::AtLeast;
  money.period = "P1Y";
  EXPECT_EQ(value_in_words(money), "at least 3,000,000,000 GBP a year");
  Figure range;
  range.low = 11e6;
  range.high = 13e6;
  range.bound = Bound::Between;
  range.currency = "EUR";
  EXPECT_EQ(value_in_words(range), "11,000,000 to 13,000,000 EUR");
  EXPECT_EQ(value_in_words(Figure{}), "");
}

TEST(Describe, ConfidenceHasTwoDigits) {
  EXPECT_EQ(confidence_in_words({"", 0.934}), "0.93");
  EXPECT_EQ(confidence_in_words({"", 0.05}), "0.05");
  EXPECT_EQ(confidence_in_words({"", 1}), "1.00");
}

}  // namespace
}  // namespace onrecord
