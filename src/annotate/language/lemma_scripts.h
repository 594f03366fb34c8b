// SPDX-License-Identifier: Apache-2.0
// Lemma scripts: how to make the lemma from the form, as training/labels.py learns them.
//
//   script = flag "-" count "+" text     drop `count` characters from the end, add `text`
//          | "=" text                    the lemma is `text`, whatever the form
//   flag   = "L" (lower-case the form first) | "K" (keep it)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

class LemmaScript {
 public:
  // Nothing for what is no script.
  static std::optional<LemmaScript> parse(std::string_view script);

  // "L-3+y" of "Stories" is "story". Nothing where the form has fewer characters than the script drops, or nothing
  // would be left. REQUIRES: valid UTF-8. Characters are code points.
  std::optional<std::string> apply(std::string_view form) const;

 private:
  bool whole_ = false, lower_ = false;
  std::size_t drop_ = 0;
  std::string add_;
};

// In small letters, after Unicode's full mapping without a language's special cases. REQUIRES: valid UTF-8.
std::string small_letters(std::string_view text);

}  // namespace onrecord
