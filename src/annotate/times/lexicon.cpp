// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/lexicon.h"

#include <array>

#include "annotate/times/calendar.h"

namespace onrecord::times {
namespace {

template <class Enum>
constexpr std::int16_t v(Enum value) {
  return static_cast<std::int16_t>(value);
}

using C = WordClass;
constexpr std::uint8_t kShort = kAbbreviation | kNeedsCapital;
constexpr std::uint8_t kDoubtful = kAbbreviation | kNeedsCapital | kNeedsContext;

constexpr Word kWords[] = {
    // Months.
    {"january", C::Month, 1, 0},
    {"february", C::Month, 2, 0},
    {"march", C::Month, 3, kNeedsCapital | kNeedsContext},
    {"april", C::Month, 4, 0},
    {"may", C::Month, 5, kNeedsCapital | kNeedsContext},
    {"june", C::Month, 6, 0},
    {"july", C::Month, 7, 0},
    {"august", C::Month, 8, kNeedsCapital},
    {"september", C::Month, 9, 0},
    {"october", C::Month, 10, 0},
    {"november", C::Month, 11, 0},
    {"december", C::Month, 12, 0},
    {"jan", C::Month, 1, kDoubtful},
    {"feb", C::Month, 2, kShort},
    {"mar", C::Month, 3, kDoubtful},
    {"apr", C::Month, 4, kShort},
    {"jun", C::Month, 6, kDoubtful},
    {"jul", C::Month, 7, kShort},
    {"aug", C::Month, 8, kShort},
    {"sep", C::Month, 9, kShort},
    {"sept", C::Month, 9, kShort},
    {"oct", C::Month, 10, kShort},
    {"nov", C::Month, 11, kShort},
    {"dec", C::Month, 12, kShort},
    // Days of the week.
    {"monday", C::Weekday, 1, 0},
    {"tuesday", C::Weekday, 2, 0},
    {"wednesday", C::Weekday, 3, 0},
    {"thursday", C::Weekday, 4, 0},
    {"friday", C::Weekday, 5, 0},
    {"saturday", C::Weekday, 6, 0},
    {"sunday", C::Weekday, 7, 0},
    {"mondays", C::Weekday, 11, 0},
    {"tuesdays", C::Weekday, 12, 0},
    {"wednesdays", C::Weekday, 13, 0},
    {"thursdays", C::Weekday, 14, 0},
    {"fridays", C::Weekday, 15, 0},
    {"saturdays", C::Weekday, 16, 0},
    {"sundays", C::Weekday, 17, 0},
    {"mon", C::Weekday, 1, kDoubtful},
    {"tue", C::Weekday, 2, kShort},
    {"tues", C::Weekday, 2, kShort},
    {"wed", C::Weekday, 3, kDoubtful},
    {"thu", C::Weekday, 4, kShort},
    {"thur", C::Weekday, 4, kShort},
    {"thurs", C::Weekday, 4, kShort},
    {"fri", C::Weekday, 5, kShort},
    {"sat", C::Weekday, 6, kDoubtful},
    {"sun", C::Weekday, 7, kDoubtful},
    // Units.
    {"second", C::Ordinal, 2, 0},
    {"seconds", C::Units, v(Unit::Second), 0},
    {"secs", C::Units, v(Unit::Second), kAbbreviation},
    {"minute", C::Unit, v(Unit::Minute), 0},
    {"minutes", C::Units, v(Unit::Minute), 0},
    {"min", C::Unit, v(Unit::Minute), kAbbreviation},
    {"mins", C::Units, v(Unit::Minute), kAbbreviation},
    {"hour", C::Unit, v(Unit::Hour), 0},
    {"hours", C::Units, v(Unit::Hour), 0},
    {"hr", C::Unit, v(Unit::Hour), kAbbreviation},
    {"hrs", C::Units, v(Unit::Hour), kAbbreviation},
    {"day", C::Unit, v(Unit::Day), 0},
    {"days", C::Units, v(Unit::Day), 0},
    {"week", C::Unit, v(Unit::Week), 0},
    {"weeks", C::Units, v(Unit::Week), 0},
    {"wk", C::Unit, v(Unit::Week), kAbbreviation},
    {"wks", C::Units, v(Unit::Week), kAbbreviation},
    {"weekend", C::Unit, v(Unit::Weekend), 0},
    {"weekends", C::Units, v(Unit::Weekend), 0},
    {"month", C::Unit, v(Unit::Month), 0},
    {"months", C::Units, v(Unit::Month), 0},
    {"quarter", C::Unit, v(Unit::Quarter), 0},
    {"quarters", C::Units, v(Unit::Quarter), 0},
    {"year", C::Unit, v(Unit::Year), 0},
    {"years", C::Units, v(Unit::Year), 0},
    {"yr", C::Unit, v(Unit::Year), kAbbreviation},
    {"yrs", C::Units, v(Unit::Year), kAbbreviation},
    {"decade", C::Unit, v(Unit::Decade), 0},
    {"decades", C::Units, v(Unit::Decade), 0},
    {"century", C::Unit, v(Unit::Century), 0},
    {"centuries", C::Units, v(Unit::Century), 0},
    // Numbers.
    {"one", C::Number, 1, 0},
    {"two", C::Number, 2, 0},
    {"three", C::Number, 3, 0},
    {"four", C::Number, 4, 0},
    {"five", C::Number, 5, 0},
    {"six", C::Number, 6, 0},
    {"seven", C::Number, 7, 0},
    {"eight", C::Number, 8, 0},
    {"nine", C::Number, 9, 0},
    {"ten", C::Number, 10, 0},
    {"eleven", C::Number, 11, 0},
    {"twelve", C::Number, 12, 0},
    {"thirteen", C::Number, 13, 0},
    {"fourteen", C::Number, 14, 0},
    {"fifteen", C::Number, 15, 0},
    {"sixteen", C::Number, 16, 0},
    {"seventeen", C::Number, 17, 0},
    {"eighteen", C::Number, 18, 0},
    {"nineteen", C::Number, 19, 0},
    {"twenty", C::Number, 20, 0},
    {"thirty", C::Number, 30, 0},
    {"forty", C::Number, 40, 0},
    {"fifty", C::Number, 50, 0},
    {"sixty", C::Number, 60, 0},
    {"seventy", C::Number, 70, 0},
    {"eighty", C::Number, 80, 0},
    {"ninety", C::Number, 90, 0},
    {"hundred", C::Number, 100, kMultiplier},
    {"thousand", C::Number, 1000, kMultiplier},
    {"dozen", C::Number, 12, 0},
    {"several", C::Vague, 0, 0},
    {"few", C::Vague, 0, 0},
    {"couple", C::Vague, 2, 0},
    {"many", C::Vague, 0, 0},
    {"some", C::Vague, 0, 0},
    {"dozens", C::Vague, 0, 0},
    {"hundreds", C::Vague, 0, 0},
    {"thousands", C::Vague, 0, 0},
    // Ranks.
    {"first", C::Ordinal, 1, 0},
    {"third", C::Ordinal, 3, 0},
    {"fourth", C::Ordinal, 4, 0},
    {"fifth", C::Ordinal, 5, 0},
    {"sixth", C::Ordinal, 6, 0},
    {"seventh", C::Ordinal, 7, 0},
    {"eighth", C::Ordinal, 8, 0},
    {"ninth", C::Ordinal, 9, 0},
    {"tenth", C::Ordinal, 10, 0},
    {"eleventh", C::Ordinal, 11, 0},
    {"twelfth", C::Ordinal, 12, 0},
    {"thirteenth", C::Ordinal, 13, 0},
    {"fourteenth", C::Ordinal, 14, 0},
    {"fifteenth", C::Ordinal, 15, 0},
    {"sixteenth", C::Ordinal, 16, 0},
    {"seventeenth", C::Ordinal, 17, 0},
    {"eighteenth", C::Ordinal, 18, 0},
    {"nineteenth", C::Ordinal, 19, 0},
    {"twentieth", C::Ordinal, 20, 0},
    {"thirtieth", C::Ordinal, 30, 0},
    // Seasons and parts of the day.
    {"spring", C::Season, v(Season::Spring), 0},
    {"springtime", C::Season, v(Season::Spring), 0},
    {"summer", C::Season, v(Season::Summer), 0},
    {"summertime", C::Season, v(Season::Summer), 0},
    {"autumn", C::Season, v(Season::Autumn), 0},
    {"fall", C::Season, v(Season::Autumn), kNeedsContext},
    {"winter", C::Season, v(Season::Winter), 0},
    {"wintertime", C::Season, v(Season::Winter), 0},
    {"morning", C::Part, v(DayPart::Morning), 0},
    {"mornings", C::Part, v(DayPart::Morning) + 10, 0},
    {"dawn", C::Part, v(DayPart::Morning), kNeedsContext},
    {"midday", C::Part, 102, 0},
    {"lunchtime", C::Part, v(DayPart::Midday), 0},
    {"afternoon", C::Part, v(DayPart::Afternoon), 0},
    {"afternoons", C::Part, v(DayPart::Afternoon) + 10, 0},
    {"evening", C::Part, v(DayPart::Evening), 0},
    {"evenings", C::Part, v(DayPart::Evening) + 10, 0},
    {"dusk", C::Part, v(DayPart::Evening), kNeedsContext},
    {"night", C::Part, v(DayPart::Night), 0},
    {"nights", C::Part, v(DayPart::Night) + 10, 0},
    {"nite", C::Part, v(DayPart::Night), 0},
    {"nighttime", C::Part, v(DayPart::Night), 0},
    {"daylight", C::Part, v(DayPart::Daytime), kNeedsContext},
    {"noon", C::Part, 102, 0},
    {"midnight", C::Part, 104, 0},
    // Days and nights seen from today.
    {"today", C::Deictic, 0, 0},
    {"tdy", C::Deictic, 0, 0},
    {"yesterday", C::Deictic, -1, 0},
    {"tomorrow", C::Deictic, 1, 0},
    {"tmr", C::Deictic, 1, 0},
    {"tmrw", C::Deictic, 1, 0},
    {"tonight", C::Deictic, 10, 0},
    {"tonite", C::Deictic, 10, 0},
    {"overnight", C::Deictic, 20, 0},
    // How often.
    {"hourly", C::Frequency, v(Unit::Hour), 0},
    {"daily", C::Frequency, v(Unit::Day), 0},
    {"everyday", C::Frequency, v(Unit::Day), 0},
    {"nightly", C::Frequency, v(Unit::Day), 0},
    {"weekly", C::Frequency, v(Unit::Week), 0},
    {"monthly", C::Frequency, v(Unit::Month), 0},
    {"quarterly", C::Frequency, v(Unit::Quarter), 0},
    {"yearly", C::Frequency, v(Unit::Year), 0},
    {"annually", C::Frequency, v(Unit::Year), 0},
    {"every", C::Each, 0, 0},
    {"each", C::Each, 0, 0},
    {"per", C::Each, 1, 0},
    // Now, then, some day.
    {"now", C::Reference, v(ReferenceWord::Present), 0},
    {"nowadays", C::Reference, v(ReferenceWord::Present), 0},
    {"currently", C::Reference, v(ReferenceWord::Present), 0},
    {"presently", C::Reference, v(ReferenceWord::Present), 0},
    {"date", C::Reference, v(ReferenceWord::Present), kNeedsContext},
    {"current", C::Reference, v(ReferenceWord::Present), kNeedsContext},
    {"recently", C::Reference, v(ReferenceWord::Past), 0},
    {"lately", C::Reference, v(ReferenceWord::Past), 0},
    {"recent", C::Reference, v(ReferenceWord::Past), kNeedsContext},
    {"once", C::Reference, v(ReferenceWord::Past), kNeedsContext},
    {"previously", C::Reference, v(ReferenceWord::Past), kNeedsContext},
    {"formerly", C::Reference, v(ReferenceWord::Past), kNeedsContext},
    {"future", C::Reference, v(ReferenceWord::Future), kNeedsContext},
    {"soon", C::Reference, v(ReferenceWord::Future), kNeedsContext},
    // Which one.
    {"this", C::Relation, v(Relation::This), 0},
    {"last", C::Relation, v(Relation::Last), 0},
    {"latest", C::Relation, v(Relation::Last), kNeedsContext},
    {"next", C::Relation, v(Relation::Next), 0},
    {"same", C::Relation, v(Relation::Same), 0},
    {"that", C::Relation, v(Relation::Same), 0},
    {"following", C::Relation, v(Relation::Following), 0},
    {"subsequent", C::Relation, v(Relation::Following), 0},
    {"previous", C::Relation, v(Relation::Previous), 0},
    {"preceding", C::Relation, v(Relation::Previous), 0},
    {"prior", C::Relation, v(Relation::Previous), 0},
    {"past", C::Relation, v(Relation::Past), 0},
    {"coming", C::Relation, v(Relation::Coming), 0},
    {"upcoming", C::Relation, v(Relation::Coming), 0},
    // Early or late in it.
    {"early", C::Stage, v(Stage::Early), 0},
    {"earlier", C::Stage, v(Stage::Early), 0},
    {"beginning", C::Stage, v(Stage::Early), 0},
    {"start", C::Stage, v(Stage::Early), 0},
    {"mid", C::Stage, v(Stage::Mid), 0},
    {"middle", C::Stage, v(Stage::Mid), 0},
    {"late", C::Stage, v(Stage::Late), 0},
    {"later", C::Stage, v(Stage::Late), 0},
    {"end", C::Stage, v(Stage::Late), 0},
    {"close", C::Stage, v(Stage::Late), 0},
    // Decades by name.
    {"twenties", C::Decade, 20, 0},
    {"thirties", C::Decade, 30, 0},
    {"forties", C::Decade, 40, 0},
    {"fifties", C::Decade, 50, 0},
    {"sixties", C::Decade, 60, 0},
    {"seventies", C::Decade, 70, 0},
    {"eighties", C::Decade, 80, 0},
    {"nineties", C::Decade, 90, 0},
    // First words of holidays (holidays.cpp).
    {"christmas", C::Holiday, 0, 0},
    {"xmas", C::Holiday, 0, 0},
    {"boxing", C::Holiday, 0, kNeedsCapital},
    {"new", C::Holiday, 0, kNeedsCapital},
    {"easter", C::Holiday, 0, kNeedsCapital},
    {"good", C::Holiday, 0, kNeedsCapital},
    {"palm", C::Holiday, 0, kNeedsCapital},
    {"ash", C::Holiday, 0, kNeedsCapital},
    {"whit", C::Holiday, 0, kNeedsCapital},
    {"halloween", C::Holiday, 0, kNeedsCapital},
    {"thanksgiving", C::Holiday, 0, kNeedsCapital},
    {"valentine", C::Holiday, 0, kNeedsCapital},
    {"labor", C::Holiday, 0, kNeedsCapital},
    {"labour", C::Holiday, 0, kNeedsCapital},
    {"memorial", C::Holiday, 0, kNeedsCapital},
    {"veterans", C::Holiday, 0, kNeedsCapital},
    {"armistice", C::Holiday, 0, kNeedsCapital},
    {"remembrance", C::Holiday, 0, kNeedsCapital},
    {"columbus", C::Holiday, 0, kNeedsCapital},
    {"bastille", C::Holiday, 0, kNeedsCapital},
    {"juneteenth", C::Holiday, 0, kNeedsCapital},
    {"martin", C::Holiday, 0, kNeedsCapital},
    {"independence", C::Holiday, 0, kNeedsCapital},
    {"election", C::Holiday, 0, kNeedsCapital},
    {"ramadan", C::Holiday, 0, kNeedsCapital},
    // Clock and zones.
    {"am", C::Meridiem, 0, 0},
    {"pm", C::Meridiem, 12, 0},
    {"gmt", C::Zone, 0, 0},
    {"utc", C::Zone, 0, 0},
    {"bst", C::Zone, 60, 0},
    {"cet", C::Zone, 60, 0},
    {"cest", C::Zone, 120, 0},
    {"eet", C::Zone, 120, 0},
    {"eest", C::Zone, 180, 0},
    {"msk", C::Zone, 180, 0},
    {"est", C::Zone, -300, 0},
    {"edt", C::Zone, -240, 0},
    {"cdt", C::Zone, -300, 0},
    {"cst", C::Zone, -360, 0},
    {"mdt", C::Zone, -360, 0},
    {"mst", C::Zone, -420, 0},
    {"pdt", C::Zone, -420, 0},
    {"pst", C::Zone, -480, 0},
    {"et", C::Zone, -301, kNeedsCapital},  // standard or summer time: the offset is not known
    {"pt", C::Zone, -301, kNeedsCapital},
    {"jst", C::Zone, 540, 0},
    {"sgt", C::Zone, 480, 0},
    {"ist", C::Zone, 330, 0},
    // Small words that begin an expression.
    {"a", C::Article, 1, 0},
    {"an", C::Article, 1, 0},
    {"the", C::Article, 0, 0},
    {"half", C::Half, 0, 0},
    {"fiscal", C::Fiscal, 0, 0},
    {"fy", C::Fiscal, 0, kNeedsCapital},
    {"q", C::Opener, 0, 0},
    {"ad", C::Opener, 0, kNeedsCapital},
    {"h", C::Opener, 0, 0},
    {"latter", C::Opener, 0, 0},
    {"final", C::Opener, 0, 0},
    // Nouns for a stretch.
    {"period", C::Period, 0, 0},
    {"time", C::Period, 1, 0},
    {"moment", C::Period, 2, 0},
};

// Open addressing over a table built by the compiler.
constexpr std::size_t kSlots = 1024;
constexpr std::size_t kLongest = 13;

constexpr std::uint32_t hash_of(std::string_view form) {
  std::uint32_t hash = 2166136261u;
  for (const char c : form) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

constexpr std::array<std::uint16_t, kSlots> build_slots() {
  std::array<std::uint16_t, kSlots> slots{};
  for (std::size_t k = 0; k < std::size(kWords); ++k) {
    std::size_t slot = hash_of(kWords[k].form) % kSlots;
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<std::uint16_t>(k + 1);
  }
  return slots;
}
constexpr auto kTable = build_slots();
static_assert(std::size(kWords) < kSlots / 3);

}  // namespace

const Word* find_word(std::string_view lower) {
  if (lower.empty() || lower.size() > kLongest) return nullptr;
  for (std::size_t slot = hash_of(lower) % kSlots; kTable[slot] != 0; slot = (slot + 1) % kSlots) {
    const Word& word = kWords[kTable[slot] - 1u];
    if (word.form == lower) return &word;
  }
  return nullptr;
}

}  // namespace onrecord::times
