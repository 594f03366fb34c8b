// SPDX-License-Identifier: Apache-2.0
// A unit with no number before it: "the year", "years", "year-earlier", "the day after tomorrow".
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

bool is_unit(const Atoms& a, std::size_t at) {
  return a.is(at, WordClass::Unit) && (a[at].word->flags & kTwofold) == 0;
}
Unit unit_of(const Atoms& a, std::size_t at) { return static_cast<Unit>(a.value(at)); }

// "years ago", "days later", "weeks" on their own.
Found read_plural(const Atoms& a, std::size_t at) {
  const Unit unit = unit_of(a, at);
  const std::string_view after = a.lower(at + 1), before = a.lower(at - 1);
  if (unit == Unit::Weekend) {
    Expression e = expression_at(at, at + 1, RuleId::Set);
    e.shape = Shape::Repeat;
    e.fixed = "XXXX-WE";
    return e;
  }
  if ((unit == Unit::Quarter && before != "recent") || unit == Unit::Second || after == "old") return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::VagueDuration);
  e.shape = Shape::Length;
  e.unit = unit;
  e.quantity.vague = true;
  if (after == "ago" || after == "earlier") {
    e.last = at + 2;
    e.shape = Shape::Reference;
    e.rule = RuleId::Ago;
    e.fixed = "PAST_REF";
    return e;
  }
  if (after == "later") {
    e.last = at + 2;
    e.shape = Shape::Reference;
    e.rule = RuleId::LaterEarlier;
    e.fixed = "FUTURE_REF";
    return e;
  }
  if (a.is_mark(at + 1, '-') && a.is(at + 2, "long")) e.last = at + 3;
  if (before == "these" && unit == Unit::Day) {
    e.first = at - 1;
    e.shape = Shape::Reference;
    e.rule = RuleId::Reference;
    e.fixed = "PRESENT_REF";
    return e;
  }
  if (before == "recent") {
    e.first = at - 1;
    if (unit == Unit::Year) {
      e.shape = Shape::Reference;
      e.rule = RuleId::Reference;
      e.fixed = "PAST_REF";
    }
    return e;
  }
  const bool short_unit = unit <= Unit::Hour;
  if (short_unit && after != "after" && after != "before" && before != "for" && before != "within")
    return std::nullopt;
  return e;
}

// "year-earlier", "year-ago quarter", "year-end", "year-long".
Found read_compound(const Atoms& a, std::size_t at) {
  std::size_t next = skip_hyphen(a, at + 1);
  const bool hyphen = next != at + 1;
  const Unit unit = unit_of(a, at);
  if ((a.is(next, "earlier") || a.is(next, "ago")) && (hyphen || a.is(at - 1, "the"))) {
    Expression e = expression_at(at, next + 1, RuleId::LaterEarlier);
    e.shape = Shape::Offset;
    e.unit = unit;
    e.quantity.value = -1;
    e.from_text = !hyphen;
    if (const Number rank = read_rank(a, next + 1); rank && a.is(rank.end, "quarter")) {
      e.last = rank.end + 1;
    } else if (a.is(next + 1, "quarter") || a.is(next + 1, WordClass::Period)) {
      e.last = next + 2;
    }
    return e;
  }
  const std::size_t end_at = a.is_mark(next, '\'') ? next + 2 : next;
  if (a.is(end_at, "end") && unit == Unit::Year &&
      !hyphen) {  // "by year's end": late in it; "year-end" is its last day
    Expression e = shift_of(at, end_at + 1, unit, 0, false);
    e.rule = RuleId::NamedUnit;
    e.mod = "END";
    return e;
  }
  if (a.is(end_at, "end") && unit == Unit::Year) {
    Expression e = expression_at(at, end_at + 1, RuleId::NamedUnit);
    e.month = 12;
    e.day = 31;
    e.relation = a.is(at - 1, "since") || a.is(at - 1, "from") ? Relation::Last : Relation::This;
    e.grain = Grain::Day;
    return e;
  }
  if (hyphen && a.is(next, "long")) {
    Expression e = expression_at(at, next + 1, RuleId::Duration);
    e.shape = Shape::Length;
    e.unit = unit;
    e.quantity.value = 1;
    return e;
  }
  return std::nullopt;
}

// "day after tomorrow", "day before", "week of March 6".
Found read_beside(const Atoms& a, std::size_t at) {
  const Unit unit = unit_of(a, at);
  if (unit == Unit::Week && a.is(at + 1, "of")) {
    const Found day = longer(read_month_first(a, at + 2), read_day_first(a, at + 2));
    if (day && day->grain == Grain::Day) {
      Expression e = *day;
      e.first = at;
      e.grain = Grain::Week;
      return e;
    }
  }
  if (unit == Unit::Month && a.is(at + 1, "of") && a.is(at - 1, "the")) {  // "the month of April"
    const Found month = read_month_first(a, at + 2);
    if (month && month->grain == Grain::Month) {
      Expression e = *month;
      e.first = at - 1;
      return e;
    }
  }
  if (unit != Unit::Day && unit != Unit::Week && unit != Unit::Month && unit != Unit::Year) return std::nullopt;
  const int sign = a.is(at + 1, "after") ? 1 : a.is(at + 1, "before") ? -1 : 0;
  if (sign == 0) return std::nullopt;
  const std::size_t other = at + 2;
  if (a.is(other, WordClass::Deictic) && unit == Unit::Day && a.value(other) == sign) {
    return shift_of(at, other + 1, unit, 2 * sign, false);
  }
  const bool ends = a[other].mark != 0 && a[other].mark != '\'';
  if (ends && a.is(at - 1, "the")) return shift_of(at, at + 2, unit, sign, true);
  return std::nullopt;
}

}  // namespace

Expression shift_of(std::size_t first, std::size_t last, Unit unit, int steps, bool from_text) {
  Expression e = expression_at(first, last, from_text ? RuleId::TextUnit : RuleId::RelativeUnit);
  e.shape = Shape::Shift;
  e.unit = unit;
  e.quantity.value = steps;
  e.from_text = from_text;
  return e;
}

bool is_name_in_quotes(const Atoms& a, std::size_t first, std::size_t last) {
  const char before = a[first - 1].mark, after = a[last].mark;
  const bool opens = before == '"' || before == '\'' || before == '`' || before == '~';
  const bool possessive = a.is(last + 1, "s");  // `Ten Year's` closes nothing
  const bool closes = !possessive && (after == '"' || after == '\'' || after == '~' || after == ',');
  const bool begins = a[first].capital || a[first].number >= 0;
  return opens && closes && begins && a[last - 1].capital && a[first].glued && a[last].glued;
}

// After a noun phrase: a mark, or a word that cannot be its noun.
bool ends_phrase(const Atoms& a, std::size_t at) {
  return a[at].mark != 0 ||
         is_one_of(a.lower(at), {"and",  "of",  "to",   "for",   "as",    "is",  "was",   "will",    "in",
                                 "that", "if",  "when", "with",  "on",    "by",  "or",    "but",     "because",
                                 "from", "at",  "it",   "he",    "she",   "we",  "they",  "i",       "have",
                                 "has",  "had", "may",  "would", "could", "can", "looks", "without", "than"});
}

Found read_unit(const Atoms& a, std::size_t at) {
  if (!begins_word(a, at)) return std::nullopt;
  if (a.is(at, WordClass::Units)) return ends_word(a, at + 1) ? read_plural(a, at) : std::nullopt;
  if (!is_unit(a, at)) return std::nullopt;
  if (Found compound = read_compound(a, at)) return compound;
  if (Found beside = read_beside(a, at)) return beside;
  const Unit unit = unit_of(a, at);
  if (unit == Unit::Year && read_year(a, at + 1)) {  // "the year 2000"
    Found year = read_year_date(a, at + 1);
    if (year) year->first = at;
    return year;
  }
  std::size_t first = at;
  if (is_one_of(a.lower(at - 1), {"fiscal", "full", "financial", "calendar", "whole"})) --first;
  const bool in_day = unit == Unit::Day && a.is(at - 2, "in") && a.is(at - 3, WordClass::Stage);
  if (!a.is(first - 1, "the") || (unit <= Unit::Day && !in_day) || !ends_word(a, at + 1)) return std::nullopt;
  if (a.is_mark(at + 1, '-') && a[at + 1].glued) return std::nullopt;
  if (a[at].capital && !a[first - 1].capital) return std::nullopt;  // "Person of the Year"
  if (a.is(at + 1, "century") || (a.is(first - 2, "of") && a.is(first - 3, "turn"))) return std::nullopt;
  const bool ended = a.is(at + 1, "ended") || a.is(at + 1, "ending");
  if (ended && unit == Unit::Year) {  // "the year ended June 30" is twelve months, not a calendar year
    Expression e = expression_at(first, at + 1, RuleId::Duration);
    e.shape = Shape::Length;
    e.unit = unit;
    e.quantity.value = 1;
    return e;
  }
  Expression e = shift_of(first, at + 1, unit, 0, false);
  e.rule = RuleId::NamedUnit;
  const Found end = ended && unit == Unit::Quarter ? read_month_first(a, at + 2) : std::nullopt;
  if (end) {
    e.shape = Shape::Calendar;
    e.grain = Grain::Quarter;
    e.quarter = (end->month + 2) / 3;
    e.year = end->year;
  }
  return e;
}

}  // namespace onrecord::times
