// SPDX-License-Identifier: Apache-2.0
// The rules of coreference: what makes the mentions of an entity one.
#pragma once

#include "onrecord/rules.h"

namespace onrecord::coreference {

enum RuleId { kNamed, kUnnamed };

const Rule& rule(RuleId id);

}  // namespace onrecord::coreference
