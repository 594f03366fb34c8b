// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "annotate/tokens/scanners.h"
#include "annotate/tokens/word_lists.h"

namespace onrecord::tokens {
namespace {

bool one_of(unsigned char c, std::string_view set) {
  return set.find(static_cast<char>(c)) != std::string_view::npos;
}

template <class Accept>
std::uint32_t run_of(const Passage& s, std::uint32_t at, Accept accept) {
  while (at < s.end && accept(s.byte(at))) ++at;
  return at;
}

std::uint32_t same_run(const Passage& s, std::uint32_t at) {
  const unsigned char c = s.byte(at);
  return run_of(s, at, [c](unsigned char next) { return next == c; });
}

// "'em", "'90s" as one word, "'s" after a word, else the mark alone or doubled ("''").
std::uint32_t apostrophe_end(const Passage& s, std::uint32_t begin, std::uint32_t mark) {
  if (const std::uint32_t size = clitic_size(s, begin)) return begin + size;
  const std::uint32_t after = begin + mark;
  const std::uint32_t run_end = s.alnum_run(after);
  if (run_end > after && !is_ascii_alnum(s.byte_before(begin))) {
    const std::string_view letters = s.small(after, run_end);
    const bool year = letters.size() >= 2 && is_ascii_digit(s.byte(after)) && is_ascii_digit(s.byte(after + 1)) &&
                      (letters.size() == 2 || (letters.size() == 3 && letters[2] == 's'));
    if (letters == "n") return run_end + s.apostrophe(run_end);
    if (year || is_elision(letters)) {
      const std::uint32_t clitic = year ? s.apostrophe(run_end) : 0;
      return clitic != 0 && s.small(run_end + clitic) == 's' && letters.size() == 2 && letters[1] == '0'
                 ? run_end + clitic + 1
                 : run_end;
    }
    if (letters == "tis" || letters == "twas") return after + 1;
  }
  return mark == 1 && s.byte(after) == '\'' ? after + 1 : after;
}

// accepts: ":)", ";-)", ":(", ":D", "=)"; refuses: ":" before a word.
std::uint32_t emoticon_end(const Passage& s, std::uint32_t begin) {
  std::uint32_t at = begin + 1;
  if (s.byte(at) == '-' || s.byte(at) == '\'') ++at;
  if (!one_of(s.byte(at), ")(DPp/|]")) return 0;
  ++at;
  while (s.byte(at) == ')' && s.byte(at - 1) == ')') ++at;
  return s.space(at) != 0 || at >= s.end || one_of(s.byte(at), ".,!?") ? at : 0;
}

// Stops: ".", "...", "?!", ".?"; a run is one mark of the end.
std::uint32_t stops_end(const Passage& s, std::uint32_t begin) {
  if (s.byte(begin) != '.') return run_of(s, begin, [](unsigned char c) { return c == '!' || c == '?'; });
  const std::uint32_t dots = same_run(s, begin);
  if (dots > begin + 1) return dots;
  if (is_ascii_digit(s.byte(dots)) && !is_ascii_alnum(s.byte_before(begin))) return number_end(s, dots);
  return run_of(s, dots, [](unsigned char c) { return c == '!' || c == '?'; });
}

// A line drawn with marks ("---->", "*~*~*"): one token where nothing else stands between two blanks.
std::uint32_t rule_end(const Passage& s, std::uint32_t begin) {
  const std::uint32_t end = run_of(s, begin, [](unsigned char c) { return one_of(c, "-=_*~+|<>#{}^"); });
  return end >= begin + 3 && (end >= s.end || s.space(end) != 0) ? end : 0;
}

// "+919819602175" and the "+44" of "+44 20 7946" are one word; "+5" is not.
std::uint32_t telephone_end(const Passage& s, std::uint32_t plus) {
  const std::uint32_t end = number_end(s, plus + 1);
  const bool country =
      end <= plus + 4 && s.byte(end) == ' ' && (is_ascii_digit(s.byte(end + 1)) || s.byte(end + 1) == '(');
  return end > plus + 7 || country ? end : plus + 1;
}

std::uint32_t ascii_mark_end(const Passage& s, std::uint32_t begin, unsigned char c) {
  const unsigned char next = s.byte(begin + 1);
  switch (c) {
    case '.':
    case '!':
    case '?': return stops_end(s, begin);
    case '\'': return apostrophe_end(s, begin, 1);
    case '`':
      if (const std::uint32_t size = is_ascii_letter(s.byte_before(begin)) ? clitic_size(s, begin) : 0)
        return begin + size;
      return next == '`' ? begin + 2 : begin + 1;
    case ':':
    case ';':
    case '=':
      if (const std::uint32_t end = emoticon_end(s, begin)) return end;
      return c == '=' ? same_run(s, begin) : begin + 1;
    case '(': return next == ':' && s.space(begin + 2) != 0 ? begin + 2 : begin + 1;
    case '-':
    case '*':
    case '_':
    case '~':
    case '+':
    case '<':
    case '>':
    case '|':
    case '^':
      if (const std::uint32_t end = rule_end(s, begin)) return end;
      if (c == '+' && is_ascii_digit(next)) return telephone_end(s, begin);
      return same_run(s, begin);
    case '#': return is_ascii_letter(next) ? s.alnum_run(begin + 1) : same_run(s, begin);
    case '@':
      return next == '_' || is_ascii_letter(next)
                 ? run_of(s, begin + 1, [](unsigned char at) { return at == '_' || is_ascii_alnum(at); })
                 : begin + 1;
    default: return begin + 1;
  }
}

// Emoji built of several characters: variation selectors, skin tones, joined pictures, flags.
bool goes_on(char32_t previous, char32_t c) {
  const auto flag = [](char32_t x) { return x >= 0x1F1E6 && x <= 0x1F1FF; };
  return c == 0xFE0F || c == 0x20E3 || c == 0x200D || previous == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         (flag(previous) && flag(c)) || (c >= 0x300 && c < 0x370);
}

std::uint32_t high_mark_end(const Passage& s, std::uint32_t begin) {
  Decoded c = decode_utf8(s.text, begin);
  if (c.code == 0x2019 || c.code == 0x2018) {
    const std::string_view twin = s.text.substr(begin + c.size, c.size);
    return twin == "\u2019" || twin == "\u2018" ? begin + 2 * c.size : apostrophe_end(s, begin, c.size);
  }
  const char32_t first = c.code;
  std::uint32_t end = begin + c.size;
  while (end < s.end) {
    const Decoded next = decode_utf8(s.text, end);
    const bool same = next.code == first && (first == 0x2013 || first == 0x2014 || first == 0x2026);
    const bool dots = first == 0x2026 && next.code == '.';
    if (!same && !dots && (is_space(next.code) || !goes_on(c.code, next.code))) break;
    c = next;
    end += next.size;
  }
  return end;
}

}  // namespace

std::uint32_t clitic_size(const Passage& passage, std::uint32_t at) {
  const std::uint32_t mark = passage.byte(at) == '`' ? 1 : passage.apostrophe(at);
  if (mark == 0) return 0;
  const std::uint32_t from = at + mark;
  const unsigned char c = passage.small(from), d = passage.small(from + 1);
  const bool two = (c == 'l' && d == 'l') || (c == 'r' && d == 'e') || (c == 'v' && d == 'e');
  const bool one = c == 's' || c == 'm' || c == 'd';
  if (two && passage.alnum(from + 2) == 0) return mark + 2;
  const bool going_to =
      c == 'm' && d == 'a' && passage.alnum(from + 2) == 0 && at > 0 && passage.small(at - 1) == 'i';
  if (going_to) return mark + 1;
  return one && passage.alnum(from + 1) == 0 ? mark + 1 : 0;
}

std::uint32_t address_end(const Passage& passage, std::uint32_t begin, std::uint32_t at) {
  std::uint32_t end = at;
  std::uint32_t open = 0;
  for (; end < passage.end && passage.space(end) == 0; end += decode_utf8(passage.text, end).size) {
    const unsigned char c = passage.byte(end);
    if (one_of(c, "<>\"{}|") || (c == ')' && open == 0) || c == ']') break;
    if (c == '(') ++open;
    if (c == ')') --open;
  }
  while (end > begin + 1 && one_of(passage.byte(end - 1), ".,;:!?'*")) --end;
  return end;
}

std::uint32_t mark_end(const Passage& passage, std::uint32_t begin) {
  const unsigned char c = passage.byte(begin);
  return c < 0x80 ? ascii_mark_end(passage, begin, c) : high_mark_end(passage, begin);
}

}  // namespace onrecord::tokens
