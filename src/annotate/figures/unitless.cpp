// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/unitless.h"

#include <algorithm>

#include "annotate/figures/bounds.h"
#include "annotate/figures/counted.h"
#include "annotate/figures/guards.h"
#include "annotate/figures/number_words.h"
#include "annotate/figures/words_beside.h"

namespace onrecord::figures {
namespace {

using Sort = Amount::Sort;

// "Maria Olsen, 54, ", "the princess, 67, ".
bool age_between_commas(const Reader& r, const Numeral& n) {
  const At back = r.skip_blanks_back(n.begin);
  if (r.before(back) != ',' || back == n.begin || r.digit_at(r.skip_blanks(n.end + 1))) return false;
  const std::string_view name = r.word_before(back - 1);
  if (name.size() < 2) return false;
  if (r.capital_at(r.begin_of(name))) return r.at(n.end) == ',' || r.at(n.end) == '.' || r.at(n.end) == ';';
  return r.at(n.end) == ',' && n.value >= 15 && n.value <= 105 && !ends_noun_phrase(name);
}

std::optional<FigureRow> age_row(const Reader& r, const Amount& a) {
  const Numeral& n = a.number;
  if (n.value < 1 || n.value > 110 || n.decimal || n.grouped || n.fraction || n.scale != 1 || n.vague)
    return std::nullopt;
  const char c = r.at(n.end);
  const bool stops = c == ',' || c == ';' || (c == '.' && !r.digit_at(n.end + 1)) || c == '\0' || c == '\n';
  const std::string_view behind = r.word(r.skip_blanks(n.end));  // "he was 34 and lived alone"
  const bool goes_on = n.plain() && n.end != r.skip_blanks(n.end) &&
                       (behind == "and" || behind == "when" || behind == "now" || behind == "but");
  const bool said = says_age(r, n.begin, stops || goes_on);
  if (!said && !(n.plain() && stops && age_between_commas(r, n))) return std::nullopt;
  FigureRow row = row_by(r, a, said ? RuleId::Age : RuleId::AgeAfterName);
  row.kind = FigureKind::Other;
  row.unit = "year_age";
  return row;
}

// "one in five", "3 out of 10", "one out of every thousand".
std::optional<FigureRow> proportion_row(const Reader& r, const Amount& a) {
  At at = r.skip_blanks(a.end);
  if (at == a.end || a.number.scale != 1 || a.number.decimal || a.number.fraction) return std::nullopt;
  bool sure = a.value == 1;
  if (r.starts_word(at, "out") && r.starts_word(r.skip_blanks(at + 3), "of")) {
    at = r.skip_blanks(r.skip_blanks(at + 3) + 2);
    sure = true;
  } else if (r.starts_word(at, "in")) {
    at = r.skip_blanks(at + 2);
  } else if (a.value == 1 || !r.starts_word(at, "of")) {
    return std::nullopt;
  }
  if (!sure && r.starts_word(at, "of")) {  // "nine of 10 limes"
    at = r.skip_blanks(at + 2);
    sure = r.has(at, "10 ") || r.has(at, "100 ") || r.starts_word(at, "ten");
  }
  if (r.starts_word(at, "every")) {
    at = r.skip_blanks(at + 5);
    sure = true;
  }
  const std::optional<Amount> whole = sure ? read_amount(r, at, 0) : std::nullopt;
  if (!whole || whole->sort != Sort::Bare || whole->number.fraction) return std::nullopt;
  if (whole->value <= a.value || (whole->number.plain() && whole->value >= 1500)) return std::nullopt;
  FigureRow row = row_by(r, a, RuleId::OneIn);
  row.kind = FigureKind::Rate;
  row.value = a.value / whole->value;
  row.span.end = whole->end;
  row.of = counted_plural(r, whole->end);
  return row;
}

std::optional<FigureRow> fraction_row(const Reader& r, const Amount& a) {
  const At next = r.skip_blanks(a.end);
  const std::string_view behind = r.word(next);
  static constexpr std::string_view kWholes[] = {"the", "their", "its", "all", "his", "her", "our"};
  const bool of = behind == "of", whole = in(kWholes, behind);
  const std::string_view text = r.low().substr(a.begin, a.end - a.begin);
  const bool half = text.ends_with("half") && text != "one-half" && text != "one half";
  if (half && !of && !whole) return std::nullopt;
  FigureRow row = row_by(r, a, RuleId::Fraction);
  row.kind = FigureKind::Rate;
  if (of) row.of = noun_phrase(r, next + 2);
  else if (whole) row.of = noun_phrase(r, next);
  return row;
}

// "one" is a number before a noun ("one strike"), a pronoun elsewhere ("each one", "if one thinks", "Marine One").
bool one_is_pronoun(const Reader& r, const Amount& a, bool bounded) {
  static constexpr std::string_view kBehind[] = {"day",    "another", "thing",  "time", "way",
                                                 "side",   "hand",    "reason", "else", "point",
                                                 "moment", "night",   "versus", "plus", "equal"};
  static constexpr std::string_view kAhead[] = {"no",    "each",   "any",     "every", "some", "this", "that", "the",
                                                "which", "number", "another", "other", "day",  "if",   "when", "how",
                                                "these", "those",  "new",     "big",   "good", "next", "last", "as"};
  const std::string_view behind = r.word(r.skip_blanks(a.end));
  const std::string_view ahead = r.previous_word(a.begin);
  if (in(kAhead, ahead)) return true;
  if (ahead == "only" && r.previous_word(r.begin_of(ahead)) == "the") return true;
  if (r.capital_at(a.begin) && !begins_sentence(r, a.begin)) return true;
  if (bounded) return false;
  return in(kBehind, behind) || behind.ends_with("ly") || behind.ends_with("ing");
}

std::optional<FigureRow> one_row(const Reader& r, const Amount& a) {
  const std::string_view ahead = r.previous_word(a.begin);
  static constexpr std::string_view kPrepositions[] = {"about", "over",  "around", "some",   "near", "above",
                                                       "under", "below", "beyond", "almost", "like", "nearly"};
  const bool bound = bound_before(r, a.begin, false).has_value() && !in(kPrepositions, ahead);
  const bool bounded = bound || ahead == "only" || ahead == "just";
  if (one_is_pronoun(r, a, bounded) || names_something(r, a.number, bounded)) return std::nullopt;
  if (r.digit_at(r.skip_blanks(a.end))) return std::nullopt;  // "just one 52,000-barrel refinery"
  const std::optional<ByteSpan> thing = counted_singular(r, a.end);
  if (!thing && !bounded) return std::nullopt;
  FigureRow row = row_by(r, a, RuleId::CountOne);
  row.of = thing;
  return row;
}

// "an 11-member board", "a 12-page report".
std::optional<FigureRow> hyphen_row(const Reader& r, const Amount& a, At hyphen) {
  const std::string_view word = r.word(hyphen);
  static constexpr std::string_view kNot[] = {"old",  "for",         "way",   "fold", "time",
                                              "plus", "dimensional", "sided", "and",  "iron"};
  if (word == "plus" || word == "odd") {  // "100-plus posts", "40-odd guests"
    FigureRow row = row_by(r, a, RuleId::Count);
    row.of = counted_plural(r, r.end_of(word));
    if (!row.of) return std::nullopt;
    row.bound = word == "plus" ? Bound::AtLeast : Bound::About;
    if (word == "plus") row.low = row.value;
    return row;
  }
  if (word == "magnitude") return magnitude_row(r, a);
  if (word.size() < 3 || r.capital_at(hyphen) || in(kNot, word)) return std::nullopt;
  if (word == "strong") {  // "a 12,000-strong workforce"
    FigureRow row = row_by(r, a, RuleId::HyphenCount);
    row.of = counted_singular(r, r.end_of(word));
    return row;
  }
  FigureRow row = row_by(r, a, RuleId::HyphenCount);
  row.of = ByteSpan{hyphen, r.end_of(word)};
  return row;
}

// "6-sigma significance", "5 sigma": a number of standard deviations, which has no dimension and counts nothing.
std::optional<FigureRow> sigma_row(const Reader& r, const Amount& a) {
  const At next = r.skip_joint(a.end);
  const std::string_view word = r.word(next);
  if (next == a.end || word != "sigma" || a.number.ordinal || a.number.vague) return std::nullopt;
  FigureRow row = row_by(r, a, RuleId::Number);
  row.span.end = r.end_of(word);
  return row;
}

// "280 million of the 1.5 billion shekels": the unit of the whole.
std::optional<FigureRow> part_of_whole_row(const Reader& r, const Amount& a) {
  At at = r.skip_blanks(a.end);
  if (!r.starts_word(at, "of")) return std::nullopt;
  at = r.skip_blanks(at + 2);
  for (const std::string_view word : {"the", "its", "their", "a"}) {
    if (r.starts_word(at, word)) at = r.skip_blanks(r.end_of(r.word(at)));
  }
  At digit = at;
  while (digit < at + 4 && !r.digit_at(digit) && !r.letter_at(digit)) ++digit;
  const std::optional<Amount> whole = read_amount(r, digit, at);
  if (!whole || (whole->sort != Sort::Money && whole->sort != Sort::Measure) || whole->value <= a.value)
    return std::nullopt;
  Amount part = a;
  part.sort = whole->sort;
  part.money = whole->money;
  part.measure = whole->measure;
  return make_row(r, part);
}

// A level of a stock index, whose unit is the point: two decimals, and an index named in the sentence.
bool index_level(const Reader& r, const Numeral& n) {
  if (!n.decimal || n.value < 100 || n.scale != 1) return false;
  const At from = n.begin > 160 ? n.begin - 160 : 0;
  std::string_view near = r.low().substr(from, n.end + 80 - from);
  if (const std::size_t line = near.rfind('\n', n.begin - from); line != std::string_view::npos)
    near.remove_prefix(line);
  static constexpr std::string_view kCues[] = {" index", "points", "dow jones",      "nasdaq",    "ftse",   "nikkei",
                                               "dax",    "s&p",    "stock exchange", "hang seng", "sensex", "cac 40"};
  return std::any_of(std::begin(kCues), std::end(kCues),
                     [&](std::string_view cue) { return near.find(cue) != std::string_view::npos; });
}

std::optional<FigureRow> count_row(const Reader& r, const Amount& a, std::optional<ByteSpan> plural) {
  const Numeral& n = a.number;
  if (!plural && n.decimal && n.scale == 1) plural = counted_singular(r, a.end);
  if (!plural && !n.vague && n.scale == 1) plural = counted_compound(r, a.end);
  if (!plural && !n.vague && !n.decimal) plural = noun_of_whole(r, a.end);
  FigureRow row = row_by(r, a, n.vague ? RuleId::VagueCount : plural ? RuleId::Count : RuleId::Number);
  // "Units" does not say what is counted; "units of blood" does.
  if (plural && r.low().substr(plural->begin, plural->size()) == "units") {
    const At of = r.skip_blanks(plural->end);
    row.of = r.starts_word(of, "of") ? noun_phrase(r, of + 2) : std::nullopt;
    return row;
  }
  row.of = plural;
  if (!plural && !n.vague) row.of = toll_before(r, a);
  if (!row.of && !n.vague) row.of = size_of(r, a);
  if (!plural && index_level(r, n)) {
    row.kind = FigureKind::Other;
    row.unit = "point";
    row.rule = &rule(RuleId::IndexLevel);
  }
  return row;
}

// "Zero is a number."
bool is_subject(const Reader& r, const Numeral& n) {
  const std::string_view verb = r.word(r.skip_blanks(n.end));
  return begins_sentence(r, n.begin) && (verb == "is" || verb == "was" || verb == "equals");
}

}  // namespace

std::optional<FigureRow> unitless_row(const Reader& r, const Amount& a) {
  const Numeral& n = a.number;
  if (n.digits && r.letter_at(n.end)) return std::nullopt;  // "5G", "737s"
  if (std::optional<FigureRow> row = age_row(r, a)) return row;
  if (std::optional<FigureRow> row = proportion_row(r, a)) return row;
  if (n.value == 1 && !n.digits && !n.article && !n.vague) return one_row(r, a);
  const bool part = n.fraction && (!n.digits || r.starts_word(r.skip_blanks(n.end), "of"));
  if (part && n.scale == 1) return fraction_row(r, a);
  if (r.previous_word(n.begin) == "per") return std::nullopt;  // "four deaths per 100,000"
  const std::optional<ByteSpan> plural = counted_plural(r, n.end);
  if (n.value == 0 && !n.digits && !plural && !is_subject(r, n)) return std::nullopt;  // "to almost zero"
  // "245 23 yen": two numbers side by side are cells of a table or a code.
  const At beside = r.skip_blanks(n.end);
  if (n.plain() && !plural && beside != n.end && r.digit_at(beside)) return std::nullopt;
  if (names_something(r, n, plural.has_value())) return std::nullopt;
  if (std::optional<FigureRow> row = sigma_row(r, a)) return row;
  if (is_magnitude(r, a)) return magnitude_row(r, a);
  if (std::optional<FigureRow> row = exchange_row(r, a)) return row;
  if (const At hyphen = r.skip_hyphen(a.end); hyphen != a.end) return hyphen_row(r, a, hyphen);
  if (std::optional<FigureRow> row = part_of_whole_row(r, a)) return row;
  return count_row(r, a, plural);
}

std::optional<FigureRow> unitless_range(const Reader& r, const Interval& interval) {
  if (names_something(r, interval.first.number, false)) return std::nullopt;
  FigureRow row = make_row(r, interval);
  if (says_age(r, interval.begin(), false)) {
    row.kind = FigureKind::Other;
    row.unit = "year_age";
    row.rule = &rule(RuleId::Age);
    return row;
  }
  row.of = counted_plural(r, interval.end());
  if (row.of) row.rule = &rule(RuleId::Count);
  return row;
}

// Only where something is ranked: "ranked 27th", "came third", "fourth place", "second-largest", "10th most".
std::optional<FigureRow> rank_row(const Reader& r, const Amount& a) {
  static constexpr std::string_view kAhead[] = {"ranked",    "ranks",  "ranking", "placed", "finished",
                                                "finishing", "finish", "came",    "in",     "coming"};
  const std::string_view behind = r.word(r.skip_joint(a.end));
  const std::string_view ahead = r.previous_word(a.begin);
  static constexpr std::string_view kNot[] = {"request", "protest", "contest", "harvest",
                                              "forest",  "arrest",  "interest"};
  const bool superlative =
      (behind.size() > 5 && behind.ends_with("est") && !in(kNot, behind)) || behind == "most" || behind == "best";
  const bool place = behind == "place" || behind == "spot";
  const bool verb = in(kAhead, ahead) && (ends_noun_phrase(behind) || behind.empty() || place);
  if (!superlative && !place && !verb) return std::nullopt;
  if (place && a.value < 2 && ahead == "the") return std::nullopt;  // "in the first place"
  FigureRow row = row_by(r, a, RuleId::Rank);
  row.kind = FigureKind::Rank;
  return row;
}

// Between the two numbers of a ratio: ":", " : ", "-to-", " to "; kNowhere where something else stands there.
At ratio_joint(const Reader& r, At end) {
  const At next = r.skip_blanks(end);
  if (r.at(next) == ':') return r.skip_blanks(next + 1);
  const At to = r.skip_joint(end);
  if (to == end || !r.starts_word(to, "to")) return kNowhere;
  return r.skip_joint(to + 2);
}

std::optional<FigureRow> ratio_row(const Reader& r, const Amount& a) {
  if (a.sort != Sort::Bare || a.number.vague || a.number.fraction || a.value <= 0) return std::nullopt;
  const At at = ratio_joint(r, a.end);
  if (at == kNowhere || at >= r.size()) return std::nullopt;
  static constexpr std::string_view kCues[] = {" ratio", " odds", " outnumber"};  // blank: not "operation"
  const At from = a.begin > 60 ? a.begin - 60 : 0;
  const std::string_view near = r.low().substr(from, a.begin - from);
  const bool said = std::any_of(std::begin(kCues), std::end(kCues),
                                [&](std::string_view cue) { return near.find(cue) != std::string_view::npos; });
  const std::optional<Numeral> under = said ? read_numeral(r, at) : std::nullopt;
  if (!under || under->begin != at || under->value <= 0 || under->ordinal || under->vague) return std::nullopt;
  if (money_after(r, under->end, false) || read_unit(r, r.skip_joint(under->end), false)) return std::nullopt;
  FigureRow row = row_by(r, a, RuleId::Ratio);
  row.kind = FigureKind::Rate;
  row.value = a.value / under->value;
  row.span.end = under->end;
  return row;
}

namespace {

// Whether a sentence denies what stands at `at`: "has not received a penny".
bool denied(const Reader& r, At at) {
  const At from = at > 40 ? at - 40 : 0;
  std::string_view near = r.low().substr(from, at - from);
  if (const std::size_t stop = near.find_last_of(".;\n"); stop != std::string_view::npos) near.remove_prefix(stop);
  static constexpr std::string_view kNo[] = {"not ", "n't ", "n’t ", "without ", "never ", "nor "};
  return std::any_of(std::begin(kNo), std::end(kNo),
                     [&](std::string_view no) { return near.find(no) != std::string_view::npos; });
}

// "Rose a penny to 277p", "nearly a cent higher"; not "a penny stock", "spend a penny of it".
std::optional<FigureRow> coin_alone_row(const Reader& r, At at, At begin) {
  const std::string_view word = r.word(begin);
  if ((word != "penny" && word != "cent") || denied(r, at)) return std::nullopt;
  const std::optional<Money> coin = money_after(r, begin - 1, false);
  if (!coin || coin->end != r.end_of(word) || coin->share == 1) return std::nullopt;
  static constexpr std::string_view kMoves[] = {"higher",   "lower",   "firmer", "weaker",
                                                "stronger", "cheaper", "dearer", "easier"};
  const At next = r.skip_blanks(coin->end);
  const std::string_view behind = r.word(next);
  const bool ends = behind != "of" && (ends_noun_phrase(behind) || in(kMoves, behind));
  const bool joined = r.skip_hyphen(coin->end) != coin->end || r.at(coin->end) == '\'' || r.has(coin->end, "’");
  if ((r.letter_at(next) && !ends) || joined) return std::nullopt;
  Amount one;
  one.sort = Sort::Money;
  one.begin = at;
  one.end = coin->end;
  one.value = 1;
  one.money = *coin;
  if (r.starts_word(next, "and a half")) {
    one.value = 1.5;
    one.end = next + 10;
  }
  return make_row(r, one);
}

}  // namespace

std::optional<FigureRow> unit_alone_row(const Reader& r, At at) {
  const At begin = r.skip_blanks(r.end_of(r.word(at)));
  if (begin != r.end_of(r.word(at))) {
    if (std::optional<FigureRow> coin = coin_alone_row(r, at, begin)) return coin;
  }
  const std::optional<Measure> unit = r.letter_at(begin) ? read_unit(r, begin, false) : std::nullopt;
  if (!unit || unit->symbol || unit->period) return std::nullopt;
  // "$70 a barrel of oil": a price, whose sum has been read or lacks a currency.
  const At back = r.skip_blanks_back(at);
  if (r.digit_before(back) || r.before(back) == '%' || number_word(r.word_before(back)) != nullptr)
    return std::nullopt;
  const At next = r.skip_blanks(unit->end);
  static constexpr std::string_view kMeasures[] = {"gallon", "litre", "pint",    "quart",    "barrel",    "bushel",
                                                   "gram",   "pound", "ounce",   "kilogram", "mile",      "kilometre",
                                                   "metre",  "acre",  "hectare", "carat",    "centimetre"};
  const bool of = r.starts_word(next, "of") && in(kMeasures, unit->name);
  const At verb = r.skip_blanks(next + 2);
  const bool defined = r.starts_word(next, "is") && unit->kind != FigureKind::Duration &&
                       (r.digit_at(verb) || r.starts_word(verb, "exactly") || r.starts_word(verb, "equal"));
  if (!of && !defined) return std::nullopt;
  Amount one;
  one.sort = Sort::Measure;
  one.begin = at;
  one.end = unit->end;
  one.value = 1;
  one.measure = *unit;
  FigureRow row = row_by(r, one, RuleId::UnitAlone);
  if (of) row.of = noun_phrase(r, next + 2);
  return row;
}

}  // namespace onrecord::figures
