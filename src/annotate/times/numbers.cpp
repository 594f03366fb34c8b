// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/numbers.h"

namespace onrecord::times {
namespace {

bool is_rank_suffix(std::string_view word) { return word == "st" || word == "nd" || word == "rd" || word == "th"; }

// "12" but not the 12 of "12,000", "3.12" or "$12".
bool stands_alone(const Atoms& a, std::size_t at) {
  const Atom& before = a[at - 1];
  if (a[at].glued && (before.mark == '$' || before.mark == '.' || before.mark == ',' || before.mark == '#'))
    return false;
  const bool more = a[at + 1].glued && (a[at + 1].mark == ',' || a[at + 1].mark == '.');
  return !(more && a[at + 2].glued && a[at + 2].number >= 0) && !(a[at + 1].mark == '%' && a[at + 1].glued);
}

int small_number(const Atoms& a, std::size_t at, int from, int to) {
  const Word* word = a[at].word;
  if (word == nullptr || word->cls != WordClass::Number || (word->flags & kMultiplier) != 0) return 0;
  return word->value >= from && word->value <= to ? word->value : 0;
}

// "ninety-six", "twenty", "eleven".
Number read_tens(const Atoms& a, std::size_t at) {
  const int teens = small_number(a, at, 1, 19);
  if (teens != 0) return {at + 1, teens};
  const int tens = small_number(a, at, 20, 90);
  if (tens == 0) return {};
  const std::size_t next = skip_hyphen(a, at + 1);
  const int ones = small_number(a, next, 1, 9);
  return ones != 0 ? Number{next + 1, tens + ones} : Number{at + 1, tens};
}

// "two hundred and ten", "hundred", "five thousand", "two hundred thousand".
Number read_words(const Atoms& a, std::size_t at) {
  Number number = read_tens(a, at);
  if (!number) {
    if (a.cls(at) != WordClass::Number) return {};
    number = {at, 1};
  }
  int sum = 0;
  // No more than two multipliers: larger numbers count no units of time, and an endless list ends here.
  for (int k = 0; k < 2 && a.cls(number.end) == WordClass::Number; ++k) {
    if ((a[number.end].word->flags & kMultiplier) == 0) break;
    sum = number.value != 0 ? sum + number.value * a.value(number.end) : sum * a.value(number.end);
    ++number.end;
    const Number rest = read_tens(a, a.is(number.end, "and") ? number.end + 1 : number.end);
    number.value = rest ? rest.value : 0;
    if (rest) number.end = rest.end;
  }
  number.value += sum;
  return number;
}

// "1996" in words: "nineteen ninety-six", "two thousand".
Number read_year_words(const Atoms& a, std::size_t at) {
  if (small_number(a, at, 2, 2) != 0 && a.is(at + 1, "thousand")) {
    std::size_t next = at + 2;
    if (a.is(next, "and")) ++next;
    const Number rest = read_tens(a, next);
    return rest ? Number{rest.end, 2000 + rest.value} : Number{at + 2, 2000};
  }
  const int hundreds = small_number(a, at, 16, 20);
  if (hundreds == 0) return {};
  const std::size_t next = skip_hyphen(a, at + 1);
  const Number rest = read_tens(a, next);
  return rest && rest.value >= 10 ? Number{rest.end, hundreds * 100 + rest.value} : Number{};
}

// "and a half", "-and-a-half" after a whole number.
std::size_t and_a_half(const Atoms& a, std::size_t at) {
  std::size_t next = skip_hyphen(a, at);
  if (!a.is(next, "and")) return 0;
  next = skip_hyphen(a, next + 1);
  if (!a.is(next, "a")) return 0;
  next = skip_hyphen(a, next + 1);
  return a.is(next, "half") ? next + 1 : 0;
}

// The end of "1/2" (two atoms behind its "1"), "2 1/2", "2-1/2"; 0 elsewhere. `end`: behind the number at `at`.
std::size_t read_half_digits(const Atoms& a, std::size_t at, std::size_t end) {
  const auto is_half = [&](std::size_t one) {
    const bool glued = a[one + 1].glued && a[one + 2].glued;
    return a[one].number == 1 && a.is_mark(one + 1, '/') && a[one + 2].number == 2 && glued;
  };
  if (is_half(at)) return at + 3;
  const std::size_t one = a.is_mark(end, '-') && a[end].glued && a[end + 1].glued ? end + 1 : end;
  return is_half(one) ? one + 3 : 0;
}

QuantityRead read_digits(const Atoms& a, std::size_t at) {
  if (a[at].glued && (a[at - 1].mark == '$' || a[at - 1].mark == '.' || a[at - 1].mark == ',')) return {};
  double value = a[at].number;
  std::size_t end = at + 1;
  while (a.is_mark(end, ',') && a[end].glued && a[end + 1].glued && a[end + 1].digits == 3) {
    value = value * 1000 + a[end + 1].number;
    end += 2;
  }
  if (a.is_mark(end, '.') && a[end].glued && a[end + 1].glued && a[end + 1].digits == 1) {
    value += a[end + 1].number / 10.0;
    end += 2;
  } else if (const std::size_t half = read_half_digits(a, at, end)) {
    return {half, {half == end + 2 ? 0.5 : value + 0.5, false}, false};
  }
  return {end, {value, false}, false};
}

QuantityRead read_vague(const Atoms& a, std::size_t at) {
  std::size_t end = at + 1;
  Quantity quantity{0, true};
  if (a.is(at, "couple")) quantity = {2, false};
  if (a.is(end, "of")) ++end;
  return {end, quantity, false};
}

}  // namespace

std::size_t skip_hyphen(const Atoms& a, std::size_t at) { return a.is_mark(at, '-') ? at + 1 : at; }

bool begins_word(const Atoms& a, std::size_t at) {
  const Atom& before = a[at - 1];
  return !a[at].glued || before.mark == '\n' ||
         (before.mark != 0 && before.mark != '~' && before.mark != '@' && before.mark != '#' && before.mark != '_');
}

bool ends_word(const Atoms& a, std::size_t last) {
  const Atom& after = a[last];
  return !after.glued || after.mark == '\n' ||
         (after.mark != 0 && after.mark != '~' && after.mark != '@' && after.mark != '_' && after.mark != '%');
}

Number read_rank(const Atoms& a, std::size_t at) {
  if (a[at].number >= 0) {
    if (a[at].digits > 2 || !a[at + 1].glued || !is_rank_suffix(a.lower(at + 1))) return {};
    return {at + 2, a[at].number};
  }
  if (a.is(at, WordClass::Ordinal)) return {at + 1, a.value(at)};
  const int tens = small_number(a, at, 20, 90);
  if (tens == 0) return {};
  const std::size_t next = skip_hyphen(a, at + 1);
  if (!a.is(next, WordClass::Ordinal) || a.value(next) > 9) return {};
  return {next + 1, tens + a.value(next)};
}

Number read_day(const Atoms& a, std::size_t at) {
  Number day = read_rank(a, at);
  if (!day && a[at].number >= 0 && a[at].digits <= 2 && stands_alone(a, at)) day = {at + 1, a[at].number};
  return day && day.value >= 1 && day.value <= 31 ? day : Number{};
}

Number read_year(const Atoms& a, std::size_t at) {
  if (a[at].number < 0) return read_year_words(a, at);
  const bool four = a[at].digits == 4 && a[at].number >= 1000 && a[at].number < 2200;
  return four && stands_alone(a, at) && ends_word(a, at + 1) ? Number{at + 1, a[at].number} : Number{};
}

QuantityRead read_quantity(const Atoms& a, std::size_t at) {
  QuantityRead read;
  if (a[at].number >= 0) {
    read = read_digits(a, at);
  } else if (a.is(at, WordClass::Vague)) {
    return read_vague(a, at);
  } else if (a.is(at, WordClass::Half)) {
    std::size_t next = skip_hyphen(a, at + 1);
    if (a.is(next, WordClass::Article) && a.value(next) == 1) ++next;
    return {next, {0.5, false}, false};
  } else if (a.is(at, WordClass::Article) && a.value(at) == 1) {
    if (a.is(at + 1, WordClass::Vague)) return read_vague(a, at + 1);
    const Number words = read_words(a, at + 1);  // "a hundred", "a dozen"
    if (words && words.value >= 12) return {words.end, {static_cast<double>(words.value), false}, false};
    if (a.is(at + 1, WordClass::Half)) return {at + 2, {0.5, false}, false};
    read = {at + 1, {1, false}, true};
  } else if (const Number words = read_words(a, at)) {
    read = {words.end, {static_cast<double>(words.value), false}, false};
  }
  if (!read) return read;
  if (const std::size_t half = and_a_half(a, read.end)) {
    read.end = half;
    read.quantity.value += 0.5;
  }
  return read;
}

}  // namespace onrecord::times
