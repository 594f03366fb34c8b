// SPDX-License-Identifier: Apache-2.0
// What else the words of a date may mean.
#include "annotate/times/occurrence.h"
#include "annotate/times/resolve.h"

namespace onrecord::times {
namespace {

TimeReading reading_of(const Moment& moment, double confidence) {
  Bounds bounds = bounds_of(moment);
  return {timex_value(moment), std::move(bounds.begin), std::move(bounds.end_excl), confidence};
}

}  // namespace

// "04/05/2024" is as often one as the other where nothing tells; "the '10s" are seldom those of 1910 any more.
std::vector<TimeReading> readings_of_two(const Expression& e) {
  if (e.short_decade >= 0) {
    const double recent = e.short_decade < 20 ? 0.8 : 0.5;
    return {reading_of(of_decade(2000 + e.short_decade), recent),
            reading_of(of_decade(1900 + e.short_decade), 1 - recent)};
  }
  if (!e.order_unknown || !e.year) return {};
  std::vector<TimeReading> readings;
  for (const Date& day : {Date{*e.year, e.month, e.day}, Date{*e.year, e.day, e.month}}) {
    if (!exists(day)) continue;
    Expression one = e;
    readings.push_back(reading_of(on_day(day, one), 0.5));
  }
  return readings;
}

// The return on the other side of the day that the text speaks from, where neither tense nor words tell the side:
// "Friday", "in March"; and the earlier one of "last October".
std::optional<Moment> Resolver::other_return(const Expression& e, Tense tense, const Date& day,
                                             const Moment& moment) const {
  const bool named = e.weekday != 0 || e.month != 0 || e.rule == RuleId::Season;
  if (setting_.narrative || e.shape != Shape::Calendar || e.year || e.year_relation != Relation::None || !named)
    return std::nullopt;
  if (e.holiday != Holiday::None || moment.first == day) return std::nullopt;
  const bool weekday = e.weekday != 0 && e.month == 0;
  if (weekday && e.day != 0) return std::nullopt;
  const bool last = e.relation == Relation::Last;
  const bool open =
      e.relation == Relation::None && tense != Tense::Past && tense != Tense::Over && tense != Tense::Future;
  if (!last && !open) return std::nullopt;
  const bool ahead = !last && moment.first < day;
  if (weekday) return step(moment, ahead ? 7 : -7);
  if (e.weekday != 0) return std::nullopt;  // "Friday, March 3" tells its year
  return Occurrence{e, tense, false, std::nullopt}.in_year(moment.first.year + (ahead ? 1 : -1));
}

}  // namespace onrecord::times
