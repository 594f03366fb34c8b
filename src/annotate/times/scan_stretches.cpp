// SPDX-License-Identifier: Apache-2.0
// Stretches counted by rank or name: quarters, halves, centuries, fiscal years, seasons.
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

// ", 2024", "of 2024", "of fiscal 2024", "of this year" after a quarter or half.
std::size_t year_of_stretch(const Atoms& a, std::size_t at, Expression& e) {
  std::size_t next = a.is(at, "of") || a.is(at, "in") || a.is_mark(at, ',') ? at + 1 : at;
  if (a.is(next, WordClass::Fiscal)) {
    e.fiscal = true;
    next += a.is(next + 1, "year") ? 2 : 1;
  }
  if (const Number year = read_year(a, next)) {
    e.year = year.value;
    return year.end;
  }
  const std::size_t after = read_year_after(a, at, e);
  if (after != 0) return after;
  return 0;
}

// Halves need a year or a word of business beside them: matches and games have halves too.
Found half_at(const Atoms& a, std::size_t at, std::size_t end, int half) {
  Expression e = expression_at(at, end, RuleId::Half);
  e.half = half;
  e.grain = Grain::Half;
  if (const std::size_t after = year_of_stretch(a, end, e)) {
    e.last = after;
    return e;
  }
  const bool business = is_one_of(a.lower(end), {"profit", "profits", "earnings", "net", "sales", "revenue",
                                                 "revenues", "results", "loss", "losses", "income"});
  if (business) return e;
  const bool nested = a.is(end + 3, WordClass::Half) || a.is(end + 4, WordClass::Half);
  if (a.is(end, "of") && a.is(end + 1, "the") && !nested) {
    const Found decade = longer(read_year_date(a, end + 2), read_ranked(a, end + 2));
    const Found apostrophe = a.is_mark(end + 2, '\'') ? read_year_date(a, end + 3) : std::nullopt;
    const Found whole = decade ? decade : apostrophe;
    if (whole && (whole->grain == Grain::Decade || whole->grain == Grain::Century)) {
      Expression stretch = *whole;
      stretch.first = at;
      stretch.mod = half == 1 ? "START" : "END";
      return stretch;
    }
  }
  return std::nullopt;
}

}  // namespace

// "quarter", "quarters" after a rank.
bool is_quarter(const Atoms& a, std::size_t at) {
  return (a.is(at, WordClass::Unit) || a.is(at, WordClass::Units)) && static_cast<Unit>(a.value(at)) == Unit::Quarter;
}

Found quarter_at(const Atoms& a, std::size_t at, std::size_t end, int quarter) {
  if (quarter < 1 || quarter > 4) return std::nullopt;
  Expression e = expression_at(at, end, RuleId::Quarter);
  e.quarter = quarter;
  e.grain = Grain::Quarter;
  if (const std::size_t after = year_of_stretch(a, end, e)) e.last = after;
  return e;
}

std::size_t read_year_after(const Atoms& a, std::size_t at, Expression& e) {
  std::size_t next = at;
  if (is_one_of(a.lower(next), {"of", "in"})) ++next;
  if (a.is(next, WordClass::Article) && a.value(next) == 0) {
    ++next;
    if (a.is(next, "year") && next == at + 2 && !a.is_mark(next + 1, '-')) {
      e.year_relation = Relation::Same;
      return next + 1;
    }
  }
  if (!a.is(next, WordClass::Relation) || !a.is(next + 1, "year")) return 0;
  const auto relation = static_cast<Relation>(a.value(next));
  if (relation == Relation::Past) return 0;
  e.year_relation = relation;
  return next + 2;
}

Found read_ranked(const Atoms& a, std::size_t at) {
  if (!begins_word(a, at)) return std::nullopt;
  if (a.is(at, "ad") && a[at].capital && a[at + 1].number > 0 && a[at + 1].digits <= 4) {  // "AD 79"
    Expression e = expression_at(at, at + 2, RuleId::Year);
    e.year = a[at + 1].number;
    return e;
  }
  // "Q3 2024", "3Q", "H1".
  if (a.is(at, "q") && a[at + 1].digits == 1 && a[at + 1].glued && ends_word(a, at + 2)) {
    return quarter_at(a, at, at + 2, a[at + 1].number);
  }
  if (a.is(at, "h") && a[at + 1].digits == 1 && a[at + 1].glued && a[at + 1].number <= 2 && ends_word(a, at + 2)) {
    Expression probe = expression_at(at, at + 2, RuleId::Half);
    if (year_of_stretch(a, at + 2, probe) != 0) return half_at(a, at, at + 2, a[at + 1].number);
  }
  if (a[at].digits == 1 && a[at + 1].glued && a.is(at + 1, "q") && ends_word(a, at + 2)) {
    return quarter_at(a, at, at + 2, a[at].number);
  }
  const bool last_half = is_one_of(a.lower(at), {"last", "latter", "final"});
  const Number rank = last_half ? Number{at + 1, 2} : read_rank(a, at);
  if (Found nth = read_nth(a, at)) return nth;
  if (!rank) return std::nullopt;
  const std::size_t next = skip_hyphen(a, rank.end);
  if (!last_half && is_quarter(a, next) && a.is(next, WordClass::Unit))
    return quarter_at(a, at, next + 1, rank.value);
  if (!last_half && a.is(next, WordClass::Fiscal) && is_quarter(a, next + 1)) {
    return quarter_at(a, at, next + 2, rank.value);
  }
  if (a.is(next, WordClass::Half) && rank.value <= 2) return half_at(a, at, next + 1, rank.value);
  if (!last_half && a.is(next, "century") && !a.is(next + 1, "fox")) {
    Expression e = expression_at(at, next + 1, RuleId::Century);
    e.grain = Grain::Century;
    e.year = (rank.value - 1) * 100;
    if (*e.year == 0) e.year = 1;
    int sign = 1;
    if (const std::size_t era = read_era(a, next + 1, sign)) {
      e.last = era;
      if (sign <= 0) e.year = 2 - rank.value * 100;  // the digits' century: 499 to 400 BC is the 5th
    }
    return e;
  }
  return std::nullopt;
}

Found read_fiscal(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Fiscal) || !begins_word(a, at)) return std::nullopt;
  std::size_t next = skip_hyphen(a, at + 1);
  const bool named = a.is(next, "year");
  if (named) ++next;
  const bool two_digits = a.is(at, "fy") && next == at + 1 && a[next].digits == 2 && ends_word(a, next + 1);
  const Number short_year = two_digits ? Number{next + 1, 2000 + a[next].number} : Number{};
  if (const Number year = two_digits ? short_year : read_year(a, next)) {
    Expression e = expression_at(at, year.end, RuleId::FiscalYear);
    e.year = year.value;
    e.fiscal = true;
    return e;
  }
  Found quarter = read_ranked(a, next);
  if (quarter && !named) {
    quarter->first = at;
    quarter->fiscal = true;
    return quarter;
  }
  return std::nullopt;
}

Found read_season(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Season) || !begins_word(a, at) || !ends_word(a, at + 1)) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::Season);
  e.season = static_cast<Season>(a.value(at));
  e.grain = Grain::Season;
  std::size_t next = a.is(at + 1, "of") || a.is_mark(at + 1, ',') ? at + 2 : at + 1;
  if (a.is(next, "the") && a.is(next + 1, "year")) ++next;
  if (a.is(next, "year")) ++next;
  if (a.is_mark(next, '\'') && a[next + 1].digits == 2) ++next;
  if (const Found year = read_year_date(a, next); year && year->grain == Grain::Year) {
    e.year = year->year;
    e.last = year->last;
    return e;
  }
  // "allow prices to fall next year" is no season.
  const bool noun =
      (a[at].word->flags & kNeedsContext) == 0 || is_one_of(a.lower(at - 1), {"the", "in", "this", "early", "late"});
  if (const std::size_t end = noun ? read_year_after(a, at + 1, e) : 0) {
    e.last = end;
    return e;
  }
  const bool article = a.is(at - 1, "the");
  if (e.season == Season::Spring && article && !a.is(at + 1, "of")) return e;
  const std::string_view before = a.lower(article ? at - 2 : at - 1);
  const bool placed =
      is_one_of(before, {"in", "by", "since", "until", "during", "through", "throughout", "of", "before", "after",
                         "for", "late", "early", "mid", "-", "from", "to", "over"});
  const bool verb = (a[at].word->flags & kNeedsContext) != 0 || e.season == Season::Spring;
  if (verb && !(placed && (article || before == "in" || before == "by" || before == "early" || before == "late"))) {
    return std::nullopt;
  }
  if (verb && (a.is(at + 1, "of") || a.is(at + 1, "in") || a.is(at + 1, "from"))) return std::nullopt;
  return e;
}

}  // namespace onrecord::times
