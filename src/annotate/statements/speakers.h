// SPDX-License-Identifier: Apache-2.0
// Who a source phrase means: a chain of Names where the text lets us know, else no one, with the reason.
#pragma once

#include <vector>

#include "annotate/statements/draft.h"

namespace onrecord::statements {

// Fills speaker, speaker_reason, named, anonymity and via of rows[k] from drafts[k]; `within` must be set.
void find_speakers(const Reading& reading, const std::vector<Draft>& drafts, std::vector<StatementRow>& rows);

}  // namespace onrecord::statements
