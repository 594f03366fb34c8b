// SPDX-License-Identifier: Apache-2.0
#include "cli/values.h"

#include <gtest/gtest.h>

#include "cli/complaint.h"
#include "cli/layer_choice.h"

namespace onrecord {
namespace {

// What the validator says; "" means accepted.
std::string said(const CLI::Validator& validator, std::string value) { return validator(value); }

TEST(Values, DatesOfTheCalendar) {
  for (const char* date : {"2024-04-25", "2024-02-29", "2024-04-25T08:30", "2024-04-25T08:30:00Z",
                           "2024-04-25 08:30:00", "2024-04-25T08:30:00.25+02:00", "2024-04-25T0830-0500"}) {
    EXPECT_EQ(said(iso_date(), date), "") << date;
  }
  for (const char* date :
       {"", "2024", "2024-4-25", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "25.04.2024", "2024-04-25T",
        "2024-04-25T25:00", "2024-04-25T08:61", "2024-04-25Z", "2024-04-25T08:30+2"}) {
    EXPECT_NE(said(iso_date(), date), "") << date;
  }
}

TEST(Values, ARefusalNamesTheAllowedWords) {
  EXPECT_EQ(said(one_of({"a", "b", "c"}), "b"), "");
  EXPECT_EQ(said(one_of({"a", "b", "c"}), "d"), "unknown value \"d\"; use a, b or c");
  EXPECT_EQ(said(list_of({"a", "b"}), "a,b"), "");
  EXPECT_EQ(said(list_of({"a", "b"}), "a,,b"), "unknown value \"\"; use a or b");
}

TEST(Values, Counts) {
  EXPECT_EQ(said(count_from(1), "1"), "");
  EXPECT_EQ(said(count_from(1), "200"), "");
  for (const char* number : {"0", "-1", "1.5", "", "x", "99999999999999999999"}) {
    EXPECT_NE(said(count_from(1), number), "") << number;
  }
}

TEST(Complaint, NearestForgivesALetterOrTwo) {
  const std::vector<std::string> words = {"annotate", "show", "search", "read"};
  EXPECT_EQ(nearest("anotate", words), "annotate");
  EXPECT_EQ(nearest("annotaet", words), "annotate");
  EXPECT_EQ(nearest("serach", words), "search");
  EXPECT_EQ(nearest("shwo", words), "show");
  EXPECT_EQ(nearest("delete", words), "");
  EXPECT_EQ(nearest("xx", words), "");
}

TEST(LayerChoice, AllIsEveryLayerButTokensAndTheirSyntax) {
  const LayerChoice all = choose_layers("all");
  EXPECT_FALSE(all.tokens);
  EXPECT_TRUE(all.skip.empty());
  EXPECT_TRUE(all.model);
  EXPECT_EQ(all.keep.size() + 3, layer_words().size());  // without "all", "tokens" and "syntax"
  const LayerChoice both = choose_layers("tokens,all");
  EXPECT_TRUE(both.tokens);
  EXPECT_TRUE(both.skip.empty());
  EXPECT_TRUE(both.model);
  EXPECT_EQ(both.keep.size() + 1, layer_words().size());
}

TEST(LayerChoice, AListSkipsStagesThatNothingNeeds) {
  const LayerChoice times = choose_layers("times");
  EXPECT_EQ(times.keep, std::vector<std::string>{"times"});
  EXPECT_EQ(times.skip, (std::vector<std::string>{"encoder", "syntax", "name spans", "figures", "places", "names",
                                                  "coreference", "actors", "quotes", "statements"}));
  const LayerChoice statements = choose_layers("statements");
  EXPECT_EQ(statements.skip, (std::vector<std::string>{"figures", "places", "actors"}));
}

TEST(LayerChoice, OnlyLayersThatNeedTheModelLoadIt) {
  const LayerChoice tokens = choose_layers("tokens"), syntax = choose_layers("syntax");
  EXPECT_TRUE(tokens.tokens);
  EXPECT_FALSE(tokens.model);
  EXPECT_EQ(tokens.keep, (std::vector<std::string>{"tokens", "sentences"}));
  EXPECT_TRUE(syntax.tokens);
  EXPECT_TRUE(syntax.model);
  EXPECT_EQ(syntax.keep, (std::vector<std::string>{"syntax", "tokens", "sentences"}));
}

}  // namespace
}  // namespace onrecord
