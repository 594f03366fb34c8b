// SPDX-License-Identifier: Apache-2.0
// The style and the script of the page, embedded at build from page.css and page.js (cmake/OnrecordEmbed.cmake).
#pragma once

#include <string_view>

namespace onrecord {

extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;

}  // namespace onrecord
