// SPDX-License-Identifier: Apache-2.0
// Which of its yearly or weekly returns a partial date means: "April 25", "Friday", "the third quarter".
#pragma once

#include "annotate/times/expression.h"
#include "annotate/times/tense.h"

namespace onrecord::times {

struct Occurrence {
  const Expression& words;
  Tense tense = Tense::Unknown;
  bool narrative = false;
  std::optional<Date> today;  // the day that the text speaks from

  // In that year; nullopt when there is no such date ("February 30").
  std::optional<Moment> in_year(int year) const;
  // The return that the words and the tense mean, seen from a day. `grain` says how finely the day is known.
  std::optional<Moment> nearest_to(const Date& day, Grain grain) const;

 private:
  std::optional<Moment> weekday_near(const Date& day) const;
  std::optional<Moment> day_of_month_near(const Date& day) const;
  std::optional<Moment> by_tense(const Date& day, const std::optional<Moment>& last,
                                 const std::optional<Moment>& next, bool now) const;
  std::optional<Moment> nearest_leap_day(const Date& day) const;
  std::optional<Moment> in_story(const Date& day, Grain grain) const;
};

}  // namespace onrecord::times
