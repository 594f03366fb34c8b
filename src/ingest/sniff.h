// SPDX-License-Identifier: Apache-2.0
// What the first bytes of an input look like.
#pragma once

#include <string_view>

#include "onrecord/options.h"

namespace onrecord {

// The head that sniffing wants to see; more does no harm.
inline constexpr std::size_t kSniffBytes = 4096;

// Text, Jsonl or Html, by the file's ending, else by the head: HTML by a tag that pages begin with, JSON Lines by a
// first line that opens an object with a key. "<Reuters>" and "{sic}" are text.
InputFormat guess_format(std::string_view head, std::string_view source_uri);

// The name of a format that is no text ("a PDF document"), or null. By magic bytes, or by the share of control
// characters. A text in UTF-16 is text.
const char* binary_kind(std::string_view head);

}  // namespace onrecord
