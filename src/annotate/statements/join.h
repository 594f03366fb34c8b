// SPDX-License-Identifier: Apache-2.0
// Joins what the rules found with what the language model's heads found.
//
// The heads find more; the rules know better where a clause or a quotation ends. So the cues are the heads', a rule's
// spans are taken where the heads think them nearly as likely as their own, and a rule's statement that the heads
// know nothing of stays if they do not rule out its cue, or if it stands in another statement: the heads learnt from
// texts in which statements in statements are not marked.
#pragma once

#include <functional>
#include <vector>

#include "annotate/statements/draft.h"
#include "annotate/statements/role_scores.h"

namespace onrecord::statements {

// `found`: the heads' cues in text order; `cue_probability`: of any tokens. Returns drafts in no order.
std::vector<Draft> join_drafts(const Reading& reading, std::vector<Draft> by_rules,
                               const std::vector<CueRoles>& found,
                               const std::function<double(Range)>& cue_probability);

}  // namespace onrecord::statements
