// SPDX-License-Identifier: Apache-2.0
// Rule: what a rule-based finder can say of itself. Every row that a finder makes names the rule that made it
// ("times.weekday/1"); `onrecord explain` prints it, docs/rules.md is made from it, and a test runs each rule on its
// own two examples: `accepts` must give a row of this rule, `refuses` must not.
//
// Lifetime: rules are constants of the program; plain pointers to them are good for ever.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace onrecord {

struct Rule {
  const char* name;     // "times.weekday": layer, dot, what it looks for
  int version;          // raised when the rule's rows may change
  const char* says;     // one sentence for a reader of `explain`
  const char* accepts;  // a sentence of one's own in which it fires; "" of the language model's
  const char* refuses;  // a sentence that looks alike and in which it must not
  double confidence;    // share of its rows that are right, counted on development data
};

using Rules = std::span<const Rule>;

// The rule of that name, or what stands for the language model there; nullptr where there is none.
const Rule* find_rule(std::string_view name);

// Every rule of every finder, finder by finder.
std::vector<Rule> all_rules();

}  // namespace onrecord
