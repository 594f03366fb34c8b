// SPDX-License-Identifier: Apache-2.0
#include "annotate/quotes/marks.h"

#include <algorithm>
#include <array>

#include "text/char_class.h"

namespace onrecord::quotes {
namespace {

// Words that begin with an elision ("’em", "'twas"), without the mark.
constexpr std::string_view kElided[] = {"bout", "cause",  "cos",   "em",    "er",    "im",   "neath",
                                        "n",    "nother", "nuff",  "round", "til",   "till", "tis",
                                        "twas", "tude",   "twere", "twill", "tween", "ere"};

constexpr std::array<bool, 256> make_starts() {
  std::array<bool, 256> starts{};
  for (const std::size_t c : {0x22u, 0x27u, 0x60u, 0xC2u, 0xE2u}) starts[c] = true;
  return starts;
}
constexpr std::array<bool, 256> kStarts = make_starts();

// The characters around a mark.
struct Around {
  char32_t before = 0;  // 0 at the paragraph's ends
  char32_t after = 0;

  bool word_before() const { return before != 0 && (is_letter(before) || is_digit(before)); }
  bool word_after() const { return after != 0 && (is_letter(after) || is_digit(after)); }
  bool blank_before() const { return before == 0 || is_space(before); }
  bool blank_after() const { return after == 0 || is_space(after); }
  // Something that an opening mark may follow without a blank.
  bool opener_before() const {
    return blank_before() || before == '(' || before == '[' || before == '-' || before == '/' || before == 0x2013 ||
           before == 0x2014 || before == 0x2018 || before == 0x201C || before == 0xAB || before == '"' ||
           before == '\'' || before == 0x2026;
  }
};

Around around(const Text& text, ByteSpan paragraph, ByteSpan mark) {
  Around out;
  if (mark.begin > paragraph.begin) out.before = decode_utf8_before(text.all(), mark.begin).code;
  if (mark.end < paragraph.end) out.after = decode_utf8(text.all(), mark.end).code;
  return out;
}

// Whether the letters or digits after `at` are those of an elided form: "90s", "68", "em", "twas".
bool elided(const Text& text, std::uint32_t at, std::uint32_t stop) {
  std::uint32_t end = at;
  const std::string_view lower = text.lower();
  while (end < stop && ((lower[end] >= 'a' && lower[end] <= 'z') || (lower[end] >= '0' && lower[end] <= '9'))) ++end;
  const std::string_view word = lower.substr(at, end - at);
  if (word.size() >= 2 && word[0] >= '0' && word[0] <= '9' && word[1] >= '0' && word[1] <= '9') {
    return word.size() == 2 || (word.size() == 3 && word[2] == 's');
  }
  return std::find(std::begin(kElided), std::end(kElided), word) != std::end(kElided);
}

void set_by_blanks(Mark& mark, const Around& c) {
  const bool left = c.opener_before(), right_blank = c.blank_after();
  mark.opens = left && !right_blank;
  mark.closes = !c.blank_before() && !(left && c.word_after());
  mark.sure = mark.opens != mark.closes;
  if (!mark.opens && !mark.closes) mark.opens = mark.closes = true;  // blanks on both sides
  if (!left && c.word_after()) mark.opens = true;                    // "said,"I": a blank was lost
}

// "5'10"" and "a 27" screen": an inch mark.
bool inch(const Text& text, ByteSpan paragraph, const Mark& mark, const Around& c) {
  if (!mark.straight || c.before == 0 || !is_digit(c.before) || c.word_after()) return false;
  std::uint32_t at = mark.span.begin;
  while (at > paragraph.begin && is_digit(static_cast<unsigned char>(text.all()[at - 1]))) --at;
  return at > paragraph.begin && text.all()[at - 1] == '\'';
}

// A straight or curly single mark. Returns false for an apostrophe.
bool set_single(const Text& text, ByteSpan paragraph, Mark& mark, const Around& c, bool curly_open) {
  if (c.word_before() && c.word_after()) return false;  // don't, Hawai‘i
  if (c.word_after() && elided(text, mark.span.end, paragraph.end)) return false;
  mark.opens = c.opener_before() && !c.blank_after();
  mark.closes = !c.blank_before() && !c.word_after();
  if (curly_open) mark.closes = mark.closes && !mark.opens;
  mark.weak = mark.closes && c.word_before();
  mark.sure = mark.opens != mark.closes;
  return mark.opens || mark.closes;
}

// Decides on the mark that may start at `at`; `mark.span.end` is set in any case.
bool read_mark(const Text& text, ByteSpan paragraph, std::uint32_t at, Mark& mark) {
  const Decoded first = decode_utf8(text.all(), at);
  mark.span = {at, at + first.size};
  const bool twice = at + 1 < paragraph.end && text.all()[at + 1] == text.all()[at];
  // "one of us,''' he said": the inner single mark closes before the outer double one.
  const bool thrice = twice && at + 2 < paragraph.end && text.all()[at + 2] == text.all()[at];
  if (thrice && first.code == '\'' && at > paragraph.begin && text.all()[at - 1] != ' ') {
    mark.family = Family::Single;
    mark.straight = mark.closes = mark.sure = true;
    return true;
  }
  if (twice && (first.code == '`' || first.code == '\'')) ++mark.span.end;
  const Around c = around(text, paragraph, mark.span);
  mark.straight = first.code == '"' || first.code == '\'' || first.code == '`';
  switch (first.code) {
    case '"':
      if (inch(text, paragraph, mark, c)) return false;
      set_by_blanks(mark, c);
      return true;
    case '\'':
      if (twice) {
        set_by_blanks(mark, c);
        return true;
      }
      mark.family = Family::Single;
      return set_single(text, paragraph, mark, c, false);
    case '`':
      mark.family = twice ? Family::Double : Family::Single;
      mark.opens = mark.sure = !c.blank_after() && !c.word_before();
      return mark.opens;
    case 0x201C:
      mark.opens = !(c.blank_after() && !c.blank_before());
      mark.closes = !mark.opens || !c.blank_before();
      mark.sure = true;
      return true;
    case 0x201D:
      mark.opens = c.blank_before() && c.word_after();
      mark.closes = !mark.opens;
      mark.sure = true;
      return true;
    case 0x201E: mark.opens = mark.sure = mark.german = true; return true;
    case 0x201A:
      mark.family = Family::Single;
      mark.opens = mark.sure = mark.german = c.word_after();
      return mark.opens;
    case 0x2018: mark.family = Family::Single; return set_single(text, paragraph, mark, c, true);
    case 0x2019:
      mark.family = Family::Single;
      if (!set_single(text, paragraph, mark, c, false)) return false;
      mark.opens = false;
      return mark.closes;
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
      mark.family = first.code < 0x100 ? Family::Guillemet : Family::SingleGuillemet;
      mark.opens = first.code == 0xAB || first.code == 0x2039 || (c.blank_before() && c.word_after());
      mark.closes = first.code == 0xBB || first.code == 0x203A || (!c.blank_before() && !c.word_after());
      mark.sure = mark.opens != mark.closes;
      return true;
    default: return false;
  }
}

}  // namespace

void find_marks(const Text& text, ByteSpan paragraph, std::vector<Mark>& marks) {
  const std::string_view all = text.all();
  for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
    if (!kStarts[static_cast<unsigned char>(all[at])]) {
      ++at;
      continue;
    }
    Mark mark;
    if (read_mark(text, paragraph, at, mark)) marks.push_back(mark);
    at = mark.span.end;
  }
}

}  // namespace onrecord::quotes
