// SPDX-License-Identifier: Apache-2.0
// What comes again: "every day", "each Monday", "weekly", "on weekdays at noon". A SET names days ("XXXX-WXX-1"), to
// which a clock time or a part of the day may be added, or says how often ("P1W").
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

constexpr const char* kWorkdays = "XXXX-WD";

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
  if (a.is(next, WordClass::Workday)) return repeat_of(at, next + 1, kWorkdays);
  if (a.is(next, WordClass::Month)) return repeat_of(at, next + 1, padded_month(a.value(next)));
  if (a.is(next, WordClass::Season)) return repeat_of(at, next + 1, kSeasons[a.value(next)]);
  if (a.is(next, WordClass::Part) && a.value(next) < 10) {
    return repeat_of(at, next + 1, std::string("XXXX-XX-XX") + kParts[a.value(next)]);
  }
  return std::nullopt;
}

}  // namespace

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

Found read_each(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Each) || !begins_word(a, at)) return std::nullopt;
  const bool per = a.value(at) == 1;
  std::size_t next = skip_hyphen(a, at + 1);
  if (a.is(next, "single") || a.is(next, "passing")) ++next;
  if (per && a.is(next, "annum")) return repeat_of(at, next + 1, unit_code(Unit::Year));
  const bool other = a.is(next, "other");
  if (other) ++next;
  if (a.is(next, WordClass::Unit)) {
    const Unit unit = static_cast<Unit>(a.value(next));
    if (per && unit <= Unit::Hour) return std::nullopt;
    if ((a[next].word->flags & kTwofold) != 0) return repeat_of(at, next + 1, "P2W");
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
  if ((a[at].word->flags & kTwofold) != 0) return repeat_of(at, at + 1, "P2W");
  return repeat_of(at, at + 1, unit_code(unit));
}

Found read_workdays(const Atoms& a, std::size_t at) {
  if (!a.is(at, WordClass::Workday) || a.value(at) == 0 || !begins_word(a, at) || !ends_word(a, at + 1)) return {};
  return repeat_of(at, at + 1, kWorkdays);
}

std::string days_of_set(const Expression& set) {
  if (set.fixed == "P1D") return "XXXX-XX-XX";
  if (set.fixed.substr(0, 4) != "XXXX" || set.fixed.size() < 7) return {};
  if (set.fixed.size() == 7 && set.fixed != "XXXX-WE" && set.fixed != kWorkdays) return {};  // a season, a month
  return set.fixed.substr(0, set.fixed.find('T'));
}

Found read_set_of_days(const Atoms& a, std::size_t at) {
  Found set = longer(longer(read_each(a, at), read_frequency(a, at)), read_workdays(a, at));
  if (!set && a.is(at, WordClass::Weekday) && a.value(at) > 10) set = read_weekday(a, at);
  if (!set && a.is(at, "weekends")) set = read_unit(a, at);
  return set && set->shape == Shape::Repeat && !days_of_set(*set).empty() ? set : std::nullopt;
}

}  // namespace onrecord::times
