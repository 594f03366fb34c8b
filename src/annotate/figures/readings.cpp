// SPDX-License-Identifier: Apache-2.0
// Other readings of a figure. Their confidences are shares that we hold likely from usage, not counted ones: no set
// marks second readings. They are kept small where the first reading is seldom wrong.
#include <algorithm>

#include "annotate/figures/rows.h"
#include "annotate/figures/units.h"

namespace onrecord::figures {
namespace {

// Places in datelines whose country has a dollar or peso of its own, in small letters.
struct Home {
  std::string_view place, code;
};
constexpr Home kHomes[] = {
    {"sydney", "AUD"},        {"canberra", "AUD"},     {"melbourne", "AUD"},  {"brisbane", "AUD"},
    {"perth", "AUD"},         {"adelaide", "AUD"},     {"hobart", "AUD"},     {"darwin", "AUD"},
    {"toronto", "CAD"},       {"ottawa", "CAD"},       {"montreal", "CAD"},   {"vancouver", "CAD"},
    {"calgary", "CAD"},       {"edmonton", "CAD"},     {"winnipeg", "CAD"},   {"quebec city", "CAD"},
    {"halifax", "CAD"},       {"wellington", "NZD"},   {"auckland", "NZD"},   {"christchurch", "NZD"},
    {"singapore", "SGD"},     {"hong kong", "HKD"},    {"taipei", "TWD"},     {"suva", "FJD"},
    {"kingston", "JMD"},      {"nassau", "BSD"},       {"bridgetown", "BBD"}, {"georgetown", "GYD"},
    {"port of spain", "TTD"}, {"harare", "ZWG"},       {"windhoek", "NAD"},   {"monrovia", "LRD"},
    {"mexico city", "MXN"},   {"buenos aires", "ARS"}, {"santiago", "CLP"},   {"bogota", "COP"},
    {"montevideo", "UYU"},
};

constexpr At kHead = 600;  // bytes in which a dateline may stand

// Whether a paragraph's first words, ending at `end`, are followed as a dateline is: ", ", " (", " -".
bool heads_dispatch(const Reader& r, At end) {
  if (r.at(end) == ',') return true;
  const At next = r.skip_blanks(end);
  return r.at(next) == '(' || (next != end && r.skip_dash(next) != next);
}

std::string_view search_home(const Reader& r) {
  for (At at = 0; at < std::min<At>(kHead, r.size()); ++at) {
    if (at != 0 && r.before(at) != '\n') continue;
    for (const Home& home : kHomes) {
      if (r.starts_word(at, home.place) && r.capital_at(at) &&
          heads_dispatch(r, at + static_cast<At>(home.place.size())))
        return home.code;
    }
  }
  return {};
}

FigureReading same(const FigureRow& row, double confidence) {
  FigureReading reading;
  reading.kind = row.kind;
  reading.value = row.value;
  reading.low = row.low;
  reading.high = row.high;
  reading.confidence = confidence;
  return reading;
}

void add_currency(FigureRow& row, std::string_view code, double confidence) {
  if (row.currency && *row.currency == code) return;
  FigureReading reading = same(row, confidence);
  reading.currency = std::string(code);
  row.alternatives.push_back(std::move(reading));
}

void add_unit(FigureRow& row, FigureKind kind, const char* unit, double factor, const char* si, double confidence) {
  FigureReading reading = same(row, confidence);
  reading.kind = kind;
  reading.unit = unit;
  if (row.value && factor > 0) reading.si = SiValue{*row.value * factor, si};
  row.alternatives.push_back(std::move(reading));
}

void add_temperature(FigureRow& row, const char* unit, double factor, double offset, double confidence) {
  FigureReading reading = same(row, confidence);
  reading.kind = FigureKind::Temperature;
  reading.unit = unit;
  if (row.value) reading.si = SiValue{(*row.value + offset) * factor, "K"};
  row.alternatives.push_back(std::move(reading));
}

void read_money(const Reader& r, FigureRow& row) {
  const std::string_view surface = r.low().substr(row.span.begin, row.span.size());
  const bool by_sign = row.rule == &rule(RuleId::MoneyDollarSign);
  const std::string_view home = by_sign ? home_currency(r) : std::string_view();
  if (by_sign && row.currency && *row.currency == "JPY") return add_currency(row, "CNY", 0.05);
  if (!home.empty()) {
    const bool own = row.currency && *row.currency == home;
    return own ? add_currency(row, "USD", 0.05) : add_currency(row, home, 0.3);
  }
  const bool indian =
      surface.find("lakh") != std::string_view::npos || surface.find("crore") != std::string_view::npos;
  if (row.unit && *row.unit == "rupee" && indian) {
    add_currency(row, "INR", 0.8);
    add_currency(row, "PKR", 0.15);
  }
  if (row.unit && *row.unit == "grand") {
    add_currency(row, "USD", 0.5);
    add_currency(row, "GBP", 0.4);
  }
}

void read_measure(const Reader& r, FigureRow& row) {
  const std::string& unit = *row.unit;
  const std::string_view surface = r.low().substr(row.span.begin, row.span.size());
  if (unit == "ton") {
    add_unit(row, FigureKind::Mass, "short ton", 907.18474, "kg", 0.5);
    add_unit(row, FigureKind::Mass, "tonne", 1000, "kg", 0.4);
    add_unit(row, FigureKind::Mass, "long ton", 1016.0469088, "kg", 0.1);
  } else if (unit == "gallon") {
    add_unit(row, FigureKind::Volume, "US gallon", 3.785411784e-3, "m3", 0.75);
    add_unit(row, FigureKind::Volume, "imperial gallon", 4.54609e-3, "m3", 0.25);
  } else if (unit == "pint") {
    add_unit(row, FigureKind::Volume, "US pint", 4.73176473e-4, "m3", 0.5);
    add_unit(row, FigureKind::Volume, "imperial pint", 5.6826125e-4, "m3", 0.5);
  } else if (unit == "degree" && row.value && *row.value <= 130) {
    add_temperature(row, "celsius", 1, 273.15, 0.4);
    add_temperature(row, "fahrenheit", 5.0 / 9, 459.67, 0.3);
  } else if (unit == "megabit" && surface.ends_with("mb")) {
    add_unit(row, FigureKind::Other, "megabyte", 0, "", 0.45);
  } else if (unit == "pound" && surface.find("pound") != std::string_view::npos) {
    FigureReading money = same(row, 0.06);
    money.kind = FigureKind::Money;
    money.currency = "GBP";
    row.alternatives.push_back(std::move(money));
  } else if (unit == "metre" && surface.ends_with("m") && row.value && surface.find('.') != std::string_view::npos) {
    FigureReading million = same(row, 0.2);  // "the 6.3m who fled"
    million.kind = FigureKind::Count;
    million.value = *row.value * 1e6;
    row.alternatives.push_back(std::move(million));
  }
}

}  // namespace

std::string_view home_currency(const Reader& r) {
  std::optional<std::string_view>& home = r.whole().home_currency;
  if (!home) home = search_home(r);
  return *home;
}

void add_readings(const Reader& r, FigureRow& row) {
  if (row.kind == FigureKind::Money || (row.kind == FigureKind::Rate && row.currency)) return read_money(r, row);
  if (row.unit) read_measure(r, row);
}

}  // namespace onrecord::figures
