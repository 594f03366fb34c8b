// SPDX-License-Identifier: Apache-2.0
// Expressions that lean on a neighbour: lengths that end with the next date or are cut from it, dates of a year that
// their sentence has just moved to, dates of a report.
#include "annotate/times/resolve.h"
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

constexpr std::size_t kReach = 14;  // atoms from "the next year" to its month

bool is_whole_length(const Expression& e) {
  const double value = e.quantity.value;
  return e.shape == Shape::Length && e.fixed.empty() && !e.quantity.vague && e.upper == 0 && value >= 1 &&
         value < 1e4 && value == static_cast<double>(static_cast<int>(value));
}

bool is_named_stretch(const Expression& e) {
  return e.shape == Shape::Shift && e.rule == RuleId::NamedUnit && e.quantity.value == 0 && e.unit >= Unit::Week &&
         e.mod == nullptr && !e.fiscal;
}

// "The year to June", "the three months to March", "the 24 hours to 6 a.m.", "the 12 months ended April 30".
bool ends_with_next(const Atoms& a, const Expression& e, const Expression& next) {
  if (!a.is(e.first, "the") && !a.is(e.first - 1, "the")) return false;
  if (!is_named_stretch(e) && !(is_whole_length(e) && e.rule == RuleId::Duration)) return false;
  const std::string_view joint = a.lower(e.last);
  const bool ended = joint == "ended" || joint == "ending";
  if (!ended && joint != "to" && joint != "through") return false;
  const std::size_t date = ended && (a.is(e.last + 1, "on") || a.is(e.last + 1, "in")) ? e.last + 2 : e.last + 1;
  const bool finer =
      next.grain > Grain::Year || (next.grain == Grain::Year && e.unit >= Unit::Year && e.quantity.value > 1);
  return next.first == date && next.shape == Shape::Calendar && finer && (e.unit > Unit::Hour || next.clock);
}

// "The first six months of 2023", "the last two weeks of March", "the first five months of this year".
Expression::Edge cut_from_next(const Atoms& a, const Expression& e, const Expression& next) {
  if (!is_whole_length(e) || e.unit < Unit::Day || !a.is(e.last, "of")) return Expression::Edge::None;
  const std::size_t date = a.is(e.last + 1, "the") && next.first == e.last + 2 ? e.last + 2 : e.last + 1;
  const bool calendar = next.shape == Shape::Calendar && next.grain < Grain::Day && next.weekday == 0;
  const bool shift = next.shape == Shape::Shift && next.unit >= Unit::Month;
  if (next.first != date || !(calendar || shift)) return Expression::Edge::None;
  const std::string_view word = a.lower(a.is(e.first, "the") ? e.first + 1 : e.first);
  if (word == "first") return Expression::Edge::BeginsOf;
  return word == "last" || word == "final" ? Expression::Edge::EndsOf : Expression::Edge::None;
}

bool lacks_year(const Expression& e) {
  return e.shape == Shape::Calendar && !e.year && e.relation == Relation::None && e.year_relation == Relation::None &&
         (e.month != 0 || e.rule == RuleId::Season);
}

// "The following year, on 14 August"; "in the spring of 1385 … by the autumn".
void take_year_of(const Expression& before, Expression& e) {
  const bool moved = before.from_text && before.unit == Unit::Year && before.quantity.value != 0 &&
                     (before.shape == Shape::Shift || before.shape == Shape::Offset) && !before.quantity.vague;
  if (moved) e.year_relation = Relation::Same;
  const bool seasons = before.rule == RuleId::Season && e.rule == RuleId::Season && before.year;
  if (seasons) e.year = e.season >= before.season ? *before.year : *before.year + 1;
}

// "Said on Sunday", "told reporters late on Friday": the day of the telling. "Since Monday": where a state began, not
// where the story stands.
bool is_told(const Atoms& a, const Expression& e) {
  if (a.is(e.first - 1, "since")) return true;
  const bool day =
      e.shape == Shape::Shift ? e.unit == Unit::Day : e.shape == Shape::Calendar && e.grain >= Grain::Day;
  for (std::size_t k = 1; day && k <= 7 && k <= e.first && a[e.first - k].sentence == a[e.first].sentence; ++k) {
    const std::string_view word = a.lower(e.first - k);
    if (is_one_of(word, {"said", "told", "says", "added", "tweeted", "wrote"})) return true;
    if (!is_one_of(word, {"on",      "late",       "early",     "in",        "a",           "an",        "the",
                          "by",      "statement",  "news",      "reporters", "journalists", "interview", "briefing",
                          "post",    "conference", "telephone", "phone",     "parliament",  "lawmakers", "afp",
                          "reuters", "ap",         "press",     "broadcast", "televised"}))
      return false;
  }
  return false;
}

Date back(const Date& day, Unit unit, int count) {
  if (unit == Unit::Week) return add_days(day, -7 * count);
  if (unit < Unit::Week) return add_days(day, -count);
  constexpr int kMonths[] = {1, 3, 12, 120, 1200};
  return add_months(day, -count * kMonths[static_cast<std::size_t>(unit) - static_cast<std::size_t>(Unit::Month)]);
}

// "The 24 hours to 6 a.m.": hours back from a minute.
void bound_hours(const Expression& e, const TimeRow& edge, TimeRow& row) {
  const auto day = parse_iso_date(std::string_view(*edge.begin).substr(0, 10));
  if (!day || edge.begin->size() < 16) return;
  const auto two = [&](std::size_t at) { return ((*edge.begin)[at] - '0') * 10 + ((*edge.begin)[at + 1] - '0'); };
  const int minutes = two(11) * 60 + two(14) - static_cast<int>(e.quantity.value) * 60;
  const int days = minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440);
  const int rest = minutes - days * 1440;
  const auto text = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  row.begin = iso_date(add_days(*day, days)) + 'T' + text(rest / 60) + ':' + text(rest % 60) + edge.begin->substr(16);
  row.end_excl = edge.begin;
}

}  // namespace

void mark_edges(const Atoms& a, std::vector<Expression>& found) {
  for (std::size_t k = 0; k + 1 < found.size(); ++k) {
    Expression& e = found[k];
    const Expression& next = found[k + 1];
    if (ends_with_next(a, e, next)) {
      if (e.shape == Shape::Shift) e.quantity.value = 1;
      e.shape = Shape::Length;
      e.rule = RuleId::Duration;
      e.edge = Expression::Edge::EndsWith;
    } else {
      e.edge = cut_from_next(a, e, next);
    }
  }
}

void mark_told(const Atoms& a, std::vector<Expression>& found) {
  for (Expression& e : found) e.told = is_told(a, e);
}

void share_years(const Atoms& a, std::vector<Expression>& found) {
  for (std::size_t k = 1; k < found.size(); ++k) {
    Expression& e = found[k];
    if (!lacks_year(e)) continue;
    constexpr std::size_t kMostLooked = 8;  // expressions of a sentence
    for (std::size_t j = k; j-- > 0 && k - j <= kMostLooked;) {
      const Expression& before = found[j];
      const bool season = e.rule == RuleId::Season && before.rule == RuleId::Season;
      if (a[before.first].sentence != a[e.first].sentence || (!season && e.first - before.last > kReach)) break;
      take_year_of(before, e);
      if (!lacks_year(e)) break;
    }
  }
}

void bound_edges(const std::vector<Expression>& expressions, std::vector<TimeRow>& rows) {
  for (std::size_t k = 0; k + 1 < expressions.size(); ++k) {
    const Expression& e = expressions[k];
    const TimeRow& edge = rows[k + 1];
    if (e.edge == Expression::Edge::None || !edge.begin || !edge.end_excl) continue;
    TimeRow& row = rows[k];
    const auto count = static_cast<int>(e.quantity.value);
    const auto begin = parse_iso_date(*edge.begin), end = parse_iso_date(*edge.end_excl);
    row.anchor = TimeRow::Anchor::Time;
    row.anchor_time = static_cast<Index>(k + 1);
    if (e.unit <= Unit::Hour) {
      bound_hours(e, edge, row);
    } else if (begin && end) {
      const bool begins = e.edge == Expression::Edge::BeginsOf;
      row.begin = iso_date(begins ? *begin : back(*end, e.unit, count));
      row.end_excl = iso_date(begins ? back(*begin, e.unit, -count) : *end);
    }
  }
}

}  // namespace onrecord::times
