// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/digits.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "annotate/figures/counted.h"
#include "annotate/figures/guards.h"

namespace onrecord::figures {
namespace {

double pow10(int exponent) { return std::pow(10.0, exponent); }

double parse_digits(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

At digits_end(const Reader& r, At at) {
  while (r.digit_at(at)) ++at;
  return at;
}

// The value of a one-character fraction and its size in bytes; 0 where there is none.
double vulgar_fraction(const Reader& r, At at, At& size) {
  struct Vulgar {
    std::string_view mark;
    double value;
  };
  static constexpr Vulgar kVulgar[] = {{"½", 1.0 / 2}, {"¼", 1.0 / 4}, {"¾", 3.0 / 4}, {"⅓", 1.0 / 3},
                                       {"⅔", 2.0 / 3}, {"⅕", 1.0 / 5}, {"⅖", 2.0 / 5}, {"⅗", 3.0 / 5},
                                       {"⅘", 4.0 / 5}, {"⅙", 1.0 / 6}, {"⅚", 5.0 / 6}, {"⅛", 1.0 / 8},
                                       {"⅜", 3.0 / 8}, {"⅝", 5.0 / 8}, {"⅞", 7.0 / 8}};
  const char c = r.at(at);
  if (c != '\xC2' && c != '\xE2') return 0;
  for (const Vulgar& vulgar : kVulgar) {
    if (!r.has(at, vulgar.mark)) continue;
    size = static_cast<At>(vulgar.mark.size());
    return vulgar.value;
  }
  return 0;
}

// "1/4", "3/8" with a usual divisor and nothing glued to it; 0 where there is none.
double slash_fraction(const Reader& r, At at, At& end) {
  const At slash = digits_end(r, at);
  const At below = slash + (r.has(slash, " / ") ? 3 : 1);  // the blanks of tokenised text
  if (slash == at || slash - at > 2 || r.at(below == slash + 3 ? slash + 1 : slash) != '/' || !r.digit_at(below))
    return 0;
  end = digits_end(r, below);
  if (end - below > 2 || r.at(end) == '/' || r.letter_at(end)) return 0;
  const double over = parse_digits(r.all().substr(at, slash - at));
  const double under = parse_digits(r.all().substr(below, end - below));
  const bool usual = (under >= 2 && under <= 6) || under == 8 || under == 10 || under == 16 || under == 32;
  return usual && over > 0 && over < under ? over / under : 0;
}
class DigitReader {
 public:
  DigitReader(const Reader& reader, Numeral& numeral) : r_(reader), n_(numeral) {}

  void read(At at) {
    n_.digits = true;
    At end = digits_end(r_, at);
    n_.digit_count = end - at;
    double value = parse_digits(r_.all().substr(at, end - at));
    end = read_groups(at, end, value);
    end = read_decimals(at, end, value);
    end = read_exponent(end, value);
    end = read_part(end, value);
    n_.value = value;
    n_.end = end;
    read_suffix();
  }

 private:
  // Groups of three: "1,600", "1.234.567" (two or more), "1 234 567", "10 000".
  At read_groups(At at, At end, double& value) {
    if (end - at > 3) return end;
    for (const std::string_view mark : {",", ".", " , ", " ", "\u00A0", "\u2009", "\u202F"}) {
      At last = end;
      double sum = value;
      int groups = 0;
      for (;;) {
        const At next = last + static_cast<At>(mark.size());
        if (!r_.has(last, mark) || digits_end(r_, next) != next + 3) break;
        last = next + 3;
        sum = sum * 1000 + parse_digits(r_.all().substr(next, 3));
        ++groups;
      }
      const bool round = groups == 1 && r_.all().substr(last - 3, 3) == "000";
      const bool spaced = groups > 1 || round || (groups == 1 && blank_groups(at, last));
      const bool enough = mark == "." ? groups > 1 : mark == " " ? spaced : groups > 0;
      if (!enough) continue;
      value = sum;
      n_.grouped = true;
      return last;
    }
    return read_indian_groups(at, end, value);
  }

  // "12 500 homes", "R150 250": a blank between groups, where neither a month or label stands before ("On May 12 500
  // men") nor anything but a counted thing behind.
  bool blank_groups(At at, At last) const {
    if (r_.letter_at(last) || r_.at(last) == ',' || (r_.at(last) == ' ' && r_.digit_at(last + 1))) return false;
    const At back = r_.skip_blanks_back(at);
    const std::string_view ahead = r_.word_before(back);
    if (back == at && !ahead.empty()) return r_.capital_at(r_.begin_of(ahead)) && ahead.size() <= 3;  // a currency
    if (r_.before(back) == '$' || r_.before(back) == '.' || r_.digit_before(back)) return r_.before(back) == '$';
    if (!ahead.empty() && r_.capital_at(r_.begin_of(ahead)) && !begins_line(r_.begin_of(ahead))) return false;
    if (is_label(ahead)) return false;
    return counted_plural(r_, last).has_value();
  }

  bool begins_line(At at) const {
    return at == 0 || r_.before(at) == '\n' || r_.before(r_.skip_blanks_back(at)) == '.';
  }

  // "12,34,567": groups of two before a last group of three.
  At read_indian_groups(At at, At end, double& value) {
    if (end - at > 2) return end;
    At last = end;
    double sum = value;
    while (r_.at(last) == ',' && digits_end(r_, last + 1) == last + 3) {
      sum = sum * 100 + parse_digits(r_.all().substr(last + 1, 2));
      last += 3;
    }
    if (last == end || r_.at(last) != ',' || digits_end(r_, last + 1) != last + 4) return end;
    value = sum * 1000 + parse_digits(r_.all().substr(last + 1, 3));
    n_.grouped = true;
    return last + 4;
  }

  // "€1,5 million", "5,50 euros": one or two digits behind the comma and a word that only a decimal has.
  bool decimal_comma(At comma) const {
    const At last = digits_end(r_, comma + 1);
    if (last == comma + 1 || last > comma + 3) return false;
    const At next = r_.skip_blanks(last);
    if (r_.at(next) == '%' || r_.has(next, "€")) return true;
    static constexpr std::string_view kWords[] = {"million", "billion", "bn",  "euro",   "euros",
                                                  "percent", "kroner",  "per", "kronor", "zloty"};
    const std::string_view word = r_.word(next);
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  }

  // "1.5", ".001"; "6 . 2 %" of tokenised text, where no prose has a blank before its full stop.
  At read_decimals(At at, At end, double& value) {
    const bool apart = r_.has(end, " . ") && r_.digit_at(end + 3) && !n_.grouped;
    const At first = apart ? end + 3 : end + 1;
    if (r_.at(apart ? end + 1 : end) == '.' && r_.digit_at(first)) {
      const At last = digits_end(r_, first);
      if (r_.at(last) == '.' && r_.digit_at(last + 1)) return end;  // "192.168.1.2"
      const double scale = pow10(static_cast<int>(last - first));
      value = (value * scale + parse_digits(r_.all().substr(first, last - first))) / scale;
      n_.decimal = true;
      return last;
    }
    if (r_.at(end) == ',' && !n_.grouped && decimal_comma(end)) {
      const At last = digits_end(r_, end + 1);
      const double scale = pow10(static_cast<int>(last - end - 1));
      value = (value * scale + parse_digits(r_.all().substr(end + 1, last - end - 1))) / scale;
      n_.decimal = true;
      return last;
    }
    const bool bare_point =
        r_.before(at) == '.' && (at < 2 || !(r_.digit_before(at - 1) || r_.letter_before(at - 1)));
    if (bare_point && !n_.grouped && r_.before(at - 1) != '.') {  // ".001"
      value /= pow10(static_cast<int>(end - at));
      n_.begin = at - 1;
      n_.decimal = true;
    }
    return end;
  }

  // The "2^10" of "8x2^10"; powers of ten may lack the mark and are read elsewhere.
  At read_power(At at, double& value) {
    const At mark = at + 1;
    if (!r_.digit_at(at) || r_.at(at) == '0' || r_.at(mark) != '^' || !r_.digit_at(mark + 1)) return at;
    const At last = digits_end(r_, mark + 1);
    if (last - mark > 3) return at;
    value *= std::pow(r_.at(at) - '0', parse_digits(r_.all().substr(mark + 1, last - mark - 1)));
    n_.decimal = true;
    return last;
  }

  // "4e14", "2.48×10−5", "1.3x10^6".
  At read_exponent(At end, double& value) {
    At at = end;
    if ((r_.at(at) == 'e' || r_.at(at) == 'E') && !r_.letter_at(at + 1)) {
      ++at;
    } else {
      At times = r_.skip_blanks(at);
      if (r_.has(times, "×")) times += 2;
      else if (r_.at(times) == 'x' || r_.at(times) == '*') ++times;
      else return end;
      times = r_.skip_blanks(times);
      if (const At last = read_power(times, value); last != times) return last;
      if (!r_.has(times, "10") || r_.digit_at(times + 2)) return end;
      at = times + 2;
      if (r_.at(at) == '^') ++at;
    }
    const At sign = r_.skip_dash(at);
    const bool minus = sign != at;
    if (!minus && r_.at(at) == '+') ++at;
    else at = sign;
    const At last = digits_end(r_, at);
    if (last == at || last - at > 2) return end;
    const int exponent = static_cast<int>(parse_digits(r_.all().substr(at, last - at)));
    value = minus ? value / pow10(exponent) : value * pow10(exponent);
    n_.decimal = true;
    return last;
  }

  // "2 1/2", "2½", "1/4".
  At read_part(At end, double& value) {
    if (n_.decimal || n_.grouped) return end;
    At size = 0, last = 0;
    const At next = r_.skip_joint(end);
    if (const double part = vulgar_fraction(r_, next, size); part > 0) {
      value += part;
      n_.decimal = true;
      return next + size;
    }
    if (const double part = slash_fraction(r_, n_.begin, last); part > 0 && r_.before(n_.begin) != '/') {
      value = part;
      n_.fraction = true;
      return last;
    }
    if (const double part = slash_fraction(r_, next, last); next != end && part > 0) {
      value += part;
      n_.decimal = true;
      return last;
    }
    return end;
  }

  void read_suffix() {
    const std::string_view suffix = r_.word(n_.end);
    if (!n_.decimal && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")) {
      n_.ordinal = true;
      n_.end += 2;
    }
  }

  const Reader& r_;
  Numeral& n_;
};

}  // namespace

bool read_digits(const Reader& r, At at, Numeral& n) {
  if (r.digit_at(at)) {
    DigitReader(r, n).read(at);
    return true;
  }
  At size = 0;
  const double part = vulgar_fraction(r, at, size);
  if (part == 0) return false;
  n.value = part;
  n.digits = n.decimal = n.fraction = true;
  n.end = at + size;
  return true;
}

}  // namespace onrecord::figures
