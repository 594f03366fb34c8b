// SPDX-License-Identifier: Apache-2.0
// The finder of figures. Each token with a digit and each number word is a place to start from; from there the
// characters are read: numeral, currency or unit, range, then guards, bound, period and the counted thing.
#include <algorithm>

#include "annotate/figures/amounts.h"
#include "annotate/figures/bounds.h"
#include "annotate/figures/counted.h"
#include "annotate/figures/guards.h"
#include "annotate/figures/number_words.h"
#include "annotate/figures/rules.h"
#include "annotate/finders.h"

namespace onrecord {
namespace figures {
namespace {

using Sort = Amount::Sort;

class Finder {
 public:
  Finder(const Text& text, const Tokens& tokens, const Times& times) : r_(text), tokens_(tokens), times_(times) {}

  Figures run() {
    for (const Token& token : tokens_.rows) {
      if (token.is(kHasDigit)) try_digits(token.span);
      else if (token.is(kHasLetter)) try_word(token.span.begin);
      else if (token.span.size() >= 2) try_mark(token.span.begin);
    }
    return std::move(out_);
  }

 private:
  // ---- places to start from
  void try_digits(ByteSpan span) {
    for (At at = span.begin; at < span.end;) {
      if (at < done_ || !r_.digit_at(at)) {
        ++at;
        continue;
      }
      try_at(at);
      while (r_.digit_at(at)) ++at;
    }
    if (span.begin >= done_ && !r_.digit_at(span.begin)) try_word(span.begin);  // "twenty-3"
  }

  void try_word(At at) {
    if (at >= done_ && number_word(r_.word(at)) != nullptr) try_at(at);
  }

  void try_mark(At at) {
    const char c = r_.at(at);
    if (at >= done_ && (c == '\xC2' || c == '\xE2')) try_at(at);
  }

  // ---- one place
  void try_at(At at) {
    std::optional<Amount> amount = read_amount(r_, at);
    if (!amount || amount->begin < done_) return;
    const bool duration = amount->sort == Sort::Measure && amount->measure.kind == FigureKind::Duration;
    if (amount->sort != Sort::Money && inside_other(r_, amount->number)) return refuse(amount->number.end);
    if (amount->sort == Sort::Measure && amount->measure.symbol && labelled(r_, amount->begin))
      return refuse(amount->end);
    if (!duration && in_time(at)) return refuse(amount->end);
    const Interval interval = read_range(r_, std::move(*amount));
    if (interval.range) return add_range(interval);
    const Amount& a = interval.first;
    switch (a.sort) {
      case Sort::Bare: return add_bare(a);
      case Sort::Rank: return add_rank(a);
      default: return add(row_of(a, interval), a);
    }
  }

  void refuse(At end) { done_ = std::max(done_, skip_refused(r_, end)); }

  // Whether a date or clock time covers the place.
  bool in_time(At at) {
    while (next_time_ < times_.rows.size() && times_.rows[next_time_].span.end <= at) ++next_time_;
    if (next_time_ == times_.rows.size()) return false;
    const TimeRow& time = times_.rows[next_time_];
    return time.span.contains(at) && time.type != TimeType::Duration;
  }

  // ---- rows
  FigureRow row_of(const Amount& a, const Interval& interval) {
    FigureRow row;
    row.span = {interval.begin(), interval.end()};
    set_value(row, interval);
    if (a.sort == Sort::Money) set_money(row, a);
    else if (a.has_unit()) set_unit(row, a, interval);
    else row.rule = &rule(RuleId::Number);
    return row;
  }

  static void set_value(FigureRow& row, const Interval& interval) {
    const Amount& a = interval.first;
    if (interval.range) {
      row.low = std::min(a.value, interval.last.value);
      row.high = std::max(a.value, interval.last.value);
      row.bound = Bound::Between;
      row.reason = "a range";
    } else if (a.number.vague) {
      row.low = a.number.low;
      row.high = a.number.high;
      row.bound = Bound::AtLeast;
      row.reason = "a vague number";
    } else {
      row.value = a.value;
    }
  }

  void set_money(FigureRow& row, const Amount& a) {
    const Money& m = a.money;
    row.kind = FigureKind::Money;
    std::string_view code = m.code;
    if (code.empty() && m.share == 1) code = code_by_country(r_, m.noun);
    const bool guessed = m.sign && m.noun == "dollar" && r_.all().find("$US") != std::string_view::npos;
    if (guessed) code = {};  // a paper that writes "$US" has a dollar of its own
    if (m.share != 1) {
      row.unit = std::string(m.noun);
      row.rule = &rule(RuleId::MoneySubunit);
      if (row.value && !m.code.empty()) row.si = SiValue{*row.value * m.share, std::string(m.code)};
    } else if (!code.empty()) {
      row.currency = std::string(code);
      row.rule = &rule(m.sign           ? RuleId::MoneyDollarSign
                       : m.code.empty() ? RuleId::MoneyOpenName
                       : m.name         ? RuleId::MoneyName
                                        : RuleId::MoneyCode);
    } else {
      row.unit = std::string(m.noun);
      row.rule = &rule(m.sign ? RuleId::MoneyDollarSign : RuleId::MoneyOpenName);
    }
  }

  static void set_unit(FigureRow& row, const Amount& a, const Interval& interval) {
    if (a.sort == Sort::Percent) {
      row.kind = FigureKind::Percent;
      row.unit = a.measure.name;
      row.rule = &rule(RuleId::Percent);
      return;
    }
    const Measure& m = interval.range ? interval.last.measure : a.measure;
    row.kind = m.kind;
    row.unit = m.name;
    row.period = m.period;
    if (m.factor > 0 && !m.si.empty() && row.value) row.si = SiValue{(*row.value + m.offset) * m.factor, m.si};
    row.rule = &rule(a.sort == Sort::Age                 ? RuleId::Age
                     : m.kind == FigureKind::Percent     ? RuleId::Percent
                     : m.kind == FigureKind::Duration    ? RuleId::Duration
                     : m.kind == FigureKind::Temperature ? RuleId::Temperature
                                                         : RuleId::Measure);
  }

  void add_range(const Interval& interval) {
    const Amount& a = interval.first;
    FigureRow row = row_of(a, interval);
    if (!a.has_unit()) {
      if (names_something(r_, a.number, false)) return refuse(interval.end());
      row.of = counted_plural(r_, interval.end());
      if (row.of) row.rule = &rule(RuleId::Count);
    }
    add(std::move(row), interval.last);
  }

  // Bound, period and counted thing, which stand around the amount.
  void add(FigureRow row, const Amount& a) {
    const bool duration = row.kind == FigureKind::Duration;
    if (row.bound == Bound::Exact) {
      if (const std::optional<Bound> before = bound_before(r_, row.span.begin, duration)) row.bound = *before;
      else if (const std::optional<Bound> after = bound_after(r_, row.span.end)) row.bound = *after;
      if (row.bound == Bound::AtLeast || row.bound == Bound::MoreThan) row.low = row.value;
      if (row.bound == Bound::AtMost || row.bound == Bound::LessThan) row.high = row.value;
    }
    At end = row.span.end;
    if (!row.period && !duration && row.kind != FigureKind::Speed && a.sort != Sort::Age)
      row.period = read_period(r_, end);
    if (row.kind == FigureKind::Money && !row.period) {
      if (MaybeText under = read_denominator(r_, end)) {
        row.unit = row.currency ? *row.currency : row.unit.value_or("");
        row.unit->append(" per ").append(*under);
      }
    }
    if (!row.of && a.has_unit()) row.of = measured(row, end);
    done_ = std::max(done_, row.span.end);
    out_.rows.push_back(std::move(row));
  }

  // "2.5 percent of GDP", "£3 billion in new aid", "a 186-mile range".
  std::optional<ByteSpan> measured(const FigureRow& row, At end) {
    const At next = r_.skip_blanks(end);
    if (next == end) {
      const At hyphen = r_.skip_hyphen(end);
      const std::string_view word = r_.word(hyphen);
      if (hyphen == end || word.empty()) return std::nullopt;
      return ByteSpan{hyphen, r_.end_of(word)};
    }
    const std::string_view word = r_.word(next);
    if (word == "of") return noun_phrase(r_, next + 2);
    if (row.kind != FigureKind::Money) return std::nullopt;
    if (word == "worth" && r_.starts_word(r_.skip_blanks(next + 5), "of"))
      return noun_phrase(r_, r_.skip_blanks(next + 5) + 2);
    if (word == "in" && !r_.capital_at(r_.skip_blanks(next + 2))) return noun_phrase(r_, next + 2);
    return std::nullopt;
  }

  // ---- numbers without a unit
  void add_bare(const Amount& a) {
    const Numeral& n = a.number;
    const std::optional<ByteSpan> plural = counted_plural(r_, n.end);
    if (age(a)) return;
    if (n.value == 1 && !n.digits && !n.article && !n.vague) return add_one(a);
    if (proportion(a)) return;
    if (n.fraction && !n.digits) return add_fraction(a);
    if (names_something(r_, n, plural.has_value())) return refuse(n.end);
    if (hyphen_count(a)) return;
    FigureRow row = row_of(a, {a, {}, false});
    row.of = plural;
    if (plural) row.rule = &rule(n.vague ? RuleId::VagueCount : RuleId::Count);
    else if (n.vague) row.rule = &rule(RuleId::VagueCount);
    add(std::move(row), a);
  }

  // "aged 54", "Maria Olsen, 54, ".
  bool age(const Amount& a) {
    const Numeral& n = a.number;
    if (!n.plain() || n.value < 1 || n.value > 110) return false;
    const At back = r_.skip_blanks_back(n.begin);
    const std::string_view ahead = r_.word_before(back);
    FigureRow row = row_of(a, {a, {}, false});
    row.kind = FigureKind::Other;
    row.unit = "year_age";
    if (ahead == "aged" || (ahead == "age" && back != n.begin)) {
      row.rule = &rule(RuleId::Age);
      add(std::move(row), a);
      return true;
    }
    if (r_.before(back) != ',' || back == n.begin) return false;
    const char c = r_.at(n.end);
    if (c != ',' && !(c == '.' && !r_.digit_at(n.end + 1)) && c != ';') return false;
    const std::string_view name = r_.word_before(back - 1);
    if (name.size() < 2 || !r_.capital_at(r_.begin_of(name)) || r_.digit_at(r_.skip_blanks(n.end + 1))) return false;
    row.rule = &rule(RuleId::AgeAfterName);
    add(std::move(row), a);
    return true;
  }

  void add_one(const Amount& a) {
    const At next = r_.skip_blanks(a.end);
    static constexpr std::string_view kNot[] = {"day",  "another", "thing",  "time", "way",
                                                "side", "hand",    "reason", "else"};
    const std::string_view behind = r_.word(next);
    const std::string_view ahead = r_.previous_word(a.begin);
    static constexpr std::string_view kPronoun[] = {"no",   "each", "any",   "every",  "some",   "this",
                                                    "that", "the",  "which", "number", "another"};
    const bool bounded = bound_before(r_, a.begin, false).has_value() || ahead == "only" || ahead == "just";
    if (proportion(a)) return;
    if (std::find(std::begin(kPronoun), std::end(kPronoun), ahead) != std::end(kPronoun) &&
        !(bounded && ahead != "no"))
      return;
    if (std::find(std::begin(kNot), std::end(kNot), behind) != std::end(kNot) && !bounded) return;
    const std::optional<ByteSpan> thing = counted_singular(r_, a.end);
    if (!thing && !bounded) return;
    FigureRow row = row_of(a, {a, {}, false});
    row.of = thing;
    row.rule = &rule(RuleId::CountOne);
    add(std::move(row), a);
  }

  // "one in five", "3 out of 10".
  bool proportion(const Amount& a) {
    At at = r_.skip_blanks(a.end);
    if (at == a.end || a.number.scale != 1 || a.number.decimal || a.number.fraction) return false;
    if (r_.starts_word(at, "out") && r_.starts_word(r_.skip_blanks(at + 3), "of")) {
      at = r_.skip_blanks(r_.skip_blanks(at + 3) + 2);
      if (r_.starts_word(at, "every")) at = r_.skip_blanks(at + 5);
    } else if (r_.starts_word(at, "in")) {
      at = r_.skip_blanks(at + 2);
      const bool every = r_.starts_word(at, "every");
      if (every) at = r_.skip_blanks(at + 5);
      if (!every && a.value != 1) return false;
    } else {
      return false;
    }
    const std::optional<Amount> whole = read_amount(r_, at);
    if (!whole || whole->sort != Sort::Bare || whole->value <= a.value || whole->value >= 1500 ||
        whole->number.fraction)
      return false;
    FigureRow row = row_of(a, {a, {}, false});
    row.kind = FigureKind::Rate;
    row.value = a.value / whole->value;
    row.span.end = whole->end;
    row.of = counted_plural(r_, whole->end);
    row.rule = &rule(RuleId::OneIn);
    add(std::move(row), a);
    return true;
  }

  void add_fraction(const Amount& a) {
    const At next = r_.skip_blanks(a.end);
    const std::string_view behind = r_.word(next);
    const bool of = behind == "of", the = behind == "the" || behind == "their" || behind == "its" || behind == "all";
    const std::string_view text = r_.low().substr(a.begin, a.end - a.begin);
    if (text == "half" && !of && !the) return;
    if (text.ends_with("half") && !of && !the && text != "one-half" && text != "one half") return;
    FigureRow row = row_of(a, {a, {}, false});
    row.kind = FigureKind::Rate;
    row.rule = &rule(RuleId::Fraction);
    if (of) row.of = noun_phrase(r_, next + 2);
    else if (the) row.of = noun_phrase(r_, next);
    add(std::move(row), a);
  }

  // "an 11-member board", "a 12-page report".
  bool hyphen_count(const Amount& a) {
    const At hyphen = r_.skip_hyphen(a.end);
    if (hyphen == a.end) return false;
    const std::string_view word = r_.word(hyphen);
    if (word.size() < 3 || r_.capital_at(hyphen)) return true;
    FigureRow row = row_of(a, {a, {}, false});
    row.of = ByteSpan{hyphen, r_.end_of(word)};
    row.rule = &rule(RuleId::HyphenCount);
    add(std::move(row), a);
    return true;
  }

  void add_rank(const Amount& a) {
    static constexpr std::string_view kNot[] = {"century",  "centuries", "anniversary", "of",
                                                "birthday", "street",    "avenue"};
    const std::string_view behind = r_.word(r_.skip_joint(a.end));
    if (!a.number.digits || std::find(std::begin(kNot), std::end(kNot), behind) != std::end(kNot)) return;
    if (names_something(r_, a.number, true)) return refuse(a.end);
    FigureRow row = row_of(a, {a, {}, false});
    row.kind = FigureKind::Rank;
    row.rule = &rule(RuleId::Rank);
    add(std::move(row), a);
  }

  const Reader r_;
  const Tokens& tokens_;
  const Times& times_;
  std::size_t next_time_ = 0;
  At done_ = 0;  // everything before has been read
  Figures out_;
};

}  // namespace
}  // namespace figures

Figures find_figures(const Text& text, const Tokens& tokens, const Sentences&, const Times& times) {
  return figures::Finder(text, tokens, times).run();
}

}  // namespace onrecord
