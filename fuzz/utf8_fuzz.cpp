// SPDX-License-Identifier: Apache-2.0
// Our UTF-8 against ICU's: the same decoding, the same replacement of ill-formed parts.
#include <unicode/utf8.h>

#include <string>

#include "check.h"
#include "text/utf8.h"

namespace {

std::string repair_by_icu(std::string_view bytes, std::size_t& first_bad) {
  std::string out;
  first_bad = bytes.size();
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 code = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
    U8_NEXT(bytes.data(), at, size, code);
#pragma GCC diagnostic pop
    if (code < 0 && first_bad == bytes.size()) first_bad = static_cast<std::size_t>(begin);
    onrecord::append_utf8(out, code < 0 ? char32_t{0xFFFD} : static_cast<char32_t>(code));
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = view_of(data, size);
  std::size_t first_bad = 0, replaced = 0;
  const std::string by_icu = repair_by_icu(bytes, first_bad);
  const std::string ours = onrecord::repair_utf8(bytes, replaced);
  FUZZ_CHECK(ours == by_icu);
  FUZZ_CHECK(onrecord::valid_utf8_prefix(bytes) == first_bad);
  FUZZ_CHECK((replaced == 0) == (ours == bytes));
  FUZZ_CHECK(onrecord::valid_utf8_prefix(ours) == ours.size());
  for (std::size_t at = 0; at < ours.size();) {
    const onrecord::Decoded c = onrecord::decode_utf8(ours, at);
    at += c.size;
    FUZZ_CHECK(onrecord::is_utf8_boundary(ours, at));
    FUZZ_CHECK(onrecord::decode_utf8_before(ours, at).code == c.code);
  }
  return 0;
}
