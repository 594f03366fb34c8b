// SPDX-License-Identifier: Apache-2.0
// Scanning: finds the time expressions of a text and what their words say. Nothing is resolved here.
//
// Every reader takes the atoms and where to begin, and gives the longest expression of its kind that begins
// there, or nothing.
#pragma once

#include <optional>
#include <vector>

#include "annotate/times/atoms.h"
#include "annotate/times/expression.h"
#include "annotate/times/numbers.h"

namespace onrecord::times {

using Found = std::optional<Expression>;

// All expressions, in text order, disjoint.
std::vector<Expression> scan(const Atoms& atoms);

// The longer of two.
Found longer(Found a, Found b);

// scan_dates.cpp: dates by day and month.
Found read_month_first(const Atoms& atoms, std::size_t at);  // "April 25, 2024", "April 2024", "April"
Found read_day_first(const Atoms& atoms, std::size_t at);    // "25 April 2024", "the 25th"
Found read_weekday(const Atoms& atoms, std::size_t at);      // "Friday", "Friday, April 26", "Friday morning"
Found read_holiday(const Atoms& atoms, std::size_t at);      // "Christmas Eve 2023"

// scan_years.cpp: years and decades.
Found read_year_date(const Atoms& atoms, std::size_t at);  // "1998", "480 BC", "the 1980s", "1988 third quarter"
Found read_named_decade(const Atoms& atoms, std::size_t at);
// "BC", "B.C.", "AD" after a number: sets the sign of the year; 0 when there is none.
std::size_t read_era(const Atoms& atoms, std::size_t at, int& year);

// scan_stretches.cpp: stretches counted by rank or name.
Found read_ranked(const Atoms& atoms, std::size_t at);  // "third quarter of 2024", "20th century", "first half"
Found read_fiscal(const Atoms& atoms, std::size_t at);  // "fiscal 1989", "FY2024"
Found read_season(const Atoms& atoms, std::size_t at);  // "summer of 1999", "spring"
bool is_quarter(const Atoms& atoms, std::size_t at);
Found quarter_at(const Atoms& atoms, std::size_t at, std::size_t end, int quarter);
// "this year", "last year's", "of that year" after a month or season; sets the year or its relation.
std::size_t read_year_after(const Atoms& atoms, std::size_t at, Expression& expression);

// scan_numeric.cpp: dates and times in digits.
Found read_iso(const Atoms& atoms, std::size_t at);           // "2024-04-25T10:30Z"
Found read_numeric_date(const Atoms& atoms, std::size_t at);  // "04/25/2024"
Found read_clock(const Atoms& atoms, std::size_t at);         // "3 p.m. EST", "15:30", "noon"
Found with_clock(const Atoms& atoms, Expression date);        // "Friday" + "at 3 p.m."
Found with_part(const Atoms& atoms, Expression date);         // "Friday" + "morning"

// scan_relative.cpp: seen from another day.
Found read_deictic(const Atoms& atoms, std::size_t at);   // "today", "tomorrow night"
Found read_relation(const Atoms& atoms, std::size_t at);  // "last week", "the past two months", "that day"
Found read_part(const Atoms& atoms, std::size_t at);      // "the morning of 31 January"
Found read_reference(const Atoms& atoms, std::size_t at);

// scan_units.cpp: units without a number.
Found read_unit(const Atoms& atoms, std::size_t at);  // "the year", "years", "year-earlier"
// "last week", "that night": `steps` units from the anchor.
Expression shift_of(std::size_t first, std::size_t last, Unit unit, int steps, bool from_text);
// A title in quotation marks, `"This Week"`: capitals up to the mark behind.
bool is_name_in_quotes(const Atoms& atoms, std::size_t first, std::size_t last);
// After a noun phrase: a mark, or a word that cannot be its noun.
bool ends_phrase(const Atoms& atoms, std::size_t at);

// scan_nth.cpp: counted within a month or year.
Found read_nth(const Atoms& atoms, std::size_t at);  // "first Monday of May", "last week of March"

// scan_lengths.cpp: quantities of units.
Found read_amount(const Atoms& atoms, std::size_t at);  // "six months", "two weeks ago", "a year later"

// scan_repeats.cpp: what comes again.
Found read_each(const Atoms& atoms, std::size_t at);       // "every day", "each Monday"
Found read_frequency(const Atoms& atoms, std::size_t at);  // "weekly", "twice a week"
Found read_workdays(const Atoms& atoms, std::size_t at);   // "weekdays"
Expression repeat_of(std::size_t first, std::size_t last, std::string value);
const char* unit_code(Unit unit);  // "P1D"
// The days that a SET names, without a part of the day: "XXXX-WXX-1"; empty where it names none ("P1W").
std::string days_of_set(const Expression& set);
// A SET that begins at `at` and names days.
Found read_set_of_days(const Atoms& atoms, std::size_t at);

// ranges.cpp: dates that share their month or year with a neighbour.
Found read_tail(const Atoms& atoms, const Expression& before, std::size_t at);  // the "7" of "April 5-7"
void borrow_years(const Atoms& atoms, std::vector<Expression>& found);          // "April and June 1955"
void mark_ranges(const Atoms& atoms, std::vector<Expression>& found);           // "Monday to Friday"
void spread_sets(const Atoms& atoms, std::vector<Expression>& found);           // "every Monday and Friday"
void mark_named_days(const Atoms& atoms, std::vector<Expression>& found);       // "5 May (Tuesday)"

// edges.cpp: expressions that lean on a neighbour.
void mark_edges(const Atoms& a,
                std::vector<Expression>& found);                 // "the year to June", "the first six months of 2023"
void mark_told(const Atoms& a, std::vector<Expression>& found);  // "said on Sunday"
void share_years(const Atoms& a, std::vector<Expression>& found);  // "the next year, on 14 August"

// scan_posts.cpp: words that are times only in a short message.
bool is_post(const Atoms& atoms);
Found read_post_word(const Atoms& atoms, std::size_t at);
Found read_post_clock(const Atoms& atoms, std::size_t at);
void settle_post_weekend(Expression& expression);
void settle_post_anchor(Expression& expression);

// scan.cpp: any date that a stage can precede ("early", "the end of") or a clock time can follow.
Found read_date(const Atoms& atoms, std::size_t at);

Expression expression_at(std::size_t first, std::size_t last, RuleId rule);

}  // namespace onrecord::times
