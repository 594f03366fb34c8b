// SPDX-License-Identifier: Apache-2.0
// Every rule on its own two examples, and the law on every row.
#include <gtest/gtest.h>

#include "annotate/finders.h"

namespace onrecord {
namespace {

struct Read {
  Text text;
  Times times;
};

Read read(const std::string& sentence) {
  Read out{Text(sentence), {}};
  const Paragraphs paragraphs = find_paragraphs(out.text);
  const Tokens tokens = find_tokens(out.text, paragraphs);
  const Sentences sentences = find_sentences(out.text, paragraphs, tokens);
  out.times = find_times(out.text, tokens, sentences, "2024-04-25");
  return out;
}

bool fires(const Rule& rule, const char* sentence) {
  const Read result = read(sentence);
  bool found = false;
  for (const TimeRow& row : result.times.rows) {
    EXPECT_TRUE(result.text.holds(row.span));
    EXPECT_TRUE(row.value || row.reason != nullptr) << sentence;
    found = found || row.rule == &rule;
  }
  return found;
}

class TimeRule : public testing::TestWithParam<const Rule*> {};

TEST_P(TimeRule, AcceptsItsExample) { EXPECT_TRUE(fires(*GetParam(), GetParam()->accepts)) << GetParam()->accepts; }
TEST_P(TimeRule, RefusesItsLookAlike) {
  EXPECT_FALSE(fires(*GetParam(), GetParam()->refuses)) << GetParam()->refuses;
}

std::vector<const Rule*> rules() {
  std::vector<const Rule*> out;
  for (const Rule& rule : time_rules()) out.push_back(&rule);
  return out;
}

INSTANTIATE_TEST_SUITE_P(All, TimeRule, testing::ValuesIn(rules()),
                         [](const auto& one) { return std::string(one.param->name).substr(6); });

}  // namespace
}  // namespace onrecord
