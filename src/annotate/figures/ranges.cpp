// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "annotate/figures/amounts.h"
#include "annotate/figures/counted.h"
#include "annotate/figures/guards.h"

namespace onrecord::figures {
namespace {

using Sort = Amount::Sort;

enum class Joint { None, Dash, To, And, Or, PlusMinus };

// What stands between two numbers; moves `at` behind it.
Joint read_joint(const Reader& r, At& at) {
  const At next = r.skip_blanks(at);
  for (const std::string_view mark : {"+/-", "±", "+-", "plus or minus", "plus/minus"}) {
    if (!r.starts(next, mark)) continue;
    at = r.skip_blanks(next + static_cast<At>(mark.size()));
    return Joint::PlusMinus;
  }
  const std::string_view word = r.word(next);
  Joint joint = Joint::None;
  if (word == "to" || word == "through") joint = Joint::To;
  if (word == "up" && r.starts_word(r.skip_blanks(r.end_of(word)), "to")) {  // "from 450 up to 900"
    at = r.skip_blanks(r.skip_blanks(r.end_of(word)) + 2);
    return Joint::To;
  }
  if (word == "and") joint = Joint::And;
  else if (word == "or") joint = Joint::Or;
  if (joint != Joint::None) {
    at = r.skip_blanks(r.end_of(word));
    return at == r.end_of(word) && r.at(at) != '-' ? Joint::None : joint;
  }
  At dash = r.skip_dash(next);
  if (dash == next && r.at(next) == '~') dash = next + 1;
  if (dash == next) return Joint::None;
  if (r.starts(dash, "to-")) {  // "0-to-60"
    at = dash + 3;
    return Joint::To;
  }
  at = r.skip_blanks(dash);
  if (r.starts_word(at, "to")) at = r.skip_blanks(at + 2);  // "8- to 16-meter"
  return Joint::Dash;
}

bool word_is(const Reader& r, At end, std::string_view word) { return r.previous_word(end) == word; }

// Verbs behind which "X to Y" is a move by X up to Y, no range.
bool moves_by(const Reader& r, At begin) {
  static constexpr std::string_view kMoves[] = {
      "by",        "rose",     "fell",     "grew",   "gained",  "lost",   "climbed", "dropped",
      "jumped",    "slipped",  "slid",     "added",  "tumbled", "soared", "surged",  "plunged",
      "shed",      "eased",    "edged",    "sank",   "dipped",  "rising", "falling", "increased",
      "decreased", "declined", "advanced", "firmed", "weakened"};
  const std::string_view ahead = r.previous_word(begin);
  for (const std::string_view word : kMoves) {
    if (ahead == word) return true;
  }
  return false;
}

// Gives the first number the magnitude of the second: "$5 to $7 billion".
void share_magnitude(Amount& first, const Amount& last) {
  const double scale = last.number.scale;
  if (first.number.scale != 1 || scale < 1000 || std::abs(first.value) >= 1000) return;
  if (std::abs(first.value) > std::abs(last.value / scale) * 10) return;
  first.value *= scale;
  first.number.value = first.value;
  first.number.scale = scale;
}

// Gives the end without a unit the unit of the other.
bool share_unit(const Reader& r, Joint joint, Amount& first, Amount& last) {
  if (same_unit(first, last)) return true;
  const bool from = joint == Joint::To && r.previous_word(first.begin) == "from";
  if (last.sort == Sort::Bare && first.sort == Sort::Measure && from && !counted_plural(r, last.end)) {
    last.sort = first.sort;  // "from 208 pounds to 193"
    last.measure = first.measure;
    return true;
  }
  if (first.sort == Sort::Bare && last.has_unit()) {
    if (last.sort == Sort::Money && last.money.begin != kNowhere) return false;  // "3 to $5"
    first.sort = last.sort;
    first.money = last.money;
    first.measure = last.measure;
    first.measure.end = first.end;
    first.value *= last.measure.scale;
    return true;
  }
  if (last.sort == Sort::Bare && first.sort == Sort::Money && first.money.begin != kNowhere) {
    last.sort = first.sort;
    last.money = first.money;
    return true;
  }
  const bool open =
      first.sort == Sort::Money && last.sort == Sort::Money && first.money.sign && last.money.share == 1;
  if (open && last.money.begin == kNowhere) {
    first.money.code = last.money.code;
    return true;
  }
  return false;
}

// Whether joint and surroundings make the two numbers the ends of a range.
bool is_range(const Reader& r, Joint joint, const Amount& first, const Amount& last, bool both_bare) {
  const bool rising = first.value < last.value;
  const bool ages = both_bare && rising && says_age(r, first.begin, false);
  if (joint == Joint::And) return word_is(r, first.begin, "between") || (ages && word_is(r, first.begin, "of"));
  const bool from = word_is(r, first.begin, "from") || word_is(r, first.begin, "between");
  if (joint == Joint::Or)
    return rising && last.value <= first.value * 3 + 1 && (last.has_unit() || counted_plural(r, last.end));
  if (joint == Joint::To) {
    if (from && (rising || first.value < 0)) return true;
    if (ages) return true;
    if (moves_by(r, first.begin)) return false;
    return rising && (!both_bare || counted_plural(r, last.end).has_value());
  }
  if (!rising && !(first.value < 0 && last.has_unit())) return false;
  return !both_bare || first.number.scale != 1 || first.number.grouped || counted_plural(r, last.end).has_value();
}

// The amount at `at` or behind a sign of a few letters there ("to US$5"). nullopt: none that begins right there.
std::optional<Amount> amount_right_at(const Reader& r, At at) {
  At digit = at;
  while (digit < at + 6 && !r.digit_at(digit) && r.at(digit) != '\n' && r.at(digit) != '\0') ++digit;
  for (const At start : {digit, at}) {
    if (start == digit && !r.digit_at(digit)) continue;
    std::optional<Amount> amount = read_amount(r, start, 0);
    if (amount && amount->begin <= at) return amount;
  }
  return std::nullopt;
}

Interval interval_of(Amount first, Amount last, Interval::Kind kind) {
  Interval interval;
  interval.first = std::move(first);
  interval.last = std::move(last);
  interval.kind = kind;
  return interval;
}

// Over the price's "per kg" behind money.
At skip_denominator(const Reader& r, const Amount& a) {
  if (a.sort != Sort::Money) return a.end;
  const std::optional<ByteSpan> under = read_denominator(r, a.end);
  return under ? under->end : a.end;
}

}  // namespace

Interval read_range(const Reader& r, Amount first) {
  using Kind = Interval::Kind;
  if (first.sort == Sort::Rank || first.number.vague || first.sort == Sort::Age) {
    return interval_of(std::move(first), {}, Kind::Alone);
  }
  At at = skip_denominator(r, first);
  const Joint joint = read_joint(r, at);
  std::optional<Amount> last;
  if (joint != Joint::None) last = amount_right_at(r, at);
  if (!last || last->number.ordinal || last->number.vague) return interval_of(std::move(first), {}, Kind::Alone);
  if (last->begin < at && last->value < 0) {  // the dash was read as a minus sign
    last->value = -last->value;
    last->number.value = last->value;
    last->begin = at;
  }
  Amount low = first, high = std::move(*last);
  const bool both_bare = !low.has_unit() && !high.has_unit();
  share_magnitude(low, high);
  if (!share_unit(r, joint, low, high)) return interval_of(std::move(first), {}, Kind::Alone);
  if (joint == Joint::PlusMinus) return interval_of(std::move(low), std::move(high), Kind::Uncertain);
  if (is_range(r, joint, low, high, both_bare)) return interval_of(std::move(low), std::move(high), Kind::Range);
  const bool pair = low.has_unit() && ((joint == Joint::To && word_is(r, low.begin, "from")) ||
                                       (joint == Joint::And && !first.has_unit()));
  return pair ? interval_of(std::move(low), std::move(high), Kind::Pair)
              : interval_of(std::move(first), {}, Kind::Alone);
}

}  // namespace onrecord::figures
