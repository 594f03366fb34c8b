// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/scanners.h"
#include "annotate/tokens/word_lists.h"

namespace onrecord::tokens {
namespace {

std::uint32_t digit_run(const Passage& s, std::uint32_t at) {
  while (is_ascii_digit(s.byte(at))) ++at;
  return at;
}

// "1,600,000" and the decimal comma of "7,5" go on; "1,2,3" and the notes "[13,14]" do not.
bool groups(const Passage& s, std::uint32_t begin, std::uint32_t comma) {
  const std::uint32_t end = digit_run(s, comma + 1);
  if (end == comma + 4) return true;
  const bool note = s.byte_before(begin) == '[' || s.byte_before(begin) == ',' || s.byte_before(begin) == '(';
  const bool list = s.byte(end) == ',' && is_ascii_digit(s.byte(end + 1));
  return end < comma + 3 && comma < begin + 3 && !note && !list;
}

// Hyphens in numbers: telephone numbers and dates stay whole ("713-853-3989", "345-9945", "2001-03-05"),
// ranges do not ("5|-|10", "1969|-|1970"). Returns `hyphen` where the number ends there.
std::uint32_t over_hyphens(const Passage& s, std::uint32_t begin, std::uint32_t hyphen) {
  std::uint32_t end = hyphen, parts = 1, last = 0;
  while (s.byte(end) == '-' && is_ascii_digit(s.byte(end + 1))) {
    const std::uint32_t next = digit_run(s, end + 1);
    last = next - end - 1;
    end = next;
    ++parts;
  }
  if (parts >= 3) return end;
  std::uint32_t first = 0;
  while (hyphen - first > begin && is_ascii_digit(s.byte(hyphen - first - 1))) ++first;
  const bool telephone = last == 4 && (first == 3 || first == 5 || first >= 7);
  return parts == 2 && telephone && !is_ascii_digit(s.byte(end)) ? end : hyphen;
}

// Digits with the marks that join them.
std::uint32_t numeral_end(const Passage& s, std::uint32_t begin) {
  std::uint32_t end = digit_run(s, begin);
  for (;;) {
    const unsigned char c = s.byte(end);
    const bool digit = is_ascii_digit(s.byte(end + 1));
    if (c == '-' && digit) {
      const std::uint32_t next = over_hyphens(s, begin, end);
      if (next == end) return end;
      end = next;
    } else if (digit && (c == '.' || c == ':' || c == '/' || c == '_' || (c == ',' && groups(s, begin, end)))) {
      end = digit_run(s, end + 1);
    } else {
      return end;
    }
  }
}

// "th", "nd", "s": endings that are no words of their own.
bool is_ending(std::string_view letters) {
  return letters == "th" || letters == "st" || letters == "nd" || letters == "rd" || letters == "s";
}

// "rule 18b" names a paragraph, "$18b" and "1.8b" are billions.
bool is_section(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const unsigned char before = s.byte_before(begin);
  const bool money = before == '$' || before >= 0x80;
  return s.byte(end) == 'b' && s.alnum_run(end) == end + 1 && !money &&
         s.small(begin, end).find('.') == std::string_view::npos;
}

// Letters right after a numeral. Returns the token's end: past them ("20th", "3G") or before ("5|km", "5|K").
std::uint32_t with_letters(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t letters_end = end;
  while (is_ascii_letter(s.byte(letters_end))) ++letters_end;
  const std::string_view letters = s.small(end, letters_end);
  if ((letters == "a" || letters == "p") && s.small(letters_end) == '.' && s.small(letters_end + 1) == 'm')
    return end;
  if (letters == "x" && is_ascii_digit(s.byte(letters_end))) return end;
  const std::uint32_t run_end = s.alnum_run(end);
  if (run_end == letters_end && is_ending(letters)) return run_end;
  const bool name = letters.size() == 1 && is_ascii_upper(s.byte(end)) && letters.find_first_of("bcfkm") != 0;
  if (run_end == letters_end && is_unit(letters) && !name && !is_section(s, begin, end)) return end;
  const std::string_view first = s.small(begin, end);
  if (first.find_first_of(",:/") != std::string_view::npos) return end;
  return run_end;
}

// "1980's", "80's" are one word; "2003's" is a genitive.
std::uint32_t with_decade(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t mark = s.apostrophe(end);
  if (mark == 0 || s.small(end + mark) != 's' || s.alnum(end + mark + 1) != 0) return end;
  const bool decade = s.byte(end - 1) == '0' && (end - begin == 2 || end - begin == 4);
  return decade ? end + mark + 1 : end;
}

}  // namespace

std::uint32_t number_end(const Passage& passage, std::uint32_t begin) {
  const std::uint32_t end = numeral_end(passage, begin);
  const unsigned char next = passage.byte(end);
  if (is_ascii_letter(next)) return with_letters(passage, begin, end);
  if (next == '\'' || next == 0xE2) return with_decade(passage, begin, end);
  if (next == '@' && passage.alnum(end + 1) != 0) return address_end(passage, begin, end);
  if (next == '.' && is_ascii_letter(passage.byte(end + 1)) &&
      is_name_ending(passage.small(end + 1, passage.alnum_run(end + 1))))
    return address_end(passage, begin, end);
  if (next >= 0x80 && passage.high_letter(end) != 0) return passage.alnum_run(end);
  return end == begin ? passage.alnum_run(begin) : end;
}

}  // namespace onrecord::tokens
