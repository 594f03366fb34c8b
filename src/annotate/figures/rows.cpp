// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/rows.h"

#include <algorithm>
#include <cmath>

#include "annotate/figures/bounds.h"
#include "annotate/figures/counted.h"

namespace onrecord::figures {
namespace {

using Sort = Amount::Sort;

void set_value(FigureRow& row, const Interval& interval) {
  const Amount& a = interval.first;
  if (interval.range()) {
    row.low = std::min(a.value, interval.last.value);
    row.high = std::max(a.value, interval.last.value);
    row.bound = Bound::Between;
    row.reason = "a range";
  } else if (interval.kind == Interval::Kind::Uncertain) {
    row.value = a.value;
    row.low = a.value - std::abs(interval.last.value);
    row.high = a.value + std::abs(interval.last.value);
    row.bound = Bound::About;
  } else if (a.number.vague) {
    row.low = a.number.low;
    row.high = a.number.high;
    row.bound = Bound::AtLeast;
    row.reason = "a vague number";
  } else {
    row.value = a.value;
  }
}

// Whether the text tells US dollars from its own: "US$26m", "$US26m".
bool writes_us_dollar(const Reader& r) {
  std::optional<bool>& ahead = r.whole().has_us_dollar_ahead;
  if (!ahead) ahead = r.all().find("US$") != std::string_view::npos || r.all().find("$US") != std::string_view::npos;
  return *ahead;
}

void set_money(const Reader& r, FigureRow& row, const Money& m) {
  row.kind = FigureKind::Money;
  if (m.share != 1) {  // the coin is the unit; a currency beside it would make the value look a hundredfold
    row.unit = std::string(m.noun);
    row.rule = &rule(RuleId::MoneySubunit);
    return;
  }
  std::string_view code = m.code;
  if (code.empty()) code = code_by_country(r, m.noun, row.span.begin);
  // A paper that writes "$US" for US dollars has a dollar of its own.
  std::optional<bool>& us_dollar = r.whole().has_us_dollar;
  if (!us_dollar) us_dollar = r.all().find("$US") != std::string_view::npos;
  const bool local = m.sign && m.noun == "dollar" && *us_dollar;
  if (const std::string_view home = m.sign && m.noun == "dollar" ? home_currency(r) : std::string_view();
      !home.empty() && writes_us_dollar(r)) {
    code = home;  // "US$26 million" elsewhere in an article from Canberra: the bare sign is its own dollar
    row.currency = std::string(code);
  } else if (code.empty() || local) {
    row.unit = std::string(m.noun);
    if (row.reason == nullptr)
      row.reason = local ? "the text has another dollar beside the US dollar" : "no country tells the currency";
  } else {
    row.currency = std::string(code);
  }
  const bool usual = m.sign && (m.noun == "dollar" || m.noun == "yen");
  row.rule = &rule(usual            ? RuleId::MoneyDollarSign
                   : m.code.empty() ? RuleId::MoneyOpenName
                   : m.name         ? RuleId::MoneyName
                                    : RuleId::MoneyCode);
}

RuleId rule_of(const Amount& a, FigureKind kind) {
  if (a.sort == Sort::Age) return RuleId::Age;
  switch (kind) {
    case FigureKind::Percent: return RuleId::Percent;
    case FigureKind::Duration: return RuleId::Duration;
    case FigureKind::Temperature: return RuleId::Temperature;
    default: return RuleId::Measure;
  }
}

void set_unit(FigureRow& row, const Amount& a, const Measure& m) {
  row.kind = a.sort == Sort::Percent ? FigureKind::Percent : m.kind;
  row.unit = m.name;
  row.period = m.period;
  if (m.factor > 0 && !m.si.empty() && row.value) row.si = SiValue{(*row.value + m.offset) * m.factor, m.si};
  row.rule = &rule(rule_of(a, row.kind));
}

// "about 160 km (100 miles)": whether the figure is the one before, converted.
bool converts(const Reader& r, const FigureRow& previous, const FigureRow& row) {
  return row.span.begin > 0 && r.before(row.span.begin) == '(' &&
         r.skip_blanks(previous.span.end) == row.span.begin - 1 &&
         (previous.unit != row.unit || previous.currency != row.currency);
}

// Over a conversion in brackets between a price and its "per": "C$6 (US$4.46) per share".
At skip_conversion(const Reader& r, At end) {
  const At open = r.skip_blanks(end);
  if (r.at(open) != '(') return end;
  for (At at = open; at < open + 24 && r.at(at) != '\n'; ++at) {
    if (r.at(at) == ')') return at + 1;
  }
  return end;
}

void set_bound(const Reader& r, const FigureRow* previous, FigureRow& row) {
  if (row.bound != Bound::Exact) return;
  if (const auto before = bound_before(r, row.span.begin, row.kind == FigureKind::Duration)) row.bound = *before;
  else if (const auto after = bound_after(r, row.span.end)) row.bound = *after;
  else if (previous != nullptr && converts(r, *previous, row) && previous->value) row.bound = previous->bound;
  if (row.bound == Bound::AtLeast || row.bound == Bound::MoreThan) row.low = row.value;
  if (row.bound == Bound::AtMost || row.bound == Bound::LessThan) row.high = row.value;
}

// "2.5 percent of GDP", "£3 billion in new aid", "$5m worth of fuel", "a 186-mile-range".
std::optional<ByteSpan> measured(const Reader& r, const FigureRow& row, At end) {
  const At next = r.skip_blanks(end);
  if (next == end) {
    const At hyphen = r.skip_hyphen(end);
    const std::string_view word = r.word(hyphen);
    if (hyphen == end || word.empty() || word == "long" || word == "old" || word == "plus") return std::nullopt;
    return ByteSpan{hyphen, r.end_of(word)};
  }
  const std::string_view word = r.word(next);
  if (word == "of") return noun_phrase(r, next + 2);
  if (row.kind != FigureKind::Money) return std::nullopt;
  const At behind = r.skip_blanks(r.end_of(word));
  if (word == "worth" && r.starts_word(behind, "of")) return noun_phrase(r, behind + 2);
  if (word == "in" && !r.capital_at(behind) && !ends_noun_phrase(r.word(behind))) return noun_phrase(r, behind);
  return std::nullopt;
}

}  // namespace

// "The result was ($99.99)": brackets are the bookkeeper's minus sign; behind another figure they convert it.
void read_brackets(const Reader& r, FigureRow& row) {
  if (row.kind != FigureKind::Money || !row.value || r.before(row.span.begin) != '(' || r.at(row.span.end) != ')')
    return;
  const std::string_view verb = r.previous_word(row.span.begin - 1);
  if (verb != "is" && verb != "was" && verb != "were") return;
  row.value = -*row.value;
  --row.span.begin;
  ++row.span.end;
}

FigureRow make_row(const Reader& r, const Interval& interval) {
  const Amount& a = interval.first;
  FigureRow row;
  row.span = {interval.begin(), interval.end()};
  row.rule = &rule(RuleId::Number);
  set_value(row, interval);
  if (a.sort == Sort::Money)
    set_money(r, row, interval.range() && a.money.code.empty() ? interval.last.money : a.money);
  else if (a.has_unit()) set_unit(row, a, interval.range() ? interval.last.measure : a.measure);
  return row;
}

FigureRow make_row(const Reader& r, const Amount& amount) {
  Interval interval;
  interval.first = amount;
  return make_row(r, interval);
}

FigureRow row_by(const Reader& r, const Amount& a, RuleId id) {
  FigureRow row = make_row(r, a);
  row.rule = &rule(id);
  return row;
}

void complete_row(const Reader& r, const Amount& a, const FigureRow* previous, FigureRow& row) {
  set_bound(r, previous, row);
  read_brackets(r, row);
  At end = row.span.end;
  const bool timeless = row.kind != FigureKind::Duration && row.kind != FigureKind::Speed && a.sort != Sort::Age;
  if (!row.period && timeless) row.period = read_period(r, end);
  if (row.kind == FigureKind::Money && !row.period) {
    if (const std::optional<ByteSpan> under = read_denominator(r, skip_conversion(r, end))) {
      row.kind = FigureKind::Rate;  // a price: so much for each `of`
      row.of = under;
    }
  }
  if (!row.of && a.has_unit()) row.of = measured(r, row, end);
}

}  // namespace onrecord::figures
