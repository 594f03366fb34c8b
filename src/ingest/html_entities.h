// SPDX-License-Identifier: Apache-2.0
// Character references in values that the parser did not decode (JSON inside a page).
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// Numeric references and the names common in running text; others stay as they are.
std::string decode_entities(std::string_view text);

}  // namespace onrecord
