// SPDX-License-Identifier: Apache-2.0
// The characters of a page: its charset by mark, by what is plainly UTF-8, by <meta>, else windows-1252.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/records.h"
#include "onrecord/result.h"

namespace onrecord {

struct PageBytes {
  std::string_view raw;   // the page's bytes without a mark
  std::string converted;  // valid UTF-8, where `raw` is not
  bool is_converted = false;
  std::size_t skipped = 0;  // bytes of the mark
  std::vector<Note> notes;

  std::string_view utf8() const { return is_converted ? std::string_view(converted) : raw; }
  bool is_copy() const { return !is_converted; }
};

// `bytes` must outlive what is returned. ERRORS: TooLarge, BadInput.
Result<PageBytes> decode_page(std::string_view bytes);

// The charset a <meta> among the first bytes names, as ICU knows it; empty: none.
std::string declared_charset(std::string_view html);

}  // namespace onrecord
