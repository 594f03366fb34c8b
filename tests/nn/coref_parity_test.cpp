// SPDX-License-Identifier: Apache-2.0
// The coreference head of the tiny random model against PyTorch, on the small document of training/export.py --tiny.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "nn/coref_head.h"

namespace onrecord::nn {
namespace {

using Values = std::vector<float>;
using Words = std::vector<std::uint32_t>;

nlohmann::json expected() {
  std::ifstream stream("tests/nn/tiny_coref.json");
  return nlohmann::json::parse(stream);
}

// The classes of the pair of words (later, earlier), from the file's lower triangle.
PairClasses classes_at(const nlohmann::json& row, std::size_t later, std::size_t earlier) {
  const std::size_t at = later * (later - 1) / 2 + earlier;
  const auto& c = row["classes"];
  return {c["words"][at], c["sentences"][at], c["match"][at], c["quotes"][at], c["pronouns"][at]};
}

// How far each precision may stray from PyTorch's f32, on scores of about 1 to 10.
struct Case {
  Precision precision;
  float scores;
};
class EveryPrecision : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    Result<ModelFile> model = ModelFile::open("tests/nn/tiny.model");
    ASSERT_TRUE(model.ok());
    Result<CorefHead> head = CorefHead::make(*model, GetParam().precision);
    ASSERT_TRUE(head.ok());
    head_.emplace(std::move(head).value());
  }
  LinkScores links(const Values& scores, const Words& chosen, std::size_t reach) {
    const ClassesOf classes_of = [&](std::size_t later, std::size_t first, std::size_t end,
                                     std::span<PairClasses> out) {
      for (std::size_t k = first; k < end; ++k) out[k - first] = classes_at(row_, chosen[later], chosen[k]);
    };
    return head_->antecedents(words_.data(), scores, chosen, reach, classes_of, scratch_);
  }

  nlohmann::json row_ = expected();
  Values words_ = row_["words"];
  std::optional<CorefHead> head_;
  CorefScratch scratch_;
};

TEST_P(EveryPrecision, ScoresMentionsAsPyTorchDid) {
  const Values wanted = row_["mentions"];
  const Values found = head_->mentions(words_.data(), wanted.size(), scratch_);
  ASSERT_EQ(found.size(), wanted.size());
  for (std::size_t w = 0; w < wanted.size(); ++w) EXPECT_NEAR(found[w], wanted[w], GetParam().scores) << w;
}

TEST_P(EveryPrecision, ScoresAntecedentsAsPyTorchDid) {
  const Values wanted = row_["links"];
  const LinkScores found = links(row_["mentions"], row_["chosen"], 1000);
  ASSERT_EQ(found.values.size(), wanted.size());
  for (std::size_t k = 0; k < wanted.size(); ++k) EXPECT_NEAR(found.values[k], wanted[k], GetParam().scores) << k;
}

TEST_P(EveryPrecision, AReachLeavesTheScoresOfTheNearOnesAsTheyAre) {
  const Words chosen = row_["chosen"];
  const LinkScores all = links(row_["mentions"], chosen, 1000), near = links(row_["mentions"], chosen, 3);
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    ASSERT_EQ(near.row(k).size(), std::min<std::size_t>(k, 3));
    EXPECT_EQ(near.first(k), k - near.row(k).size());
    for (std::size_t j = near.first(k); j < k; ++j) EXPECT_EQ(near.row(k)[j - near.first(k)], all.row(k)[j]);
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryPrecision,
                         testing::Values(Case{Precision::F32, 2e-4F}, Case{Precision::Bf16, 0.15F},
                                         Case{Precision::Int8, 0.4F}),
                         [](const auto& one) {
                           return one.param.precision == Precision::F32    ? "f32"
                                  : one.param.precision == Precision::Bf16 ? "bf16"
                                                                           : "int8";
                         });

class InF32 : public EveryPrecision {};
INSTANTIATE_TEST_SUITE_P(One, InF32, testing::Values(Case{Precision::F32, 0}), [](const auto&) { return "f32"; });

Words all(std::uint32_t begin, std::uint32_t end) {
  Words words;
  for (; begin < end; ++begin) words.push_back(begin);
  return words;
}

TEST_P(InF32, FindsTheEdgesThatPyTorchFound) {
  const Words chosen = row_["chosen"], first = row_["first"], last = row_["last"];
  std::uint32_t begin = 0;
  std::size_t at = 0;
  for (const auto& sentence : row_["sentences"]) {
    const auto end = begin + static_cast<std::uint32_t>(sentence.size());
    Words heads;
    for (std::size_t k = at; k < chosen.size() && chosen[k] < end; ++k) heads.push_back(chosen[k] - begin);
    std::vector<EdgePlaces> places;
    for (const std::uint32_t head : heads) places.push_back({all(0, head + 1), all(head, end - begin)});
    const auto found =
        head_->edges(words_.data() + begin * std::size_t{32}, sentence.size(), heads, places, scratch_);
    for (const MentionEdges& edges : found) {
      EXPECT_EQ(edges.first + begin, first[at]) << "head " << chosen[at];
      EXPECT_EQ(edges.last + begin, last[at]) << "head " << chosen[at];
      ++at;
    }
    begin = end;
  }
  EXPECT_EQ(at, chosen.size());
}

TEST_P(InF32, FindsEdgesAmongThePlacesAllowed) {
  const Words heads = {3, 3};
  const std::vector<EdgePlaces> places = {{{3}, {5}}, {{1, 2}, {3, 4}}};
  const auto found = head_->edges(words_.data(), 9, heads, places, scratch_);
  EXPECT_EQ(found[0].first, 3U);
  EXPECT_EQ(found[0].last, 5U);
  EXPECT_TRUE(found[1].first == 1 || found[1].first == 2);
  EXPECT_TRUE(found[1].last == 3 || found[1].last == 4);
}

TEST_P(InF32, ChoosesTheWordsThatPyTorchChose) {
  EXPECT_EQ(best_words(Values(row_["mentions"]), 0.25, 600), Words(row_["chosen"]));
}

TEST(BestWords, OfEqualScoresTheEarlierWordsAreBetter) {
  EXPECT_EQ(best_words(Values{1, 3, 1, 1, 2, 1}, 0.5, 600), (Words{0, 1, 4}));
  EXPECT_EQ(best_words(Values{0, 0, 0, 0}, 0.5, 600), (Words{0, 1}));
}

TEST(BestWords, AreAtLeastOneAndAtMostTheLimit) {
  EXPECT_EQ(best_words(Values{1, 2}, 0.25, 600), (Words{1}));
  EXPECT_EQ(best_words(Values{1, 2, 3, 4}, 1.0, 2), (Words{2, 3}));
  EXPECT_TRUE(best_words(Values{}, 0.25, 600).empty());
}

}  // namespace
}  // namespace onrecord::nn
