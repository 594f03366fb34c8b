// SPDX-License-Identifier: Apache-2.0
// When, where and on which occasion something was said: what stands around the cue, outside what is said.
#pragma once

#include "annotate/statements/draft.h"

namespace onrecord::statements {

struct Setting {
  Index time = kNone;   // of Times
  Index place = kNone;  // of Places
  Range occasion;       // "|a speech| on Tuesday"; may be empty
};

// `drafts`: all of the article, in text order; `number`: of the one asked about.
Setting find_setting(const Reading& reading, const std::vector<Draft>& drafts, std::size_t number);

}  // namespace onrecord::statements
