// SPDX-License-Identifier: Apache-2.0
// What kind of text it is, told from its own expressions.
#include "annotate/times/resolve.h"

namespace onrecord::times {

// A narrative names many years that are not the year of publication, and hardly speaks of today, last week or
// Friday.
Setting setting_of(const std::vector<Expression>& expressions, std::optional<Date> published) {
  Setting setting;
  setting.published = published;
  int distant = 0, near = 0, from_now = 0;
  for (const Expression& e : expressions) {
    if (e.rule == RuleId::NumericDate && !e.order_unknown && e.day != e.month) {
      (e.day_first ? setting.day_first : setting.month_first) = true;
    }
    const bool relative = (e.shape == Shape::Shift || e.shape == Shape::Offset) && !e.from_text;
    if ((relative && e.rule != RuleId::NamedUnit) || e.rule == RuleId::Weekday) ++from_now;
    if (e.shape != Shape::Calendar || !e.year || e.grain == Grain::Century) continue;
    const bool far = !published || std::abs(*e.year - published->year) > 1;
    (far ? distant : near) += 1;
  }
  setting.narrative = distant >= 5 && distant > near && distant >= 5 * from_now;
  return setting;
}

}  // namespace onrecord::times
