// SPDX-License-Identifier: Apache-2.0
#include "annotate/actors/phrase.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

namespace onrecord::actors {
namespace {

// Letters that Unicode does not take apart into a letter and a mark.
std::string_view spelled_out(char32_t letter) {
  switch (letter) {
    case U'ø':
    case U'Ø': return "o";
    case U'ł':
    case U'Ł': return "l";
    case U'đ':
    case U'Đ':
    case U'ð':
    case U'Ð': return "d";
    case U'ı': return "i";
    case U'ß': return "ss";
    case U'æ':
    case U'Æ': return "ae";
    case U'œ':
    case U'Œ': return "oe";
    case U'þ':
    case U'Þ': return "th";
    case U'ə':
    case U'Ə': return "a";
    default: return {};
  }
}

// The letter without its marks.
char32_t base_of(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return letter;
  UChar units[8];
  const int length = unorm2_getDecomposition(nfd, static_cast<UChar32>(letter), units, 8, &status);
  if (U_FAILURE(status) || length <= 0 || U16_IS_SURROGATE(units[0])) return letter;
  return units[0];
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʻ' || c == U'ʼ' || c == U'ʿ' || c == U'`';
}
bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑' || c == U'–' || c == U'—'; }
bool is_letter(char32_t c) {
  return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                  : u_isalnum(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

std::vector<char32_t> letters_of(std::string_view utf8) {
  std::vector<char32_t> letters;
  letters.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(utf8.size()); at < size;) {
    UChar32 letter;
    U8_NEXT_OR_FFFD(bytes, at, size, letter);
    letters.push_back(static_cast<char32_t>(letter));
  }
  return letters;
}

}  // namespace

void Phrase::open_word() {
  if (open_) return;
  if (!folded_.empty()) folded_ += ' ';
  words_.push_back({static_cast<std::uint32_t>(folded_.size()), 0, false, false, hyphen_});
  open_ = true;
  letters_ = capitals_ = 0;
}

void Phrase::close_word() {
  if (!open_) return;
  open_ = hyphen_ = false;
  PhraseWord& word = words_.back();
  word.end = static_cast<std::uint32_t>(folded_.size());
  word.all_capitals = letters_ >= 2 && letters_ == capitals_;
}

void Phrase::single(std::string_view mark) {
  close_word();
  hyphen_ = false;
  open_word();
  folded_ += mark;
  close_word();
}

void Phrase::add(char32_t letter) {
  open_word();
  const bool capital = letter < 0x80 ? letter >= 'A' && letter <= 'Z' : u_isupper(static_cast<UChar32>(letter)) != 0;
  if (letters_ == 0) words_.back().capital = capital;
  ++letters_;
  capitals_ += capital || (letter >= '0' && letter <= '9');
  has_capitals_ |= capital;
  if (letter < 0x80) {
    folded_ += static_cast<char>(capital ? letter + 32 : letter);
    return;
  }
  if (u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK) return;
  if (const std::string_view spelled = spelled_out(letter); !spelled.empty()) {
    folded_ += spelled;
    return;
  }
  const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(base_of(letter))));
  std::uint8_t bytes[4];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, small);
  folded_.append(reinterpret_cast<const char*>(bytes), size);
}

Phrase::Phrase(std::string_view utf8) {
  const std::vector<char32_t> letters = letters_of(utf8);
  const auto at = [&](std::size_t k) { return k < letters.size() ? letters[k] : U' '; };
  for (std::size_t k = 0; k < letters.size(); ++k) {
    const char32_t c = letters[k];
    if (is_letter(c)) {
      add(c);
    } else if (is_apostrophe(c)) {
      const bool s = (at(k + 1) == U's' || at(k + 1) == U'S') && !is_letter(at(k + 2));
      const bool after_s = open_ && folded_.back() == 's' && !is_letter(at(k + 1));
      if (s) ++k;
      if (s || after_s) single(kPossessive);
      else if (!is_letter(at(k + 1))) close_word();
    } else if (c == U'.') {
      if (!is_letter(at(k + 1))) close_word();
    } else if (is_hyphen(c)) {
      close_word();
      hyphen_ = k > 0 && is_letter(at(k - 1));
    } else if (c == U'&') {
      single("and");
    } else if (c == U',' || c == U'(' || c == U')' || c == U';') {
      if (!words_.empty() && words_.back().end != 0 && !open_ && word(words_.size() - 1) == ",") continue;
      single(",");
    } else {
      close_word();
      if (c != U' ') hyphen_ = false;
    }
  }
  close_word();
  while (!words_.empty() && word(words_.size() - 1) == ",") words_.pop_back();
}

std::string key_of(std::string_view name) {
  const Phrase phrase(name);
  return phrase.size() == 0 ? std::string() : std::string(phrase.key(0, phrase.size()));
}

}  // namespace onrecord::actors
