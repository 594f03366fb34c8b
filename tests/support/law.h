// SPDX-License-Identifier: Apache-2.0
// The law, checked from outside: every span of a record lies in the article's text on code point boundaries and is
// not empty, texts that a row shows are cut there, and every id that a row names exists.
#pragma once

#include <string>

#include "onrecord/records.h"

namespace onrecord {

// Says what breaks the law first; empty: nothing does.
std::string first_breach(const Record& record);

}  // namespace onrecord
