// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/finders.h"

namespace onrecord {
namespace {

Figures figures_of(const char* sentence) {
  const Text text{sentence};
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Sentences sentences = find_sentences(text, paragraphs, tokens);
  const Times times = find_times(text, tokens, sentences, std::nullopt);
  return find_figures(text, tokens, sentences, times);
}

bool has_row_of(const char* sentence, const Rule& rule) {
  const Figures figures = figures_of(sentence);
  return std::any_of(figures.rows.begin(), figures.rows.end(),
                     [&](const FigureRow& row) { return row.rule == &rule; });
}

TEST(FigureRules, EachAcceptsItsOwnExampleAndRefusesTheLookAlike) {
  for (const Rule& rule : figure_rules()) {
    EXPECT_TRUE(has_row_of(rule.accepts, rule)) << rule.name << " accepts: " << rule.accepts;
    EXPECT_FALSE(has_row_of(rule.refuses, rule)) << rule.name << " refuses: " << rule.refuses;
    EXPECT_GT(rule.confidence, 0) << rule.name;
    EXPECT_LE(rule.confidence, 1) << rule.name;
  }
}

}  // namespace
}  // namespace onrecord
