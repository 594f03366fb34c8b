// SPDX-License-Identifier: Apache-2.0
// The features against the table that training/export.py --tiny wrote, and by example.
#include "annotate/coreference/pair_features.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace onrecord::coreference {
namespace {

// Sentences as strings of words with blanks between.
class Words {
 public:
  explicit Words(std::vector<std::string> sentences) : sentences_(std::move(sentences)) {
    for (const std::string& sentence : sentences_) {
      const auto begin = static_cast<Index>(forms_.size());
      for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
        forms_.push_back(std::string_view(sentence).substr(at, end - at));
        at = end + 1;
      }
      ranges_.push_back({begin, static_cast<Index>(forms_.size())});
    }
  }
  PairFeatures features() const { return {forms_, ranges_}; }
  Index size() const { return static_cast<Index>(forms_.size()); }

 private:
  std::vector<std::string> sentences_;
  std::vector<std::string_view> forms_;
  std::vector<Range> ranges_;
};

TEST(PairFeatures, AreThoseOfTraining) {
  std::ifstream stream("tests/nn/tiny_coref.json");
  const nlohmann::json wanted = nlohmann::json::parse(stream);
  std::vector<std::string> sentences;
  for (const auto& row : wanted["sentences"]) {
    std::string words;
    for (const std::string form : row) words += (words.empty() ? "" : " ") + form;
    sentences.push_back(std::move(words));
  }
  const Words words(sentences);
  const PairFeatures found = words.features();
  const nlohmann::json& classes = wanted["classes"];
  std::size_t at = 0;
  for (Index later = 0; later < words.size(); ++later) {
    EXPECT_EQ(found.pronoun(later), wanted["pronouns"][later]) << later;
    for (Index earlier = 0; earlier < later; ++earlier, ++at) {
      const nn::PairClasses pair = found.of(later, earlier);
      EXPECT_EQ(pair.words, classes["words"][at]) << later << ' ' << earlier;
      EXPECT_EQ(pair.sentences, classes["sentences"][at]) << later << ' ' << earlier;
      EXPECT_EQ(pair.match, classes["match"][at]) << later << ' ' << earlier;
      EXPECT_EQ(pair.quotes, classes["quotes"][at]) << later << ' ' << earlier;
      EXPECT_EQ(pair.pronouns, classes["pronouns"][at]) << later << ' ' << earlier;
    }
  }
  EXPECT_EQ(at, classes["match"].size());
}

TEST(PairFeatures, KnowNamesThatShareWords) {
  const PairFeatures f = Words({"We met Ana Pohl , then Pohl and Ana Reyle .", "Later AP wrote ."}).features();
  EXPECT_EQ(f.of(6, 3).match, 1 * 5 + 2);   // Pohl, Ana Pohl: the same form, one key in the other
  EXPECT_EQ(f.of(9, 3).match, 0 * 5 + 1);   // Ana Reyle, Ana Pohl: a word shared
  EXPECT_EQ(f.of(12, 3).match, 0 * 5 + 4);  // AP: initials
  EXPECT_FALSE(f.name_like(0));
  EXPECT_FALSE(f.name_like(5));
}

TEST(PairFeatures, AQuotationOfTooManySentencesWasNone) {
  std::vector<std::string> sentences = {"“ One"};
  for (int k = 0; k < 11; ++k) sentences.push_back("two");
  const PairFeatures f = Words(sentences).features();
  EXPECT_EQ(f.quotation(1), 1U);
  EXPECT_EQ(f.quotation(10), 1U);
  EXPECT_EQ(f.quotation(11), 0U);
}

TEST(PairFeatures, TellPronounsApart) {
  EXPECT_EQ(pronoun_class("i"), 1);
  EXPECT_EQ(pronoun_class("hers"), 5);
  EXPECT_EQ(pronoun_class("now"), nn::kPronounClasses - 1);
  EXPECT_EQ(pronoun_class("the"), 0);
  EXPECT_EQ(pronoun_class("boat"), 0);
}

TEST(PairFeatures, StayQuickOnARunOfNamesWithoutEnd) {
  std::string run = "X0";
  for (int k = 1; k < 5000; ++k) run += " X" + std::to_string(k);
  const PairFeatures f = Words({run}).features();
  EXPECT_EQ(f.of(31, 0).match % 5, 3);  // the same part of the run
  EXPECT_EQ(f.of(32, 0).match % 5, 0);
}

}  // namespace
}  // namespace onrecord::coreference
