// SPDX-License-Identifier: Apache-2.0
#include "cli/row_export.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

std::string csv(const Row& row) {
  std::string out;
  append_csv(row, out);
  return out;
}

TEST(RowExport, QuotesAsRfc4180Asks) {
  EXPECT_EQ(csv({std::string_view("plain"), std::string_view("a,b"), std::string_view("say \"no\"")}),
            "plain,\"a,b\",\"say \"\"no\"\"\"\r\n");
  EXPECT_EQ(csv({std::string_view("two\nlines"), std::string_view("cr\r")}), "\"two\nlines\",\"cr\r\"\r\n");
}

TEST(RowExport, NullAndEmptyTextDiffer) { EXPECT_EQ(csv({Cell{}, std::string_view("")}), ",\"\"\r\n"); }

TEST(RowExport, NumbersAreShortAndWhole) {
  EXPECT_EQ(csv({std::int64_t{-7}, 2e6, 0.1, 1e300}), "-7,2000000,0.1,1e+300\r\n");
}

TEST(RowExport, JsonKeepsTypesAndOpensLists) {
  std::string out;
  append_json("statements", {{"id", "TEXT"}, {"via", "TEXT"}, {"confidence", "REAL"}, {"time", "TEXT"}},
              {std::string_view("s\"1"), std::string_view("[\"e1\"]"), 0.5, Cell{}}, out);
  EXPECT_EQ(out, "{\"id\":\"s\\\"1\",\"via\":[\"e1\"],\"confidence\":0.5,\"time\":null}\n");
}

}  // namespace
}  // namespace onrecord
