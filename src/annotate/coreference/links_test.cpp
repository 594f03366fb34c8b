// SPDX-License-Identifier: Apache-2.0
// Chains from scores, and agreement, which keeps words apart.
#include "annotate/coreference/links.h"

#include <gtest/gtest.h>

#include "annotate/coreference/agreement.h"
#include "annotate/finders.h"

namespace onrecord::coreference {
namespace {

using Chains = std::vector<std::vector<std::size_t>>;

// The lower triangle, row by row.
nn::LinkScores scores_of(const std::vector<std::vector<float>>& rows, std::size_t reach = 100) {
  nn::LinkScores scores{reach, {}, {0}};
  for (const auto& row : rows) {
    scores.values.insert(scores.values.end(), row.begin(), row.end());
    scores.begins.push_back(scores.values.size());
  }
  return scores;
}

constexpr auto kNeverApart = [](std::size_t, std::size_t) { return false; };

TEST(LinkWords, TakesTheBestAntecedentAboveNone) {
  EXPECT_EQ(link_words(scores_of({{}, {-1}, {1, 2}, {3, 1, 2}}), 4, kNeverApart), (Chains{{0, 3}, {1, 2}}));
  EXPECT_TRUE(link_words(scores_of({{}, {0}, {-1, -2}}), 3, kNeverApart).empty());
}

TEST(LinkWords, OfEqualScoresTakesTheEarlierWord) {
  EXPECT_EQ(link_words(scores_of({{}, {-1}, {2, 2}}), 3, kNeverApart), (Chains{{0, 2}}));
}

TEST(LinkWords, ALinkIsRefusedWhereTheChainHoldsAWordThatIsApart) {
  // 2 would join 1, but 0 in its chain is apart from 2; the next best is 1's neighbour 3, too late: it stays alone.
  const auto apart = [](std::size_t a, std::size_t b) { return a + b == 2 && a != b; };
  EXPECT_EQ(link_words(scores_of({{}, {1}, {-1, 2}}), 3, apart), (Chains{{0, 1}}));
  EXPECT_EQ(link_words(scores_of({{}, {-1}, {3, 2}}), 3, apart), (Chains{{1, 2}}));
}

TEST(LinkWords, KnowsRowsThatReachBackOnlySoFar) {
  EXPECT_EQ(link_words(scores_of({{}, {-1}, {-1}, {5}}, 1), 4, kNeverApart), (Chains{{2, 3}}));
}

// A text whose words are looked up by form.
class Words {
 public:
  explicit Words(const char* text)
      : text_(text),
        tokens_(find_tokens(text_, find_paragraphs(text_))),
        sentences_(find_sentences(text_, find_paragraphs(text_), tokens_)),
        names_(find_names(text_, tokens_, sentences_)),
        features_(make()),
        agreement_(text_, tokens_, names_, features_) {}

  bool apart(std::string_view a, std::string_view b) const { return agreement_.apart(at(a), at(b)); }

 private:
  Index at(std::string_view form) const {
    for (Index t = 0; t < tokens_.size(); ++t) {
      if (text_.bytes(tokens_[t].span) == form) return t;
    }
    ADD_FAILURE() << "no word " << form;
    return 0;
  }
  PairFeatures make() const {
    std::vector<std::string_view> forms;
    for (const Token& token : tokens_.rows) forms.push_back(text_.bytes(token.span));
    std::vector<Range> ranges;
    for (const Sentence& sentence : sentences_.rows) ranges.push_back(sentence.tokens);
    return {forms, ranges};
  }

  Text text_;
  Tokens tokens_;
  Sentences sentences_;
  Names names_;
  PairFeatures features_;
  Agreement agreement_;
};

TEST(Agreement, KeepsGendersApart) {
  const Words words(
      "He met Ms. Orlan before she and her boat left with it. Himself he saw no one. They came with Tom Reyle.");
  EXPECT_TRUE(words.apart("He", "she"));
  EXPECT_TRUE(words.apart("He", "Orlan"));
  EXPECT_TRUE(words.apart("she", "Reyle"));
  EXPECT_TRUE(words.apart("her", "it"));
  EXPECT_FALSE(words.apart("she", "Orlan"));
  EXPECT_FALSE(words.apart("He", "Himself"));
  EXPECT_FALSE(words.apart("He", "boat"));
}

TEST(Agreement, ABodyIsNoPerson) {
  const Words words("The council met her. The broadcaster sat at it with Ms. Orlan and the clerk of the party.");
  EXPECT_TRUE(words.apart("council", "her"));
  EXPECT_TRUE(words.apart("broadcaster", "Orlan"));
  EXPECT_FALSE(words.apart("council", "it"));
  EXPECT_FALSE(words.apart("clerk", "her"));
  EXPECT_FALSE(words.apart("party", "her"));
}

TEST(Agreement, KeepsPersonsOfOneQuotationApart) {
  const Words words("“I wrote to them and to you,” he said. “We” was all that Reyle heard. “My boat is gone.”");
  EXPECT_TRUE(words.apart("I", "you"));
  EXPECT_TRUE(words.apart("I", "them"));
  EXPECT_TRUE(words.apart("I", "My"));   // two quotations
  EXPECT_FALSE(words.apart("I", "he"));  // the one who speaks
  EXPECT_FALSE(words.apart("I", "We"));
}

}  // namespace
}  // namespace onrecord::coreference
