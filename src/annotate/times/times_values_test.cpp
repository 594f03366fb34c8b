// SPDX-License-Identifier: Apache-2.0
// Values: one expression a sentence, read against a day of publication (Thursday, 25 April 2024) or without one.
#include <gtest/gtest.h>

#include "annotate/finders.h"

namespace onrecord {
namespace {

struct Case {
  const char* sentence;
  const char* surface;
  const char* value;  // nullptr: null with a reason
  const char* published = "2024-04-25";
};

Times read(const Text& text, const char* published) {
  const Paragraphs paragraphs = find_paragraphs(text);
  const Tokens tokens = find_tokens(text, paragraphs);
  const Sentences sentences = find_sentences(text, paragraphs, tokens);
  return find_times(text, tokens, sentences,
                    published == nullptr ? std::nullopt : std::optional<std::string_view>(published));
}

const TimeRow* row_of(const Text& text, const Times& times, std::string_view surface) {
  for (const TimeRow& row : times.rows) {
    if (text.bytes(row.span) == surface) return &row;
  }
  return nullptr;
}

void check(const Case& c) {
  const Text text{std::string(c.sentence)};
  const Times times = read(text, c.published);
  const TimeRow* row = row_of(text, times, c.surface);
  std::string found;
  for (const TimeRow& other : times.rows) found += "[" + std::string(text.bytes(other.span)) + "] ";
  ASSERT_NE(row, nullptr) << c.sentence << " finds " << found;
  if (c.value == nullptr) {
    EXPECT_FALSE(row->value.has_value()) << c.sentence << " gives " << *row->value;
    EXPECT_NE(row->reason, nullptr) << c.sentence;
  } else {
    EXPECT_EQ(row->value.value_or("null"), c.value) << c.sentence;
  }
}

TEST(TimeValues, AbsoluteDates) {
  for (const Case& c : {
           Case{"He left on 25 April 2019.", "25 April 2019", "2019-04-25"},
           Case{"He left on April 25, 2019, by sea.", "April 25, 2019", "2019-04-25"},
           Case{"He left on Thursday, 25 April 2019.", "Thursday, 25 April 2019", "2019-04-25"},
           Case{"He left on Sept. 3, 2011.", "Sept. 3, 2011", "2011-09-03"},
           Case{"He left on the 3rd of May, 1990.", "the 3rd of May, 1990", "1990-05-03"},
           Case{"He left in June 2009.", "June 2009", "2009-06"},
           Case{"The log ends at 2023-11-05T07:30:00Z.", "2023-11-05T07:30:00Z", "2023-11-05T07:30:00Z"},
           Case{"Stamped 25/12/2019 in Lyon.", "25/12/2019", "2019-12-25"},
           Case{"Stamped 12/25/2019 in Boston.", "12/25/2019", "2019-12-25"},
           Case{"Stamped 04/05/2019 somewhere.", "04/05/2019", nullptr},
           Case{"Stamped 04/05/2019 and 17/05/2019 there.", "04/05/2019", "2019-05-04"},
           Case{"It fell due on February 30, 2023.", "February 30, 2023", nullptr},
           Case{"Sparta fell in 371 BC.", "371 BC", "BC0371"},
           Case{"It was built between 1881 and 1883.", "1883", "1883"},
       }) {
    check(c);
  }
}

TEST(TimeValues, StretchesOfYears) {
  for (const Case& c : {
           Case{"Rents rose in the 1980s.", "the 1980s", "198"},
           Case{"Rents rose in the late '90s.", "the late '90s", "199"},
           Case{"Rents rose in the nineties.", "the nineties", "199"},
           Case{"Rents rose in the '20s.", "the '20s", nullptr},
           Case{"The church is from the 12th century.", "the 12th century", "11"},
           Case{"It shut in the summer of 2003.", "the summer of 2003", "2003-SU"},
           Case{"Sales fell in the second quarter of 2021.", "the second quarter of 2021", "2021-Q2"},
           Case{"Sales fell in Q3 2021.", "Q3 2021", "2021-Q3"},
           Case{"Sales fell in the first half of 2021.", "the first half of 2021", "2021-H1"},
           Case{"Sales fell in fiscal 2021.", "fiscal 2021", "2021"},
           Case{"Work starts in early 2026.", "early 2026", "2026"},
           Case{"It shut at the end of 2023.", "the end of 2023", "2023"},
       }) {
    check(c);
  }
}

TEST(TimeValues, SeenFromPublication) {
  for (const Case& c : {
           Case{"Ministers met today.", "today", "2024-04-25"},
           Case{"Ministers met yesterday.", "yesterday", "2024-04-24"},
           Case{"Ministers met this week.", "this week", "2024-W17"},
           Case{"Ministers met on Wednesday.", "Wednesday", "2024-04-24"},
           Case{"Ministers met on Thursday.", "Thursday", "2024-04-25"},
           Case{"Ministers will meet on Wednesday.", "Wednesday", "2024-05-01"},
           Case{"Ministers met last Thursday.", "last Thursday", "2024-04-18"},
           Case{"Ministers meet next Tuesday.", "next Tuesday", "2024-04-30"},
           Case{"Ministers met on Wednesday evening.", "Wednesday evening", "2024-04-24TEV"},
           Case{"Ministers met last night.", "last night", "2024-04-24TNI"},
           Case{"Ministers met back in February.", "February", "2024-02"},
           Case{"He gave the green light to supplying tanks back in February.", "February", "2024-02"},
           Case{"He gave way to the rebels in February.", "February", "2024-02"},
           Case{"He found a way to pay the rebels in March.", "March", "2024-03"},
           Case{"Ministers met in October.", "October", "2023-10"},
           Case{"Ministers will meet in October.", "October", "2024-10"},
           Case{"Ministers met on 3 March.", "3 March", "2024-03-03"},
           Case{"Ministers met on 21 March last year.", "21 March last year", "2023-03-21"},
           Case{"Ministers met last year.", "last year", "2023"},
           Case{"Ministers met two months ago.", "two months ago", "2024-02"},
           Case{"Ministers meet ten days from now.", "ten days from now", "2024-05-05"},
           Case{"Ministers met the day before yesterday.", "the day before yesterday", "2024-04-23"},
           Case{"Ministers met in last year's third quarter.", "last year's third quarter", "2023-Q3"},
           Case{"Ministers met at 3 p.m. on Tuesday.", "3 p.m. on Tuesday", "2024-04-23T15:00"},
           Case{"Ministers met last Christmas.", "last Christmas", "2023-12-25"},
           Case{"Ministers are now ready.", "now", "PRESENT_REF"},
           Case{"The vote, set for Sunday, was put off.", "Sunday", "2024-04-28"},
           Case{"He said it will be done by year-end.", "year-end", "2024-12-31"},
           Case{"Prices have risen since year-end.", "year-end", "2023-12-31"},
           Case{"The shop shut on Friday the 13th.", "Friday the 13th", "2023-10-13"},
           Case{"Results of the third quarter, up from 2 million a year earlier, pleased him.", "a year earlier",
                "2022-Q3"},
       }) {
    check(c);
  }
}

TEST(TimeValues, WithoutPublicationNothingIsGuessed) {
  for (const char* surface :
       {"today", "this week", "Wednesday", "February", "two months ago", "3 March", "last night"}) {
    const std::string sentence = "Ministers met " + std::string(surface) + ".";
    const std::string in = "Ministers met in " + std::string(surface) + ".";
    const Text text{surface == std::string_view("February") ? in : sentence};
    const Times times = read(text, nullptr);
    const TimeRow* row = row_of(text, times, surface);
    ASSERT_NE(row, nullptr) << surface;
    EXPECT_FALSE(row->value.has_value()) << surface;
    EXPECT_STREQ(row->reason, "no publication date") << surface;
    EXPECT_FALSE(row->begin.has_value()) << surface;
  }
  check({"It cost a billion in 2024.", "2024", "2024", nullptr});
  check({"It took six months.", "six months", "P6M", nullptr});
}

TEST(TimeValues, SeenFromTheText) {
  for (const Case& c : {
           Case{"The fire of 3 May 1999 was out the following day.", "the following day", "1999-05-04"},
           Case{"He was born on 5 June 1920. Two days later his father died.", "Two days later", "1920-06-07"},
           Case{"The law of 1952 was dropped that year.", "that year", "1952"},
           Case{"It rained from April 5-7, 1998.", "April 5", "1998-04-05"},
           Case{"It rained in April and June 1955.", "April", "1955-04"},
       }) {
    check(c);
  }
}

TEST(TimeValues, Lengths) {
  for (const Case& c : {
           Case{"It took two and a half years.", "two and a half years", "P2Y6M"},
           Case{"It took two-and-a-half years.", "two-and-a-half years", "P2Y6M"},
           Case{"It took 5 1/2 hours.", "5 1/2 hours", "PT5H30M"},
           Case{"It took several weeks.", "several weeks", "PXW"},
           Case{"It took decades.", "decades", "PXE"},
           Case{"It took at least six months.", "at least six months", "P6M"},
           Case{"It took half an hour.", "half an hour", "PT30M"},
           Case{"The two-day talks ended.", "two-day", "P2D"},
           Case{"Rents doubled in the past two years.", "the past two years", "P2Y"},
           Case{"It took 10 to 12 weeks.", "10 to 12 weeks", "P10W"},
       }) {
    check(c);
  }
}

TEST(TimeValues, Sets) {
  for (const Case& c : {
           Case{"They meet every day.", "every day", "P1D"},
           Case{"They meet each Monday.", "each Monday", "XXXX-WXX-1"},
           Case{"They meet weekly.", "weekly", "P1W"},
           Case{"They meet twice a week.", "twice a week", "P1W"},
           Case{"They meet every two years.", "every two years", "P2Y"},
           Case{"They meet every fortnight.", "every fortnight", "P2W"},
           Case{"They meet every Tuesday at 7:15 p.m.", "every Tuesday at 7:15 p.m.", "XXXX-WXX-2T19:15"},
           Case{"They meet at 8 a.m. on weekdays.", "8 a.m. on weekdays", "XXXX-WDT08:00"},
           Case{"They meet daily at noon.", "daily at noon", "XXXX-XX-XXT12:00"},
           Case{"They pay $3 billion a year.", "a year", "P1Y"},
       }) {
    check(c);
  }
}

TEST(TimeValues, StoriesKeepTheirOwnYear) {
  const Text text(
      "The rising began in 1831. In 1832 the town fell. It was taken back in May 1833. In July the walls were razed. "
      "The governor died on 4 August 1834 and was buried on 6 August. Peace came in 1836.");
  const Times times = read(text, "2024-04-25");
  const TimeRow* july = row_of(text, times, "July");
  const TimeRow* august = row_of(text, times, "6 August");
  ASSERT_NE(july, nullptr);
  ASSERT_NE(august, nullptr);
  EXPECT_EQ(july->value.value_or("null"), "1833-07");
  EXPECT_EQ(july->anchor, TimeRow::Anchor::Time);
  EXPECT_EQ(august->value.value_or("null"), "1834-08-06");
}

TEST(TimeValues, ClockTimesTakeTheirDay) {
  for (const Case& c : {
           Case{"Sirens rang at 4:30 a.m. (0130 GMT) on Monday.", "4:30 a.m.", "2024-04-22T04:30"},
           Case{"Sirens rang at 4:30 a.m. (0130 GMT) on Monday.", "0130 GMT", "2024-04-22T01:30Z"},
           Case{"Sirens rang at 15.30 BST.", "15.30 BST", "2024-04-25T15:30"},
           Case{"Sirens rang at noon on Saturday, 20 April.", "noon on Saturday, 20 April", "2024-04-20T12:00"},
       }) {
    check(c);
  }
}

TEST(TimeValues, BareWordsCountInPostsOnly) {
  const std::string post = "Great night out with the old team";
  EXPECT_EQ(read(Text(post + "!"), "2024-04-25").rows.size(), 1u);
  std::string article = post;
  for (int k = 0; k < 12; ++k) article += " and with a few more people from the harbour";
  EXPECT_TRUE(read(Text(article + "."), "2024-04-25").rows.empty());
}

TEST(TimeValues, ModsAndBounds) {
  const Text text("Work starts in early 2026 and takes more than two years.");
  const Times times = read(text, "2024-04-25");
  ASSERT_EQ(times.rows.size(), 2u);
  EXPECT_STREQ(times.rows[0].mod, "START");
  EXPECT_EQ(times.rows[0].begin.value_or("null"), "2026-01-01");
  EXPECT_EQ(times.rows[0].end_excl.value_or("null"), "2027-01-01");
  EXPECT_STREQ(times.rows[1].mod, "MORE_THAN");
}

TEST(TimeValues, RangesOfDaysAndHours) {
  for (const Case& c : {
           Case{"The fair ran from Monday to Friday.", "Monday", "2024-04-15"},
           Case{"The fair ran from Monday to Friday.", "Friday", "2024-04-19"},
           Case{"The fair will run Saturday through Tuesday.", "Saturday", "2024-04-27"},
           Case{"The fair will run Saturday through Tuesday.", "Tuesday", "2024-04-30"},
           Case{"The fair will run between 3 and 5 May.", "3", "2024-05-03"},
           Case{"The fair will run May 3-5.", "5", "2024-05-05"},
           Case{"The fair will run 3-5 May.", "5 May", "2024-05-05"},
           Case{"Doors opened from 9 to 11 p.m.", "9", "2024-04-25T21:00"},
           Case{"Doors opened from 11-1 p.m.", "11", "2024-04-25T11:00"},
       }) {
    check(c);
  }
}

TEST(TimeValues, CountedWithinAMonth) {
  for (const Case& c : {
           Case{"They met on the first Monday of April.", "the first Monday of April", "2024-04-01"},
           Case{"They met on the last day of February.", "the last day of February", "2024-02-29"},
           Case{"They met in the last week of March.", "the last week of March", "2024-W13"},
           Case{"They met on the fifth Monday of February 2024.", "the fifth Monday of February 2024", nullptr},
           Case{"They met on the last day of 2023.", "the last day of 2023", "2023-12-31"},
       }) {
    check(c);
  }
}

TEST(TimeValues, DatelinesAreTheDayOfTheText) {
  const std::string text = "MOSCOW, April 23 (Agency) -- Envoys arrived on Tuesday and leave tomorrow.";
  const Text dispatch(text);
  const Times times = read(dispatch, "2024-04-25");
  const TimeRow* tomorrow = row_of(dispatch, times, "tomorrow");
  ASSERT_NE(tomorrow, nullptr);
  EXPECT_EQ(tomorrow->value.value_or("null"), "2024-04-24");
  EXPECT_EQ(tomorrow->anchor, TimeRow::Anchor::Dateline);
  EXPECT_EQ(row_of(dispatch, times, "April 23")->anchor, TimeRow::Anchor::Published);
  check({"Kyiv, 20 April 2024 – The envoys left yesterday.", "yesterday", "2024-04-19", nullptr});
  check({"In Kyiv, 20 April 2024 was cold. The envoys left yesterday.", "yesterday", nullptr, nullptr});
}

TEST(TimeValues, ImpossibleDatesAreTold) {
  const Text text("It fell due on 31 February and on Monday, 25 April 2024.");
  const Times times = read(text, "2024-04-25");
  ASSERT_EQ(times.notes.size(), 2u);
  EXPECT_EQ(times.notes[0].code, "no_such_date");
  EXPECT_EQ(text.bytes(*times.notes[0].span), "31 February");
  EXPECT_EQ(times.notes[1].code, "weekday_mismatch");
  EXPECT_TRUE(read(Text("It fell due on 29 February."), "2023-04-25").notes.empty());
}

TEST(TimeValues, OtherReadingsAreKept) {
  const Text text("Stamped 04/05/2019. Rents rose in the '20s. Ministers Friday.");
  const Times times = read(text, "2024-04-25");
  ASSERT_EQ(times.rows.size(), 3u);
  ASSERT_EQ(times.rows[0].alternatives.size(), 2u);
  EXPECT_EQ(times.rows[0].alternatives[0].value, "2019-04-05");
  EXPECT_EQ(times.rows[0].alternatives[1].value, "2019-05-04");
  ASSERT_EQ(times.rows[1].alternatives.size(), 2u);
  EXPECT_EQ(times.rows[1].alternatives[1].value, "192");
  ASSERT_EQ(times.rows[2].alternatives.size(), 1u);
  EXPECT_EQ(times.rows[2].alternatives[0].value, "2024-04-26");
  for (const TimeRow& row : times.rows) {
    double sum = row.value ? row.rule->confidence : 0;
    for (const TimeReading& reading : row.alternatives) sum += reading.confidence;
    EXPECT_LE(sum, 1.0 + 1e-9);
  }
}

TEST(TimeValues, SpansToNowHaveTheirBounds) {
  const Text text("Rents doubled over the past two years and may fall in the next three months.");
  const Times times = read(text, "2024-04-25");
  ASSERT_EQ(times.rows.size(), 2u);
  EXPECT_EQ(times.rows[0].begin.value_or("null"), "2022-04-25");
  EXPECT_EQ(times.rows[0].end_excl.value_or("null"), "2024-04-26");
  EXPECT_EQ(times.rows[1].begin.value_or("null"), "2024-04-25");
  EXPECT_FALSE(read(text, nullptr).rows[0].begin.has_value());
}

TEST(TimeValues, NothingLeaksFromOneArticleToTheNext) {
  const Text dated(
      "PARIS, 3 May 1999 (Agency) - The fire was out the following day. Profit rose in the third quarter.");
  const Text bare(
      "The vote is tomorrow, a year after the last. It was out the following day, then Tuesday to Friday.");
  const Times alone = read(bare, nullptr);
  for (int round = 0; round < 3; ++round) {
    read(dated, "1999-05-05");
    const Times after = read(bare, nullptr);
    ASSERT_EQ(after.rows.size(), alone.rows.size());
    for (std::size_t k = 0; k < alone.rows.size(); ++k) {
      EXPECT_EQ(after.rows[k].value, alone.rows[k].value);
      EXPECT_EQ(after.rows[k].begin, alone.rows[k].begin);
      EXPECT_EQ(after.rows[k].anchor, alone.rows[k].anchor);
      EXPECT_STREQ(after.rows[k].reason, alone.rows[k].reason);
    }
  }
}

TEST(TimeValues, FuturesThatAreOver) {
  for (const Case& c : {
           Case{"The offer had been due to expire on Tuesday.", "Tuesday", "2024-04-23"},
           Case{"The offer is due to expire on Tuesday.", "Tuesday", "2024-04-30"},
           Case{"The owner could not be reached on Tuesday.", "Tuesday", "2024-04-23"},
           Case{"The owner could be reached on Tuesday.", "Tuesday", "2024-04-30"},
           Case{"Parliament reconvenes on Tuesday.", "Tuesday", "2024-04-30"},
           Case{"He may one day return.", "one day", "FUTURE_REF"},
       }) {
    check(c);
  }
}

TEST(TimeValues, ListsOfDays) {
  for (const Case& c : {
           Case{"The fair runs May 4-5, 11-12 and 18-19.", "11", "2024-05-11"},
           Case{"The fair runs May 4-5, 11-12 and 18-19.", "19", "2024-05-19"},
           Case{"The fair opened on April 3, 9 and 16.", "9", "2024-04-09"},
           Case{"Classes run May 7 - 8 (Tues-Wed 9am).", "Tues", "2024-05-07"},
           Case{"Classes run May 7 - 8 (Tues-Wed 9am).", "Wed 9am", "2024-05-08T09:00"},
           Case{"Classes opened on April 1 (Friday at noon for guests).", "Friday at noon", "2024-04-19T12:00"},
           Case{"Classes run every Monday, Wednesday and Friday.", "Friday", "XXXX-WXX-5"},
           Case{"Classes run every mon, wed and fri at school.", "wed", "XXXX-WXX-3"},
           Case{"Classes ran every Monday but Wednesday was free.", "Wednesday", "2024-04-24"},
           Case{"How about friday or sat?", "sat", "2024-04-27"},
           Case{"How about Friday?", "Friday", "2024-04-26"},
           Case{"Classes fill the month of April.", "the month of April", "2024-04"},
           Case{"Doors open at 12 noon today.", "12 noon today", "2024-04-25T12:00"},
           Case{"The vote closes this Fri night, 2359!", "this Fri night, 2359", "2024-04-26T23:59"},
           Case{"Come soon november , I wait.", "november", "2024-11", "2024-08-25"},
           Case{"He took 1/2 day off.", "1/2 day", "PT12H"},
           Case{"It took 3-1/2 years.", "3-1/2 years", "P3Y6M"},
           Case{"He left the Stock Exchange Jan 2.", "Jan 2", "2024-01-02"},
       }) {
    check(c);
  }
  for (const char* sentence : {"On May 2, 9 people and 16 dogs came.", "On May 2, 9 and 16 people came."}) {
    const Text text{std::string(sentence)};
    EXPECT_EQ(read(text, "2024-04-25").rows.size(), 1u) << sentence;
  }
}

TEST(TimeValues, PostsHaveTheirOwnSpelling) {
  for (const Case& c : {
           Case{"Long run, left camp at 5+am and came back at abt 2250.", "5+am", "2024-04-25T05:00"},
           Case{"Long run, left camp at 5+am and came back at abt 2250.", "2250", "2024-04-25T22:50"},
           Case{"Off to the lake for a long weekend.", "a long weekend", "2024-W17-WE"},
           Case{"Slept till the next day.", "the next day", "2024-04-26"},
       }) {
    check(c);
  }
}

TEST(TimeValues, LookAlikes) {
  for (const char* sentence :
       {"She may march home.", "He came second and sat down.", "He reads the Sun.", "The hall seats 1,998 people.",
        "It hit the 54-year-old driver.", "They sold 2000 people's homes.", "Spring into action and fall in line.",
        "He pays $1999 for it.", "They met at 1045 Park Lane.", "A last minute deal was struck.",
        "They lit the Christmas tree.", "1. His name is Lee Jia Jun 2. His home is here.",
        "They came and sat down."}) {
    const Text text{std::string(sentence)};
    EXPECT_TRUE(read(text, "2024-04-25").rows.empty()) << sentence;
  }
}

}  // namespace
}  // namespace onrecord
