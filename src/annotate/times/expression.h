// SPDX-License-Identifier: Apache-2.0
// Expression: what the words of a time expression say, before it is known when the text was written.
#pragma once

#include <cstddef>
#include <optional>

#include "annotate/times/calendar.h"
#include "annotate/times/holidays.h"
#include "annotate/times/lexicon.h"
#include "annotate/times/rules.h"

namespace onrecord::times {

// A number of units; `vague` when the words give none ("several").
struct Quantity {
  double value = 0;
  bool vague = false;
};

enum class Shape : std::uint8_t {
  Calendar,   // fields of a date: complete, or to be completed from an anchor ("April 25", "Friday")
  Shift,      // a stretch some steps from the anchor's: "last week", "the following day", "today"
  Offset,     // so many units from the anchor: "two weeks ago", "three days later"
  Reference,  // PRESENT_REF, PAST_REF, FUTURE_REF
  Length,     // DURATION
  Repeat,     // SET
};

struct ClockTime {
  int hour = 0, minute = 0, second = 0;
  bool has_second = false;
  Zone zone;
};

struct Expression {
  std::size_t first = 0, last = 0;  // atoms, half-open
  RuleId rule = RuleId::Year;
  Shape shape = Shape::Calendar;

  // Calendar: the fields that the words give; 0 or nullopt where they do not. `grain` is the finest of them.
  Grain grain = Grain::Year;
  std::optional<int> year;  // first year of a decade or century; astronomical
  int month = 0, day = 0, weekday = 0, quarter = 0, half = 0;
  Season season = Season::Spring;
  Holiday holiday = Holiday::None;
  int nth = 0;                         // "first Monday of May" 1, "last day of March" -1: of `unit`, or of `weekday`
  int short_decade = -1;               // "the '20s" 20: the century is not said
  Relation relation = Relation::None;  // "last April", "next Tuesday", "past two months"
  Relation year_relation = Relation::None;  // "April last year"
  bool fiscal = false;
  bool day_first = false;      // numeric: the text puts the day first beyond doubt
  bool order_unknown = false;  // day and month may stand the other way round: "04/05/2024"

  // A part of the day, or a clock time, on that day.
  DayPart part = DayPart::None;
  std::optional<ClockTime> clock;

  // Shift, Offset, Length and Repeat.
  Unit unit = Unit::Day;
  Quantity quantity;
  bool compares = false;   // "compared with 3 million last year": the same stretch of that year
  bool reported = false;   // "this quarter's loss": the one reported on
  double upper = 0;        // Length: the other end of "two to three weeks"
  bool from_text = false;  // anchored at the last date of the text rather than the day of publication

  // A length whose edge the next expression is: "the year to [June]", "the first six months of [2023]".
  enum class Edge : std::uint8_t { None, EndsWith, BeginsOf, EndsOf };
  Edge edge = Edge::None;
  bool told = false;  // of a report, not of what is reported: "said on Sunday"; of a beginning: "since Sunday"
  int weeks_on = 0;   // "Friday week": 1

  bool opens_sentence = false;  // at most a preposition before it
  int until_weekday = 0;        // "Monday" of "Monday to Friday": 5
  bool ends_range = false;      // "Friday" there: after the expression ahead
  // "5-6 May (Tue-Wed)": the weekday is that of one of these expressions, half-open; empty elsewhere.
  std::size_t names_from = 0, names_to = 0;

  std::string fixed;             // Reference, Repeat: the value; Length: a value that no quantity gives
  const char* mod = nullptr;     // TIMEX3 mod
  const char* reason = nullptr;  // why there can be no value
};

}  // namespace onrecord::times
