// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"

namespace onrecord {
namespace {

constexpr Rule kModelRules[] = {
    {"names.model", 1, "The language model takes these words for a name of this type.", "", "", 1},
    {"coreference.named", 1,
     "Phrases that the language model takes to continue a name stand for its bearer, unless gender, person or a "
     "second "
     "name forbids it.",
     "", "", 0.7},
    {"coreference.unnamed", 1,
     "Phrases that the language model takes to continue each other stand for the same one, though the article gives "
     "it "
     "no name.",
     "", "", 0.6},
};

constexpr Rules (*kTables[])() = {time_rules, figure_rules, name_rules, place_rules, actor_rules, statement_rules};

}  // namespace

const Rule* find_rule(std::string_view name) {
  for (const Rule& rule : statement_model_rules()) {
    if (rule.name == name) return &rule;
  }
  for (auto table : kTables) {
    for (const Rule& rule : table()) {
      if (rule.name == name) return &rule;
    }
  }
  for (const Rule& rule : kModelRules) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

Rules model_rules() { return kModelRules; }

std::vector<Rule> all_rules() {
  std::vector<Rule> rules;
  for (auto table : kTables) rules.insert(rules.end(), table().begin(), table().end());
  return rules;
}

}  // namespace onrecord
