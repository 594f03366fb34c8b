// SPDX-License-Identifier: Apache-2.0
// Years and decades.
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

// "1980s", "1980's".
std::size_t skip_decade_s(const Atoms& a, std::size_t at) {
  if (a[at].glued && a.is(at, "s")) return at + 1;
  return a.is_mark(at, '\'') && a[at].glued && a.is(at + 1, "s") && a[at + 1].glued ? at + 2 : 0;
}

// Words before a year that make it one.
bool introduces_year(const Atoms& a, std::size_t at) {
  if (a.is_mark(at, '(') || a.is_mark(at, '-') || a.is_mark(at, '/')) return true;
  return is_one_of(a.lower(at), {"in",     "since",  "until",   "till",       "by",   "of",      "from",   "during",
                                 "before", "after",  "through", "throughout", "to",   "for",     "and",    "or",
                                 "early",  "late",   "mid",     "circa",      "year", "between", "around", "about",
                                 "the",    "summer", "winter",  "spring",     "fall", "autumn",  "than",   "back",
                                 "years",  "that",   "as",      "a",          "post", "pre"});
}

// "2,000 people" is never a year; "2000 people" and "1500 metres" are not either.
bool counts_things(const Atoms& a, std::size_t year_end) {
  if (a.is(year_end, WordClass::Units) || a.is(year_end, WordClass::Unit)) return true;
  const std::string_view next = a.lower(year_end);
  if (is_one_of(next, {"people",   "men",     "women",     "miles",    "metres", "meters", "km",     "kg",
                       "feet",     "percent", "dollars",   "euros",    "points", "votes",  "troops", "soldiers",
                       "children", "million", "billion",   "tons",     "tonnes", "acres",  "jobs",   "words",
                       "square",   "pounds",  "civilians", "calories", "cubic",  "yards"})) {
    return true;
  }
  return a.is_mark(year_end, '-') && a[year_end].glued && a[year_end + 1].glued && a[year_end + 1].word == nullptr &&
         a[year_end + 1].number < 0;
}

// "499-493 BC", "496 and 495 BC": the first year of the two.
Found read_range_before_christ(const Atoms& a, std::size_t at) {
  const bool joined = a.is_mark(at + 1, '-') || a.is(at + 1, "and") || a.is(at + 1, "to") || a.is(at + 1, "or");
  const bool years = joined && a[at].number > 0 && a[at].digits <= 4 && a[at + 2].number > 0 && a[at + 2].digits <= 4;
  int second = a[at + 2].number;
  if (!years || read_era(a, at + 3, second) == 0 || second > 0) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::Year);
  e.year = 1 - a[at].number;
  return e;
}

// "Room 2012", "Flight 1987", "Resolution 1973".
bool numbers_things(const Atoms& a, std::size_t at) {
  return is_one_of(a.lower(at), {"room",    "flight",  "route",   "page",    "pages",      "highway", "number",
                                 "no",      "section", "article", "chapter", "resolution", "suite",   "box",
                                 "channel", "model",   "windows", "office",  "item",       "lot",     "gate",
                                 "bus",     "train",   "unit",    "boeing",  "asteroid",   "version", "line"});
}

// "Highs will be in the 80s".
bool speaks_of_degrees(const Atoms& a, std::size_t at) {
  for (std::size_t k = 1; k <= 6; ++k) {
    if (is_one_of(a.lower(at - k), {"temperature", "temperatures", "highs", "lows", "degrees"})) return true;
  }
  return false;
}

// "From 1385 to 1580", "between 1387 and 1411": four digits that rise by less than a few lifetimes.
bool spans_years(const Atoms& a, std::size_t at) {
  const auto joins = [&](std::size_t first) {
    const bool from = a.is(first - 1, "from") && is_one_of(a.lower(first + 1), {"to", "until", "till", "through"});
    const bool between = a.is(first - 1, "between") && a.is(first + 1, "and");
    const int begin = a[first].number, end = a[first + 2].number;
    const bool years = a[first].digits == 4 && a[first + 2].digits == 4 && begin >= 1000 && end < 2100;
    return (from || between) && years && begin < end && end - begin < 400;
  };
  return joins(at) || (at >= 2 && joins(at - 2));
}

// "1861-1863", "1861-63".
bool begins_range(const Atoms& a, std::size_t at) {
  const Atom& second = a[at + 2];
  if (!a.is_mark(at + 1, '-') || !a[at + 1].glued || !second.glued || !ends_word(a, at + 3)) return false;
  const int last = second.digits == 4   ? second.number
                   : second.digits == 2 ? a[at].number / 100 * 100 + second.number
                                        : 0;
  return last > a[at].number && last < a[at].number + 200;
}

Found read_decade(const Atoms& a, std::size_t at) {
  const int number = a[at].number;
  const std::size_t end = skip_decade_s(a, at + 1);
  if (end == 0 || number % 10 != 0 || !ends_word(a, end)) return std::nullopt;
  Expression e = expression_at(at, end, RuleId::Decade);
  e.grain = Grain::Decade;
  if (a[at].digits == 4 && number >= 1000 && number < 2200) {
    e.year = number;
    if (number % 100 == 0 && number < 1900) e.grain = Grain::Century;
  } else if (a[at].digits == 3 && (a.is(end, "bc") || a.is(end, "bce"))) {
    e.year = 1 - number - 9;  // the 480s BC run from 489 to 480
    e.last = end + 1;
    return e;
  } else if (a[at].digits == 2) {
    const bool apostrophe = a.is_mark(at - 1, '\'') && a[at].glued;
    const std::size_t before = apostrophe ? at - 2 : at - 1;
    if (!apostrophe && !(a.is(before, "the") && is_one_of(a.lower(before - 1), {"in", "of", "since", "during"})))
      return std::nullopt;
    if (apostrophe) e.first = at - 1;
    if (!apostrophe && speaks_of_degrees(a, before)) return std::nullopt;
    if (number < 30) {
      e.short_decade = number;
      e.reason = "two readings: which century";
    } else {
      e.year = 1900 + number;
    }
  } else {
    return std::nullopt;
  }
  if (const std::size_t era = a.is(end, "bc") ? end + 1 : 0) {
    e.year = 1 - number - 9;
    e.last = era;
  }
  return e;
}

}  // namespace

// "BC", "B.C.", "AD" after a number; sets the sign.
std::size_t read_era(const Atoms& a, std::size_t at, int& year) {
  const bool before = a.is(at, "bc") || a.is(at, "bce");
  if (before) year = 1 - year;
  if (before || ((a.is(at, "ad") || a.is(at, "ce")) && a[at].capital)) return at + 1;
  if (a.is(at, "b") && a.is_mark(at + 1, '.') && a.is(at + 2, "c")) {
    year = 1 - year;
    return at + (a.is_mark(at + 3, '.') ? 4 : 3);
  }
  if (a.is(at, "a") && a.is_mark(at + 1, '.') && a.is(at + 2, "d")) return at + (a.is_mark(at + 3, '.') ? 4 : 3);
  return 0;
}

Found read_year_date(const Atoms& a, std::size_t at) {
  if (!begins_word(a, at)) return std::nullopt;
  if (a[at].number >= 0) {
    if (Found range = read_range_before_christ(a, at)) return range;
    if (Found decade = read_decade(a, at)) return decade;
    int year = a[at].number;
    if (a[at].digits <= 4 && year > 0) {
      if (const std::size_t end = read_era(a, at + 1, year)) {
        Expression e = expression_at(at, end, RuleId::Year);
        e.year = year;
        return e;
      }
    }
    if (a.is_mark(at - 1, '\'') && a[at].glued && a[at].digits == 2 && !a[at - 1].glued && ends_word(a, at + 1)) {
      Expression e = expression_at(at - 1, at + 1, RuleId::Year);
      e.year = year + (year < 40 ? 2000 : 1900);
      return e;
    }
  }
  const Number year = read_year(a, at);
  if (!year) return std::nullopt;
  Expression e = expression_at(at, year.end, RuleId::Year);
  e.year = year.value;
  // "the 1988 third quarter", "the 1988 period".
  const std::size_t rank_at = a.is(year.end, WordClass::Fiscal) ? year.end + 1 : year.end;
  if (const Number rank = read_rank(a, rank_at); rank && is_quarter(a, skip_hyphen(a, rank.end))) {
    Found quarter = quarter_at(a, at, skip_hyphen(a, rank.end) + 1, rank.value);
    if (quarter) quarter->year = year.value;
    return quarter;
  }
  if (a.is(year.end, "period") || a.is(year.end, "quarter")) {
    e.last = year.end + 1;
    e.relation = Relation::Same;
    return e;
  }
  if (a[at].number < 0 && *e.year >= 1900) return e;  // "nineteen ninety-six"
  if (numbers_things(a, at - 1)) return std::nullopt;
  // "2024-77-99": digits, dash, digits, dash, digits are a code where they are no date.
  const bool code = a.is_mark(at + 1, '-') && a[at + 1].glued && a[at + 2].number >= 0 && a.is_mark(at + 3, '-') &&
                    a[at + 3].glued && a[at + 4].number >= 0;
  if (code) return std::nullopt;
  const bool usual = year.value >= 1900 && year.value < 2060;
  const bool wide = year.value >= 1400 && a[at].number >= 0;
  if (counts_things(a, year.end)) return std::nullopt;
  // A year at the end of a heading or in a list of dates: ", 1861".
  const bool closes = (a[at + 1].mark == '\n' || a[at + 1].mark == ')') && a.is_mark(at - 1, ',');
  if ((closes || begins_range(a, at)) && wide) return e;
  if (spans_years(a, at)) return e;
  // "In the spring of 1385", "by May 1385" is no count.
  const bool dated = a.is(at - 1, "of") && (a.is(at - 2, WordClass::Season) || a.is(at - 2, WordClass::Month));
  if (dated && a[at].digits == 4 && year.value >= 1000) return e;
  const bool certain = is_one_of(a.lower(at - 1), {"in", "year", "circa"});
  const bool accepted = introduces_year(a, at - 1) ? usual || wide || certain : usual && a[at].number >= 0;
  return accepted ? Found(e) : std::nullopt;
}

Found read_named_decade(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Decade) || !begins_word(a, at)) return std::nullopt;
  const std::size_t before = a.is_mark(at - 1, '-') ? at - 2 : at - 1;
  if (!a.is(before, "the") && !a.is(before, WordClass::Stage)) return std::nullopt;
  if (a.is(before, WordClass::Stage) && !a.is(before - 1, "the") && !a.is(before - 1, "in")) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::Decade);
  e.grain = Grain::Decade;
  if (a.value(at) < 30) {
    e.short_decade = a.value(at);
    e.reason = "two readings: which century";
  } else {
    e.year = 1900 + a.value(at);
  }
  return e;
}

}  // namespace onrecord::times
