// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/scan.h"

#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

const char* mod_of(Stage stage) {
  switch (stage) {
    case Stage::Early: return "START";
    case Stage::Mid: return "MID";
    case Stage::Late: return "END";
    default: return nullptr;
  }
}

// "early", "late" stand right before the date; "the end", "the start" need "of".
bool needs_of(std::string_view word) { return is_one_of(word, {"beginning", "start", "middle", "end", "close"}); }

// "mid-afternoon", "late evening yesterday" after a preposition or article; `first` is where the stage stands.
Found read_staged_part(const Atoms& a, std::size_t first, std::size_t part) {
  if (!a.is(part, WordClass::Part) || a.value(part) >= 10 || !ends_word(a, part + 1)) return std::nullopt;
  const std::string_view before = a.lower(first - 1);
  if (!is_one_of(before, {"the", "this", "in", "by", "since", "until", "during"})) return std::nullopt;
  Expression e = expression_at(part, part + 1, RuleId::PartOfDay);
  e.shape = Shape::Shift;
  e.part = static_cast<DayPart>(a.value(part));
  e.from_text = before != "this";
  if (const Found day = read_deictic(a, part + 1); day && day->part == DayPart::None) {
    e.last = day->last;
    e.quantity = day->quantity;
    e.from_text = false;
  }
  return e;
}

// "early 1998", "late in the year", "the end of 2023", "mid-April".
// A stage may stand before a stage ("late in the middle of May"); more than `kMostStages` are no date.
constexpr int kMostStages = 3;
Found read_staged(const Atoms& a, std::size_t at, int stage = 1) {
  if (!a.is(at, WordClass::Stage) || !begins_word(a, at)) return std::nullopt;
  if (a.is(at, "later") && a.is(at + 1, "date") && a.is(at - 1, "a")) {
    Expression e = expression_at(at - 1, at + 2, RuleId::Reference);
    e.shape = Shape::Reference;
    e.fixed = "FUTURE_REF";
    return e;
  }
  std::size_t next = skip_hyphen(a, at + 1);
  if (needs_of(a.lower(at))) {
    if (!a.is(next, "of")) return std::nullopt;
    ++next;
  } else if (a.is(next, "in") || a.is(next, "on")) {
    ++next;
  }
  if (a.is(next, "the")) ++next;
  if (a.is(next, "hours") && a.is(at, "early") && a.is(next + 1, "of")) {  // "the early hours of Wednesday"
    Found day = read_date(a, a.is(next + 2, "the") ? next + 3 : next + 2);
    const bool bare = day && !day->clock && day->part == DayPart::None;
    const bool dated =
        bare && (day->shape == Shape::Shift ? day->unit == Unit::Day
                                            : day->shape == Shape::Calendar && day->grain == Grain::Day);
    if (!dated) return std::nullopt;
    day->first = at;
    day->part = DayPart::Morning;
    if (day->shape == Shape::Calendar) day->grain = Grain::Part;
    day->mod = "START";
    return day;
  }
  const bool staged_again = a.is(next, WordClass::Stage) && stage < kMostStages;
  Found date = staged_again ? read_staged(a, next, stage + 1) : read_date(a, next);
  if (!date) date = read_staged_part(a, at, next);
  if (!date || date->shape == Shape::Repeat || date->shape == Shape::Length || date->shape == Shape::Reference) {
    return std::nullopt;
  }
  if (date->rule == RuleId::Month && a.is(at, "later")) return std::nullopt;
  date->first = at;
  if (date->mod == nullptr) date->mod = mod_of(static_cast<Stage>(a.value(at)));
  return date;
}

// "the 25th", "on the 3rd": a day whose month is named elsewhere.
Found read_day_alone(const Atoms& a, std::size_t at) {
  if (!a.is(at, "the") || a[at + 1].number < 0) return std::nullopt;
  const Number day = read_rank(a, at + 1);
  if (!day || day.value < 1 || day.value > 31 || !is_one_of(a.lower(at - 1), {"on", "by", "until", "since"}))
    return std::nullopt;
  if (a[day.end].mark == 0 && !is_one_of(a.lower(day.end), {"and", "when", "at", "after", "in", "to"}))
    return std::nullopt;
  if (a.is_mark(day.end, '-')) return std::nullopt;
  Expression e = expression_at(at, day.end, RuleId::DayOfMonth);
  e.day = day.value;
  e.grain = Grain::Day;
  return e;
}

// "first nine months", "final two weeks".
Found read_first_span(const Atoms& a, std::size_t at) {
  if (!a.is(at, "first") && !a.is(at, "final")) return std::nullopt;
  Found amount = read_amount(a, at + 1);
  if (!amount || amount->shape != Shape::Length || a.is(at + 1, WordClass::Article)) return std::nullopt;
  amount->first = at;
  return amount;
}

Found match(const Atoms& a, std::size_t at) {
  const Atom& atom = a[at];
  if (atom.number >= 0) return longer(read_date(a, at), longer(read_clock(a, at), read_amount(a, at)));
  switch (a.cls(at)) {
    case WordClass::None: return std::nullopt;
    case WordClass::Opener: return longer(read_date(a, at), read_first_span(a, at));
    case WordClass::Number: return longer(read_date(a, at), longer(read_amount(a, at), read_clock(a, at)));
    case WordClass::Vague:
    case WordClass::Half: return read_amount(a, at);
    case WordClass::Article: return a.value(at) == 1 ? read_amount(a, at) : read_day_alone(a, at);
    case WordClass::Ordinal: return longer(read_date(a, at), read_first_span(a, at));
    case WordClass::Stage: return read_staged(a, at);
    case WordClass::Each:
    case WordClass::Frequency: {
      Found set = a.is(at, WordClass::Each) ? read_each(a, at) : read_frequency(a, at);
      return set ? with_clock(a, std::move(*set)) : set;
    }
    case WordClass::Reference: return read_reference(a, at);
    default: return longer(read_date(a, at), a.is(at, WordClass::Part) ? read_clock(a, at) : std::nullopt);
  }
}

// "nearly", "more than", "at least" before an amount; also before "two years ago".
std::size_t read_approximator(const Atoms& a, std::size_t first, const char*& mod) {
  const std::string_view word = a.lower(first - 1), before = a.lower(first - 2);
  if (is_one_of(word, {"about", "around", "approximately", "roughly", "some"})) {
    mod = "APPROX";
    return first - 1;
  }
  if (is_one_of(word, {"nearly", "almost", "under"})) {
    mod = "LESS_THAN";
    return first - 1;
  }
  if (word == "over") {
    mod = "MORE_THAN";
    return first - 1;
  }
  if (word == "than" && (before == "more" || before == "longer" || before == "less" || before == "fewer")) {
    const bool no = a.is(first - 3, "no");
    const bool more = before == "more" || before == "longer";
    mod = no ? (more ? "EQUAL_OR_LESS" : "EQUAL_OR_MORE") : (more ? "MORE_THAN" : "LESS_THAN");
    return no ? first - 3 : first - 2;
  }
  if (word == "least" && before == "at") {
    mod = "EQUAL_OR_MORE";
    return first - 2;
  }
  if ((word == "most" && before == "at") || (word == "to" && before == "up")) {
    mod = "EQUAL_OR_LESS";
    return first - 2;
  }
  return first;
}

bool takes_article(const Atoms& a, const Expression& e) {
  switch (e.rule) {
    case RuleId::FullDate:
    case RuleId::DayAndMonth: return !a.is(e.first, WordClass::Month) || e.mod != nullptr;
    case RuleId::Month:
    case RuleId::MonthAndYear:
    case RuleId::IsoDate:
    case RuleId::NumericDate:
    case RuleId::Weekday:
    case RuleId::Deictic:
    case RuleId::Clock: return e.mod != nullptr;
    case RuleId::Reference: return e.fixed == "FUTURE_REF" || e.fixed == "PAST_REF";
    case RuleId::Set: return false;
    case RuleId::Year:
    case RuleId::FiscalYear: return e.mod != nullptr || e.last - e.first > 1;
    // "the two-day talks": the article belongs to the noun.
    case RuleId::Duration:
    case RuleId::Quarter:
    case RuleId::LaterEarlier: return !a.is_mark(e.last - 2, '-');
    case RuleId::PostWord:
    case RuleId::VagueDuration: return false;
    default: return true;
  }
}

// What stands before the core and belongs to it: the article, "the year" of a number, "nearly".
void extend_left(const Atoms& a, Expression& e) {
  if (e.rule == RuleId::Year && a.is(e.first - 1, "year") && a.is(e.first - 2, "the")) e.first -= 2;
  if (a.is(e.first - 1, "the") && takes_article(a, e)) --e.first;
  const bool amount = e.shape == Shape::Length || e.shape == Shape::Offset;
  const bool vague = e.rule == RuleId::SpanToNow || e.quantity.vague;
  const bool over = vague && a.is(e.first - 1, "over");  // "over the last year": a preposition
  const bool date = e.rule == RuleId::Clock || e.rule == RuleId::DayAndMonth;
  if (date && e.mod == nullptr && is_one_of(a.lower(e.first - 1), {"around", "about"})) {
    e.mod = "APPROX";
    --e.first;
  }
  if (amount && e.mod == nullptr && !over) e.first = read_approximator(a, e.first, e.mod);
}

}  // namespace

Expression expression_at(std::size_t first, std::size_t last, RuleId rule) {
  Expression e;
  e.first = first;
  e.last = last;
  e.rule = rule;
  return e;
}

Found longer(Found a, Found b) {
  if (!a) return b;
  if (!b) return a;
  return b->last - b->first > a->last - a->first ? b : a;
}

Found read_date(const Atoms& a, std::size_t at) {
  Found found;
  if (a[at].number >= 0) {
    found = longer(longer(read_iso(a, at), read_numeric_date(a, at)),
                   longer(read_day_first(a, at), read_year_date(a, at)));
    found = longer(found, read_ranked(a, at));
  } else {
    switch (a.cls(at)) {
      case WordClass::Month: found = read_month_first(a, at); break;
      case WordClass::Weekday: found = read_weekday(a, at); break;
      case WordClass::Workday: found = read_workdays(a, at); break;
      case WordClass::Number:
        found = longer(read_year_date(a, at), longer(read_day_first(a, at), read_ranked(a, at)));
        break;
      case WordClass::Ordinal:
        found = longer(longer(read_ranked(a, at), read_day_first(a, at)), read_holiday(a, at));
        break;
      case WordClass::Fiscal: found = read_fiscal(a, at); break;
      case WordClass::Season: found = read_season(a, at); break;
      case WordClass::Decade: found = read_named_decade(a, at); break;
      case WordClass::Holiday: found = read_holiday(a, at); break;
      case WordClass::Deictic: found = read_deictic(a, at); break;
      case WordClass::Relation: found = longer(read_ranked(a, at), read_relation(a, at)); break;
      case WordClass::Part: found = read_part(a, at); break;
      case WordClass::Unit:
      case WordClass::Units: found = read_unit(a, at); break;
      case WordClass::None:
        if (a[at].mark == '\'' && a[at + 1].number >= 0) found = read_year_date(a, at + 1);
        break;
      case WordClass::Opener: found = read_ranked(a, at); break;
      default: break;
    }
  }
  if (!found || found->shape == Shape::Length) return found;
  if (found->shape == Shape::Repeat) return with_clock(a, *found);
  const bool day = found->shape == Shape::Shift ? found->unit == Unit::Day
                                                : found->shape == Shape::Calendar && found->grain == Grain::Day;
  if (day) found = with_part(a, *found);
  return found ? with_clock(a, *found) : found;
}

std::vector<Expression> scan(const Atoms& a) {
  std::vector<Expression> found;
  const bool post = is_post(a);
  for (std::size_t at = 0; at < a.size();) {
    Found one;
    if (!found.empty() && at == found.back().last) {
      one = read_tail(a, found.back(), at);
    }
    if (!one && (a[at].word != nullptr || a[at].number >= 0)) one = match(a, at);
    if (!one && post && a[at].number >= 0) one = read_post_clock(a, at);
    if (!one && post && a[at].word != nullptr) one = read_post_word(a, at);
    if (one && post && a.is(at, WordClass::Article)) settle_post_weekend(*one);
    if (one && post && found.empty()) settle_post_anchor(*one);
    if (!one || !ends_word(a, one->last)) {
      ++at;
      continue;
    }
    extend_left(a, *one);
    while (!found.empty() && found.back().first >= one->first) found.pop_back();
    if (!found.empty() && one->first < found.back().last) one->first = std::max(one->first, found.back().last);
    at = std::max(one->last, at + 1);
    if (one->first >= one->last) continue;
    one->opens_sentence = one->first < 2 || a[one->first - 2].sentence != a[one->first].sentence ||
                          a[one->first - 1].sentence != a[one->first].sentence;
    found.push_back(std::move(*one));
  }
  borrow_years(a, found);
  spread_sets(a, found);
  mark_ranges(a, found);
  mark_named_days(a, found);
  share_years(a, found);
  mark_edges(a, found);
  mark_told(a, found);
  return found;
}

}  // namespace onrecord::times
