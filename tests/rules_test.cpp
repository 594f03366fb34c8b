// SPDX-License-Identifier: Apache-2.0
// Every rule says one sentence in which it fires and one that looks alike in which it must not. Here both are run
// through the whole pipeline, so that no rule's description can go stale.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "annotate/analyze.h"
#include "annotate/finders.h"
#include "annotate/places/gazetteer.h"

namespace onrecord {
namespace {

std::vector<std::string> rules_that_fire(const char* sentence) {
  ArticleRow about;
  about.source_uri = "example";
  about.published = "2024-04-25";
  static const Result<Gazetteer> gazetteer = Gazetteer::open("models/onrecord.gazetteer");
  static const ActorTable kActors = ActorTable::open().value();
  AnalyzeOptions how;
  how.gazetteer = &*gazetteer;
  how.actors = &kActors;
  const Document d = analyze(make_article(std::move(about), sentence), how);
  std::vector<std::string> names;
  const auto note = [&](const Rule* rule) { names.push_back(rule == nullptr ? "no rule" : rule->name); };
  for (const TimeRow& row : d.times->rows) note(row.rule);
  for (const FigureRow& row : d.figures->rows) note(row.rule);
  for (const NameChain& row : d.names->chains) note(row.rule);
  for (const PlaceRow& row : d.places->rows) note(row.rule);
  for (const ActorReading& row : d.actors->of_entity) {
    if (row.rule != nullptr) note(row.rule);
  }
  for (const StatementRow& row : d.statements->rows) note(row.rule);
  return names;
}

bool fires(const Rule& rule, const char* sentence) {
  const std::vector<std::string> names = rules_that_fire(sentence);
  return std::find(names.begin(), names.end(), rule.name) != names.end();
}

TEST(Rules, FireOnTheSentenceTheyAcceptAndNotOnTheOneTheyRefuse) {
  for (const Rule& rule : all_rules()) {
    EXPECT_TRUE(fires(rule, rule.accepts)) << rule.name << " does not fire in: " << rule.accepts;
    EXPECT_FALSE(fires(rule, rule.refuses)) << rule.name << " fires in: " << rule.refuses;
  }
}

TEST(Rules, HaveUniqueNamesVersionsAndConfidences) {
  std::set<std::string> names;
  for (const Rule& rule : all_rules()) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name << " twice";
    EXPECT_GE(rule.version, 1) << rule.name;
    EXPECT_GT(rule.confidence, 0) << rule.name;
    EXPECT_LE(rule.confidence, 1) << rule.name;
    EXPECT_EQ(find_rule(rule.name)->name, rule.name);
  }
}

TEST(Rules, EveryRowNamesTheRuleThatMadeIt) {
  const auto names = rules_that_fire(
      "On Tuesday Ms Ada Brook said: \"We lost 40 boats in six months.\" She warned that 3 percent more would go.");
  EXPECT_EQ(std::count(names.begin(), names.end(), "no rule"), 0);
}

}  // namespace
}  // namespace onrecord
