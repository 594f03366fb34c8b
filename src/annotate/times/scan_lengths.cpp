// SPDX-License-Identifier: Apache-2.0
// Quantities of units: lengths ("six months"), distances ("two weeks ago").
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

// Adjectives that may stand between a number and its unit.
bool is_filler(std::string_view word) {
  return is_one_of(word, {"more",     "full",     "consecutive", "straight", "additional", "trading", "working",
                          "business", "calendar", "whole",       "entire",   "long",       "further", "successive",
                          "short",    "solid",    "extra",       "or",       "so",         "fiscal",  "other"});
}

struct UnitRead {
  std::size_t end = 0;
  Unit unit = Unit::Day;
  bool plural = false;
  int times = 1;  // "fortnight": 2 weeks
};

UnitRead read_unit_word(const Atoms& a, std::size_t at) {
  if (a.is(at, "second") && a.is_mark(at - 1, '-')) return {at + 1, Unit::Second, false, 1};
  const WordClass cls = a.cls(at);
  if (cls != WordClass::Unit && cls != WordClass::Units) return {};
  if (!ends_word(a, at + 1)) return {};
  const bool twofold = (a[at].word->flags & kTwofold) != 0;
  return {at + 1, static_cast<Unit>(a.value(at)), cls == WordClass::Units, twofold ? 2 : 1};
}

// The unit after a number: "-year", "more weeks", "days".
UnitRead unit_after(const Atoms& a, const QuantityRead& quantity) {
  std::size_t next = skip_hyphen(a, quantity.end);
  for (int k = 0; k < 2 && is_filler(a.lower(next)); ++k) ++next;
  return read_unit_word(a, skip_hyphen(a, next));
}

// "two to three", "10-15": at least the first.
QuantityRead read_range(const Atoms& a, std::size_t at) {
  QuantityRead first = read_quantity(a, at);
  if (!first || first.quantity.vague) return first;
  const bool joined = a.is(first.end, "to") || a.is(first.end, "or") || a.is_mark(first.end, '-');
  if (!joined) return first;
  const QuantityRead second = read_quantity(a, first.end + 1);
  if (!second || second.article || second.quantity.vague || unit_after(a, second).end == 0) return first;
  QuantityRead range = first;
  range.end = second.end;
  range.upper = second.quantity.value;
  return range;
}

// "Will one day be free", "he may one day return": some day to come, not a length.
bool is_some_day(const Atoms& a, std::size_t at, std::size_t end) {
  if (!a.is(at, "one") || !a.is(at + 1, "day") || end != at + 2) return false;
  const auto is_modal = [](std::string_view word) {
    return is_one_of(word, {"will", "would", "may", "might", "could", "can", "ll", "shall", "must", "should"});
  };
  return is_modal(a.lower(at - 1)) || is_modal(a.lower(end));
}

bool ends_clause(const Atoms& a, std::size_t at) {
  return (a[at].mark != 0 && a[at].mark != '\'' && a[at].mark != '-') || is_one_of(a.lower(at), {"and", "but"});
}

// Which way and from where an amount counts, by the word after it.
std::size_t read_direction(const Atoms& a, std::size_t at, Expression& e) {
  const std::string_view word = a.lower(at);
  const auto offset = [&](double sign, bool from_text, RuleId rule) {
    e.shape = Shape::Offset;
    e.quantity.value = e.quantity.vague ? sign : sign * e.quantity.value;
    e.from_text = from_text;
    e.rule = rule;
  };
  if (word == "ago") {
    offset(-1, false, RuleId::Ago);
    return at + 1;
  }
  if (word == "from" && (a.is(at + 1, "now") || a.is(at + 1, "today"))) {
    offset(1, false, RuleId::Ago);
    return at + 2;
  }
  // "in two weeks' time", "in a year's time"
  if (a.is_mark(at, '\'')) {
    const std::size_t time = a.is(at + 1, "s") ? at + 2 : at + 1;
    if (!a.is(time, "time") || !a.is(e.first - 1, "in")) return at;
    offset(1, false, RuleId::Ago);
    return time + 1;
  }
  if (word == "hence") {
    offset(1, false, RuleId::Ago);
    return at + 1;
  }
  if (word == "earlier" || word == "previously" || (word == "before" && ends_clause(a, at + 1))) {
    offset(-1, true, RuleId::LaterEarlier);
    return at + 1;
  }
  if (word == "later" || word == "afterwards" || word == "afterward" || (word == "after" && ends_clause(a, at + 1))) {
    offset(1, true, RuleId::LaterEarlier);
    return at + 1;
  }
  return at;
}

// "$3 billion a year", "five times a day": the article means "each".
bool means_each(const Atoms& a, std::size_t article) {
  const std::string_view before = a.lower(article - 1);
  if (a[article - 1].mark == '%' || a[article - 1].number >= 0) return true;
  if (is_one_of(before, {"million", "billion", "trillion", "percent", "times",    "once",    "twice",
                         "cents",   "dollars", "pounds",   "euros",   "people",   "barrels", "tons",
                         "tonnes",  "shares",  "hours",    "minutes", "thousand", "mph"})) {
    return true;
  }
  // "£3bn a year", "2 crore a month"; "£240 more a month".
  const bool scale = is_one_of(before, {"bn", "tn", "trn", "mn", "m", "b", "k", "crore", "lakh", "pc", "p"});
  const bool added = is_one_of(before, {"more", "less", "extra", "apiece", "each"});
  if ((scale || added) && a[article - 2].number >= 0) return true;
  if (added && is_one_of(a.lower(article - 2), {"bn", "m", "million", "billion", "crore", "lakh", "k"})) return true;
  // "four flights a week": a plural noun that is no verb, with a number before it.
  const bool plural = before.size() > 2 && before.back() == 's' && before[before.size() - 2] != 's' &&
                      !is_one_of(before, {"was", "has", "his", "its", "yes", "gas", "is", "lasts", "takes", "needs",
                                          "spends", "this", "does", "works", "plus", "costs"});
  for (std::size_t k = 2; plural && k <= 4; ++k) {
    const bool vague = is_one_of(a.lower(article - k), {"dozens", "hundreds", "thousands"});
    if (vague || a[article - k].number >= 0 || a.is(article - k, WordClass::Number)) return true;
  }
  return a.is(article - 1, WordClass::Units) || (before == "cent" && a.is(article - 2, "per"));
}

}  // namespace

Found read_amount(const Atoms& a, std::size_t at) {
  if (!begins_word(a, at)) return std::nullopt;
  const QuantityRead quantity = read_range(a, at);
  if (!quantity) return std::nullopt;
  const UnitRead unit = unit_after(a, quantity);
  if (unit.end == 0) return std::nullopt;
  const bool plural_wanted = a.is(at, WordClass::Vague) || (quantity.quantity.vague && !a.is_mark(quantity.end, '-'));
  if (plural_wanted && !unit.plural && !a.is(at + 1, "-")) {
    if (!(a.is(at, "some") == false && a.is_mark(quantity.end, '-'))) return std::nullopt;
  }
  if (quantity.article && unit.plural) return std::nullopt;
  const std::size_t after = skip_hyphen(a, unit.end);
  if (a.is(after, "old") || a.is(after, "olds")) return std::nullopt;
  // "three-quarters of them" is a fraction.
  const bool after_relation = a.is(at - 1, WordClass::Relation) || a.is(at - 1, "first");
  if (unit.unit == Unit::Quarter && (!unit.plural || !after_relation)) {
    if (!unit.plural || a.is_mark(quantity.end, '-') || a.is(unit.end, "of") ||
        !a.is(quantity.end, WordClass::Units) || a.is(at, "some") || quantity.quantity.value == 3) {
      return std::nullopt;
    }
  }
  if (quantity.article && a.is_mark(unit.end, '-')) return std::nullopt;
  Expression e = expression_at(at, unit.end, RuleId::Duration);
  if (is_some_day(a, at, unit.end)) {
    e.rule = RuleId::Reference;
    e.shape = Shape::Reference;
    e.fixed = "FUTURE_REF";
    return e;
  }
  if (is_name_in_quotes(a, at, unit.end)) return std::nullopt;  // "60 Minutes"
  e.shape = Shape::Length;
  e.unit = unit.unit;
  e.quantity = quantity.quantity;
  e.quantity.value *= unit.times;
  if (quantity.upper > quantity.quantity.value) {
    e.upper = quantity.upper;
    e.mod = "EQUAL_OR_MORE";
  }
  if (quantity.article && a.is(at - 1, "of") && (a.is(at - 2, "quarter") || a.is(at - 2, "half"))) {
    e.quantity.value = a.is(at - 2, "half") ? 0.5 : 0.25;  // "a quarter of a century"
    e.first = a.is(at - 3, "a") ? at - 3 : at - 2;
  }
  if (a.is(e.last, "and") && a.is(e.last + 1, "a") && a.is(e.last + 2, "half")) {
    e.quantity.value += 0.5;
    e.last += 3;
  }
  if (a.is_mark(e.last, '-') && a.is(e.last + 1, "long")) e.last += 2;
  std::size_t next = e.last;
  if (a.is(next, "or") && a.is(next + 1, "so")) {
    e.mod = "APPROX";
    e.last = next = next + 2;
  }
  const std::size_t directed = read_direction(a, next, e);
  if (directed != next) {
    e.last = directed;
    if (e.upper > 0) {  // "two to three weeks ago"
      e.mod = nullptr;
      e.quantity = {e.quantity.value < 0 ? -1.0 : 1.0, true};
    }
    return e;
  }
  if (quantity.article && means_each(a, at)) {
    Expression each = repeat_of(at, unit.end, unit.times == 2 ? "P2W" : unit_code(unit.unit));
    const std::string_view before = a.lower(at - 1);
    if (before == "once" || before == "twice") each.first = at - 1;
    if (before == "times" && (a.is(at - 2, WordClass::Number) || a[at - 2].number >= 0)) each.first = at - 2;
    if (unit.unit <= Unit::Hour && before != "once" && before != "twice" && before != "times") return std::nullopt;
    return each;
  }
  return e;
}

}  // namespace onrecord::times
