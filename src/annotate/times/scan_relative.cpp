// SPDX-License-Identifier: Apache-2.0
// Expressions seen from another day: "today", "last week", "that night", "the year", "now".
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

bool is_unit(const Atoms& a, std::size_t at) {
  return a.is(at, WordClass::Unit) && (a[at].word->flags & kTwofold) == 0;
}
Unit unit_of(const Atoms& a, std::size_t at) { return static_cast<Unit>(a.value(at)); }

int steps_of(Relation relation) {
  switch (relation) {
    case Relation::Last:
    case Relation::Past:
    case Relation::Previous: return -1;
    case Relation::Next:
    case Relation::Coming:
    case Relation::Following: return 1;
    default: return 0;
  }
}

// Whether the relation counts from the last date of the text: "the same day", "the next morning".
bool counts_from_text(const Atoms& a, std::size_t at, Relation relation, Unit unit) {
  if (relation == Relation::Same || relation == Relation::Following || relation == Relation::Previous) return true;
  const bool article = a.is(at - 1, "the");
  return relation == Relation::Next && (unit == Unit::Day || article);
}

// "last two weeks", "past few months", "next 14 months": a length that touches now.
Found read_span(const Atoms& a, std::size_t at, std::size_t next, Relation relation) {
  if (relation == Relation::This || relation == Relation::Same || relation == Relation::None) return std::nullopt;
  Found amount = read_amount(a, next);
  if (!amount || amount->shape != Shape::Length || a.is(next, WordClass::Article)) return std::nullopt;
  amount->first = at;
  amount->rule = RuleId::SpanToNow;
  // "the last two years of the war" do not touch the present.
  amount->relation = a.is(amount->last, "of") ? Relation::None : relation;
  return amount;
}

// "last year's third quarter".
Found read_of_year(const Atoms& a, std::size_t at, std::size_t next, Relation relation) {
  if (!a.is_mark(next, '\'')) return std::nullopt;
  const std::size_t inner_at = a.is(next + 1, "s") ? next + 2 : next + 1;
  if (relation == Relation::Last && (a.is(inner_at, "quarter") || a.is(inner_at, "period"))) {
    Expression e = shift_of(at, inner_at + 1, Unit::Year, -1, false);
    e.compares = true;
    return e;
  }
  Found inner = longer(read_ranked(a, inner_at), longer(read_season(a, inner_at), read_fiscal(a, inner_at)));
  if (!inner || inner->year) return std::nullopt;
  inner->first = at;
  inner->year_relation = relation;
  return inner;
}

// "Compared with earnings of $3 million last year", "in the same period last year": of the stretch reported on.
bool compares(const Atoms& a, std::size_t at) {
  if (a.is(at - 1, "period") || a.is(at - 1, "quarter")) return true;
  bool compared = false;
  for (std::size_t k = 1; k <= 14 && a[at - k].sentence == a[at].sentence; ++k) {
    if (a[at - k].digits == 4 && a[at - k].number >= 1990 && a[at - k].number < 2100)
      return false;  // "in 2024, versus"
    compared = compared || is_one_of(a.lower(at - k), {"compared", "versus"});
  }
  return compared;
}

// The noun after "last", "this", "that": a unit.
Found read_related_unit(const Atoms& a, std::size_t at, std::size_t next, Relation relation) {
  const bool fiscal = a.is(next, WordClass::Fiscal);
  if (fiscal || a.is(next, "calendar") || a.is(next, "financial")) ++next;
  if (a.is(next, "fortnight") && relation != Relation::This && relation != Relation::Same) {
    Expression e = expression_at(at, next + 1, RuleId::SpanToNow);
    e.shape = Shape::Length;
    e.unit = Unit::Week;
    e.quantity.value = 2;
    e.relation = relation;
    return e;
  }
  if (a.is(at, "latest") && a.is(next, "period")) return shift_of(at, next + 1, Unit::Quarter, -1, false);
  if (!is_unit(a, next) || !ends_word(a, next + 1)) return std::nullopt;
  const Unit unit = unit_of(a, next);
  if (unit <= Unit::Hour) return std::nullopt;
  if (a.is_mark(next + 1, '-') && a[next + 1].glued) return std::nullopt;
  // "the last day of March" is not yesterday.
  if (relation == Relation::Last && a.is(at - 1, "the") && a.is(next + 1, "of")) return std::nullopt;
  if (unit == Unit::Year) {
    if (Found inner = read_of_year(a, at, next + 1, relation)) return inner;
  }
  if (relation == Relation::Past) {
    Expression e = expression_at(at, next + 1, RuleId::SpanToNow);
    e.shape = Shape::Length;
    e.unit = unit;
    e.quantity.value = 1;
    e.relation = relation;
    return e;
  }
  if (is_name_in_quotes(a, at, next + 1)) return std::nullopt;
  Expression e = shift_of(at, next + 1, unit, steps_of(relation), counts_from_text(a, at, relation, unit));
  e.fiscal = fiscal;
  e.reported = unit == Unit::Quarter && relation == Relation::This && a.is_mark(next + 1, '\'');
  e.compares = unit == Unit::Year && relation == Relation::Last && compares(a, at);
  return e;
}

// The noun after "last", "this", "that": a part of the day.
Found read_related_part(const Atoms& a, std::size_t at, std::size_t next, Relation relation) {
  if (!a.is(next, WordClass::Part) || a.value(next) >= 10 || !ends_word(a, next + 1)) return std::nullopt;
  Expression e = shift_of(at, next + 1, Unit::Day, steps_of(relation), counts_from_text(a, at, relation, Unit::Day));
  e.part = static_cast<DayPart>(a.value(next));
  return e;
}

// "this past spring", "this coming Sunday".
Relation inner_relation(const Atoms& a, std::size_t& next, Relation relation) {
  if (relation != Relation::This || !a.is(next, WordClass::Relation)) return relation;
  const auto inner = static_cast<Relation>(a.value(next));
  if (inner == Relation::Past || inner == Relation::Last) {
    ++next;
    return Relation::Last;
  }
  if (inner == Relation::Coming || inner == Relation::Next) {
    ++next;
    return Relation::Coming;
  }
  if (inner == Relation::Same) {
    ++next;
    return Relation::Same;
  }
  return relation;
}

// "USA Today": a capital after an acronym that is not itself in capitals.
bool is_title(const Atoms& a, std::size_t at) {
  const std::string_view before = a.text().bytes({a[at - 1].begin, a[at - 1].end});
  const std::string_view word = a.text().bytes({a[at].begin, a[at].end});
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return a[at].capital && small(word.back()) && a[at - 1].capital && before.size() > 1 && !small(before.back());
}

// "That summer", "in that winter": of the year told of; "said that summer …" is a clause.
bool is_told_season(const Atoms& a, std::size_t that, std::size_t season) {
  if (!a.is(season, WordClass::Season) || !ends_word(a, season + 1)) return false;
  const bool opens = that == 0 || a[that - 1].sentence != a[that].sentence;
  const std::string_view before = a.lower(that - 1);
  const bool clause = is_one_of(
      before, {"said",   "says",      "say",     "told",     "shows",    "showed",  "found", "fear",  "fears",
               "hope",   "hopes",     "think",   "know",     "so",       "is",      "was",   "means", "warned",
               "argued", "announced", "claimed", "reported", "believes", "believe", "fact",  "news"});
  return opens || !clause;
}

}  // namespace

Found read_deictic(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Deictic) || !begins_word(a, at) || !ends_word(a, at + 1)) return std::nullopt;
  if (is_title(a, at)) return std::nullopt;
  const int value = a.value(at);
  Expression e = shift_of(at, at + 1, Unit::Day, value >= 10 ? 0 : value, false);
  e.rule = RuleId::Deictic;
  if (value >= 10) e.part = DayPart::Night;
  return e;
}

Found read_relation(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Relation) || !begins_word(a, at) || !ends_word(a, at + 1)) return std::nullopt;
  std::size_t next = at + 1;
  const auto relation = inner_relation(a, next, static_cast<Relation>(a.value(at)));
  if (Found span = read_span(a, at, next, relation)) return span;
  if (Found unit = read_related_unit(a, at, next, relation)) return unit;
  if (Found part = read_related_part(a, at, next, relation)) return part;
  if (a.is(next, WordClass::Units) && (relation == Relation::Coming || relation == Relation::Past)) {
    Expression e = expression_at(at, next + 1, RuleId::Reference);
    e.shape = Shape::Reference;
    e.fixed = relation == Relation::Past ? "PAST_REF" : "FUTURE_REF";
    return e;
  }
  if (relation == Relation::Past && a.is(at - 1, "the") && ends_phrase(a, next)) {  // "in the past"
    Expression e = expression_at(at, next, RuleId::Reference);
    e.shape = Shape::Reference;
    e.fixed = "PAST_REF";
    return e;
  }
  if (a.is(at, "that") && is_told_season(a, at, next)) {
    Expression e = expression_at(at, next + 1, RuleId::Season);
    e.season = static_cast<Season>(a.value(next));
    e.grain = Grain::Season;
    e.relation = Relation::Same;
    return e;
  }
  if (a.is(at, "that") || relation == Relation::Past) return std::nullopt;
  Found named = longer(longer(read_weekday(a, next), read_month_first(a, next)),
                       longer(read_season(a, next), read_holiday(a, next)));
  if (!named && a.is(next, WordClass::Season)) {  // "last fall"
    named = expression_at(at, next + 1, RuleId::Season);
    named->season = static_cast<Season>(a.value(next));
    named->grain = Grain::Season;
  }
  if (!named && a.is(next, WordClass::Month) && a[next].capital && ends_word(a, next + 1)) {
    named = expression_at(at, next + 1, RuleId::Month);
    named->month = a.value(next);
    named->grain = Grain::Month;
  }
  if (!named || named->year || named->shape == Shape::Repeat) return std::nullopt;
  named->first = at;
  named->relation = relation;
  return named;
}

Found read_part(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Part) || a.value(at) >= 10 || !begins_word(a, at) || !ends_word(a, at + 1)) {
    return std::nullopt;
  }
  std::size_t next = a.is(at + 1, "hours") ? at + 2 : at + 1;
  if (a.is(next, "of") || a.is(next, "on")) {
    const std::size_t date_at = a.is(next + 1, "the") ? next + 2 : next + 1;
    const Found date = a.is(date_at, WordClass::Part) ? std::nullopt : read_date(a, date_at);
    const bool day = date && !date->clock && date->part == DayPart::None &&
                     (date->shape == Shape::Shift ? date->unit == Unit::Day
                                                  : date->shape == Shape::Calendar && date->grain == Grain::Day);
    if (day) {
      Expression e = *date;
      e.first = at;
      e.part = static_cast<DayPart>(a.value(at));
      if (e.shape == Shape::Calendar) e.grain = Grain::Part;
      return e;
    }
  }
  const std::string_view before = a.lower(at - 1);
  const bool article =
      before == "the" && is_one_of(a.lower(at - 2), {"in", "during", "by", "of", "through", "into", "late", "early"});
  if (!article || a[at].capital || (a[at].word->flags & kNeedsContext) != 0) return std::nullopt;
  Expression e = shift_of(at, at + 1, Unit::Day, 0, true);
  e.rule = RuleId::PartOfDay;
  e.part = static_cast<DayPart>(a.value(at));
  return e;
}

Found read_reference(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Reference) || !begins_word(a, at) || !ends_word(a, at + 1)) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::Reference);
  e.shape = Shape::Reference;
  constexpr const char* kValues[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
  e.fixed = kValues[a.value(at)];
  const std::string_view word = a.lower(at), before = a.lower(at - 1), after = a.lower(at + 1);
  if (word == "now" && (before == "right" || before == "until" || before == "just")) {
    if (before == "right") e.first = at - 1;
    return e;
  }
  if (word == "date") {  // "to date"
    if (before != "to" || !(ends_phrase(a, at + 1) || a[at + 1].word == nullptr)) return std::nullopt;
    e.first = at - 1;
    return e;
  }
  if ((a[at].word->flags & kNeedsContext) == 0) return e;
  if (word == "future") {
    const bool near = before == "near" || before == "foreseeable" || before == "immediate";
    const bool article = near ? a.is(at - 2, "the") : before == "the";
    if ((!article && before != "in") || !ends_phrase(a, at + 1)) return std::nullopt;
    e.first = near ? at - 1 : at;
    return e;
  }
  if (word == "then") {  // "until then": the date just named
    if (!is_one_of(before, {"until", "till"}) || !ends_phrase(a, at + 1)) return std::nullopt;
    return shift_of(at, at + 1, Unit::Day, 0, true);
  }
  if (word == "soon") {
    if (before == "as" && after == "as" && a.is(at + 2, "possible")) {
      e.first = at - 1;
      e.last = at + 3;
      return e;
    }
    const bool modal = is_one_of(before, {"will", "may", "to", "can", "could", "might", "ll"});
    return modal || is_one_of(after, {"will", "may"}) ? Found(e) : std::nullopt;
  }
  if (word == "near" || word == "short") {  // "in the near term"
    e.last = at + 2;
    return before == "the" && after == "term" && ends_phrase(a, at + 2) ? Found(e) : std::nullopt;
  }
  if (word == "current") {
    if (Found unit = read_related_unit(a, at, at + 1, Relation::This)) return unit;
    return after == "account" ? std::nullopt : Found(e);
  }
  return std::nullopt;
}

}  // namespace onrecord::times
