// SPDX-License-Identifier: Apache-2.0
// Amount: one numeral with its currency or unit: "£500 million pounds", "186-mile", "5 ft 2 in", "10%", "1,600".
#pragma once

#include <optional>

#include "annotate/figures/currencies.h"
#include "annotate/figures/numerals.h"
#include "annotate/figures/units.h"

namespace onrecord::figures {

struct Amount {
  enum class Sort : std::uint8_t { Bare, Money, Measure, Percent, Age, Rank };
  Sort sort = Sort::Bare;
  Numeral number;
  At begin = 0;
  At end = 0;
  double value = 0;  // with what compounds add ("5 ft 2 in")
  Money money;
  Measure measure;

  bool has_unit() const { return sort != Sort::Bare && sort != Sort::Rank; }
};

// The amount whose numeral's first digit or number word stands at `at`. It does not begin before `floor`, where the
// figure before ended.
std::optional<Amount> read_amount(const Reader& reader, At at, At floor);

// Whether two amounts have the same unit, so that they may be the ends of a range.
bool same_unit(const Amount& a, const Amount& b);

// One amount, or two that share a unit.
struct Interval {
  enum class Kind : std::uint8_t {
    Alone,      // `first`
    Range,      // "10-15", "$10 million to $15 million", "between 3 and 5"
    Pair,       // two figures: "5 and 7 percent", "from 208 pounds to 193"
    Uncertain,  // "9.83 ± 0.01 m": `last` is how far off it may be
  };
  Amount first, last;
  Kind kind = Kind::Alone;

  bool range() const { return kind == Kind::Range; }
  At begin() const { return first.begin; }
  bool joined() const { return range() || kind == Kind::Uncertain; }
  At end() const { return joined() ? last.end : first.end; }
};

// Reads what follows `first` as the other end of a range or the other of two, where something says so.
Interval read_range(const Reader& reader, Amount first);

}  // namespace onrecord::figures
