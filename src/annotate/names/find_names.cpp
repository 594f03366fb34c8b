// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "annotate/finders.h"
#include "annotate/names/chains.h"
#include "annotate/names/lexicon.h"

namespace onrecord {
namespace {

using names::RawName;
using names::Words;

bool ends_like_common_word(std::string_view word) {
  return word.size() > 4 && (word.ends_with("ing") || word.ends_with("ly") || word.ends_with("ed"));
}

// A single word at a sentence's start: a name if it has a capital elsewhere too, or if it is no common word and
// never stands in small letters.
class StartWords {
 public:
  explicit StartWords(const Words& words) : words_(words) {}

  bool is_name(const RawName& raw, const std::vector<RawName>& all) const {
    const std::string_view form = words_.form(raw.tokens.begin);
    const std::string_view lower = words_.lower(raw.tokens.begin);
    if (form.size() < 2 || lower == form) return false;
    const std::uint32_t bits = names::classes_of(lower);
    for (const RawName& other : all) {
      if (other.starts) continue;
      for (Index t = other.tokens.begin; t < other.tokens.end; ++t) {
        if (words_.form(t) == form) return true;
      }
    }
    if ((bits & names::kCommon) != 0) return false;
    if ((bits & (names::kPlaceName | names::kOutlet | names::kNationality)) != 0) return true;
    return !ends_like_common_word(lower) && !plural_of_common(lower) && !seen_small(form, lower);
  }

 private:
  static bool plural_of_common(std::string_view lower) {
    return lower.back() == 's' && (names::classes_of(lower.substr(0, lower.size() - 1)) & names::kCommon) != 0;
  }

  bool seen_small(std::string_view form, std::string_view lower) const {
    for (const Token& token : words_.tokens.rows) {
      if (token.span.size() != form.size() || token.is(kCapitalised)) continue;
      if (words_.text.bytes(token.span) == lower) return true;
    }
    return false;
  }

  const Words& words_;
};

}  // namespace

Names find_names(const Text& text, const Tokens& tokens, const Sentences& sentences) {
  const Words words{text, tokens, sentences};
  std::vector<RawName> raw;
  std::vector<Index> headlines;
  for (Index s = 0; s < sentences.size(); ++s) {
    if (names::is_headline(words, sentences[s])) headlines.push_back(s);
    else names::find_spans(words, sentences[s], raw);
  }
  std::sort(raw.begin(), raw.end(),
            [](const RawName& a, const RawName& b) { return a.tokens.begin < b.tokens.begin; });
  const StartWords starts(words);
  names::Chains chains(words);
  Index sentence = 0;
  for (const RawName& name : raw) {
    if (name.starts && !starts.is_name(name, raw)) continue;
    while (sentences[sentence].tokens.end <= name.tokens.begin) ++sentence;
    chains.add(name, sentences[sentence]);
  }
  for (const Index s : headlines) chains.add_headline(sentences[s]);
  return std::move(chains).finish();
}

}  // namespace onrecord
