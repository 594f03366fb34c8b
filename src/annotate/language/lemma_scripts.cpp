// SPDX-License-Identifier: Apache-2.0
#include "annotate/language/lemma_scripts.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace onrecord {

std::optional<LemmaScript> LemmaScript::parse(std::string_view script) {
  LemmaScript parsed;
  if (script.size() > 1 && script[0] == '=') {
    parsed.whole_ = true;
    parsed.add_ = script.substr(1);
    return parsed;
  }
  if (script.size() < 4 || (script[0] != 'L' && script[0] != 'K') || script[1] != '-') return std::nullopt;
  parsed.lower_ = script[0] == 'L';
  const char* end = script.data() + script.size();
  const auto [plus, error] = std::from_chars(script.data() + 2, end, parsed.drop_);
  if (error != std::errc() || plus == end || *plus != '+') return std::nullopt;
  parsed.add_.assign(plus + 1, end);
  return parsed;
}

std::optional<std::string> LemmaScript::apply(std::string_view form) const {
  if (whole_) return add_;
  std::string lemma = lower_ ? small_letters(form) : std::string(form);
  for (std::size_t k = 0; k < drop_; ++k) {
    if (lemma.empty()) return std::nullopt;
    lemma.resize(lemma.size() - decode_utf8_before(lemma, lemma.size()).size);
  }
  lemma += add_;
  if (lemma.empty()) return std::nullopt;
  return lemma;
}

std::string small_letters(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (!ascii) {
    std::string out;
    icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
        .toLower(icu::Locale::getRoot())
        .toUTF8String(out);
    return out;
  }
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

}  // namespace onrecord
