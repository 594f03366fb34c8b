// SPDX-License-Identifier: Apache-2.0
// Charsets: which one the bytes are in, and how to come to UTF-8 (ICU's converters).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "onrecord/result.h"

namespace onrecord {

struct ByteOrderMark {
  const char* charset = nullptr;  // "UTF-8", "UTF-16LE" …; null: there is no mark
  std::size_t size = 0;           // bytes of the mark
};

ByteOrderMark find_byte_order_mark(std::string_view bytes);

// "UTF-16LE" or "UTF-16BE" where every other byte of the first ones is NUL, else null. For texts of western
// scripts that lost their mark.
const char* guess_utf16(std::string_view bytes);

// Whether ill-formed UTF-8 looks like a text in windows-1252: nearly no sequence of it is good UTF-8, and its
// bytes above 0x7F are letters inside words or typographic marks.
bool looks_like_windows_1252(std::string_view bytes);

// `bytes` without a mark in UTF-8; what cannot be decoded becomes U+FFFD. ERRORS: BadInput for an unknown charset.
Result<std::string> convert_to_utf8(std::string_view bytes, const std::string& charset);

}  // namespace onrecord
