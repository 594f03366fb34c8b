// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/amounts.h"

#include <algorithm>

#include "annotate/figures/counted.h"
#include "annotate/figures/guards.h"

namespace onrecord::figures {
namespace {

using Sort = Amount::Sort;

// Where a unit may begin behind a number: after a blank or hyphen, after "of" of a vague number, after "(" of "20
// (kg)".
At unit_begin(const Reader& r, const Numeral& n) {
  At at = r.skip_joint(n.end);
  if (n.vague && r.starts_word(at, "of")) at = r.skip_blanks(at + 2);
  if (r.has(n.end, " - ")) {  // "28 - year - old" of tokenised text; with a plural it is a dash
    const std::string_view word = r.word(n.end + 3);
    if (!word.empty() && !word.ends_with('s')) at = n.end + 3;
  }
  return at;
}

// ---- money
// "cost", "paid", "£" and the like near by: "20 pounds" is money there and a weight elsewhere.
bool speaks_of_money(const Reader& r, At begin) {
  static constexpr std::string_view kWords[] = {"cost", "paid", "pay ",   "price", "worth", "fine",   "earn", "spen",
                                                "bill", "debt", "profit", "sale",  "sold",  "budget", "tax",  "wage"};
  std::optional<bool>& pounds = r.whole().has_pound_sign;
  if (!pounds) pounds = r.all().find("£") != std::string_view::npos;
  if (*pounds) return true;
  const At from = begin > 80 ? begin - 80 : 0;
  const std::string_view near = r.low().substr(from, begin + 80 - from);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return near.find(word) != std::string_view::npos; });
}

bool plausible_money(const Reader& r, const Numeral& n, const Money& m) {
  if (m.noun == "pound" && m.name) return n.scale >= 1e5 || speaks_of_money(r, n.begin);
  if (m.noun == "grand") return n.value >= 1 && n.value < 1000 && n.scale == 1 && !n.fraction;
  if (m.noun == "mark") return n.scale > 1 || !m.name;
  if (m.noun == "won" || m.noun == "real" || m.noun == "crown") return n.value >= 100 || !m.name || n.scale > 1;
  if (m.noun == "dram" || m.noun == "rand" || m.noun == "drachma") return n.value >= 10;
  return true;
}

void take_money(Amount& a, const Money& m) {
  a.sort = Sort::Money;
  a.money = m;
  if (m.begin != kNowhere) a.begin = std::min(a.begin, m.begin);
  if (m.end != kNowhere) a.end = std::max(a.end, m.end);
}

// "$500 US", "£500 million pounds", "$1.25 sterling": a name behind money that a sign has named.
void take_trailing_name(const Reader& r, Amount& a) {
  std::optional<Money> trailing = money_after(r, a.end, true);
  const At next = r.skip_blanks(a.end);
  if (!trailing && a.money.sign && r.has(next, "US") && !r.letter_at(next + 2)) {
    a.money.code = "USD";
    a.money.sign = false;
    a.end = next + 2;
    return;
  }
  if (!trailing || trailing->share != 1 || r.digit_at(r.skip_blanks(trailing->end))) return;
  const bool same = trailing->code == a.money.code;
  if (!same && !a.money.sign) return;
  if (!same && trailing->name && trailing->noun != "pound sterling") return;
  a.money.code = trailing->code;
  a.money.sign = a.money.sign && same && trailing->name;
  a.end = trailing->end;
}

// "five mao five": the hundredths behind the tenths.
void take_last_coin(const Reader& r, Amount& a) {
  const At at = r.skip_blanks(a.end);
  const std::optional<Numeral> n = at == a.end ? std::nullopt : read_numeral(r, at);
  if (!n || n->begin != at || n->value < 1 || n->value > 9 || n->decimal || n->ordinal || n->scale != 1) return;
  a.value += n->value / 100;
  a.end = n->end;
}

// "3 dollars 50 cents", "$4 and 50 cents", "15 dollars 50".
void take_cents(const Reader& r, Amount& a) {
  At at = r.skip_blanks(a.end);
  if (r.starts_word(at, "and")) at = r.skip_blanks(at + 3);
  if (at == a.end) return;
  const std::optional<Numeral> n = read_numeral(r, at);
  if (!n || n->begin != at || n->value < 1 || n->value > 99 || n->decimal || n->ordinal || n->scale != 1) return;
  const std::optional<Money> part = money_after(r, n->end, false);
  const bool cents = part && (part->share == 0.01 || part->share == 0.1);
  const At behind = r.skip_blanks(n->end);
  const char c = r.at(behind);
  const bool ends = c == '\0' || c == '\n' || (c == '.' && !r.digit_at(behind + 1));
  const bool named = a.money.end == a.end || !n->digits;  // "15 dollars 50", "$100 and fifty"
  if (!cents && !(named && n->value >= 10 && ends)) return;
  a.value += n->value * (cents ? part->share : 0.01);
  a.number.decimal = true;
  a.end = cents ? part->end : n->end;
  if (cents && part->share == 0.1) take_last_coin(r, a);
}

// "All figures in KSh billion": a heading's unit, not one billion.
bool is_scale_alone(const Reader& r, const Numeral& n) {
  static constexpr std::string_view kScales[] = {"thousand", "million", "billion", "trillion", "crore", "lakh"};
  const std::string_view text = r.low().substr(n.begin, n.end - n.begin);
  return !n.digits && std::find(std::begin(kScales), std::end(kScales), text) != std::end(kScales);
}

bool read_money(const Reader& r, Amount& a, At floor) {
  Numeral& n = a.number;
  std::optional<Money> before = money_before(r, n.begin, floor);
  if (before && before->begin != kNowhere) {
    if (r.before(before->begin) == '-' && !r.letter_before(before->begin - 1) && !r.digit_before(before->begin - 1)) {
      n.value = -n.value;
      --before->begin;
    }
    read_letter_scale(r, n, true);
    a.end = n.end;
    take_money(a, *before);
    a.value = n.value;
    take_trailing_name(r, a);
    take_cents(r, a);
    return true;
  }
  const Numeral plain = n;
  read_letter_scale(r, n, true);
  At from = n.end;
  if (n.vague && r.starts(r.skip_blanks(from), "of ")) from = r.skip_blanks(from) + 2;
  std::optional<Money> after = money_after(r, from, false);
  if (!after && n.scale != plain.scale) {
    n = plain;
    after = money_after(r, n.end, false);
  }
  if (!after || !plausible_money(r, n, *after)) {
    n = plain;
    return false;
  }
  n.value *= after->scale;
  a.end = n.end;
  take_money(a, *after);
  a.value = n.value;
  if (after->share == 1) take_cents(r, a);
  return true;
}

// ---- percent
bool read_percent(const Reader& r, Amount& a) {
  static constexpr std::string_view kWords[] = {"percent", "percents", "percentage", "pct"};
  const At next = r.skip_joint(a.number.end);
  At end = kNowhere;
  const At blank = r.skip_blanks(a.number.end);
  if (r.at(blank) == '%') end = blank + 1;
  const std::string_view word = r.word(next);
  if (std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords)) end = r.end_of(word);
  if (word == "pc" && !r.capital_at(next)) end = r.end_of(word);
  if (word == "per" && r.starts_word(r.skip_joint(r.end_of(word)), "cent")) end = r.skip_joint(r.end_of(word)) + 4;
  if (end == kNowhere) return false;
  const At point = r.skip_joint(end);
  const std::string_view behind = r.word(point);
  const bool points = point != end && (behind == "point" || behind == "points");
  a.sort = Sort::Percent;
  a.end = points ? r.end_of(behind) : end;
  a.measure.name = points ? "percentage point" : "percent";
  return true;
}

// ---- units
// "12.3m tonnes", "2.7m combined sales", "1.2b": the scale of a letter right behind digits that no currency names.
// "m" alone is a metre.
double scale_letter(const Reader& r, const Numeral& n) {
  const At letter = n.end;
  const char c = r.at(letter);
  const double scale = c == 'm' || c == 'M' ? 1e6 : c == 'b' || c == 'B' ? 1e9 : 0;
  if (scale == 0 || r.letter_at(letter + 1) || r.digit_at(letter + 1)) return 0;
  const At next = r.skip_blanks(letter + 1);
  const std::string_view word = r.word(next);
  static constexpr std::string_view kMetres[] = {"tall",  "long",   "wide", "high",  "deep",      "away",    "above",
                                                 "below", "sprint", "race", "final", "freestyle", "hurdles", "dash"};
  if (c == 'm' && std::find(std::begin(kMetres), std::end(kMetres), word) != std::end(kMetres)) return 0;
  if (next != letter + 1) {
    if (read_unit(r, next, false) || money_after(r, letter + 1, false) || counted_plural(r, letter + 1)) {
      if (c == 'm') r.whole().writes_m_for_million = true;
      return scale;
    }
  }
  if (c != 'm') return n.decimal ? scale : 0;
  return r.whole().writes_m_for_million ? scale : 0;
}

// "5 feet 2 inches", "6ft 2in", "six-foot-two", "6'2\"".
void take_inches(const Reader& r, Amount& a) {
  if (a.measure.name != "foot") return;
  At at = r.skip_joint(a.end);
  if (r.starts_word(at, "and")) at = r.skip_blanks(at + 3);
  const std::optional<Numeral> n = read_numeral(r, at);
  if (!n || n->begin != at || n->value < 0 || n->value >= 12 || n->ordinal || n->vague) return;
  const At unit = r.skip_joint(n->end);
  const std::optional<Measure> inches = read_unit(r, unit, unit == n->end);
  At end = kNowhere;
  if (inches && inches->name == "inch") end = inches->end;
  else if (r.starts_word(unit, "in") && unit == n->end) end = unit + 2;
  else if (!inches && r.skip_hyphen(a.end) != a.end) end = n->end;
  if (end == kNowhere) return;
  a.value += n->value / 12;
  a.number.decimal = true;
  a.end = end;
}

Measure length(const char* name, double metres, At end) {
  Measure m;
  m.end = end;
  m.kind = FigureKind::Length;
  m.name = name;
  m.factor = metres;
  m.si.push_back('m');
  return m;
}

// "2in", "2 in thick": the preposition is far more usual.
std::optional<Measure> read_in(const Reader& r, At at, bool glued) {
  const bool mark = r.at(at) == '"';
  if (!mark && (!r.starts_word(at, "in") || r.capital_at(at))) return std::nullopt;
  const At next = r.skip_blanks(at + (mark ? 1 : 2));
  const std::string_view word = r.word(next);
  const bool size = word == "thick" || word == "long" || word == "wide" || word == "tall" || word == "deep";
  if (mark) return size ? std::optional(length("inch", 0.0254, at + 1)) : std::nullopt;  // `a pen 10 " long`
  const char c = r.at(at + 2);
  if (!(glued || size || c == ')' || c == '\0' || (c == '.' && r.at(at + 3) == '\0'))) return std::nullopt;
  return length("inch", 0.0254, at + 2);
}

// "6'3\"": feet and inches by their marks.
bool read_foot_marks(const Reader& r, Amount& a) {
  const Numeral& n = a.number;
  At at = n.end;
  if (r.at(at) == '\'') ++at;
  else if (r.has(at, "’") || r.has(at, "′")) at += 3;
  else return false;
  if (!n.plain() || n.value < 1 || n.value > 9 || !r.digit_at(at)) return false;
  At end = at;
  double inches = 0;
  while (r.digit_at(end) && end < at + 2) inches = inches * 10 + (r.at(end++) - '0');
  const bool quoted = r.at(end) == '"', curly = r.has(end, "”") || r.has(end, "″");
  if (inches >= 12 || !(quoted || curly)) return false;
  a.measure = length("foot", 0.3048, end + (quoted ? 1 : 3));
  a.value = n.value + inches / 12;
  a.number.decimal = true;
  a.sort = Sort::Measure;
  a.end = a.measure.end;
  return true;
}

bool read_bracketed(const Reader& r, Amount& a) {
  const At open = r.skip_blanks(a.number.end);
  static constexpr std::string_view kOpen = "([{<", kClose = ")]}>";
  const std::size_t which = kOpen.find(r.at(open));
  if (r.at(open) == '\0' || which == std::string_view::npos || open == a.number.end) return false;
  const std::optional<Measure> m = read_unit(r, open + 1, true);
  if (!m || r.at(m->end) != kClose[which]) return false;
  a.measure = *m;
  a.measure.end = m->end + 1;
  return true;
}

// "2.30 pm" is a time, "2.1 pm" may be a length; "a 13F filing" holds no charge.
bool looks_like_other(const Reader& r, const Numeral& n, const Measure& m) {
  if (!m.symbol) return false;
  if (m.name == "farad") return !n.decimal;
  if (m.name != "picometre" && m.name != "attometre") return false;
  const std::size_t point = r.all().substr(n.begin, n.end - n.begin).find('.');
  return point == std::string_view::npos || n.end - n.begin - point == 3;
}

// "512mb": memory comes in powers of two and in bytes, however its letters are written; "8 mb" may be either.
bool is_memory(const Reader& r, const Numeral& n, const Measure& m) {
  const bool small = m.symbol && m.name == "megabit" && r.before(m.end) == 'b' && r.before(m.end - 1) == 'm';
  if (!small || n.decimal || n.value < 32 || n.value > 1e6) return false;
  const auto size = static_cast<std::uint32_t>(n.value);
  return (size & (size - 1)) == 0;
}

// "lows of - 20 degrees Celsius": a minus sign with a blank, which elsewhere is a dash.
void take_apart_minus(const Reader& r, Amount& a) {
  if (a.measure.kind != FigureKind::Temperature || a.value <= 0 || a.begin < 2 || !r.has(a.begin - 2, "- ")) return;
  const At back = r.skip_blanks_back(a.begin - 2);
  if (back == a.begin - 2 && back != 0) return;
  if (r.digit_before(back) || r.before(back) == '%' || static_cast<unsigned char>(r.before(back)) >= 0x80) return;
  a.value = -a.value;
  a.number.value = a.value;
  a.begin -= 2;
  a.number.begin = a.begin;
}

bool read_measure(const Reader& r, Amount& a) {
  Numeral& n = a.number;
  read_letter_scale(r, n, false);
  if (const double scale = n.digits && n.scale == 1 ? scale_letter(r, n) : 0; scale > 0) {
    n.scale = scale;
    n.value *= scale;
    ++n.end;
  }
  a.end = n.end;
  a.value = n.value;
  const At at = unit_begin(r, n);
  std::optional<Measure> m = read_unit(r, at, at == n.end);
  if (m && looks_like_other(r, n, *m)) return false;
  if (!m) m = read_in(r, at, at == n.end);
  if (m && is_memory(r, n, *m)) m->name = "megabyte";
  if (m) a.measure = std::move(*m);
  else if (!read_bracketed(r, a)) return false;
  a.sort = a.measure.name.ends_with("_age") ? Sort::Age : Sort::Measure;
  a.end = a.measure.end;
  a.value *= a.measure.scale;
  take_inches(r, a);
  take_apart_minus(r, a);
  return true;
}

}  // namespace

std::optional<Amount> read_amount(const Reader& r, At at, At floor) {
  std::optional<Numeral> n = read_numeral(r, at);
  if (!n || n->begin < floor) return std::nullopt;
  Amount a;
  a.number = *n;
  a.begin = n->begin;
  a.end = n->end;
  a.value = n->value;
  if (n->ordinal) {
    a.sort = Sort::Rank;
    return a;
  }
  if (is_scale_alone(r, *n) && money_before(r, n->begin, floor)) return std::nullopt;
  if (read_money(r, a, floor)) return a;
  if (read_percent(r, a) || read_foot_marks(r, a)) return a;
  read_measure(r, a);
  return a;
}

bool same_unit(const Amount& a, const Amount& b) {
  if (a.sort != b.sort) return false;
  if (a.sort == Sort::Money) return a.money.code == b.money.code && a.money.share == b.money.share;
  return a.measure.name == b.measure.name;
}

}  // namespace onrecord::figures
