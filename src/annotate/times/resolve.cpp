// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/resolve.h"

#include <cmath>

#include "annotate/times/occurrence.h"

namespace onrecord::times {
namespace {

constexpr const char* kNoPublication = "no publication date";
constexpr const char* kNoTextDate = "no exact date shortly before it in the text";
constexpr const char* kTwoOrders = "two readings: day and month may be swapped";
constexpr const char* kVague = "the text gives no number";

// Years that a story may jump within a sentence.
constexpr int kAside = 3;
// Dates back to which "the next day" may point.
constexpr std::size_t kMemory = 8;

Grain grain_of(Unit unit) {
  switch (unit) {
    case Unit::Weekend: return Grain::Weekend;
    case Unit::Week: return Grain::Week;
    case Unit::Month: return Grain::Month;
    case Unit::Quarter: return Grain::Quarter;
    case Unit::Year: return Grain::Year;
    case Unit::Decade: return Grain::Decade;
    case Unit::Century: return Grain::Century;
    default: return Grain::Day;
  }
}

// "3 p.m." without a day.
bool is_bare_clock(const Expression& e) {
  return e.shape == Shape::Calendar && e.clock && e.month == 0 && e.weekday == 0 && e.day == 0 &&
         e.holiday == Holiday::None;
}

bool is_time(const Expression& e) { return e.clock.has_value() || e.part != DayPart::None; }

TimeType type_of(const Expression& e) {
  if (e.shape == Shape::Length) return TimeType::Duration;
  if (e.shape == Shape::Repeat) return TimeType::Set;
  return is_time(e) ? TimeType::Time : TimeType::Date;
}

std::string number_text(double value) {
  const double whole = std::floor(value);
  if (value == whole) return std::to_string(static_cast<long long>(whole));
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

// How often the return on the other side was meant, where it could be: counted as the confidence of rules is.
double confidence_of_other(RuleId rule) {
  switch (rule) {
    case RuleId::Weekday: return 0.15;
    case RuleId::Season: return 0.25;
    case RuleId::Month: return 0.07;
    default: return 0.03;
  }
}

void add_reading(const Moment& moment, const Expression& e, TimeRow& row) {
  const Moment whole = is_time(e) ? on_day(moment.first, e) : moment;
  Bounds bounds = bounds_of(whole);
  row.alternatives.push_back({timex_value(whole), bounds.begin, bounds.end_excl, confidence_of_other(e.rule)});
}

// The n-th Sunday of a month, the last one for -1.
Date sunday_of(int year, int month, int nth) {
  const Date first{year, month, nth < 0 ? days_in_month(year, month) - 6 : 1};
  return add_days(first, (7 - weekday_of(first)) % 7 + (nth > 0 ? 7 * (nth - 1) : 0));
}

// Whether clocks of the United States are an hour ahead on a day, by the law of 2007 and the one before it.
bool us_summer_time(const Date& day) {
  const bool now = day.year >= 2007;
  return day >= sunday_of(day.year, now ? 3 : 4, now ? 2 : 1) &&
         day < sunday_of(day.year, now ? 11 : 10, now ? 1 : -1);
}

// The first such weekday after a day.
Date following(const Date& day, int weekday) { return add_days(day, (weekday - weekday_of(day) + 6) % 7 + 1); }

}  // namespace

Moment on_day(const Date& day, const Expression& e) {
  if (!e.clock) return e.part == DayPart::None ? of_day(day) : of_part(day, e.part);
  Moment m = of_day(day);
  m.grain = e.clock->has_second ? Grain::Second : Grain::Minute;
  // "Midnight Friday" ends the Friday; midnight of no named day begins one.
  m.hour = e.clock->hour == 24 && is_bare_clock(e) ? 0 : e.clock->hour;
  m.minute = e.clock->minute;
  m.second = e.clock->second;
  m.zone = e.clock->zone;
  if (m.zone.us_standard != 0) {
    m.zone.given = true;
    m.zone.minutes = m.zone.us_standard + (us_summer_time(day) ? 60 : 0);
  }
  return m;
}

std::string length_value(Unit unit, const Quantity& quantity) {
  constexpr const char* kCodes[] = {"S", "M", "H", "D", "WE", "W", "M", "M", "Y", "Y", "Y"};
  const std::string start = unit <= Unit::Hour ? "PT" : "P";
  const char* code = kCodes[static_cast<std::size_t>(unit)];
  if (quantity.vague) {
    if (unit == Unit::Quarter) code = "Q";
    if (unit == Unit::Decade) code = "E";
    if (unit == Unit::Century) code = "C";
    return start + 'X' + code;
  }
  double value = quantity.value;
  if (unit == Unit::Decade) value *= 10;
  if (unit == Unit::Century) value *= 100;
  if (unit == Unit::Quarter) value *= 3;
  const double whole = std::floor(value), rest = value - whole;
  // Half a unit is written in the next smaller one where that is exact: "P2Y6M", "PT1H30M".
  struct Smaller {
    Unit unit;
    int in_one;
    const char* code;
  };
  constexpr Smaller kSmaller[] = {
      {Unit::Year, 12, "M"}, {Unit::Day, 24, "H"}, {Unit::Hour, 60, "M"}, {Unit::Minute, 60, "S"}};
  for (const Smaller& smaller : kSmaller) {
    const double parts = rest * smaller.in_one;
    if (smaller.unit != unit || rest == 0 || parts != std::floor(parts)) continue;
    const std::string large = whole > 0 ? number_text(whole) + code : std::string();
    const std::string mark = unit == Unit::Day ? "T" : "";
    return start + large + mark + number_text(parts) + smaller.code;
  }
  return start + number_text(value) + code;
}

std::optional<Resolver::Anchor> Resolver::today_anchor() const {
  if (!setting_.today) return std::nullopt;
  return Anchor{*setting_.today, Grain::Day, kNone, false};
}

// The last date of the text that is known as finely as `wanted`; the day of publication stands in for it in
// news, where what has no date of its own is of that day.
//
// News is told on one day and happens on another: "hit on Saturday, officials said on Sunday; at 11 a.m. …" is of the
// Saturday. And what is over did not begin from a day to come.
std::optional<Resolver::Anchor> Resolver::text_anchor(Grain wanted, std::size_t memory, Tense tense) const {
  std::optional<Anchor> told;
  std::size_t looked = 0;
  for (auto at = history_.rbegin(); at != history_.rend() && looked < memory; ++at, ++looked) {
    if (at->grain < wanted) continue;
    const bool over = tense == Tense::Past || tense == Tense::Over;
    if (over && !setting_.narrative && setting_.today && at->day > *setting_.today) continue;
    if (!at->told || setting_.narrative || wanted <= Grain::Year) return *at;
    if (!told) told = *at;
  }
  if (told) return told;
  return setting_.narrative ? std::nullopt : today_anchor();
}

std::optional<Resolver::Anchor> Resolver::anchor_for(const Expression& e, Tense tense) const {
  if (e.shape == Shape::Shift || e.shape == Shape::Offset) {
    // "Early in the month" belongs to the month just named.
    const bool named = e.rule == RuleId::NamedUnit && e.unit == Unit::Month;
    const bool text = setting_.narrative || e.from_text || named;
    if (!text) return today_anchor();
    const std::optional<Anchor> anchor =
        text_anchor(grain_of(e.unit), named ? 2 : kMemory,
                    e.quantity.value > 0 || (e.quantity.value < 0 && e.unit < Unit::Year) ? tense : Tense::Unknown);
    // "Two years later": later than what the text has not said. It is not the day of publication. Reports, though,
    // set this year's figures beside those of "a year earlier".
    const bool unsaid = e.from_text && e.quantity.value != 0 && anchor && anchor->row == kNone;
    return unsaid && !(e.unit >= Unit::Year && e.quantity.value < 0) ? std::nullopt : anchor;
  }
  if (is_bare_clock(e)) return text_anchor(Grain::Day, kMemory, Tense::Unknown);
  const auto in_text = [](Relation relation) {
    return relation == Relation::Same || relation == Relation::Following || relation == Relation::Previous;
  };
  const bool text = setting_.narrative || in_text(e.year_relation) || in_text(e.relation) ||
                    (e.day != 0 && e.month == 0 && e.weekday == 0);
  if (!text) return today_anchor();
  if (e.year_relation != Relation::None) return text_anchor(Grain::Year, kMemory, Tense::Unknown);
  if (e.rule == RuleId::Season && e.relation == Relation::Same) return text_anchor(Grain::Year, kMemory, tense);
  return setting_.narrative && story_ ? story_
                                      : text_anchor(e.month == 0 ? Grain::Month : Grain::Century, kMemory, tense);
}

std::optional<Moment> Resolver::calendar(const Expression& e, Tense tense, const Anchor* anchor) const {
  Occurrence wanted{e, tense, setting_.narrative, setting_.today};
  if (e.year && e.rule == RuleId::Year && e.relation == Relation::Same && last_quarter_) {
    return of_quarter(*e.year, last_quarter_->quarter());  // "the 1988 period" beside a quarter
  }
  if (e.year) return wanted.in_year(*e.year);
  if (anchor == nullptr) return std::nullopt;
  if (is_bare_clock(e)) return of_day(anchor->day);
  if (e.year_relation != Relation::None) {
    int year = anchor->day.year;
    if (e.year_relation == Relation::Last || e.year_relation == Relation::Previous) --year;
    if (e.year_relation == Relation::Next || e.year_relation == Relation::Coming ||
        e.year_relation == Relation::Following) {
      ++year;
    }
    return wanted.in_year(year);
  }
  return wanted.nearest_to(anchor->day, anchor->grain);
}

// The first of the dates that a weekday in brackets belongs to which falls on it.
std::optional<Moment> Resolver::named_day(const Expression& e) const {
  for (const Anchor& date : history_) {
    const bool meant = date.row != kNone && date.row >= e.names_from && date.row < e.names_to;
    if (meant && date.grain >= Grain::Day && weekday_of(date.day) == e.weekday) return of_day(date.day);
  }
  return std::nullopt;
}

std::optional<Moment> Resolver::shift(const Expression& e, Tense tense, const Anchor& anchor) const {
  const Grain grain = grain_of(e.unit);
  const auto steps = static_cast<std::int64_t>(e.quantity.value);
  // "the weekend" of a paper printed on Monday is the one before; ahead of it, the coming one.
  const int weekday = weekday_of(anchor.day);
  if (grain == Grain::Weekend && e.rule == RuleId::NamedUnit &&
      (weekday < 3 || (weekday < 6 && tense != Tense::Future))) {
    return step(widen(anchor.day, grain), -1);
  }
  if (e.rule == RuleId::NamedUnit && grain == Grain::Quarter && last_quarter_) return last_quarter_;
  if (e.reported && last_quarter_ && !setting_.narrative) return last_quarter_;
  if (e.compares && last_quarter_ && !setting_.narrative) return step(*last_quarter_, -4);
  return step(widen(anchor.day, grain), steps);
}

std::optional<Moment> Resolver::offset(const Expression& e, const Anchor& anchor) const {
  if (e.quantity.vague || e.unit <= Unit::Hour) return std::nullopt;
  const double count = e.quantity.value;
  // Results of a quarter are set beside those of "a year ago": of the same quarter.
  if (e.unit == Unit::Year && last_quarter_ && std::abs(count) == 1 && !setting_.narrative) {
    return step(*last_quarter_, static_cast<std::int64_t>(count) * 4);
  }
  const Grain grain = grain_of(e.unit);
  if (count != std::floor(count)) {
    const double years = count * (grain == Grain::Decade ? 10 : grain == Grain::Century ? 100 : 1);
    if (grain != Grain::Year && years != std::floor(years)) return std::nullopt;
    if (grain == Grain::Decade || grain == Grain::Century) {
      return of_year(anchor.day.year + static_cast<int>(years));
    }
    if (grain != Grain::Year) return std::nullopt;
    const Date day = add_months(anchor.day, static_cast<std::int64_t>(count * 12));
    return of_month(day.year, day.month);
  }
  return step(widen(anchor.day, grain), static_cast<std::int64_t>(count));
}

// "The past two years" end today, "the next two" begin today. Whose two years they are in a story is not known.
void Resolver::bound_span_to_now(const Expression& e, TimeRow& row) const {
  const bool back = e.relation == Relation::Last || e.relation == Relation::Past;
  const bool ahead = e.relation == Relation::Next || e.relation == Relation::Coming;
  const bool whole = !e.quantity.vague && e.quantity.value == std::floor(e.quantity.value) && e.quantity.value < 1e4;
  if (!setting_.today || setting_.narrative || (!back && !ahead) || !whole || e.unit <= Unit::Hour) return;
  const Date today = *setting_.today;
  Moment other = widen(today, Grain::Day);
  const auto count = static_cast<std::int64_t>(back ? -e.quantity.value : e.quantity.value);
  constexpr int kDays[] = {0, 0, 0, 1, 7, 7}, kMonths[] = {1, 3, 12, 120, 1200};
  const auto unit = static_cast<std::size_t>(e.unit), month = static_cast<std::size_t>(Unit::Month);
  other.first =
      unit < month ? add_days(today, count * kDays[unit]) : add_months(today, count * kMonths[unit - month]);
  row.begin = bounds_of(back ? other : of_day(today)).begin;
  row.end_excl = bounds_of(back ? of_day(today) : other).end_excl;
  row.anchor = today_kind();
}

void Resolver::apply(const Moment& moment, const Expression& e, TimeRow& row) const {
  row.value = timex_value(moment);
  if (e.fiscal) return;  // whose fiscal year, and so its bounds, is not known
  Bounds bounds = bounds_of(moment);
  row.begin = std::move(bounds.begin);
  row.end_excl = std::move(bounds.end_excl);
}

void Resolver::remember(const Moment& moment, const Expression& e, Index row) {
  if (e.rule == RuleId::Deictic && !setting_.narrative && e.quantity.value == 0 && e.part == DayPart::None) return;
  const Anchor anchor{moment.first, moment.grain, row, e.told};
  // "Up from 3 million a year earlier" compares; it does not take the text back a year.
  const bool comparison = e.shape == Shape::Offset && e.unit == Unit::Year && e.quantity.value == -1;
  if (!comparison || setting_.narrative) history_.push_back(anchor);
  // The quarter reported on is the latest one that is over.
  const bool over = setting_.today && step(moment, 1).first <= *setting_.today;
  if (moment.grain == Grain::Quarter && over && (!last_quarter_ || last_quarter_->first < moment.first)) {
    last_quarter_ = moment;
  }
  // A year in passing ("as in 1945") does not move the story; a sentence that opens with it does. Nor does the
  // bare year of a day just named make the day less known.
  if (story_ && e.rule == RuleId::Year) {
    const int leap = std::abs(moment.first.year - story_->day.year);
    if (leap == 0 || (leap > kAside && !e.opens_sentence)) return;
  }
  if (moment.grain >= Grain::Year) story_ = anchor;
}

TimeRow Resolver::resolve(const Expression& e, Tense tense, Index row_index) {
  TimeRow row;
  row.type = type_of(e);
  row.mod = e.mod;
  row.rule = &rule_of(e.rule);
  if (e.shape == Shape::Reference) {
    row.value = e.fixed;
    return row;
  }
  if (e.shape == Shape::Length || e.shape == Shape::Repeat) {
    if (e.unit == Unit::Month && e.shape == Shape::Length) last_quarter_.reset();  // "the first nine months"
    row.value = e.fixed.empty() ? length_value(e.unit, e.quantity) : e.fixed;
    if (e.rule == RuleId::SpanToNow) bound_span_to_now(e, row);
    return row;
  }
  if (e.shape == Shape::Offset && e.unit <= Unit::Hour && !e.quantity.vague) {
    row.type = TimeType::Duration;  // "an hour later": the hour it counts from is seldom given, the length is
    row.value = length_value(e.unit, {std::abs(e.quantity.value), false});
    return row;
  }
  if (e.shape == Shape::Offset && e.quantity.vague) {
    row.value = e.quantity.value < 0 || std::signbit(e.quantity.value) ? "PAST_REF" : "FUTURE_REF";
    return row;
  }
  if (setting_.narrative && e.rule == RuleId::Deictic && !is_time(e) && e.quantity.value == 0) {
    row.value = "PRESENT_REF";  // "as they are today": the day of writing, not of the story
    return row;
  }
  row.reason = e.reason;
  if (e.order_unknown && setting_.day_first == setting_.month_first) row.reason = kTwoOrders;
  if (row.reason != nullptr) {
    row.alternatives = readings_of_two(e);
    return row;
  }
  Expression read = e;
  if (e.order_unknown && setting_.day_first) std::swap(read.day, read.month);

  const bool complete = e.shape == Shape::Calendar && e.year;
  const std::optional<Anchor> anchor = complete ? std::nullopt : anchor_for(e, tense);
  if (!complete && !anchor) {
    row.reason = setting_.today || setting_.narrative ? kNoTextDate : kNoPublication;
    return row;
  }
  std::optional<Moment> moment;
  if (e.shape == Shape::Calendar) moment = calendar(read, tense, anchor ? &*anchor : nullptr);
  if (e.shape == Shape::Shift) moment = shift(e, tense, *anchor);
  if (e.shape == Shape::Offset) moment = offset(e, *anchor);
  if (!moment) {
    row.reason = e.shape == Shape::Offset ? kVague : kNoSuchDate;
    return row;
  }
  const auto named = named_day(e);
  if (named) moment = named;
  const bool ranged = e.ends_range && range_ && !named;
  if (ranged) moment = of_day(following(*range_, e.weekday));
  range_.reset();
  if (e.until_weekday != 0 && !named) {  // "ran from Monday to Friday": all of it lies behind
    const bool ahead = tense == Tense::Past && following(moment->first, e.until_weekday) > anchor->day;
    if (ahead) moment = step(*moment, -7);
    range_ = moment->first;
  }
  if (anchor && anchor->row == kNone && !ranged && !named && e.until_weekday == 0) {
    if (const auto other = other_return(e, tense, anchor->day, *moment)) add_reading(*other, e, row);
  }
  if (is_time(e)) moment = on_day(moment->first, e);
  apply(*moment, e, row);
  if (anchor) {
    row.anchor = anchor->row != kNone ? TimeRow::Anchor::Time : today_kind();
    row.anchor_time = anchor->row;
  }
  remember(*moment, e, row_index);
  return row;
}

}  // namespace onrecord::times
