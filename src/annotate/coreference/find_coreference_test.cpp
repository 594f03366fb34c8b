// SPDX-License-Identifier: Apache-2.0
// The stage with the tiny random model of tests/nn: what it links means nothing, that the law holds does.
#include "annotate/coreference/find_coreference.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/analyze.h"
#include "annotate/coreference/edge_places.h"
#include "annotate/coreference/pair_features.h"

namespace onrecord {
namespace {

const LanguageModel& tiny() {
  static const Result<LanguageModel> model = LanguageModel::open("tests/nn/tiny.model", nn::Precision::Int8);
  EXPECT_TRUE(model.ok()) << to_string(model.error());
  return *model;
}

Document read(const std::string& text) {
  LanguageScratch scratch;
  AnalyzeOptions options;
  options.model = &tiny();
  options.scratch = &scratch;
  ArticleRow about;
  about.source_uri = "test";
  return analyze(make_article(std::move(about), text), options);
}

std::string times(std::size_t count, const std::string& words) {
  std::string out;
  for (std::size_t k = 0; k < count; ++k) out += words;
  return out;
}

TEST(FindCoreference, KeepsTheLawAndEveryName) {
  const Document d = read(times(40, "The mayor, Ana Pohl, said that Zoë’s boat left Łódź. “I saw it,” she said. "));
  ASSERT_TRUE(d.coreference.present());
  ASSERT_TRUE(verify(d).ok());
  const Coreference& found = *d.coreference;
  ASSERT_EQ(found.entity_of_chain.size(), d.names->chains.size());
  for (std::size_t n = 0; n < found.entity_of_chain.size(); ++n) {
    const std::vector<Index>& chains = found.entities[found.entity_of_chain[n]].chains;
    EXPECT_NE(std::find(chains.begin(), chains.end(), n), chains.end());
  }
  for (std::size_t m = 0; m < found.mentions.size(); ++m) {
    const EntityMention& mention = found.mentions[m];
    EXPECT_TRUE(mention.tokens.contains(mention.head));
    EXPECT_EQ(mention.span.begin, (*d.tokens)[mention.tokens.begin].span.begin);
    EXPECT_EQ(mention.span.end, (*d.tokens)[mention.tokens.end - 1].span.end);
  }
}

TEST(FindCoreference, GivesTheSameAgain) {
  const std::string text = times(30, "The mayor said that she left the boat. Ana Pohl saw it. ");
  const Document a = read(text), b = read(text);
  ASSERT_EQ(a.coreference->mentions.size(), b.coreference->mentions.size());
  for (std::size_t m = 0; m < a.coreference->mentions.size(); ++m) {
    EXPECT_EQ(a.coreference->mentions[m].span, b.coreference->mentions[m].span);
    EXPECT_EQ(a.coreference->mentions[m].entity, b.coreference->mentions[m].entity);
  }
}

TEST(FindCoreference, ReadsAnEmptyText) { EXPECT_TRUE(read(" ").coreference->entities.empty()); }

// "the old boat that sank": the, old and sank hang on boat; that on sank.
TEST(EdgePlaces, AreTheEndsOfWholeDependents) {
  Syntax syntax;
  syntax.rows.resize(6);
  const Index heads[] = {kNone, 3, 3, kNone, 5, 3};
  for (Index t = 0; t < 6; ++t) syntax.rows[t].head = heads[t];
  const coreference::EdgePlaces places(syntax, {1, 6});
  EXPECT_EQ(places.of(3, 0).firsts, (std::vector<std::uint32_t>{2, 0, 1}));
  EXPECT_EQ(places.of(3, 0).lasts, (std::vector<std::uint32_t>{2, 4}));
  EXPECT_EQ(places.of(4, 0).firsts, (std::vector<std::uint32_t>{3}));
  // A personal pronoun stands alone, "one" does not.
  EXPECT_EQ(places.of(3, coreference::pronoun_class("it")).lasts, (std::vector<std::uint32_t>{2}));
  EXPECT_EQ(places.of(3, coreference::pronoun_class("one")).lasts.size(), 2U);
}

}  // namespace
}  // namespace onrecord
