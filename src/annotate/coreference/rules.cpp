// SPDX-License-Identifier: Apache-2.0
#include "annotate/coreference/rules.h"

#include "annotate/finders.h"

namespace onrecord::coreference {

const Rule& rule(RuleId id) { return *find_rule(id == kNamed ? "coreference.named" : "coreference.unnamed"); }

}  // namespace onrecord::coreference
