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

// "Back at 2250": four digits of a clock; no house number ("at 1045 Park Lane").
Found read_post_clock(const Atoms& a, std::size_t at) {
  const int number = a[at].number;
  if (a[at].digits != 4 || number / 100 >= 24 || number % 100 >= 60 || !begins_word(a, at) || !ends_word(a, at + 1))
    return std::nullopt;
  const std::size_t ahead = is_one_of(a.lower(at - 1), {"about", "abt", "around"}) ? at - 2 : at - 1;
  const bool counts = a[at + 1].mark == 0 && !ends_phrase(a, at + 1);
  if (!is_one_of(a.lower(ahead), {"at", "till"}) || counts || a[at + 1].capital) return std::nullopt;
  Expression e = expression_at(at, at + 1, RuleId::Clock);
  e.clock = ClockTime{};
  e.clock->hour = number / 100;
  e.clock->minute = number % 100;
  e.grain = Grain::Minute;
  return e;
}

// "A long weekend" in a post is the one at hand, not a length.
void settle_post_weekend(Expression& e) {
  if (e.rule != RuleId::Duration || e.unit != Unit::Weekend || e.shape != Shape::Length) return;
  if (e.quantity.vague || e.quantity.value != 1) return;
  e.rule = RuleId::PostWord;
  e.shape = Shape::Shift;
  e.quantity.value = 0;
}

// "Slept till the next day": where a post has named no other day, it counts from its own.
void settle_post_anchor(Expression& e) {
  if (e.shape == Shape::Shift && e.unit == Unit::Day && e.quantity.value == 1) e.from_text = false;
}

Found read_post_word(const Atoms& a, std::size_t at) {
  if (!begins_word(a, at) || !ends_word(a, at + 1) || is_one_of(a.lower(at - 1), {"to", "will", "can", "-"}))
    return {};
  if (a.is(at, "minute") && a.is(at - 1, "last")) return std::nullopt;  // "a last minute deal" is no minute long
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
      if ((a[at].word->flags & kTwofold) != 0 || e.unit == Unit::Quarter || e.unit == Unit::Second ||
          e.unit == Unit::Century)
        return std::nullopt;
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
