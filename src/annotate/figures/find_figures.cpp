// SPDX-License-Identifier: Apache-2.0
// The finder of figures. Each token with a digit and each number word is a place to start from; from there the
// characters are read: numeral, currency or unit, range, guards, bound, period and the counted thing.
#include <algorithm>

#include "annotate/figures/coordinates.h"
#include "annotate/figures/guards.h"
#include "annotate/figures/number_words.h"
#include "annotate/figures/unitless.h"
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
    if (!r_.digit_at(span.begin)) try_word(span.begin);  // "two-10"
    for (At at = span.begin; at < span.end;) {
      if (!r_.digit_at(at)) {
        ++at;
        continue;
      }
      if (at >= done_) try_at(at);
      while (r_.digit_at(at)) ++at;
    }
  }

  void try_word(At at) {
    if (at < done_) return;
    const std::string_view word = r_.word(at);
    if (number_word(word) != nullptr) return try_at(at);
    if (word != "a" && word != "an") return;
    if (std::optional<FigureRow> row = unit_alone_row(r_, at)) add(std::move(*row), {});
  }

  // "½" is no digit and no letter.
  void try_mark(At at) {
    const char c = r_.at(at);
    if (at >= done_ && (c == '\xC2' || c == '\xE2')) try_at(at);
  }

  // ---- one place
  void try_at(At at) {
    std::optional<Amount> amount = read_amount(r_, at, done_);
    if (!amount || in_counted_name(at)) return;
    if (std::optional<FigureRow> row = ratio_row(r_, *amount)) return add(std::move(*row), *amount);
    if (const At end = phone_end(r_, amount->number); end != kNowhere && amount->sort != Sort::Money)
      return refuse(end);
    if (const At end = position_end(r_, amount->number); end != kNowhere) return refuse(end);
    if (refused(*amount, at)) return;
    const Interval interval = read_range(r_, std::move(*amount));
    const Amount& a = interval.first;
    if (a.has_unit()) {
      add(make_row(r_, interval), interval.joined() ? interval.last : a);
      if (interval.kind == Interval::Kind::Pair) add(make_row(r_, interval.last), interval.last);
      return;
    }
    if (const At end = score_end(r_, a.number); !interval.joined() && a.sort == Sort::Bare && end != kNowhere)
      return refuse(end);
    std::optional<FigureRow> row = a.sort == Sort::Rank ? rank_row(r_, a)
                                   : interval.joined()  ? unitless_range(r_, interval)
                                                        : unitless_row(r_, a);
    if (row) add(std::move(*row), a);
    else refuse(interval.end());
  }

  // "14 Challenger 2 tanks": whether the place is a number in the name of what the last figure counts.
  bool in_counted_name(At at) const {
    if (out_.rows.empty() || !out_.rows.back().of || !out_.rows.back().of->contains(at) || !r_.digit_at(at))
      return false;
    const std::string_view ahead = r_.previous_word(at);
    return !ahead.empty() && r_.end_of(ahead) != at && r_.capital_at(r_.begin_of(ahead));
  }

  bool refused(const Amount& a, At at) {
    const bool symbol = a.sort == Sort::Measure && a.measure.symbol;
    const bool no =
        (a.sort != Sort::Money && inside_other(r_, a.number)) || (symbol && labelled(r_, a.begin)) || is_date(a, at);
    if (no) refuse(a.number.end);
    return no;
  }

  // Whether the number is (part of) a date: "in 2016 Stone said", "the 1986 year".
  bool is_date(const Amount& a, At at) {
    const bool timed = in_time(at);
    if (!a.has_unit()) return timed && !follows_amount_noun(r_, a.begin);
    const bool year = a.number.plain() && a.value >= 1500 && a.value < 2100;
    if (a.sort != Sort::Measure || !year) return false;
    const At unit = r_.skip_joint(a.number.end);
    const bool name = r_.capital_at(unit) && !r_.capital_at(unit + 1);
    return a.measure.name == "year" || name || (timed && a.value >= 1900);
  }

  void refuse(At end) { done_ = std::max(done_, skip_refused(r_, end)); }

  // Whether a date or clock time covers the place.
  bool in_time(At at) {
    while (next_time_ < times_.rows.size() && times_.rows[next_time_].span.end <= at) ++next_time_;
    if (next_time_ == times_.rows.size()) return false;
    const TimeRow& time = times_.rows[next_time_];
    return time.span.contains(at) && time.type != TimeType::Duration;
  }

  void add(FigureRow row, const Amount& a) {
    complete_row(r_, a, out_.rows.empty() ? nullptr : &out_.rows.back(), row);
    add_readings(r_, row);
    done_ = std::max(done_, row.span.end);
    const bool price = row.kind == FigureKind::Rate && a.sort == Sort::Money && row.of;
    if (price && row.of->begin < row.span.end + 6) done_ = row.of->end;  // "64 cents a dozen"
    out_.rows.push_back(std::move(row));
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
