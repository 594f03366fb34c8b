// SPDX-License-Identifier: Apache-2.0
// Resolving: from what the words say to a value, with the day of publication or the last date of the text as
// anchor. An anchor that is missing gives no value and a reason, never a guess.
#pragma once

#include <optional>

#include "annotate/times/expression.h"
#include "annotate/times/tense.h"
#include "doc/layers.h"

namespace onrecord::times {

// What a text is resolved against.
struct Setting {
  std::optional<Date> published;
  // A story told of other days, where "in May" belongs to the year spoken of, not to the year of publication.
  bool narrative = false;
  bool day_first = false, month_first = false;  // numeric dates of the text that allow one order only
};

Setting setting_of(const std::vector<Expression>& expressions, std::optional<Date> published);

// Resolves expressions in text order; keeps the last date met as the text's anchor.
class Resolver {
 public:
  explicit Resolver(const Setting& setting) : setting_(setting) {}

  // `row` is the index that the result will have in the layer.
  TimeRow resolve(const Expression& expression, Tense tense, Index row);

 private:
  struct Anchor {
    Date day;
    Grain grain = Grain::Day;
    Index row = kNone;  // kNone: the day of publication
  };

  std::optional<Anchor> published_anchor() const;
  std::optional<Anchor> text_anchor(Grain wanted, std::size_t memory) const;
  std::optional<Anchor> anchor_for(const Expression& e) const;
  std::optional<Moment> calendar(const Expression& e, Tense tense, const Anchor* anchor) const;
  std::optional<Moment> shift(const Expression& e, Tense tense, const Anchor& anchor) const;
  std::optional<Moment> offset(const Expression& e, const Anchor& anchor) const;
  void apply(const Moment& moment, const Expression& e, TimeRow& row) const;
  void remember(const Moment& moment, const Expression& e, Index row);

  Setting setting_;
  std::vector<Anchor> history_;  // every date of the text so far
  std::optional<Anchor> story_;  // the last that the story stands at: asides left out
  std::optional<Moment> last_quarter_;
};

// TIMEX3 value of a length: "P6M", "PXW", "PT30M", "P2Y6M".
std::string length_value(Unit unit, const Quantity& quantity);

}  // namespace onrecord::times
