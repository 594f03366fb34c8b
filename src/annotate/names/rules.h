// SPDX-License-Identifier: Apache-2.0
// The rules of names, by what makes the chain a name.
#pragma once

#include "onrecord/rules.h"

namespace onrecord::names {

enum RuleId { kTitled, kGivenName, kOrgWord, kAcronym, kCapitals, kDesignation, kNamedKind, kDateline, kAdjective };

// A name that the language model found.
const Rule& model_rule();
const Rule& rule(RuleId id);

}  // namespace onrecord::names
