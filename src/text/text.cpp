// SPDX-License-Identifier: Apache-2.0
#include "text/text.h"

namespace onrecord {

Text::Text(std::string utf8) : utf8_(std::move(utf8)), lower_(utf8_) {
  ONRECORD_ASSERT(valid_utf8_prefix(utf8_) == utf8_.size());
  for (char& c : lower_) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
}

}  // namespace onrecord
