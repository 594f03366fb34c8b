// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/scanners.h"
#include "annotate/tokens/sentence_words.h"
#include "annotate/tokens/word_lists.h"

namespace onrecord::tokens {
namespace {

// Bounds on the look ahead, as mail and host names have them.
constexpr std::uint32_t kMaxLocalPart = 64;
constexpr std::uint32_t kMaxHostName = 253;

// How a word goes on at a character that is neither letter nor digit.
struct Step {
  std::uint32_t end = 0;
  bool more = false;  // the word may go on after `end`
};

Step stop(std::uint32_t end) { return {end, false}; }
Step go_on(std::uint32_t end) { return {end, true}; }

// "n't" at `at`, the second word of a contraction; 0: none.
std::uint32_t not_size(const Passage& s, std::uint32_t at) {
  if (s.small(at) != 'n') return 0;
  const std::uint32_t mark = s.apostrophe(at + 1);
  if (mark == 0 || s.small(at + 1 + mark) != 't' || s.alnum(at + 2 + mark) != 0) return 0;
  return 2 + mark;
}

// What may stand in the local part of an e-mail address besides letters and digits.
bool is_local_mark(unsigned char c) { return c == '.' || c == '-' || c == '_' || c == '+' || c == '%'; }

// The piece after the last hyphen of [begin, end).
std::string_view last_part(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = s.small(begin, end);
  const std::size_t hyphen = word.rfind('-');
  return hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
}

// accepts: "didn|'t" is cut before its n; "o'clock", "O'Brien" stay whole. refuses: "Russia|'s".
Step at_apostrophe(const Passage& s, std::uint32_t begin, std::uint32_t end, std::uint32_t mark) {
  const std::uint32_t after = end + mark;
  if (s.alnum(after) == 0) return stop(drops_final_letter(s.small(begin, end)) ? after : end);
  if (clitic_size(s, end) != 0) return stop(end);
  if (end - begin >= 2 && not_size(s, end - 1) != 0) return stop(end - 1);
  if (s.small(begin, end) == "y") return stop(after);
  return go_on(s.alnum_run(after));
}

// accepts: "non-profit", "career-wise", "uh-huh"; refuses: "long|-|term", "12|-|year".
Step at_hyphen(const Passage& s, std::uint32_t begin, std::uint32_t end, std::uint32_t mark) {
  const std::uint32_t after = end + mark;
  const std::string_view part = last_part(s, begin, end);
  if (s.alnum(after) == 0) {
    const bool cut_off = s.hyphen(after) == 0 && (end - begin <= 2 || is_hyphen_prefix(part));
    return stop(cut_off && (s.space(after) != 0 || s.byte(after) == ',') ? after : end);
  }
  const std::uint32_t next_end = s.alnum_run(after);
  const std::string_view next = s.small(after, next_end);
  const bool single = part.size() == 1 && next.size() < 3;
  const bool counted = is_ascii_digit(s.byte(after)) && part != "mid";
  const bool phrase = s.hyphen(next_end) != 0 && needs_a_word_after(next);  // "over-the-counter"
  if (!single && !counted && !phrase && is_hyphen_prefix(part) && s.byte_before(begin) != '-') return go_on(next_end);
  if (is_hyphen_suffix(next) && s.hyphen(next_end) == 0) return go_on(next_end);
  if (is_interjection_part(part) && is_interjection_part(next)) return go_on(next_end);
  return stop(end);
}

// "w/o", "s/he" and the like stay whole; other slashes stand alone.
Step at_slash(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t next_end = s.alnum_run(end + 1);
  return is_slash_word(s.small(begin, next_end)) ? go_on(next_end) : stop(end);
}

// accepts: "AT&T", "R&D", "p&l"; refuses: "food&drink".
Step at_ampersand(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t next_end = s.alnum_run(end + 1);
  const bool small = end - begin <= 1 && next_end - end == 2;
  bool capitals = end - begin <= 4 && next_end - end >= 2 && next_end - end <= 4;
  for (std::uint32_t at = begin; capitals && at < next_end; ++at) capitals = at == end || is_ascii_upper(s.byte(at));
  return small || capitals ? go_on(next_end) : stop(end);
}

// The label after the last full stop of a run of letters, digits, full stops and hyphens.
bool ends_as_name(const Passage& s, std::uint32_t at) {
  std::uint32_t label = at;
  const std::uint32_t limit = at + kMaxHostName;
  for (; at < limit && (is_ascii_alnum(s.byte(at)) || s.byte(at) == '.' || s.byte(at) == '-'); ++at) {
    if (s.byte(at) != '.') continue;
    if (s.alnum(at + 1) == 0) break;
    label = at + 1;
  }
  std::uint32_t label_end = s.alnum_run(label);
  return s.byte(label_end) != '-' && is_name_ending(s.small(label, label_end));
}

// The place of the @ of an e-mail address whose local part goes through `at`; 0: none.
std::uint32_t at_sign_ahead(const Passage& s, std::uint32_t at) {
  const std::uint32_t limit = at + kMaxLocalPart;
  while (at < limit && (is_ascii_alnum(s.byte(at)) || is_local_mark(s.byte(at)))) ++at;
  return s.byte(at) == '@' && s.alnum(at + 1) != 0 ? at : 0;
}

// Newsgroups are named from left to right: "comp.lang.c".
bool is_newsgroup_root(std::string_view word) {
  return word == "alt" || word == "comp" || word == "misc" || word == "rec" || word == "soc";
}

// accepts: "<VOLV.ST>", "(BRK.A)"; refuses: "end.It".
bool is_ticker(const Passage& s, std::uint32_t begin, std::uint32_t stop, std::uint32_t end) {
  const unsigned char close = s.byte(end);
  if ((close != '>' && close != ')') || end > stop + 3 || stop > begin + 5) return false;
  for (std::uint32_t at = begin; at < end; ++at)
    if (at != stop && !is_ascii_upper(s.byte(at)) && !is_ascii_digit(s.byte(at))) return false;
  return true;
}

// A full stop with a letter or digit right after it.
Step at_inner_stop(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t after = end + 1;
  const std::uint32_t next_end = s.alnum_run(after);
  const bool letter = end == begin + 1 || s.byte(end - 2) == '.';
  if (letter && next_end == after + 1 && is_ascii_letter(s.byte(after))) return go_on(next_end);
  const std::string_view word = s.small(begin, end);
  const std::string_view next = s.small(after, next_end);
  if (s.byte(next_end) == '.' &&
      ((word == "ph" && next == "d") || (word.size() == 1 && (next == "sc" || next == "phil"))))
    return go_on(next_end);
  if (is_ticker(s, begin, end, next_end)) return go_on(next_end);
  if (word == "www" || is_newsgroup_root(word) || ends_as_name(s, after)) return stop(address_end(s, begin, end));
  return stop(owns_stop(s, begin, end) ? after : end);
}

Step at_stop(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  if (s.byte(end + 1) == '.' && s.byte(end + 2) == '.') return stop(end);
  if (s.alnum(end + 1) != 0) return at_inner_stop(s, begin, end);
  return stop(owns_stop(s, begin, end) ? end + 1 : end);
}

// accepts: "http://…", "mailto:…"; refuses: "Note:now".
Step at_colon(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = s.small(begin, end);
  const bool address =
      (s.byte(end + 1) == '/' && s.byte(end + 2) == '/') || (word == "mailto" && s.alnum(end + 1) != 0);
  return stop(address ? address_end(s, begin, end) : end);
}

// "US$" is one word, "US$5" is "US$|5"; "A$AP" stays what it is.
Step at_dollar(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  if (s.alnum(end + 1) != 0 && !is_ascii_digit(s.byte(end + 1))) return go_on(s.alnum_run(end + 1));
  return stop(end - begin <= 3 && is_ascii_upper(s.byte(end - 1)) ? end + 1 : end);
}

Step step_at(const Passage& s, std::uint32_t begin, std::uint32_t end) {
  const unsigned char c = s.byte(end);
  if (is_local_mark(c)) {
    if (const std::uint32_t sign = at_sign_ahead(s, end)) return stop(address_end(s, begin, sign));
  }
  switch (c) {
    case '!': return stop(s.small(begin, end) == "yahoo" && s.byte(end + 1) != '!' ? end + 1 : end);
    case '.': return at_stop(s, begin, end);
    case '\'': return at_apostrophe(s, begin, end, 1);
    case '-': return at_hyphen(s, begin, end, 1);
    case '/': return at_slash(s, begin, end);
    case '&': return at_ampersand(s, begin, end);
    case ':': return at_colon(s, begin, end);
    case '$': return at_dollar(s, begin, end);
    case '@': return stop(s.alnum(end + 1) != 0 ? address_end(s, begin, end) : end);
    case '_': return go_on(s.alnum_run(end + 1));
    case '*': return s.alnum(end + 1) != 0 ? go_on(s.alnum_run(end + 1)) : stop(end);
    default: break;
  }
  if (const std::uint32_t mark = c == 0xE2 ? s.apostrophe(end) : 0) return at_apostrophe(s, begin, end, mark);
  if (const std::uint32_t mark = c == 0xE2 ? s.hyphen(end) : 0) return at_hyphen(s, begin, end, mark);
  return stop(end);
}

}  // namespace

std::uint32_t word_end(const Passage& passage, std::uint32_t begin) {
  if (const std::uint32_t size = not_size(passage, begin); size != 0 && is_ascii_letter(passage.byte_before(begin)))
    return begin + size;
  std::uint32_t end = passage.alnum_run(begin);
  const unsigned char next = passage.byte(end);
  if (!is_ascii_space(next) && next != ',') {
    Step step = go_on(end);
    while (step.more && step.end < passage.end) step = step_at(passage, begin, step.end);
    end = step.end;
  }
  const std::uint32_t cut = contraction_cut(passage.small(begin, end));
  const bool initials = cut == 1 && is_ascii_upper(passage.byte(begin + 1));  // "IM" and "IVE" are no "I'm"
  return cut == 0 || initials ? end : begin + cut;
}

}  // namespace onrecord::tokens
