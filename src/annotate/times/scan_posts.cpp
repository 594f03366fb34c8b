// SPDX-License-Identifier: Apache-2.0
// Posts: in a message of a few dozen words a bare "night" or "week" speaks of the message's own time; in an
// article the same word mostly describes ("a night club") and is left alone.
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

constexpr int kPostWords = 45;

}  // namespace

bool is_post(const Atoms& a) {
  int words = 0;
  for (std::size_t at = 0; at < a.size(); ++at) {
    if (a.is_mark(at, '\n')) return false;
    if (a[at].mark == 0 && ++words > kPostWords) return false;
  }
  return true;
}

Found read_post_word(const Atoms& a, std::size_t at) {
  if (!begins_word(a, at) || !ends_word(a, at + 1) || is_one_of(a.lower(at - 1), {"to", "will", "can", "-"}))
    return {};
  if (a.is_mark(at + 1, '-') || a.is(at + 1, "old") || (a[at].word->flags & kAbbreviation) != 0) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::PostWord);
  switch (a.cls(at)) {
    case WordClass::Part:
      if (a.value(at) >= 100 || (a[at].word->flags & kNeedsContext) != 0) return std::nullopt;
      e.shape = Shape::Shift;
      e.part = static_cast<DayPart>(a.value(at) % 10);
      return e;
    case WordClass::Season:
      if ((a[at].word->flags & kNeedsContext) != 0 || a[at - 1].mark == '\n') return std::nullopt;
      e.season = static_cast<Season>(a.value(at));
      e.grain = Grain::Season;
      return e;
    case WordClass::Unit:
    case WordClass::Units:
      e.unit = static_cast<Unit>(a.value(at));
      if ((a[at].word->flags & kTwofold) != 0 || e.unit == Unit::Quarter || e.unit == Unit::Second || e.unit == Unit::Century) return std::nullopt;
      e.shape = e.unit == Unit::Weekend ? Shape::Shift : Shape::Length;
      e.quantity = a.is(at, WordClass::Unit) && e.unit != Unit::Weekend ? Quantity{1, false}
                                                                        : Quantity{0, e.shape == Shape::Length};
      return e;
    case WordClass::Reference:
      if (!a.is(at, "future")) return std::nullopt;
      e.shape = Shape::Reference;
      e.fixed = "FUTURE_REF";
      return e;
    default: return std::nullopt;
  }
}

}  // namespace onrecord::times
