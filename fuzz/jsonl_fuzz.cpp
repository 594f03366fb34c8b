// SPDX-License-Identifier: Apache-2.0
// JSON Lines: every line that is not blank is an article or an error, and it does not matter in what pieces the bytes
// arrive.
#include <algorithm>
#include <cstring>
#include <vector>

#include "check.h"
#include "ingest/article_stream.h"

using namespace onrecord;

namespace {

// Gives a few bytes at a time.
class Dripping : public ByteSource {
 public:
  explicit Dripping(std::string_view bytes) : left_(bytes) {}
  Result<std::size_t> read(char* out, std::size_t size) override {
    const std::size_t some = std::min({size, left_.size(), 1 + left_.size() % 7});
    if (some > 0) std::memcpy(out, left_.data(), some);
    left_.remove_prefix(some);
    return some;
  }

 private:
  std::string_view left_;
};

std::vector<std::string> outcomes(Result<ArticleStream> stream) {
  std::vector<std::string> out;
  while (const std::optional<Result<Article>> article = stream->next()) {
    if (article->ok()) {
      const std::string_view text = (*article)->text.all();
      FUZZ_CHECK(valid_utf8_prefix(text) == text.size());
      out.push_back((*article)->about.id + (*article)->about.published.value_or("-"));
    } else {
      out.push_back(to_string(article->error()));
    }
  }
  return out;
}

std::size_t count_lines(std::string_view bytes) {
  std::size_t lines = 0;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    lines += bytes.substr(at, end - at).find_first_not_of(" \t\r") != std::string_view::npos ? 1 : 0;
    at = end + 1;
  }
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = view_of(data, size);
  InputOptions options;
  options.format = InputFormat::Jsonl;
  options.source_uri = "fuzz.jsonl";
  options.max_article_bytes = 300;
  const std::vector<std::string> whole = outcomes(ArticleStream::over(bytes, options));
  FUZZ_CHECK(whole == outcomes(ArticleStream::from(std::make_unique<Dripping>(bytes), options)));
  const bool refused = whole.size() == 1 && whole[0].compare(0, 11, "fuzz.jsonl:") == 0 && whole[0][11] == ' ';
  FUZZ_CHECK(refused || whole.size() == count_lines(bytes));
  return 0;
}
