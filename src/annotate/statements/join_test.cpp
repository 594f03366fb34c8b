// SPDX-License-Identifier: Apache-2.0
// Joining with scores made by hand: what the heads say, and what becomes of it.
#include "annotate/statements/join.h"

#include <gtest/gtest.h>

#include <cmath>

#include "annotate/finders.h"

namespace onrecord::statements {
namespace {

// Scores of one label a token, as sure as `likely`.
RoleScores sure(RoleLabel label, float likely = 0.99F) {
  RoleScores scores;
  scores.fill(std::log((1 - likely) / 4));
  scores[label] = std::log(likely);
  return scores;
}

struct Joined {
  Text text;
  Paragraphs paragraphs;
  Tokens tokens;
  Sentences sentences;
  Quotes quotes;
  Names names;

  explicit Joined(const char* raw) : text(raw) {
    paragraphs = find_paragraphs(text);
    tokens = find_tokens(text, paragraphs);
    sentences = find_sentences(text, paragraphs, tokens);
    quotes = find_quotes(text, paragraphs);
    names = find_names(text, tokens, sentences);
  }
  Reading reading() const { return Reading({text, paragraphs, tokens, sentences, quotes, names}); }
  Range all() const { return {0, tokens.size()}; }
};

TEST(BestRoles, HaveNoInsideWithoutBegin) {
  const std::vector<RoleScores> scores = {sure(kInsideSource, 0.6F), sure(kInsideContent, 0.9F)};
  const std::vector<std::uint8_t> labels = best_roles(scores);
  EXPECT_NE(labels[0], kInsideSource);
  EXPECT_NE(labels[1] == kInsideContent, labels[0] != kBeginContent);
}

TEST(Join, TakesWhatTheHeadsAloneFindIfItIsLikely) {
  const Joined text("Fears among engineers of a flood grew.");
  const Reading reading = text.reading();
  const auto found = [&](double probability) {
    CueRoles cue{{0, 1}, text.all(), probability, std::vector<RoleScores>(text.tokens.size(), sure(kNoRole))};
    cue.roles[2] = sure(kBeginSource);
    for (Index t = 3; t < 6; ++t) cue.roles[t] = sure(t == 3 ? kBeginContent : kInsideContent);
    return join_drafts(reading, {}, {cue}, [](Range) { return 0.0; });
  };
  ASSERT_EQ(found(0.9).size(), 1u);
  const Draft draft = found(0.9)[0];
  EXPECT_EQ(draft.lemma, "fear");
  EXPECT_EQ(draft.force, Force::Thought);
  EXPECT_EQ(reading.span(draft.source), text.tokens[2].span);
  EXPECT_EQ(draft.content.size(), 1u);
  EXPECT_EQ(draft.content[0].begin, 3u);
  EXPECT_TRUE(found(0.2).empty());
}

// What becomes of a source of the words [0, end), before the cue "said" and the content after it.
std::string source_of(const char* raw, Index end) {
  const Joined text(raw);
  const Reading reading = text.reading();
  Index said = 0;
  while (reading.lower(said) != "said") ++said;
  CueRoles cue{{said, said + 1}, text.all(), 0.9, std::vector<RoleScores>(text.tokens.size(), sure(kNoRole))};
  for (Index t = 0; t < end; ++t) cue.roles[t] = sure(t == 0 ? kBeginSource : kInsideSource);
  for (Index t = said + 1; t + 1 < text.tokens.size(); ++t) {
    cue.roles[t] = sure(t == said + 1 ? kBeginContent : kInsideContent);
  }
  const std::vector<Draft> drafts = join_drafts(reading, {}, {cue}, [](Range) { return 0.0; });
  return drafts.empty() ? "" : std::string(text.text.bytes(reading.span(drafts[0].source)));
}

TEST(Join, TakesAClauseOfTheSourceToItsEnd) {
  const char* raw = "Reyle, which has fought its neighbours since May, said that it rained.";
  EXPECT_EQ(source_of(raw, 5), "Reyle, which has fought its neighbours since May,");
  EXPECT_EQ(source_of("Two officials, who were tired, said that it rained.", 3), "Two officials");
  EXPECT_EQ(source_of("Ana Pohl, the mayor, said that it rained.", 6), "Ana Pohl, the mayor,");
}

TEST(Join, KeepsARulesStatementOnlyIfItsCueIsPossible) {
  const Joined text("The engineer said the bridge was unsafe.");
  const Reading reading = text.reading();
  Draft draft;
  draft.cue = {2, 3};
  draft.source = {0, 2};
  draft.content = {{3, 7}};
  EXPECT_EQ(join_drafts(reading, {draft}, {}, [](Range) { return 0.9; }).size(), 1u);
  EXPECT_TRUE(join_drafts(reading, {draft}, {}, [](Range) { return 0.01; }).empty());
}

}  // namespace
}  // namespace onrecord::statements
