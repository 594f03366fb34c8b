// SPDX-License-Identifier: Apache-2.0
// Quantities of units: lengths ("six months"), distances ("two weeks ago"), repetitions ("every day").
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
};

UnitRead read_unit_word(const Atoms& a, std::size_t at) {
  if (a.is(at, "second") && a.is_mark(at - 1, '-')) return {at + 1, Unit::Second, false};
  const WordClass cls = a.cls(at);
  if (cls != WordClass::Unit && cls != WordClass::Units) return {};
  if (!ends_word(a, at + 1)) return {};
  return {at + 1, static_cast<Unit>(a.value(at)), cls == WordClass::Units};
}

// The unit after a number: "-year", "more weeks", "days".
UnitRead unit_after(const Atoms& a, const QuantityRead& quantity) {
  std::size_t next = skip_hyphen(a, quantity.end);
  for (int k = 0; k < 2 && is_filler(a.lower(next)); ++k) ++next;
  return read_unit_word(a, skip_hyphen(a, next));
}

// "two to three", "10-15": the second number of a range; the first alone would be a guess.
QuantityRead read_range(const Atoms& a, std::size_t at) {
  QuantityRead first = read_quantity(a, at);
  if (!first || first.quantity.vague) return first;
  const bool joined = a.is(first.end, "to") || a.is(first.end, "or") || a.is_mark(first.end, '-');
  if (!joined) return first;
  const QuantityRead second = read_quantity(a, first.end + 1);
  if (!second || second.article || second.quantity.vague || unit_after(a, second).end == 0) return first;
  return {second.end, {0, true}, false};
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
  // "four flights a week": a plural noun that is no verb, with a number before it.
  const bool plural =
      before.size() > 3 && before.back() == 's' && before[before.size() - 2] != 's' &&
      !is_one_of(before, {"lasts", "takes", "needs", "spends", "this", "does", "works", "plus", "costs"});
  for (std::size_t k = 2; plural && k <= 4; ++k) {
    if (a[article - k].number >= 0 || a.is(article - k, WordClass::Number)) return true;
  }
  return a.is(article - 1, WordClass::Units) || (before == "cent" && a.is(article - 2, "per"));
}

const char* unit_code(Unit unit) {
  constexpr const char* kCodes[] = {"PT1S", "PT1M", "PT1H", "P1D",  "P1WE", "P1W",
                                    "P1M",  "P1Q",  "P1Y",  "P10Y", "P100Y"};
  return kCodes[static_cast<std::size_t>(unit)];
}

Expression repeat_of(std::size_t first, std::size_t last, std::string value) {
  Expression e = expression_at(first, last, RuleId::Set);
  e.shape = Shape::Repeat;
  e.fixed = std::move(value);
  return e;
}

std::string padded_month(int month) { return (month < 10 ? "XXXX-0" : "XXXX-") + std::to_string(month); }

// What repeats after "every".
Found read_repeated(const Atoms& a, std::size_t at, std::size_t next) {
  constexpr const char* kSeasons[] = {"XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
  constexpr const char* kParts[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
  if (a.is(next, WordClass::Weekday) && a.value(next) < 10) {
    const std::string day = "XXXX-WXX-" + std::to_string(a.value(next));
    if (a.is(next + 1, WordClass::Part) && a.value(next + 1) < 10) {
      return repeat_of(at, next + 2, day + kParts[a.value(next + 1)]);
    }
    return repeat_of(at, next + 1, day);
  }
  if (a.is(next, WordClass::Month)) return repeat_of(at, next + 1, padded_month(a.value(next)));
  if (a.is(next, WordClass::Season)) return repeat_of(at, next + 1, kSeasons[a.value(next)]);
  if (a.is(next, WordClass::Part) && a.value(next) < 10) {
    return repeat_of(at, next + 1, std::string("XXXX-XX-XX") + kParts[a.value(next)]);
  }
  return std::nullopt;
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
  e.shape = Shape::Length;
  e.unit = unit.unit;
  e.quantity = quantity.quantity;
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
    return e;
  }
  if (quantity.article && means_each(a, at)) {
    Expression each = repeat_of(at, unit.end, unit_code(unit.unit));
    const std::string_view before = a.lower(at - 1);
    if (before == "once" || before == "twice") each.first = at - 1;
    if (before == "times" && (a.is(at - 2, WordClass::Number) || a[at - 2].number >= 0)) each.first = at - 2;
    if (unit.unit <= Unit::Hour && before != "once" && before != "twice" && before != "times") return std::nullopt;
    return each;
  }
  return e;
}

Found read_each(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Each) || !begins_word(a, at)) return std::nullopt;
  const bool per = a.value(at) == 1;
  std::size_t next = skip_hyphen(a, at + 1);
  if (a.is(next, "single") || a.is(next, "passing")) ++next;
  const bool other = a.is(next, "other");
  if (other) ++next;
  if (a.is(next, WordClass::Unit)) {
    const Unit unit = static_cast<Unit>(a.value(next));
    if (per && unit <= Unit::Hour) return std::nullopt;
    std::string value = unit == Unit::Weekend ? "XXXX-WE" : unit_code(unit);
    if (other && unit != Unit::Weekend) value[value.find('1')] = '2';
    return repeat_of(at, next + 1, std::move(value));
  }
  if (per) return std::nullopt;
  if (Found amount = read_amount(a, next); amount && amount->shape == Shape::Length && a.is(at, "every")) {
    amount->first = at;
    amount->shape = Shape::Repeat;
    amount->rule = RuleId::Set;
    return amount;
  }
  return read_repeated(a, at, next);
}

Found read_frequency(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Frequency) || !begins_word(a, at) || !ends_word(a, at + 1)) return std::nullopt;
  // Names of papers: "the Daily Star".
  if (a[at].capital && (a[at + 1].capital || a[at - 1].capital)) return std::nullopt;
  const Unit unit = static_cast<Unit>(a.value(at));
  if (unit == Unit::Quarter) return std::nullopt;
  return repeat_of(at, at + 1, unit_code(unit));
}

}  // namespace onrecord::times
