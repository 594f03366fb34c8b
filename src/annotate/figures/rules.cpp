// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/rules.h"

#include <iterator>

#include "annotate/finders.h"

namespace onrecord {
namespace {

// Confidence: the share of a rule's rows with the right value and unit on the development sets of NewsQuant,
// Recognizers-Text, quantulum3 and hand-made front pages, as far as a set marks figures of that sort, with one right
// and one wrong row added where there are few; of ranks and ages behind names, which no set marks throughout, the
// share among rows read by eye in raw news.
constexpr Rule kRules[] = {
    {"figures.money_code", 1, "A number with a currency code, or a sign or name that tells the country.",
     "The ministry set aside SEK 40 million for the bridge.", "The bridge is 40 years old.", 0.97},
    {"figures.money_dollar_sign", 1,
     "A number with a bare sign that several countries use ($, ¥), read as US dollars or yen.",
     "The bridge cost $40 million.", "The bridge cost 40 million Australian dollars.", 0.93},
    {"figures.money_name", 1, "A number with the bare name of a currency that is mostly one country's.",
     "Tickets cost 12 dollars.", "Tickets cost 12 Canadian dollars.", 0.86},
    {"figures.money_open_name", 1,
     "A number with a currency name that several countries share; the currency is told only if the article names one "
     "of them.",
     "The repair cost 300 crowns.", "The repair cost 300 Czech crowns.", 0.92},
    {"figures.money_subunit", 1,
     "A number of cents, pence and the like, or \"a penny\", \"a cent\"; the unit is the coin.",
     "Petrol rose by 12 cents overnight.", "Petrol rose by 12 euros overnight.", 0.95},
    {"figures.percent", 1, "A number with a percent sign or word, percentage points, basis points.",
     "Turnout rose to 61 per cent.", "Turnout rose to 61 voters.", 0.95},
    {"figures.measure", 1, "A number with a physical unit, with its SI value where there is one.",
     "The river is 12 miles long.", "The river has 12 bends.", 0.94},
    {"figures.temperature", 1, "A number of degrees.", "It was 31C in the shade.", "Section 31C was repealed.", 0.89},
    {"figures.duration", 1, "A number of seconds, hours, days, years …", "The talks lasted six weeks.",
     "The talks began at six o'clock.", 0.95},
    {"figures.age", 1, "An age: \"54-year-old\", \"aged 54\", \"54 years old\".",
     "A 54-year-old farmer was arrested.", "The 54-year lease was signed.", 0.91},
    {"figures.age_after_name", 1, "A number from 1 to 110 between commas behind a name, read as the person's age.",
     "Maria Olsen, 54, runs the shop.", "On Monday, 54 voters came.", 0.9},
    {"figures.fraction", 1, "A fraction of something: \"two-thirds of\", \"a quarter of\", \"half the\".",
     "Two-thirds of the voters agreed.", "The third of the voters agreed.", 0.71},
    {"figures.one_in", 1, "A proportion: \"one in five\", \"3 out of 10\".", "One in five pupils stayed at home.",
     "One of five pupils stayed at home.", 0.75},
    {"figures.vague_count", 1, "A number word without a number: \"dozens of\", \"several hundred\".",
     "Dozens of houses burned down.", "A dozen houses burned down.", 0.66},
    {"figures.count", 1, "A number with the plural noun that it counts.", "The fire destroyed 32 wooden houses.",
     "The fire was on Route 32 yesterday.", 0.97},
    {"figures.count_one", 1, "\"One\" with a noun where it counts.", "The court heard at least one witness.",
     "No one witnessed the crash.", 0.8},
    {"figures.hyphen_count", 1, "A number joined by a hyphen to the noun that it counts.", "The 11-member board met.",
     "The F-11 programme ended.", 0.7},
    {"figures.index_level", 1, "A number with decimals near the name of a stock index, read as points.",
     "The Nasdaq closed at 14,020.33 on Friday.", "The reservoir held 14,020.33 on Friday.", 0.83},
    {"figures.number", 1, "A number that nothing else explains; what it counts is not known.",
     "Attendance fell to 12,400 on Sunday.", "The law was passed in 1987.", 0.7},
    {"figures.rank", 1, "An ordinal that ranks.", "She came 21st in the race.", "The 21st amendment passed.", 0.9},
    {"figures.ratio", 1, "A ratio: \"a ratio of 3:1\", \"outnumbered three to one\"; the value is the quotient.",
     "Guards face inmates at a ratio of 1 to 40.", "The town lost 1 to 4 on Sunday.", 0.9},
    {"figures.unit_alone", 1, "One of a unit without a number: \"a gallon of\".", "A gallon of milk is dear.",
     "A gallon hat is dear.", 0.85},
    {"figures.magnitude", 1, "The magnitude of an earthquake.", "A magnitude 6.3 quake shook the coast.",
     "An order of magnitude shook the coast.", 0.9},
    {"figures.exchange_rate", 1, "What one unit of a currency buys of another.",
     "The rouble fell to 92.5 per dollar.", "The fee fell to 92.5 per visit.", 0.9},
};

}  // namespace

namespace figures {
const Rule& rule(RuleId id) { return kRules[static_cast<std::size_t>(id)]; }
}  // namespace figures

Rules figure_rules() { return kRules; }

}  // namespace onrecord
