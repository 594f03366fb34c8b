// SPDX-License-Identifier: Apache-2.0
// Offsets: make_article keeps its map total and monotone, and every conversion agrees with a count from the start and
// finds its way back.
#include "check.h"
#include "text/article.h"
#include "text/offsets.h"

using namespace onrecord;

namespace {

void check_map(const Article& article, std::size_t input_size) {
  std::uint64_t last = 0;
  for (std::uint32_t at = 0; at <= article.text.size(); ++at) {
    const auto input = article.source_map.to_input(at);
    FUZZ_CHECK(input.has_value() && *input >= last && *input <= input_size);
    last = *input;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ArticleRow about;
  about.source_uri = "fuzz";
  const Article article = make_article(about, view_of(data, size));
  check_map(article, size);
  const std::string_view text = article.text.all();
  FUZZ_CHECK(text.find_first_of(std::string_view("\r\0", 2)) == std::string_view::npos);

  const OffsetIndex index(text);
  std::uint32_t codepoints = 0, utf16 = 0;
  for (std::uint32_t at = 0;; ++codepoints) {
    const ByteSpan rest{at, article.text.size()};
    FUZZ_CHECK(index.to_codepoints(rest).begin == codepoints);
    FUZZ_CHECK(index.to_utf16(rest).begin == utf16);
    FUZZ_CHECK(index.to_bytes(index.to_codepoints(rest)) == rest);
    if (at == text.size()) break;
    const Decoded c = decode_utf8(text, at);
    utf16 += c.code > 0xFFFF ? 2 : 1;
    at += c.size;
  }
  FUZZ_CHECK(index.codepoints() == codepoints);
  return 0;
}
