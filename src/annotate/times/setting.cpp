// SPDX-License-Identifier: Apache-2.0
// What kind of text it is, told from its own expressions.
#include <cstdlib>

#include "annotate/times/resolve.h"

namespace onrecord::times {
namespace {

// Months, days, seasons with their year are the frame of a story; bare years also fill the lives and the
// background that news is full of.
bool is_exact(const Expression& e) { return e.grain >= Grain::Quarter; }

struct Counts {
  int far_exact = 0, far = 0, near_exact = 0, near = 0;  // dates with their year, by its distance from publication
  int from_now = 0;                                      // "yesterday", "last week", "Friday"
};

bool is_narrative(const Counts& n) {
  const bool framed = n.far_exact >= 5 && n.far_exact > n.near_exact && n.far >= 5 * n.from_now;
  const bool undisturbed = n.far >= 5 && n.near == 0 && n.from_now == 0;
  return framed || undisturbed;
}

}  // namespace

// A narrative dates its own events, far from the day of publication, and hardly speaks of today, last week or
// Friday.
Setting setting_of(const std::vector<Expression>& expressions, std::optional<Date> published,
                   std::optional<Date> dateline) {
  Setting setting;
  // A dateline long before publication heads a text printed again; its own day is what the text speaks from.
  setting.from_dateline = dateline && (!published || *dateline <= *published);
  setting.today = setting.from_dateline ? dateline : published;
  Counts n;
  for (const Expression& e : expressions) {
    if (e.rule == RuleId::NumericDate && !e.order_unknown && e.day != e.month) {
      (e.day_first ? setting.day_first : setting.month_first) = true;
    }
    const bool relative = (e.shape == Shape::Shift || e.shape == Shape::Offset) && !e.from_text;
    if ((relative && e.rule != RuleId::NamedUnit) || e.rule == RuleId::Weekday) ++n.from_now;
    if (e.shape != Shape::Calendar || !e.year || e.grain == Grain::Century) continue;
    const bool far = !setting.today || std::abs(*e.year - setting.today->year) > 1;
    (far ? n.far : n.near) += 1;
    if (is_exact(e)) (far ? n.far_exact : n.near_exact) += 1;
  }
  setting.narrative = is_narrative(n);
  return setting;
}

}  // namespace onrecord::times
