// SPDX-License-Identifier: Apache-2.0
// Chains of mentions and chains of names become entities.
#pragma once

#include <string_view>
#include <vector>

#include "doc/layers.h"
#include "text/text.h"

namespace onrecord::coreference {

// A mention that the language model found.
struct FoundMention {
  Range tokens;
  Index head = kNone;    // in `tokens`
  bool pronoun = false;  // is one, or hangs on one ("those who left")
  bool person = false;   // he or she
};
using FoundChain = std::vector<FoundMention>;  // in text order

// Whether two names of an article may name the same one: they share a word, or one is the other's initials; not two
// full names of persons, neither of which holds the other's words ("Jo Reyle", "Ana Reyle"), nor two of a series
// ("Resolution 12", "Resolution 14"), nor names of known types that differ. `type` is empty where unknown.
struct NameFacts {
  std::string_view name, type;
};
bool may_be_one(const NameFacts& a, const NameFacts& b);

// A chain of names and a found chain of which a mention hangs on such a name become one entity, unless that would
// make one of two names that may not be one; then the mention stays with its name. What is left alone and bears no
// name is left out.
Coreference merge_names(const Text& text, const Tokens& tokens, const Names& names, std::vector<FoundChain> chains);

}  // namespace onrecord::coreference
