// SPDX-License-Identifier: Apache-2.0
// Rule: what a rule-based finder can say of itself. Every row that a finder makes points at the rule that made
// it; `onrecord explain` prints it, docs/rules.md is made from it, and a test runs each rule on its own two
// examples: `accepts` must give a row of this rule, `refuses` must not.
//
// Lifetime: rules are constants; rows hold plain pointers to them.
#pragma once

#include <span>

namespace onrecord {

struct Rule {
  const char* name;     // "times.weekday": layer, dot, what it looks for
  int version;          // raised when the rule's rows may change
  const char* says;     // one sentence for a reader of `explain`
  const char* accepts;  // a sentence of one's own in which it fires
  const char* refuses;  // a sentence that looks alike and in which it must not
  double confidence;    // share of its rows that are right, counted on development data
};

using Rules = std::span<const Rule>;

}  // namespace onrecord
