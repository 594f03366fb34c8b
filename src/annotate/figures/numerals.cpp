// SPDX-License-Identifier: Apache-2.0
// Grammar, loosely:
//   numeral   = [sign] (digits | words) [magnitude]… [" and " fraction] | vague | half
//   digits    = "1" | "1,600" | "1 600 000" | "1.234.567" | "1.5" | "1e6" | "2 1/2" | "2½"
//   words     = "twenty-six" | "two hundred and five thousand" | "a hundred" | "two dozen"
//   fraction  = "a half" | "two-thirds" | "three quarters"
//   vague     = "dozens" | "tens of thousands" | "several hundred"
#include "annotate/figures/numerals.h"

#include <algorithm>
#include <cmath>

#include "annotate/figures/digits.h"
#include "annotate/figures/number_words.h"

namespace onrecord::figures {
namespace {

// Times a power of ten, without the last digit that binary fractions leave ("3.4 trillion").
double scaled(double value, double scale) {
  const double product = value * scale;
  const double whole = std::round(product);
  return std::abs(product - whole) <= 1e-9 * std::abs(product) ? whole : product;
}

class NumeralReader {
 public:
  explicit NumeralReader(const Reader& reader) : r_(reader) {}

  std::optional<Numeral> read(At at) {
    n_.begin = n_.end = at;
    if (!read_digits(r_, at, n_) && !read_words(at)) return std::nullopt;
    if (n_.fraction && !n_.digits) read_of_magnitude();
    if (!n_.vague && !n_.ordinal) read_magnitudes();
    if (!n_.vague && !n_.ordinal) read_and_fraction();
    read_sign();
    return n_;
  }

 private:
  // ---- words
  bool read_words(At at) {
    const std::string_view first = r_.word(at);
    const NumberWord* word = number_word(first);
    if (word == nullptr) return false;
    n_.end = at + static_cast<At>(first.size());
    switch (word->kind) {
      case WordKind::Small:
      case WordKind::Ten: read_cardinal(at); return true;
      case WordKind::Hundred:
      case WordKind::Magnitude:
      case WordKind::Dozen: return read_magnitude_alone(at, *word);
      case WordKind::Plural: return read_vague(*word);
      case WordKind::Ordinal: return read_ordinal(at, *word);
      case WordKind::Part: return read_half(at, *word);
    }
    return false;
  }

  // "twenty-six", then "hundred", "thousand" … by read_magnitudes.
  void read_cardinal(At at) {
    const NumberWord& word = *number_word(r_.word(at));
    n_.value = word.value;
    if (word.kind == WordKind::Ten) add_small(9);
    read_point();
    read_upper_of_fraction();
  }

  // A small number word joined to what was read ("six" after "twenty").
  bool add_small(double most) {
    const At next = r_.skip_joint(n_.end);
    if (next == n_.end) return false;
    const std::string_view text = r_.word(next);
    const NumberWord* word = number_word(text);
    if (word == nullptr) return false;
    if (word->kind == WordKind::Ordinal && word->value <= 9 && most == 9 && r_.skip_hyphen(n_.end) != n_.end) {
      n_.value += word->value;  // "twenty-first"
      n_.ordinal = true;
      n_.end = next + static_cast<At>(text.size());
      return true;
    }
    if (word->kind != WordKind::Small || word->value < 1 || word->value > most) return false;
    n_.value += word->value;
    n_.end = next + static_cast<At>(text.size());
    return true;
  }

  // "two point five".
  void read_point() {
    At at = r_.skip_blanks(n_.end);
    if (!r_.starts_word(at, "point")) return;
    at = r_.skip_blanks(at + 5);
    double step = 0.1;
    for (;;) {
      const std::string_view text = r_.word(at);
      const NumberWord* word = number_word(text);
      if (word == nullptr || word->kind != WordKind::Small || word->value > 9) return;
      n_.value += word->value * step;
      n_.decimal = true;
      step /= 10;
      n_.end = at + static_cast<At>(text.size());
      at = r_.skip_blanks(n_.end);
    }
  }

  // "two-thirds", "one fifth".
  void read_upper_of_fraction() {
    const At next = r_.skip_joint(n_.end);
    if (next == n_.end || n_.value < 1 || n_.value > 99) return;
    bool plural = false;
    const std::string_view text = r_.word(next);
    const double divisor = fraction_word(text, plural);
    if (divisor == 0 || plural != (n_.value > 1)) return;
    const At hyphen = r_.skip_hyphen(r_.end_of(text));
    if (divisor == 2 && hyphen != r_.end_of(text) && !r_.starts(hyphen, "m") && !r_.starts(hyphen, "hour")) return;
    n_.value /= divisor;
    n_.fraction = true;
    n_.end = next + static_cast<At>(text.size());
  }

  // "a hundred", "half a million" (from its last word), "several thousand", "hundred".
  bool read_magnitude_alone(At at, const NumberWord& word) {
    if (word.text.size() < 4 || r_.letter_before(at)) return false;  // "bn", "mn" and the like need a number before
    n_.value = word.value;
    n_.scale = word.value;
    for (const std::string_view baker : {"baker's ", "baker’s "}) {
      if (word.text != "dozen" || !r_.low().substr(0, at).ends_with(baker)) continue;
      n_.value = 13;
      at -= static_cast<At>(baker.size());
      n_.begin = at;
    }
    const std::string_view ahead = r_.previous_word(at);
    if (ahead == "a") {
      n_.begin = r_.begin_of(ahead);
      n_.article = true;
    } else if (ahead == "several" || ahead == "few" || ahead == "couple" ||
               (ahead == "of" && r_.previous_word(r_.begin_of(ahead)) == "couple")) {
      n_.vague = true;
      multiply_vague();
      n_.low = n_.value;
      n_.high = n_.value * 10;
    }
    after_magnitude_ = word.value;
    if (word.kind == WordKind::Hundred) hundred_ = true;
    return true;
  }

  // "several hundred million".
  void multiply_vague() {
    const std::string_view text = r_.word(r_.skip_blanks(n_.end));
    const NumberWord* word = number_word(text);
    if (word == nullptr || word->kind != WordKind::Magnitude) return;
    n_.value *= word->value;
    n_.scale = word->value;
    n_.end = r_.end_of(text);
  }

  // "dozens", "hundreds of thousands".
  bool read_vague(const NumberWord& word) {
    n_.vague = true;
    n_.value = word.value;
    At at = r_.skip_blanks(n_.end);
    if (r_.starts_word(at, "of")) {
      at = r_.skip_blanks(at + 2);
      const std::string_view text = r_.word(at);
      const NumberWord* next = number_word(text);
      if (next != nullptr && next->kind == WordKind::Plural) {
        n_.value *= next->value;
        n_.end = at + static_cast<At>(text.size());
      }
    }
    n_.low = n_.value;
    n_.high = n_.value * 10;
    return true;
  }

  // "third", or "a third of".
  bool read_ordinal(At at, const NumberWord& word) {
    n_.value = word.value;
    n_.ordinal = true;
    const std::string_view ahead = r_.previous_word(at);
    const At next = r_.skip_blanks(n_.end);
    if (word.value > 2 && ahead == "a" && r_.starts_word(next, "of")) {
      n_.begin = r_.begin_of(ahead);
      n_.value = 1 / word.value;
      n_.ordinal = false;
      n_.fraction = true;
    }
    return true;
  }

  // "half of", "half the", "half a million", "half an hour", "half-hour", "a quarter of", "a quarter million".
  bool read_half(At at, const NumberWord& word) {
    if (word.text == "quarters") return false;
    static constexpr std::string_view kOrder[] = {"first", "second", "latter", "other", "better", "last", "opening"};
    n_.value = 1 / word.value;
    n_.fraction = true;
    const std::string_view ahead = r_.previous_word(at);
    const At next = r_.skip_joint(n_.end);
    const std::string_view behind = r_.word(next);
    const bool order = std::find(std::begin(kOrder), std::end(kOrder), ahead) != std::end(kOrder);
    if (order && behind != "hour" && behind != "mile") return false;
    if (word.value == 4) {
      if (ahead != "a" && ahead != "one") return false;
      n_.begin = r_.begin_of(ahead);
      const NumberWord* scale = number_word(behind);
      return behind == "of" || behind == "mile" || (scale != nullptr && scale->kind == WordKind::Magnitude);
    }
    if (ahead == "a" || ahead == "one") n_.begin = r_.begin_of(ahead);
    if (behind == "a" || behind == "an") n_.end = r_.end_of(behind);
    return true;
  }

  // ---- what may follow
  // "hundred", "thousand", "million" … and the lower numbers behind them ("two hundred and five thousand").
  void read_magnitudes() {
    if (n_.fraction && !n_.digits && n_.value > 1) return;
    Sum sum;
    sum.group = n_.value;
    sum.any = after_magnitude_ > 0;
    sum.hundred = hundred_;
    if (after_magnitude_ > 0 && !hundred_) {
      sum.total = n_.value;
      sum.group = 0;
      sum.last = after_magnitude_;
    }
    while (add_word(sum)) {
    }
    n_.value = sum.total + sum.group;
  }

  struct Sum {
    double total = 0, group = 0;  // "two million" is in the total, "five hundred" in the group
    double last = 0;              // the last magnitude
    bool hundred = false, any = false;
  };

  // Behind the number: after a blank or hyphen, or the comma of "three million, two hundred and forty".
  At skip_comma(const Sum& sum) const {
    if (n_.digits || sum.last < 1000 || r_.at(n_.end) != ',') return r_.skip_joint(n_.end);
    const At next = r_.skip_blanks(n_.end + 1);
    const NumberWord* small = number_word(r_.word(next));
    const bool lower = small != nullptr && small->kind == WordKind::Small && small->value < 10;
    const NumberWord* hundred = lower ? number_word(r_.word(r_.skip_blanks(r_.end_of(r_.word(next))))) : nullptr;
    return hundred != nullptr && hundred->kind == WordKind::Hundred ? next : n_.end;
  }

  // One more word of the number; false where it ends.
  bool add_word(Sum& sum) {
    At next = skip_comma(sum);
    std::string_view text = r_.word(next);
    if (text.empty() && r_.at(next) == '&' && sum.any && !n_.digits) {  // "two hundred & forty"
      next = r_.skip_blanks(next + 1);
      text = r_.word(next);
    }
    if (text == "and" && sum.any && !n_.decimal) {
      next = r_.skip_blanks(r_.end_of(text));
      text = r_.word(next);
      const NumberWord* small = number_word(text);
      if (small == nullptr || (small->kind != WordKind::Small && small->kind != WordKind::Ten)) return false;
    }
    const NumberWord* word = number_word(text);
    if (word == nullptr) return false;
    switch (word->kind) {
      case WordKind::Hundred:
        if (sum.hundred || sum.group <= 0 || sum.group >= 1000) return false;
        sum.group *= 100;
        sum.hundred = true;
        break;
      case WordKind::Dozen:
        if (sum.group <= 0 || sum.last > 0) return false;
        sum.group *= 12;
        break;
      case WordKind::Magnitude:
        if ((next == n_.end && !n_.digits) || !add_magnitude(sum, word->value)) return false;
        break;
      case WordKind::Small:
      case WordKind::Ten: return next != n_.end && add_lower(sum, next, *word);
      default: return false;
    }
    sum.any = true;
    n_.end = r_.end_of(text);
    return true;
  }

  bool add_magnitude(Sum& sum, double magnitude) {
    if (sum.group == 0 && sum.last == 0) return false;
    if (sum.group != 0 && sum.last > 0 && magnitude >= sum.last) return false;
    if (sum.group == 0) sum.total *= magnitude;  // "three lakh crore"
    else sum.total += scaled(sum.group, magnitude);
    sum.last = magnitude;
    n_.scale = std::max(n_.scale, magnitude);
    sum.group = 0;
    sum.hundred = false;
    return true;
  }

  // "five" of "two hundred and five".
  bool add_lower(Sum& sum, At at, const NumberWord& word) {
    if (n_.decimal || std::fmod(sum.group, 100) != 0 || !(sum.hundred || sum.last > 0)) return false;
    const double before = n_.value;
    n_.value = word.value;
    n_.end = at + static_cast<At>(word.text.size());
    if (word.kind == WordKind::Ten) add_small(9);
    sum.group += n_.value;
    n_.value = before;
    sum.any = true;
    return !n_.ordinal;
  }

  // "two and a half", "two million and a quarter", "one and three quarters"; then a magnitude may follow.
  void read_and_fraction() {
    if (n_.fraction || n_.decimal) return;
    At at = r_.skip_joint(n_.end);
    if (at == n_.end || !r_.starts_word(at, "and")) return;
    at = r_.skip_joint(at + 3);
    const std::string_view upper = r_.word(at);
    double over = 1;
    if (upper != "a" && upper != "one") {
      const NumberWord* word = number_word(upper);
      if (word == nullptr || word->kind != WordKind::Small || word->value < 2) return;
      over = word->value;
    }
    at = r_.skip_joint(r_.end_of(upper));
    bool plural = false;
    const std::string_view lower = r_.word(at);
    const double divisor = fraction_word(lower, plural);
    if (divisor == 0 || plural != (over > 1) || over >= divisor) return;
    n_.value += scaled(over / divisor, n_.scale);
    n_.decimal = true;
    n_.end = r_.end_of(lower);
    if (n_.scale == 1) read_magnitudes();
  }

  // "a quarter of a million".
  void read_of_magnitude() {
    At at = r_.skip_blanks(n_.end);
    if (!r_.starts_word(at, "of")) return;
    at = r_.skip_blanks(at + 2);
    if (!r_.starts_word(at, "a")) return;
    const std::string_view text = r_.word(r_.skip_blanks(at + 1));
    const NumberWord* word = number_word(text);
    if (word == nullptr || word->kind != WordKind::Magnitude) return;
    n_.value = scaled(n_.value, word->value);
    n_.scale = word->value;
    n_.fraction = false;
    n_.end = r_.end_of(text);
  }

  // "-5", "minus 5", "minus-5", "negative one".
  void read_sign() {
    const At at = n_.begin;
    for (const std::string_view mark : {"-", "\u2212"}) {
      const At size = static_cast<At>(mark.size());
      if (at < size || !r_.has(at - size, mark) || !n_.digits) continue;
      const char c = r_.before(at - size);
      if (c == '\0' || c == ' ' || c == '(' || c == '\n' || c == '$') return negate(at - size);
    }
    At back = r_.skip_blanks_back(at);
    if (back == at && r_.before(at) == '-') back = at - 1;
    const std::string_view ahead = r_.word_before(back);
    if (back != at && (ahead == "minus" || ahead == "negative")) negate(r_.begin_of(ahead));
  }

  void negate(At begin) {
    n_.value = -n_.value;
    n_.begin = begin;
  }

  const Reader& r_;
  Numeral n_;
  double after_magnitude_ = 0;
  bool hundred_ = false;
};

}  // namespace

std::optional<Numeral> read_numeral(const Reader& reader, At at) { return NumeralReader(reader).read(at); }

bool read_letter_scale(const Reader& reader, Numeral& numeral, bool money) {
  if (!numeral.digits || numeral.scale != 1 || numeral.ordinal) return false;
  const std::string_view letters = reader.word(numeral.end);
  double scale = 0;
  if (letters == "k") scale = 1e3;
  if (money && letters == "m") scale = 1e6;
  if (money && letters == "mm") scale = 1e6;
  if (money && letters == "b") scale = 1e9;
  if (money && letters == "t") scale = 1e12;
  if (scale == 0) return false;
  const At end = numeral.end + static_cast<At>(letters.size());
  if (reader.digit_at(end)) return false;
  numeral.value = scaled(numeral.value, scale);
  numeral.scale = scale;
  numeral.end = end;
  return true;
}

}  // namespace onrecord::figures
