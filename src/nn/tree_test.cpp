// SPDX-License-Identifier: Apache-2.0
#include "nn/tree.h"

#include <gtest/gtest.h>

#include <random>

namespace onrecord::nn {
namespace {

std::vector<float> random_scores(std::size_t words, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> value(-5, 5);
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) score = value(random);
  return scores;
}

float total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  float sum = 0;
  for (std::size_t c = 0; c < heads.size(); ++c) sum += scores[c * (heads.size() + 1) + heads[c]];
  return sum;
}

// One root, no word its own ancestor.
bool is_tree(const std::vector<std::uint32_t>& heads) {
  int roots = 0;
  for (std::size_t c = 0; c < heads.size(); ++c) {
    roots += heads[c] == 0 ? 1 : 0;
    std::size_t node = c + 1, steps = 0;
    while (node != 0 && steps++ <= heads.size()) node = heads[node - 1];
    if (node != 0) return false;
  }
  return roots == 1;
}

// All heads of all words, tried one after the other.
float best_by_trying(const std::vector<float>& scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  float best = -1e30F;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t at = 0;
    while (at < words && ++heads[at] > words) heads[at++] = 0;
    if (at == words) return best;
  }
}

TEST(BestTree, IsTheBestOfAllTrees) {
  for (std::size_t words = 1; words <= 5; ++words) {
    for (unsigned seed = 0; seed < 60; ++seed) {
      const std::vector<float> scores = random_scores(words, seed);
      const auto heads = best_tree(scores, words);
      ASSERT_TRUE(is_tree(heads)) << words << " words, seed " << seed;
      EXPECT_NEAR(total(scores, heads), best_by_trying(scores, words), 1e-4) << words << " words, seed " << seed;
    }
  }
}

TEST(BestTree, IsATreeForLongSentences) {
  for (unsigned seed = 0; seed < 20; ++seed) EXPECT_TRUE(is_tree(best_tree(random_scores(254, seed), 254))) << seed;
}

TEST(BestTree, IsATreeWhereAllScoresAreAlikeOrFarApart) {
  const std::size_t words = 254;
  std::vector<float> scores(words * (words + 1), 1.0F);
  EXPECT_TRUE(is_tree(best_tree(scores, words)));
  // Each word best under the next, the last under the first: one cycle of all.
  for (std::size_t c = 0; c < words; ++c) scores[c * (words + 1) + (c + 1) % words + 1] = 1e6F;
  EXPECT_TRUE(is_tree(best_tree(scores, words)));
  // Pairs that like each other most, pairs of pairs next, and so on: cycles in cycles.
  for (std::size_t c = 0; c < words; ++c) {
    for (std::size_t h = 0; h < words; ++h) scores[c * (words + 1) + h + 1] = -static_cast<float>((c ^ h) * 100);
  }
  EXPECT_TRUE(is_tree(best_tree(scores, words)));
}

}  // namespace
}  // namespace onrecord::nn
