// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "annotate/finders.h"

namespace onrecord {
namespace {

struct Found {
  Text text;
  Figures figures;
};

Found find(const char* sentence) {
  Found found{Text{sentence}, {}};
  const Paragraphs paragraphs = find_paragraphs(found.text);
  const Tokens tokens = find_tokens(found.text, paragraphs);
  const Sentences sentences = find_sentences(found.text, paragraphs, tokens);
  const Times times = find_times(found.text, tokens, sentences, std::nullopt);
  found.figures = find_figures(found.text, tokens, sentences, times);
  return found;
}

const char* name_of(Bound bound) {
  constexpr const char* kNames[] = {"exact", "about", "at_least", "at_most", "more_than", "less_than", "between"};
  return kNames[static_cast<std::size_t>(bound)];
}

// "£3 billion=3e+09 GBP about /P1Y of:aid", one figure after another, "; " between. Shows what is there only.
std::string shown(const char* sentence) {
  const Found found = find(sentence);
  std::ostringstream out;
  for (const FigureRow& row : found.figures.rows) {
    if (out.tellp() > 0) out << "; ";
    out << found.text.bytes(row.span) << '=';
    if (row.value) out << *row.value;
    else out << row.low.value_or(NAN) << ".." << row.high.value_or(NAN);
    if (row.currency) out << ' ' << *row.currency;
    if (row.unit) out << ' ' << *row.unit;
    if (row.bound != Bound::Exact && row.bound != Bound::Between) out << ' ' << name_of(row.bound);
    if (row.period) out << " /" << *row.period;
    if (row.of) out << " of:" << found.text.bytes(*row.of);
  }
  return out.str();
}

struct Example {
  const char* sentence;
  const char* figures;
};

void expect(std::initializer_list<Example> examples) {
  for (const Example& example : examples) EXPECT_EQ(shown(example.sentence), example.figures) << example.sentence;
}

TEST(Figures, Money) {
  expect({
      {"They gave some £3 billion a year.", "£3 billion=3e+09 GBP about /P1Y"},
      {"It pledged £500 million pounds in new aid.", "£500 million pounds=5e+08 GBP of:new aid"},
      {"The plant cost US$1.2bn.", "US$1.2bn=1.2e+09 USD"},
      {"The plant cost A$3m and HK$5 million.", "A$3m=3e+06 AUD; HK$5 million=5e+06 HKD"},
      {"Oil sold at $76.50 a barrel.", "$76.50=76.5 USD of:barrel"},
      {"It cost 1.5 million Swiss francs.", "1.5 million Swiss francs=1.5e+06 CHF"},
      {"It cost 300 million kroner in Denmark.", "300 million kroner=3e+08 DKK"},
      {"It cost 300 million kroner.", "300 million kroner=3e+08 krone"},
      {"Shares fell 12 cents.", "12 cents=12 cent"},
      {"He paid 3 dollars and 50 cents.", "3 dollars and 50 cents=3.5 USD"},
      {"He owes five grand.", "five grand=5000 grand"},
      {"He owns five grand pianos.", "five=5 of:grand pianos"},
      {"He paid 20 quid.", "20 quid=20 GBP"},
      {"The plan costs rupees 500 crore.", "rupees 500 crore=5e+09 rupee"},
      {"He paid 40 somoni, 30 pataca and 20 Croatian kuna.",
       "40 somoni=40 TJS; 30 pataca=30 MOP; 20 Croatian kuna=20 HRK"},
      {"He lost 20 pounds on a diet.", "20 pounds=20 pound"},
      {"The fine was 20 pounds.", "20 pounds=20 GBP"},
      {"It raised between $5 and $7 billion.", "$5 and $7 billion=5e+09..7e+09 USD"},
      {"Losses ran to hundreds of millions of euros.", "hundreds of millions of euros=1e+08..1e+09 EUR at_least"},
  });
}

TEST(Figures, PercentAndProportions) {
  expect({
      {"Spending rose to 2.5 percent of GDP.", "2.5 percent=2.5 percent of:GDP"},
      {"Turnout was 61 per cent.", "61 per cent=61 percent"},
      {"Rates rose by 25 basis points.", "25 basis points=25 basis point"},
      {"Support fell 3 percentage points.", "3 percentage points=3 percentage point"},
      {"They grew from 3% to 5%.", "3% to 5%=3..5 percent"},
      {"The rate fell from 5 to 4 percent.", "5=5 percent; 4 percent=4 percent"},
      {"Two-thirds of voters agreed.", "Two-thirds=0.666667 of:voters"},
      {"One in five pupils was ill.", "One in five=0.2 of:pupils"},
      {"Nine out of 10 doctors agreed.", "Nine out of 10=0.9 of:doctors"},
      {"They paid a quarter of a million euros.", "a quarter of a million euros=250000 EUR"},
  });
}

TEST(Figures, Units) {
  expect({
      {"They sent 186-mile-range missiles.", "186-mile=186 mile of:range"},
      {"The wind reached 80 km/h.", "80 km/h=80 kilometre per hour"},
      {"It covers 12 sq km.", "12 sq km=12 square kilometre"},
      {"It makes 5 kWh.", "5 kWh=5 kilowatt hour"},
      {"Output was 3 million barrels a day.", "3 million barrels=3e+06 barrel /P1D"},
      {"She is 5 feet 6 inches tall.", "5 feet 6 inches=5.5 foot"},
      {"He is 6'3\" tall.", "6'3\"=6.25 foot"},
      {"It was minus 20 degrees Celsius.", "minus 20 degrees Celsius=-20 celsius"},
      {"It was 31C on Sunday.", "31C=31 celsius"},
      {"It took 2 1/2 hours.", "2 1/2 hours=2.5 hour"},
      {"Ice up to 40-50 cm thick covered it.", "40-50 cm=40..50 centimetre"},
      {"They used 12.3m tonnes of coal.", "12.3m tonnes=1.23e+07 tonne of:coal"},
      {"It lies about 160 km (100 miles) away.", "160 km=160 kilometre about; 100 miles=100 mile about"},
  });
}

TEST(Figures, UnitsOfTheTrade) {
  expect({
      {"Output fell to 500,000 bpd.", "500,000 bpd=500000 barrel /P1D"},
      {"They shipped 55 bcm of gas.", "55 bcm=5.5e+10 cubic metre of:gas"},
      {"It pulses at 4e9 s-1.", "4e9 s-1=4e+09 inverse second"},
      {"It brakes at 3 m/s2.", "3 m/s2=3 metre per square second"},
      {"It weighs 5.2 ± 0.3 kg.", "5.2 ± 0.3 kg=5.2 kilogram about"},
      {"It is 2.1 pm wide, seen at 2.30 pm.", "2.1 pm=2.1 picometre"},
      {"It has 3x2^10 bits.", "3x2^10 bits=3072 bit"},
      {"A gallon of milk went bad.", "A gallon=1 gallon of:milk"},
      {"A gallon hat went bad.", ""},
      {"The card is 24703 L-202.", ""},
      {"He read the 13F filing.", ""},
  });
}

TEST(Figures, RatiosAndScores) {
  expect({
      {"Guards face inmates at a ratio of 1:4.", "1:4=0.25"},
      {"They outnumbered us three to one.", "three to one=3"},
      {"They beat us three to one.", ""},
      {"The operation is worth two to three dollars a share.", "two to three dollars=2..3 USD of:share"},
      {"They won 3-1 at home.", ""},
  });
}

TEST(Figures, OtherReadingsAreKept) {
  const auto readings = [](const char* text) {
    std::string out;
    const Found found = find(text);
    for (const FigureRow& row : found.figures.rows) {
      double sum = 0;
      for (const FigureReading& other : row.alternatives) {
        out += other.unit.value_or("") + other.currency.value_or("") + ' ';
        sum += other.confidence;
      }
      EXPECT_LE(sum, 1.0 + 1e-9) << text;
    }
    return out;
  };
  EXPECT_EQ(readings("SYDNEY, April 24 - The bridge cost $40 million."), "AUD ");
  EXPECT_EQ(readings("The bridge cost $40 million in Sydney."), "");
  EXPECT_EQ(readings("It sold for Rs 5 crore."), "INR PKR ");
  EXPECT_EQ(readings("They stole 20 tons."), "short ton tonne long ton ");
  EXPECT_EQ(readings("They stole 20 tonnes."), "");
  EXPECT_EQ(readings("It was 24 degrees."), "celsius fahrenheit ");
  EXPECT_EQ(readings("The file has 100 mb."), "megabyte ");
  EXPECT_EQ(readings("The card has 512mb."), "");
  const Found own = find("CANBERRA - The bridge cost $40 million (US$26 million).");
  EXPECT_EQ(own.figures.rows.at(0).currency.value_or("null"), "AUD");
}

TEST(Figures, SiValues) {
  const auto si = [](const char* sentence) {
    const Found found = find(sentence);
    const auto& value = found.figures.rows.at(0).si;
    return value ? std::to_string(value->value) + " " + value->unit : std::string();
  };
  EXPECT_EQ(si("It is 2 miles off."), "3218.688000 m");
  EXPECT_EQ(si("It reached 90 km/h."), "25.000000 m/s");
  EXPECT_EQ(si("It was 20 degrees Celsius."), "293.150000 K");
  EXPECT_EQ(si("It fell to 14 degrees Fahrenheit."), "263.150000 K");
  EXPECT_EQ(si("It covers 3 square kilometres."), "3000000.000000 m2");
  EXPECT_EQ(si("They drank 3 gallons."), "") << "two gallons are in use";
}

TEST(Figures, Ages) {
  expect({
      {"A 54-year-old man fled.", "54-year-old=54 year_age"},
      {"Maria Olsen, 54, fled.", "54=54 year_age"},
      {"Five girls, all aged fifteen, fled.", "Five=5 of:girls; fifteen=15 year_age"},
      {"She died at the age of 87.", "87=87 year_age"},
      {"Voters aged 18 to 24 stayed away.", "18 to 24=18..24 year_age"},
  });
}

TEST(Figures, Counts) {
  expect({
      {"They sent 1,600 strike and air defence missiles.", "1,600=1600 of:strike and air defence missiles"},
      {"They were used in at least one strike on the town.", "one=1 at_least of:strike"},
      {"Twenty-six people died.", "Twenty-six=26 of:people"},
      {"About two hundred and five thousand people fled.", "two hundred and five thousand=205000 about of:people"},
      {"Half a million people fled.", "Half a million=500000 of:people"},
      {"Three or four soldiers fled.", "Three or four=3..4 of:soldiers"},
      {"No more than a dozen ships came.", "a dozen=12 at_most of:ships"},
      {"Dozens of ships came.", "Dozens=12..120 at_least of:ships"},
      {"The 11-member board met.", "11=11 of:member"},
      {"Of the 32 trucks, 21 have arrived.", "32=32 of:trucks; 21=21"},
      {"Handing over two ships took days.", "two=2 of:ships"},
      {"They killed 10 or more people.", "10=10 at_least"},
      {"They sent 1,000 155mm shells.", "1,000=1000 of:155mm shells; 155mm=155 millimetre"},
      {"It has a 12,000-strong workforce.", "12,000=12000 of:workforce"},
      {"They sent 14 Challenger 2 tanks.", "14=14 of:Challenger 2 tanks"},
      {"6.3m refugees fled and 17.6m need aid.", "6.3m=6.3e+06 of:refugees; 17.6m=1.76e+07"},
      {"The 17.6m wall fell.", "17.6m=17.6 metre"},
      {"Coal- and gas-fired plants: 1,500 coal- and gas-fired plants.", "1,500=1500 of:coal- and gas-fired plants"},
  });
}

TEST(Figures, CoinsDozensAndPlainNumbers) {
  expect({
      {"The shares rose a penny.", "a penny=1 penny"},
      {"The pound was nearly a cent higher.", "a cent=1 cent about"},
      {"The pound fell a cent and a half.", "a cent and a half=1.5 cent"},
      {"He has not had a penny.", ""},
      {"It is a penny stock.", ""},
      {"Spend a penny of it.", ""},
      {"A baker's dozen came.", "A baker's dozen=13"},
      {"The baker dozed, a dozen came.", "a dozen=12"},
      {"The signal has 6.0-sigma significance.", "6.0-sigma=6"},
      {"The sigma factor has 6 parts.", "6=6 of:parts"},
      {"It sold 13 units.", "13=13"},
      {"It gave 13 units of blood.", "13=13 of:blood"},
      {"It sold 13 kitchen units.", "13=13 of:kitchen units"},
  });
}

TEST(Figures, LeavesOtherNumbersAlone) {
  expect({
      {"It was passed in 1987 and again on September 8, 2019.", ""},
      {"The meeting began at 10:45 and ended at 2 p.m.", ""},
      {"Call 555-123-4567 or see 192.168.1.2.", ""},
      {"An F-16, a Su-35 and a Boeing 737 landed.", ""},
      {"Covid-19 hit the G7.", ""},
      {"Article 5 and Section 31C apply.", ""},
      {"No one knew which one it was.", ""},
      {"They won 3-1 and drew 2-2.", ""},
      {"The vote was a 2-to-1 ruling.", ""},
      {"1. Read the text.\n2. Write it down.", ""},
      {"Ring 0800 107 2149 or 18001 0800 107 2149.", ""},
      {"Level 3 restrictions and stage 4 cancers, as shown.[6]", ""},
      {"He filed a 10-K report in the 1980s.", ""},
      {"The 21st century began.", ""},
      {"Marine One landed at 22 Acacia Avenue.", ""},
  });
}

TEST(Figures, ReadsPartsHoweverTheyAreJoined) {
  expect({
      {"It cost 3.4\nbillion dollars.", "3.4\nbillion dollars=3.4e+09 USD"},
      {"It rose 6 . 2 % today.", "6 . 2 %=6.2 percent"},
      {"It cost € 5 .", "€ 5=5 EUR"},
      {"It cost 5,50 euros.", "5,50 euros=5.5 EUR"},
      {"It has 1\u00A0600 tanks.", "1\u00A0600=1600 of:tanks"},
      {"It has 12,34,567 tanks.", "12,34,567=1.23457e+06 of:tanks"},
  });
}

TEST(Figures, HoldsTheLawOnOddInput) {
  for (const char* text : {"$",
                           "5",
                           "-",
                           "5-",
                           "$5-",
                           "½",
                           "5½",
                           "1,",
                           "1.2.3",
                           "$$5",
                           "5 (",
                           "5 of",
                           "one",
                           "one of",
                           "between 5 and",
                           "5 to",
                           "%",
                           "5%",
                           "°C",
                           "5°",
                           "£",
                           "a hundred and",
                           "half a",
                           "minus",
                           "US$",
                           "9999999999999999999999999999999999999999",
                           "1e999",
                           "5e",
                           "1 000 000 000 000 000",
                           "5\n",
                           "\n5"}) {
    const Found found = find(text);
    for (const FigureRow& row : found.figures.rows) {
      EXPECT_TRUE(found.text.holds(row.span)) << text;
      EXPECT_FALSE(row.span.empty()) << text;
      if (row.of) {
        EXPECT_TRUE(found.text.holds(*row.of)) << text;
      }
      EXPECT_TRUE(row.value || row.reason != nullptr) << text;
    }
  }
}

}  // namespace
}  // namespace onrecord
