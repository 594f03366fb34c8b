// SPDX-License-Identifier: Apache-2.0
// Words that time expressions are made of. One table; every word has one class and one value, and what is
// ambiguous ("may", "second") is settled where it is matched.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::times {

enum class WordClass : std::uint8_t {
  None,
  Month,      // value 1-12
  Weekday,    // value 1 Monday … 7 Sunday; 11 … 17 in the plural
  Workday,    // "weekday", "weekdays"; value 1 in the plural
  Unit,       // value: Unit
  Units,      // the same in the plural
  Number,     // value: the number
  Vague,      // "several", "few": a quantity without a number
  Ordinal,    // value: the rank
  Season,     // value: Season
  Part,       // part of a day; value: DayPart
  Deictic,    // "yesterday"; value: days from today
  Frequency,  // "weekly"; value: Unit
  Reference,  // "now", "recently"; value: ReferenceWord
  Relation,   // "last", "next", "this"; value: Relation
  Stage,      // "early", "mid", "end"; value: Stage
  Decade,     // "nineties"; value 20-90
  Holiday,    // first word of a holiday's name
  Meridiem,   // "am", "pm"; value 0, 12
  Zone,       // value: minutes from UTC
  Period,     // "period", "term", "time", "season": nouns that stand for a stretch named before
  Each,       // "every", "each"; value 1: "per"
  Article,    // value 1: "a", "an"; 0: "the"
  Half,       // "half"
  Fiscal,     // "fiscal", "FY"
  Opener,     // other words that only begin an expression: "Q3", "latter half", "final two weeks"
};

enum class Unit : std::uint8_t { Second, Minute, Hour, Day, Weekend, Week, Month, Quarter, Year, Decade, Century };
enum class Relation : std::uint8_t { None, This, Last, Next, Same, Following, Previous, Past, Coming };
enum class Stage : std::uint8_t { None, Early, Mid, Late };
enum class ReferenceWord : std::uint8_t { Present, Past, Future };

// Marks of an entry.
enum WordFlag : std::uint8_t {
  kAbbreviation = 1,  // may carry a full stop: "Sept."
  kNeedsCapital = 2,  // a common word when small: "march", "sun"
  kNeedsContext = 4,  // a common word or name even with a capital: "May", "Sun", "second"
  kMultiplier = 8,    // "hundred", "thousand"
  kTwofold = 16,      // counts two of its unit: "fortnight"
};

struct Word {
  std::string_view form;
  WordClass cls = WordClass::None;
  std::int16_t value = 0;
  std::uint8_t flags = 0;
};

// The entry of a word in ASCII small letters, or nullptr.
const Word* find_word(std::string_view lower);

}  // namespace onrecord::times
