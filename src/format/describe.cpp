// SPDX-License-Identifier: Apache-2.0
#include "format/describe.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace onrecord {
namespace {

std::string bound_in_words(Bound bound) {
  switch (bound) {
    case Bound::About: return "about ";
    case Bound::AtLeast: return "at least ";
    case Bound::AtMost: return "at most ";
    case Bound::MoreThan: return "more than ";
    case Bound::LessThan: return "less than ";
    default: return "";
  }
}

// TIMEX3 durations that a rate is given in: "P1Y" -> "a year".
std::string period_in_words(const std::string& duration) {
  constexpr const char* kPeriods[][2] = {{"P1Y", "a year"},    {"P1M", "a month"},   {"P1W", "a week"},
                                         {"P1D", "a day"},     {"PT1H", "an hour"},  {"PT1M", "a minute"},
                                         {"PT1S", "a second"}, {"P3M", "a quarter"}, {"P10Y", "a decade"}};
  for (const auto& [value, words] : kPeriods) {
    if (duration == value) return words;
  }
  return "per " + duration;
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::string plural_word(const std::string& word) {
  for (const char* same : {"percent", "hertz", "percentage", "Celsius", "Fahrenheit", "kelvin"}) {
    if (ends_with(word, same)) return word;
  }
  if (word == "foot") return "feet";
  if (ends_with(word, "ch") || ends_with(word, "x") || ends_with(word, "s")) return word + "es";
  if (ends_with(word, "ry")) return word.substr(0, word.size() - 1) + "ies";  // century
  return word + 's';
}

// "kilometre per hour" -> "kilometres per hour", "square foot" -> "square feet", "degree Celsius" -> "degrees …"
std::string plural_unit(const std::string& unit) {
  if (unit.substr(0, 7) == "degree ") return "degrees " + unit.substr(7);
  const std::size_t head_end = std::min(unit.find(" per "), unit.size());
  const std::size_t blank = unit.rfind(' ', head_end == 0 ? 0 : head_end - 1);
  const std::size_t head = blank == std::string::npos ? 0 : blank + 1;
  return unit.substr(0, head) + plural_word(unit.substr(head, head_end - head)) + unit.substr(head_end);
}

}  // namespace

std::string plain_number(double value) {
  char buffer[400];
  const bool readable = std::fabs(value) < 1e15 && (value == 0 || std::fabs(value) >= 1e-4);
  const auto format = readable ? std::chars_format::fixed : std::chars_format::general;
  return std::string(buffer, std::to_chars(buffer, buffer + sizeof buffer, value, format).ptr);
}

std::string surface_of(const Record& record, const ByteSpans& spans) {
  std::string words;
  for (const ByteSpan span : spans) {
    if (!words.empty()) words += " … ";
    words.append(record.article.text, span.begin, span.size());
  }
  return words;
}

std::string grouped_number(double value) {
  constexpr double kDecimals = 1e4;  // "0.3333": more says nothing to a reader
  if (std::fabs(value) >= 1 / kDecimals && std::fabs(value) < 1e9) value = std::round(value * kDecimals) / kDecimals;
  const std::string plain = plain_number(value);
  const std::size_t first = plain[0] == '-' ? 1 : 0;
  std::size_t digits = first;
  while (digits < plain.size() && plain[digits] >= '0' && plain[digits] <= '9') ++digits;
  if (digits < plain.size() && plain[digits] != '.') return plain;  // 1e+20
  std::string grouped = plain.substr(0, first);
  for (std::size_t at = first; at < digits; ++at) {
    const bool comma = at > first && (digits - at) % 3 == 0;
    if (comma) grouped += ',';
    grouped += plain[at];
  }
  return grouped + plain.substr(digits);
}

std::string value_in_words(const Figure& figure) {
  std::string words = bound_in_words(figure.bound);
  if (figure.value) {
    words += grouped_number(*figure.value);
  } else if (figure.low && figure.high) {
    words = grouped_number(*figure.low) + " to " + grouped_number(*figure.high);
  } else if (figure.low || figure.high) {
    words += grouped_number(figure.low ? *figure.low : *figure.high);
  } else {
    return "";
  }
  if (figure.currency) words += ' ' + *figure.currency;
  else if (figure.unit) words += ' ' + (figure.value == 1 ? *figure.unit : plural_unit(*figure.unit));
  else if (figure.kind == FigureKind::Percent) words += " percent";
  if (figure.period) words += ' ' + period_in_words(*figure.period);
  return words;
}

std::string value_in_words(const Time& time) {
  if (!time.value) return "";
  return time.mod ? *time.mod + ' ' + *time.value : *time.value;
}

std::string confidence_in_words(const Producer& one) {
  const int hundredths = static_cast<int>(std::lround(one.confidence * 100));
  if (hundredths >= 100) return "1.00";
  return std::string("0.") + (hundredths < 10 ? "0" : "") + std::to_string(hundredths);
}

std::string reading_in_words(const TimeReading& reading) {
  return reading.value + " (" + confidence_in_words({"", reading.confidence}) + ')';
}

std::string reading_in_words(const FigureReading& reading) {
  Figure figure;
  figure.kind = reading.kind;
  figure.value = reading.value;
  figure.low = reading.low;
  figure.high = reading.high;
  figure.unit = reading.unit;
  figure.currency = reading.currency;
  return value_in_words(figure) + " (" + confidence_in_words({"", reading.confidence}) + ')';
}

std::string reading_in_words(const PlaceReading& reading) {
  std::string words = reading.name.value_or("");
  for (const MaybeText& around : {reading.admin1, reading.country}) {
    if (around && *around != words) words.append(words.empty() ? "" : ", ").append(*around);
  }
  return words + " (" + confidence_in_words({"", reading.confidence}) + ')';
}

RowNames::RowNames(const Record& record) : record_(record) {
  for (const Entity& one : record.entities) entities_.emplace(one.id, &one);
  for (const Time& one : record.times) spans_.emplace(one.id, one.span);
  for (const Figure& one : record.figures) spans_.emplace(one.id, one.span);
  for (const Place& one : record.places) spans_.emplace(one.id, one.span);
  for (const Statement& one : record.statements) statements_.emplace(one.id, &one);
}

std::string RowNames::name_of(const Id& id) const {
  if (const auto found = entities_.find(id); found != entities_.end()) return found->second->name;
  if (const auto found = spans_.find(id); found != spans_.end()) return surface_of(record_, {found->second});
  if (const auto found = statements_.find(id); found != statements_.end()) {
    const std::string speaker = speaker_of(*found->second);
    return speaker.empty() ? id : speaker;
  }
  return id;
}

std::string RowNames::speaker_of(const Statement& statement) const {
  if (statement.speaker) return *statement.speaker;
  return surface_of(record_, statement.source);
}

const Entity* RowNames::entity(const std::optional<Id>& id) const {
  const auto found = id ? entities_.find(*id) : entities_.end();
  return found == entities_.end() ? nullptr : found->second;
}

}  // namespace onrecord
