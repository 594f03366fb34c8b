// SPDX-License-Identifier: Apache-2.0
// Whether a full stop belongs to the word before it: abbreviations and initials.
#include "annotate/tokens/abbreviations.h"
#include "annotate/tokens/scanners.h"
#include "annotate/tokens/sentence_words.h"
#include "annotate/tokens/word_set.h"

namespace onrecord::tokens {
namespace {

// The lower-case word that ends just before the blank before `at`; empty: none.
std::string_view word_before(const Passage& s, std::uint32_t at) {
  if (s.byte_before(at) != ' ') return {};
  std::uint32_t begin = --at;
  while (is_ascii_alnum(s.byte_before(begin))) --begin;
  return s.small(begin, at);
}

constexpr auto kCountedByLetters = std::to_array<std::string_view>(
    {"appendix",  "block",  "category", "class", "division", "exhibit", "figure", "grade", "group", "hepatitis",
     "influenza", "league", "option",   "part",  "plan",     "section", "series", "side",  "type",  "vitamin"});
static_assert(is_sorted(kCountedByLetters));

// What counts things by letters, so that "plan B." ends a sentence.
bool counts_by_letters(std::string_view word) { return holds(kCountedByLetters, word); }

// "J. Smith", "(b. 1950)", "c. 1850", "Roe v. Wade"; not "plan B. Then", "and I. The".
bool owns_initial(const Passage& s, std::uint32_t begin, std::uint32_t stop) {
  const std::uint32_t next = s.skip_space(stop + 1);
  const unsigned char c = s.byte(next);
  if (!is_ascii_upper(s.byte(begin))) {
    const bool versus = s.byte(begin) == 'v' && is_ascii_upper(c);
    return versus || is_ascii_digit(c) || s.byte_before(begin) == '(';
  }
  if (next >= s.end || is_ascii_digit(s.byte_before(begin))) return false;
  const std::uint32_t next_end = s.alnum_run(next);
  const bool sentence_follows = s.byte(next_end) != '.' && starts_sentences(s.small(next, next_end));
  if (is_ascii_upper(c) && sentence_follows) return false;
  const bool after_initial = begin >= s.begin + 3 && s.byte(begin - 2) == '.' && is_ascii_upper(s.byte(begin - 3));
  if (s.byte(begin) == 'I' && !after_initial) return false;
  return !counts_by_letters(word_before(s, begin));
}

bool is_quote(unsigned char c) { return c == '"' || c == '\'' || c >= 0x80; }

bool near_number(const Passage& s, const Abbreviation& entry, std::uint32_t begin, std::uint32_t stop) {
  const std::uint32_t next = s.skip_space(stop + 1);
  const bool number = is_ascii_digit(s.byte(next));
  if ((entry.bits & kBeforeNumber) != 0) return number || s.byte(next) == '#';
  if ((entry.bits & kBeforeDateText) != 0)
    return next < s.end && !is_ascii_upper(s.byte(next)) && !is_quote(s.byte(next));
  const std::string_view before = word_before(s, begin);
  return is_ascii_digit(s.byte_before(begin)) ||
         (!before.empty() && is_ascii_digit(static_cast<unsigned char>(before.back())));
}

}  // namespace

bool owns_stop(const Passage& passage, std::uint32_t begin, std::uint32_t stop) {
  const std::string_view word = passage.small(begin, stop);
  if (word.size() == 1) return owns_initial(passage, begin, stop);
  if (const std::size_t inner = word.rfind('.'); inner != std::string_view::npos) return stop - begin - inner <= 3;
  const Abbreviation* entry = find_abbreviation(word);
  if (entry == nullptr) return word.size() <= 6 && (passage.byte(stop + 1) == ',' || passage.byte(stop + 1) == ';');
  const std::uint16_t bits = entry->bits;
  if ((bits & kCapital) != 0 && !is_ascii_upper(passage.byte(begin))) return false;
  if ((bits & kMixedCase) != 0 && is_ascii_upper(passage.byte(begin)) && is_ascii_upper(passage.byte(begin + 1)))
    return false;
  if ((bits & kAfterComma) != 0 && (begin < 2 || passage.byte_before(begin - 1) != ',')) return false;
  if ((bits & kAfterEt) != 0 && word_before(passage, begin) != "et") return false;
  if ((bits & (kBeforeNumber | kAfterNumber | kBeforeDateText)) != 0)
    return near_number(passage, *entry, begin, stop);
  return true;
}

}  // namespace onrecord::tokens
