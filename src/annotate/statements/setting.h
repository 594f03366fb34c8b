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

Setting find_setting(const Reading& reading, const Draft& draft);

}  // namespace onrecord::statements
