// SPDX-License-Identifier: Apache-2.0
// Which statements stand within others.
#pragma once

#include <vector>

#include "annotate/statements/draft.h"

namespace onrecord::statements {

// Sets `within` of the rows, one for each draft: the innermost statement whose content holds the cue, or the one for
// which the source is cited; never in a circle.
void nest(const std::vector<Draft>& drafts, std::vector<StatementRow>& rows);

}  // namespace onrecord::statements
