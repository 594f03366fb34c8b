// SPDX-License-Identifier: Apache-2.0
// The rules of names, by what makes the chain a name.
#pragma once

#include "doc/layers.h"
#include "onrecord/rules.h"

namespace onrecord::names {

enum RuleId { kTitled, kGivenName, kOrgWord, kAcronym, kCapitals, kDesignation, kNamedKind, kDateline, kAdjective };

// Whether the article's dateline tells the chain's type.
bool is_of_dateline(const NameChain& chain);
// A name that the language model found.
const Rule& model_rule();
const Rule& rule(RuleId id);

}  // namespace onrecord::names
