// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/units.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "annotate/figures/unit_table.h"

namespace onrecord::figures {
namespace {

using SpellingMap = std::unordered_map<std::string_view, const Unit*>;

void add_spellings(SpellingMap& map, std::string_view spellings, const Unit& unit) {
  while (!spellings.empty()) {
    const std::size_t blank = std::min(spellings.find(' '), spellings.size());
    map.emplace(spellings.substr(0, blank), &unit);
    spellings.remove_prefix(std::min(blank + 1, spellings.size()));
  }
}

struct Spellings {
  SpellingMap words, symbols;
  Spellings() {
    for (const Unit& unit : units()) {
      add_spellings(words, unit.words, unit);
      add_spellings(symbols, unit.symbols, unit);
    }
  }
};

const Spellings& spellings() {
  static const Spellings kSpellings;
  return kSpellings;
}

// A unit of the table with a prefix: "kilo" and "watt".
struct Found {
  const Unit* unit = nullptr;
  const Prefix* prefix = nullptr;
};

Found find_word(std::string_view word) {
  const SpellingMap& map = spellings().words;
  if (const auto found = map.find(word); found != map.end()) return {found->second, nullptr};
  for (const Prefix& prefix : prefixes()) {
    if (!word.starts_with(prefix.name)) continue;
    const auto found = map.find(word.substr(prefix.name.size()));
    if (found != map.end() && !found->second->prefixes.empty()) return {found->second, &prefix};
  }
  return {};
}

Found find_symbol(std::string_view word) {
  const SpellingMap& map = spellings().symbols;
  if (const auto found = map.find(word); found != map.end()) return {found->second, nullptr};
  for (const Prefix& prefix : prefixes()) {
    if (prefix.symbol.empty() || !word.starts_with(prefix.symbol)) continue;
    const auto found = map.find(word.substr(prefix.symbol.size()));
    if (found != map.end() && found->second->prefixes.find(prefix.symbol) != std::string_view::npos)
      return {found->second, &prefix};
  }
  return {};
}

// Up to four words with single blanks or hyphens between them, as "a_b_c", and where each ends.
struct Phrase {
  std::string text;
  std::array<At, 4> ends{};
  std::array<std::size_t, 4> sizes{};
  std::size_t count = 0;

  std::string_view first(std::size_t words) const { return std::string_view(text).substr(0, sizes[words - 1]); }
};

Phrase read_phrase(const Reader& r, At at) {
  Phrase phrase;
  while (phrase.count < phrase.ends.size()) {
    const std::string_view word = r.word(at);
    if (word.empty()) break;
    if (phrase.count > 0) phrase.text += '_';
    phrase.text += word;
    at = r.end_of(word);
    phrase.ends[phrase.count] = at;
    phrase.sizes[phrase.count++] = phrase.text.size();
    const At next = r.skip_joint(at);
    if (next == at) break;
    at = next;
  }
  return phrase;
}

Measure to_measure(Found found, At end, bool symbol) {
  Measure m;
  m.end = end;
  m.kind = found.unit->kind;
  if (found.prefix != nullptr) m.name = found.prefix->name;
  m.name += found.unit->name;
  m.factor = found.unit->factor * (found.prefix != nullptr ? found.prefix->factor : 1);
  m.si = found.unit->si;
  m.symbol = symbol;
  return m;
}

// ---- powers
Measure to_power(Measure m, int power) {
  m.name = (power == 2 ? "square " : "cubic ") + m.name;
  m.kind = power == 2 ? FigureKind::Area : FigureKind::Volume;
  m.factor = power == 2 ? m.factor * m.factor : m.factor * m.factor * m.factor;
  m.si = power == 2 ? "m2" : "m3";
  return m;
}

// "km2", "m³", "km^2", "kilometres squared": moves the end; 1 where there is no power.
int read_power(const Reader& r, At& end) {
  struct Mark {
    std::string_view text;
    int power;
  };
  static constexpr Mark kMarks[] = {{"²", 2}, {"³", 3}, {"^2", 2}, {"^3", 3}, {"2", 2}, {"3", 3}};
  for (const Mark& mark : kMarks) {
    const At after = end + static_cast<At>(mark.text.size());
    if (!r.has(end, mark.text) || r.digit_at(after) || r.letter_at(after)) continue;
    end = after;
    return mark.power;
  }
  const At next = r.skip_blanks(end);
  if (next != end && r.starts_word(next, "squared")) {
    end = next + 7;
    return 2;
  }
  return 1;
}

// "s-1", "fb−1", "m^-2": moves the end; 0 where there is none, and -1 where a code goes on ("24703 L-202").
int read_inverse_power(const Reader& r, At& end) {
  At at = r.at(end) == '^' ? end + 1 : end;
  const At sign = at;
  if (r.at(at) == '-') ++at;
  else if (r.has(at, "−")) at += 3;
  if (at == sign || !r.digit_at(at)) return 0;
  if (r.digit_at(at + 1) || r.letter_at(at + 1)) return -1;
  const int power = r.at(at) - '0';
  end = at + 1;
  return power;
}

std::string powered(const std::string& unit, int power) {
  return power == 2 ? "square " + unit : power == 3 ? "cubic " + unit : unit;
}

Measure to_inverse(Measure m, int power) {
  m.name = "inverse " + powered(m.name, power);
  m.kind = FigureKind::Rate;
  double factor = 1;
  for (int k = 0; k < power; ++k) factor *= m.factor;
  m.factor = factor > 0 ? 1 / factor : 0;
  m.si = "1/" + m.si + (power > 1 ? std::to_string(power) : "");
  return m;
}

// "km/s2": below a fraction's line seconds are squared.
Measure to_square_second(Measure m) {
  m.name = "square second";
  m.kind = FigureKind::Other;
  m.si = "s2";
  return m;
}

// ---- temperature
struct Scale {
  std::string_view name, words, symbol;
  double factor, offset;
};
constexpr Scale kScales[] = {{"celsius", "celsius celcius centigrade", "C", 1, 273.15},
                             {"fahrenheit", "fahrenheit farenheit", "F", 5.0 / 9, 459.67}};

std::optional<Measure> read_scale(const Reader& r, At at, bool symbols) {
  const std::string_view word = r.word(at);
  if (word.empty()) return std::nullopt;
  for (const Scale& scale : kScales) {
    const bool named = word.size() > 5 && scale.words.find(word) != std::string_view::npos;
    const bool symbol = symbols && word.size() == 1 && (r.at(at) | 32) == (scale.symbol[0] | 32);
    if (!named && !symbol) continue;
    const At end = r.end_of(word);
    const At hyphen = r.skip_hyphen(end);  // "20C6", "F-Series", "18 F-16s"
    if (symbol && (r.digit_at(hyphen) || r.letter_at(hyphen) || r.before(at) == '-')) return std::nullopt;
    Measure m;
    m.end = r.end_of(word);
    m.kind = FigureKind::Temperature;
    m.name = scale.name;
    m.factor = scale.factor;
    m.offset = scale.offset;
    m.si.push_back('K');
    m.symbol = symbol;
    return m;
  }
  return std::nullopt;
}

// "°C", "degrees Fahrenheit", "degrees", "C" and "F" as capitals right behind a number.
std::optional<Measure> read_temperature(const Reader& r, At at, bool glued) {
  const std::string_view word = r.word(at);
  At after = kNowhere;
  if (r.has(at, "°")) after = at + 2;
  else if (r.has(at, "º")) after = at + 2;
  else if (word == "degree" || word == "degrees" || word == "deg") after = r.end_of(word);
  if (after == kNowhere) {
    if (word.size() == 1 && !r.capital_at(at)) return std::nullopt;
    std::optional<Measure> m = read_scale(r, at, true);
    static constexpr std::string_view kNot[] = {"the",  "a",        "an",  "must",
                                                "form", "schedule", "rule"};  // "a 13F filing"
    if (m && m->symbol) {
      At number = r.skip_blanks_back(at);
      while (r.digit_before(number)) --number;
      const std::string_view ahead = r.previous_word(number);
      if (std::find(std::begin(kNot), std::end(kNot), ahead) != std::end(kNot)) return std::nullopt;
    }
    if (m && m->symbol && !glued) {  // "5 C.J.", "23 F Block"
      const At next = r.skip_blanks(m->end);
      if ((r.at(m->end) == '.' && r.letter_at(m->end + 1)) || (next != m->end && r.capital_at(next)))
        return std::nullopt;
    }
    return m;
  }
  if (std::optional<Measure> m = read_scale(r, r.skip_blanks(after), true)) return m;
  Measure m = to_measure({spellings().words.find("degree")->second, nullptr}, after, false);
  return m;
}

// ---- one unit, without "per"
std::optional<Measure> read_simple(const Reader& r, At at, bool glued) {
  if (std::optional<Measure> m = read_temperature(r, at, glued)) return m;
  if (r.has(at, "″")) return to_measure(find_symbol("″"), at + 3, true);
  Phrase phrase = read_phrase(r, at);
  if (phrase.count == 0) return std::nullopt;
  const std::string_view head = phrase.first(1);
  const bool square = head == "square" || head == "sq", cubic = head == "cubic" || head == "cu";
  if (square || cubic) {
    At next = r.at(phrase.ends[0]) == '.' ? phrase.ends[0] + 1 : phrase.ends[0];
    next = r.skip_joint(next);
    std::optional<Measure> m = read_simple(r, next, false);
    if (!m || m->kind != FigureKind::Length) return std::nullopt;
    return to_power(std::move(*m), square ? 2 : 3);
  }
  for (std::size_t count = phrase.count; count > 0; --count) {
    const Found found = find_word(phrase.first(count));
    if (found.unit != nullptr) {
      Measure m = to_measure(found, phrase.ends[count - 1], false);
      const int power = m.kind == FigureKind::Length ? read_power(r, m.end) : 1;
      return power > 1 ? to_power(std::move(m), power) : m;
    }
  }
  const std::string_view exact = r.all().substr(at, phrase.ends[0] - at);
  const Found found = find_symbol(exact);
  if (found.unit == nullptr || (exact.size() == 1 && r.before(at) == '-')) return std::nullopt;  // "a 10-K report"
  if (exact == "N" && r.capital_at(r.skip_blanks(at + 1))) return std::nullopt;                  // "1100N Road"
  const bool over = r.at(phrase.ends[0]) == '/' && r.letter_at(phrase.ends[0] + 1);              // "1.3 A/cm2"
  At end = phrase.ends[0];
  const int inverse = read_inverse_power(r, end);
  if (inverse < 0) return std::nullopt;
  if (inverse > 0) return to_inverse(to_measure(found, end, true), inverse);
  if (found.unit->glued && !glued && !over && found.prefix == nullptr) return std::nullopt;
  Measure m = to_measure(found, phrase.ends[0], true);
  const int power = m.kind == FigureKind::Length ? read_power(r, m.end) : 1;
  if (power > 1) m = to_power(std::move(m), power);
  else if (exact == "s" && r.before(at) == '/' && read_power(r, m.end) == 2) m = to_square_second(std::move(m));
  else if (r.digit_at(m.end)) return std::nullopt;
  return m;
}

// ---- "per"
std::string_view timex_of(std::string_view unit) {
  struct Period {
    std::string_view unit, timex;
  };
  static constexpr Period kPeriods[] = {{"second", "PT1S"}, {"minute", "PT1M"},  {"hour", "PT1H"},
                                        {"day", "P1D"},     {"week", "P1W"},     {"month", "P1M"},
                                        {"year", "P1Y"},    {"quarter", "P3M"},  {"night", "P1D"},
                                        {"decade", "P10Y"}, {"century", "P100Y"}};
  for (const Period& period : kPeriods) {
    if (period.unit == unit) return period.timex;
  }
  return {};
}

// Over "per", "/", "a", "an", "-per-", "each", "every"; kNowhere where there is none. `article`: it was "a(n)".
At skip_per(const Reader& r, At at, bool& article) {
  article = false;
  if (r.at(at) == '/') return r.skip_blanks(at + 1);
  const At next = r.skip_joint(at);
  if (next == at) return r.has(next, "/") ? next + 1 : kNowhere;
  if (r.at(next) == '/') return r.skip_blanks(next + 1);
  const std::string_view word = r.word(next);
  if (word != "per" && word != "a" && word != "an" && word != "each" && word != "every") return kNowhere;
  article = word != "per";
  const At after = r.skip_joint(r.end_of(word));
  return after == r.end_of(word) ? kNowhere : after;
}

// Words behind "a year" that make it a point in time.
bool shifts_time(std::string_view word) {
  return word == "ago" || word == "earlier" || word == "later" || word == "before" || word == "after" ||
         word == "prior" || word == "since" || word == "from" || word == "old";
}

void join_per(Measure& m, const Measure& under) {
  m.end = under.end;
  m.name += " per " + under.name;
  const bool speed = m.kind == FigureKind::Length && under.kind == FigureKind::Duration;
  m.kind = speed ? FigureKind::Speed : FigureKind::Rate;
  if (m.factor > 0 && under.factor > 0 && m.offset == 0) {
    m.factor /= under.factor;
    m.si += "/" + under.si;
  } else {
    m.factor = 0;
    m.si.clear();
  }
}

// "miles per hour", "A/cm2", "barrels a day" (a period).
void read_per(const Reader& r, Measure& m) {
  bool article = false;
  const At at = skip_per(r, m.end, article);
  if (at == kNowhere) return;
  const std::optional<Measure> under = read_simple(r, at, m.symbol);
  if (!under) return;
  if (article && under->kind != FigureKind::Duration) return;
  const bool symbols = under->symbol || m.symbol;
  const bool data = m.kind == FigureKind::Other;
  const bool second = under->name == "second" || under->name.ends_with("second");
  if (under->kind == FigureKind::Duration && m.kind != FigureKind::Length && !(data && (symbols || second))) {
    if (article && shifts_time(r.word(r.skip_blanks(under->end)))) return;
    const std::string_view timex = timex_of(under->name);
    if (!timex.empty()) m.period = std::string(timex);
    return;
  }
  if (article && m.kind == FigureKind::Length && timex_of(under->name).size() != 4) {  // "5 miles a day"
    m.period = std::string(timex_of(under->name));
    return;
  }
  join_per(m, *under);
}

// "years old", "-year-old", "years of age".
bool read_age(const Reader& r, Measure& m) {
  const At next = r.has(m.end, " - ") ? m.end + 3 : r.skip_joint(m.end);
  if (next == m.end) return false;
  const std::string_view word = r.word(next);
  At end = kNowhere;
  if (word == "old" || word == "olds") end = r.end_of(word);
  if (word == "of" && r.starts_word(r.skip_blanks(next + 2), "age")) end = r.skip_blanks(next + 2) + 3;
  if (end == kNowhere) return false;
  m.end = end;
  m.kind = FigureKind::Other;
  m.name += "_age";
  m.factor = 0;  // an age is no duration to reckon with
  return true;
}

}  // namespace

namespace {

// Letters of the trade that say unit, scale and period at once.
struct Abbreviation {
  std::string_view text;
  std::string_view unit;  // in the table, "_" for blanks
  double scale;
  const char* period;
};
constexpr Abbreviation kAbbreviations[] = {
    {"bpd", "barrel", 1, "P1D"},     {"b/d", "barrel", 1, "P1D"},
    {"kb/d", "barrel", 1e3, "P1D"},  {"mb/d", "barrel", 1e6, "P1D"},
    {"mmbpd", "barrel", 1e6, "P1D"}, {"tpd", "ton", 1, "P1D"},
    {"tpa", "tonne", 1, "P1Y"},      {"mtpa", "tonne", 1e6, "P1Y"},
    {"mmtpa", "tonne", 1e6, "P1Y"},  {"bcm", "cubic_metre", 1e9, ""},
    {"mcm", "cubic_metre", 1e6, ""}, {"tcm", "cubic_metre", 1e12, ""},
    {"bcf", "cubic_foot", 1e9, ""},  {"tcf", "cubic_foot", 1e12, ""},
    {"mmcf", "cubic_foot", 1e6, ""}, {"boepd", "barrel_of_oil_equivalent", 1, "P1D"},
};

std::optional<Measure> read_abbreviation(const Reader& r, At at) {
  const char first = r.low().size() > at ? r.low()[at] : '\0';
  if (first != 'b' && first != 'm' && first != 't' && first != 'k') return std::nullopt;
  for (const Abbreviation& known : kAbbreviations) {
    if (!r.starts_word(at, known.text)) continue;
    std::optional<Measure> m = unit_named(known.unit);
    if (!m) return m;
    m->end = at + static_cast<At>(known.text.size());
    m->scale = known.scale;
    if (known.period[0] != '\0') m->period = known.period;
    return m;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Measure> unit_named(std::string_view word) {
  if (word == "cubic_foot") return to_measure(find_symbol("cuft"), 0, false);
  const Found found = find_word(word);
  return found.unit != nullptr ? std::optional(to_measure(found, 0, false)) : std::nullopt;
}

std::optional<Measure> read_unit(const Reader& r, At at, bool glued) {
  if (std::optional<Measure> m = read_abbreviation(r, at)) return m;
  for (const std::string_view word : {"yo", "y.o.", "y/o"}) {
    if (!r.starts_word(at, word) || r.capital_at(at)) continue;
    Measure m;
    m.end = at + static_cast<At>(word.size());
    m.name = "year_age";
    return m;
  }
  std::optional<Measure> m = read_simple(r, at, glued);
  if (!m) return m;
  if (m->kind == FigureKind::Duration && read_age(r, *m)) return m;
  read_per(r, *m);
  return m;
}

MaybeText read_period(const Reader& r, At& end) {
  struct Adverb {
    std::string_view word, timex;
  };
  static constexpr Adverb kAdverbs[] = {{"annually", "P1Y"}, {"yearly", "P1Y"}, {"monthly", "P1M"},
                                        {"weekly", "P1W"},   {"daily", "P1D"},  {"hourly", "PT1H"}};
  const At added = r.skip_blanks(end);  // "£240 more a month"
  if (added != end && (r.starts_word(added, "more") || r.starts_word(added, "extra") || r.starts_word(added, "less")))
    end = r.end_of(r.word(added));
  const At next = r.skip_joint(end);
  const std::string_view word = r.word(next);
  for (const Adverb& adverb : kAdverbs) {
    if (word != adverb.word || next == end) continue;
    end = r.end_of(word);
    return std::string(adverb.timex);
  }
  bool article = false;
  const At at = skip_per(r, end, article);
  if (at == kNowhere) return std::nullopt;
  std::string_view unit = r.word(at);
  if (r.starts_word(at, "annum")) unit = "year";
  const At after = r.end_of(r.word(at));
  const std::string_view timex = timex_of(unit == "hr" ? "hour" : unit == "yr" ? "year" : unit);
  if (timex.empty() || (article && shifts_time(r.word(r.skip_blanks(after))))) return std::nullopt;
  end = after;
  return std::string(timex);
}

std::optional<ByteSpan> read_denominator(const Reader& r, At end) {
  bool article = false;
  const At at = skip_per(r, end, article);
  if (at == kNowhere) return std::nullopt;
  if (const std::optional<Measure> unit = read_simple(r, at, r.before(at) == '/')) {
    if (unit->kind == FigureKind::Duration) return std::nullopt;
    return ByteSpan{at, unit->end};
  }
  static constexpr std::string_view kPriced[] = {"share",  "head",  "piece", "person", "unit",   "ticket",
                                                 "copy",   "bag",   "pack",  "case",   "bottle", "capita",
                                                 "bushel", "dozen", "room",  "seat"};
  const std::string_view word = r.word(at);
  const bool known = std::find(std::begin(kPriced), std::end(kPriced), word) != std::end(kPriced);
  if (!known && (article || r.before(at) == '/' || word.size() < 3)) return std::nullopt;
  return ByteSpan{at, r.end_of(word)};
}

}  // namespace onrecord::figures
