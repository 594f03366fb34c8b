// SPDX-License-Identifier: Apache-2.0
// Pages: an error, or a clean text whose map is total and monotone, and metadata that are UTF-8 and real dates.
#include "check.h"
#include "ingest/ingest.h"
#include "text/iso_date.h"

using namespace onrecord;

namespace {

void check_utf8(const MaybeText& text) { FUZZ_CHECK(!text || valid_utf8_prefix(*text) == text->size()); }

void check_map(const Article& article, std::size_t input_size) {
  std::uint64_t last = 0;
  for (std::uint32_t at = 0; at <= article.text.size() && article.source_map.known(); ++at) {
    const std::uint64_t input = *article.source_map.to_input(at);
    FUZZ_CHECK(input >= last && input <= input_size);
    last = input;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  InputOptions options;
  options.source_uri = "fuzz.html";
  const Result<Article> article = read_html(view_of(data, size), options);
  if (!article.ok()) {
    FUZZ_CHECK(article.error().where == "fuzz.html" && !article.error().message.empty());
    return 0;
  }
  const std::string_view text = article->text.all();
  FUZZ_CHECK(!text.empty() && valid_utf8_prefix(text) == text.size());
  FUZZ_CHECK(text.find_first_of(std::string_view("\r\0", 2)) == std::string_view::npos);
  FUZZ_CHECK(text.find("\n\n") == std::string_view::npos && text.front() != ' ' && text.back() != ' ');
  check_map(*article, size);
  const ArticleRow& about = article->about;
  for (const MaybeText* field : {&about.title, &about.publisher, &about.language}) check_utf8(*field);
  for (const std::string& author : about.authors) check_utf8(author);
  for (const MaybeText* date : {&about.published, &about.updated})
    FUZZ_CHECK(!*date || normal_iso_date(**date) == **date);
  FUZZ_CHECK(about.published.has_value() == about.published_from.has_value());
  return 0;
}
