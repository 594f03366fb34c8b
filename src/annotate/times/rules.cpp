// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/rules.h"

#include <array>

#include "annotate/finders.h"

namespace onrecord {
namespace times {
namespace {

// Confidence: the share of a rule's rows whose value agrees with the gold of TimeBank, AQUAINT, WikiWars and
// tweets (development parts), towards 0.85 where it fired fewer than ten times; gold that leaves a value open
// counts against the rule.
constexpr std::array<Rule, static_cast<std::size_t>(RuleId::kCount)> kRules = {{
    {"times.iso_date", 1, "A date, or date and time, in ISO 8601.", "The log was last changed on 2024-04-25.",
     "The part number is 2024-77-99.", 0.95},
    {"times.numeric_date", 1,
     "Day, month and year in digits; the value is null where both orders are possible and the text does not tell.",
     "The form was stamped 25/04/2024.", "Version 4.25.3 is out.", 0.93},
    {"times.full_date", 1, "Day, month and year in words.", "She was born on 25 April 1961.",
     "The bill passed on April 25.", 0.99},
    {"times.day_and_month", 1,
     "Day and month; the year comes from the day of publication and the tense, or the text.",
     "The bridge closed on March 3.", "They may 3 times a week.", 0.91},
    {"times.month_and_year", 1, "Month and year.", "The plant opened in June 2009.", "June opened 2009 letters.",
     0.99},
    {"times.month", 1, "A month; the year as for a day and month.", "Talks resumed in February.",
     "They march home and may rest.", 0.90},
    {"times.day_of_month", 1, "A day whose month is named elsewhere.", "The court meets on the 25th.",
     "It was the 25th anniversary.", 0.70},
    {"times.year", 1, "A year: four digits, or fewer with BC or AD.", "The treaty was signed in 1998.",
     "The hall seats 1998 people.", 0.94},
    {"times.fiscal_year", 1, "A fiscal year; its bounds are null, since they are the speaker's.",
     "Sales fell in fiscal 2012.", "Fiscal policy is tight.", 0.78},
    {"times.decade", 1, "A decade.", "Prices soared in the 1970s.", "It hit the low 70s.", 0.74},
    {"times.century", 1, "A century.", "The mill is from the 18th century.", "He is 20th on the century list.", 0.50},
    {"times.season", 1, "A season, of a year or the one that the tense means.",
     "The dam broke in the spring of 1999.", "Prices fall and hopes spring up.", 0.71},
    {"times.quarter", 1, "A quarter of a year.", "Profit rose in the third quarter.", "A quarter of them left.",
     0.97},
    {"times.half", 1, "Half a year, with its year or a word of business.", "Exports rose in the first half of 2023.",
     "They scored in the first half.", 0.94},
    {"times.weekday", 1, "A day of the week: the nearest before publication unless the tense looks ahead.",
     "The mayor resigned on Friday.", "The mayor reads the Sun.", 0.85},
    {"times.holiday", 1, "A holiday with a known date.", "Shops close on Christmas Eve.", "New days are ahead.",
     0.76},
    {"times.deictic", 1, "Today, yesterday, tomorrow, tonight.", "The vote is tomorrow.", "He writes for USA Today.",
     0.94},
    {"times.part_of_day", 1, "A part of a day named before.", "It rained in the morning.", "She is a morning person.",
     0.88},
    {"times.clock", 1, "A clock time, with its day where the text gives it.", "The siren went off at 3 p.m.",
     "They won 3 points.", 0.67},
    {"times.relative_unit", 1, "This, last or next week, month, year …, seen from the day of publication.",
     "The law passed last month.", "He was last in the race.", 0.72},
    {"times.text_unit", 1, "The same, the next or the previous day, year …, seen from the last date of the text.",
     "The fire of 3 May 1999 was out the following day.", "He read the following pages.", 0.59},
    {"times.named_unit", 1, "The year, the week …: the current one, or the one spoken of.",
     "The fair closes at the end of the year.", "He asked for a year.", 0.54},
    {"times.ago", 1, "So long ago, or from now.", "They met two years ago.", "They met two rivals.", 0.54},
    {"times.later_earlier", 1, "So long before or after the last date of the text.",
     "He was born in 1920 and left two years later.", "He left in two cars.", 0.68},
    {"times.reference", 1, "The present, the past or the future, without a date.", "The bridge is now open.",
     "The bridge is open.", 0.82},
    {"times.duration", 1, "A length of time.", "The siege lasted six months.", "The siege cost six men.", 0.81},
    {"times.vague_duration", 1, "A length of time without a number.", "The siege lasted for weeks.",
     "The siege lasted.", 0.52},
    {"times.span_to_now", 1, "A length of time that touches the present.", "Rents doubled in the past two years.",
     "They ran past two guards.", 0.77},
    {"times.set", 1, "A time that comes again.", "The choir meets every Monday.", "Every member may speak.", 0.63},
    {"times.post_word", 1,
     "A bare part of the day, week or season in a message of a few dozen words: that of the message.",
     "Lovely evening with old friends at the harbour!", "Her nightmare was over.", 0.79},
    {"times.nth_of", 1, "A day, weekday, week or weekend counted within a month or year.",
     "The council meets on the first Monday of June.", "The first Monday was the hardest.", 0.85},
}};

}  // namespace

const Rule& rule_of(RuleId id) { return kRules[static_cast<std::size_t>(id)]; }

}  // namespace times

Rules time_rules() {
  return {&times::rule_of(times::RuleId::IsoDate), static_cast<std::size_t>(times::RuleId::kCount)};
}

}  // namespace onrecord
