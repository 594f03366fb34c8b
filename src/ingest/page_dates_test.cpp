// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_dates.h"

#include <gtest/gtest.h>

#include "ingest/json_ld.h"

namespace onrecord {
namespace {

std::string shown(const std::optional<std::string>& date) { return date.value_or("none"); }

TEST(PageDates, ReadsWrittenDates) {
  const std::pair<const char*, const char*> kCases[] = {
      {"Posted on 25 April 2024 by Ann", "2024-04-25"},
      {"Thursday, April 25th, 2024, 3:51 pm", "2024-04-25"},
      {"Apr. 25 2024", "2024-04-25"},
      {"25-Apr-2024", "2024-04-25"},
      {"le 1er août 2023", "2023-08-01"},
      {"3 de abril de 2024", "2024-04-03"},
      {"25. März 2024", "2024-03-25"},
      {"23.01.2019", "2019-01-23"},
      {"25/04/2024", "2024-04-25"},  // there is no month 25
      {"2024/4/5", "2024-04-05"},
      {"updated 2024-04-25 13:28", "2024-04-25"},
      {"04/05/2024", "none"},  // April or May
      {"30 February 2024", "none"},
      {"April 2024", "none"},
      {"25 apples in 2024", "none"},
      {"version 1.2.2024.5", "none"},
      {"call 555-04-25", "none"},
      {"12 May 1215", "none"},
  };
  for (const auto& [text, date] : kCases) EXPECT_EQ(shown(date_in_text(text)), date) << text;
}

TEST(PageDates, ReadsValuesWithTheirTime) {
  const std::pair<const char*, const char*> kCases[] = {
      {"2024-04-25T10:00:00+0100", "2024-04-25T10:00:00+01:00"},
      {"2024-04-25T10:00:00.000+00:00Z", "2024-04-25"},  // the day is sure, the rest is not
      {"Thu, 25 Apr 2024 10:00:00 GMT", "2024-04-25"},
      {"1714041000", "none"},
      {"", "none"},
  };
  for (const auto& [value, date] : kCases) EXPECT_EQ(shown(date_of_value(value)), date) << value;
}

TEST(PageDates, ReadsAddresses) {
  const std::pair<const char*, const char*> kCases[] = {
      {"https://example.org/news/2024/04/25/budget.html", "2024-04-25"},
      {"https://example.org/2024-04-25-budget", "2024-04-25"},
      {"https://example.org/a/20240425/budget", "2024-04-25"},
      {"https://example.org/news/2024/04/budget", "none"},
      {"https://example.org/id/12345678", "none"},
      {"https://2024.04.25.example.org/budget", "none"},
      {"budget-2024-04-25.html", "none"},  // no address: a file may be named for anything
      {"", "none"},
  };
  for (const auto& [url, date] : kCases) EXPECT_EQ(shown(date_in_url(url)), date) << url;
}

TEST(JsonLd, ReadsSloppyScripts) {
  const LinkedData data =
      read_json_ld({"not json", "{\"@type\":\"Organization\",\"datePublished\":\"1999-01-01\"}",
                    "<!-- [{\"@type\":\"BlogPosting\",\"headline\":\"One\n two\",\"author\":\"Ann Lee\","
                    "\"datePublished\":[\"2024-04-25\"],\"publisher\":[{\"name\":\"Post\"}]}] -->"});
  EXPECT_TRUE(data.is_article);
  EXPECT_EQ(data.headline, "One two");
  EXPECT_EQ(data.published, "2024-04-25");
  EXPECT_EQ(data.publisher, "Post");
  EXPECT_EQ(data.authors, std::vector<std::string>{"Ann Lee"});
}

}  // namespace
}  // namespace onrecord
