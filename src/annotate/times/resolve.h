// SPDX-License-Identifier: Apache-2.0
// Resolving: from what the words say to a value, with the day of publication or the last date of the text as
// anchor. An anchor that is missing gives no value and a reason, never a guess.
#pragma once

#include <optional>

#include "annotate/times/atoms.h"
#include "annotate/times/expression.h"
#include "annotate/times/tense.h"
#include "doc/layers.h"

namespace onrecord::times {

inline constexpr const char* kNoSuchDate = "no such date";

// What a text is resolved against.
struct Setting {
  std::optional<Date> today;   // what "yesterday" is seen from: the date of the dateline, or that of publication
  bool from_dateline = false;  // `today` is the dateline's
  // A story told of other days, where "in May" belongs to the year spoken of, not to the year of publication.
  bool narrative = false;
  bool day_first = false, month_first = false;  // numeric dates of the text that allow one order only
};

Setting setting_of(const std::vector<Expression>& expressions, std::optional<Date> published,
                   std::optional<Date> dateline);

// dateline.cpp: the index of the date in the text's dateline ("MOSCOW, April 23 (Xinhua) --"); nullopt: none.
std::optional<std::size_t> find_dateline(const Atoms& atoms, const std::vector<Expression>& expressions);
// The day that a dateline's date means: its own year, or the one that brings it nearest before publication. nullopt:
// it lacks a year and there is no publication, or the day does not exist.
std::optional<Date> dateline_day(const Expression& date, std::optional<Date> published);

// Resolves expressions in text order; keeps the last date met as the text's anchor.
class Resolver {
 public:
  explicit Resolver(const Setting& setting) : setting_(setting) {}

  // `row` is the index that the result will have in the layer.
  TimeRow resolve(const Expression& expression, Tense tense, Index row);

 private:
  struct Anchor {
    Date day;
    Grain grain = Grain::Day;
    Index row = kNone;  // kNone: the day of publication
    bool told = false;  // of a report, not of what is reported
  };

  std::optional<Anchor> today_anchor() const;
  std::optional<Anchor> text_anchor(Grain wanted, std::size_t memory, Tense tense) const;
  std::optional<Anchor> anchor_for(const Expression& e, Tense tense) const;
  std::optional<Moment> calendar(const Expression& e, Tense tense, const Anchor* anchor) const;
  std::optional<Moment> named_day(const Expression& e) const;
  std::optional<Moment> shift(const Expression& e, Tense tense, const Anchor& anchor) const;
  std::optional<Moment> offset(const Expression& e, const Anchor& anchor) const;
  TimeRow::Anchor today_kind() const {
    return setting_.from_dateline ? TimeRow::Anchor::Dateline : TimeRow::Anchor::Published;
  }
  void bound_span_to_now(const Expression& e, TimeRow& row) const;
  // readings.cpp: what else the words may mean.
  std::optional<Moment> other_return(const Expression& e, Tense tense, const Date& day, const Moment& moment) const;
  void apply(const Moment& moment, const Expression& e, TimeRow& row) const;
  void remember(const Moment& moment, const Expression& e, Index row);

  Setting setting_;
  std::vector<Anchor> history_;  // every date of the text so far
  std::optional<Anchor> story_;  // the last that the story stands at: asides left out
  std::optional<Moment> last_quarter_;
  std::optional<Date> range_;  // where the range begins whose end comes next
};

// A clock time or part of the day on a day.
Moment on_day(const Date& day, const Expression& expression);
// readings.cpp: the readings of words that have no value because they have two: "04/05/2024", "the '20s".
std::vector<TimeReading> readings_of_two(const Expression& expression);

// edges.cpp: the bounds of lengths that the row behind them ends or holds.
void bound_edges(const std::vector<Expression>& expressions, std::vector<TimeRow>& rows);

// TIMEX3 value of a length: "P6M", "PXW", "PT30M", "P2Y6M".
std::string length_value(Unit unit, const Quantity& quantity);

}  // namespace onrecord::times
