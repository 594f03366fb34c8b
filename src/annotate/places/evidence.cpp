// SPDX-License-Identifier: Apache-2.0
#include "annotate/places/evidence.h"

namespace onrecord::places {
namespace {

struct Row {
  const char* name;
  double weight;
};

// In the order of the enumeration.
constexpr Row kRows[] = {
    {"bias", -1.5},
    {"a country", 4},
    {"a region", 3.5},
    {"a state", 3.5},
    {"a first-level division", 0.5},
    {"a county", 4},
    {"a second-level division", 0.3},
    {"a city of a million", 2.5},
    {"a city of 100,000", 1.7},
    {"a city of 20,000", 1},
    {"a town of 5,000", 0.5},
    {"a small town", 0},
    {"only another name of places", -1.5},
    {"several words", 1},
    {"five or more places of the name", 0.3},
    {"an abbreviation", 0.5},
    {"a postal abbreviation", -2},
    {"a saint's name", -1},
    {"a street's name", 3},
    {"a road's number", 3},
    {"a landmark's name", 1.2},
    {"what it lies in follows", 4},
    {"what lies in it comes before", 3},
    {"after in", 2},
    {"after near, outside, into", 2},
    {"after from", 1.2},
    {"after to, through", 0.7},
    {"after at, on", 0.7},
    {"after of", 0.7},
    {"after the", -1},
    {"in a list after a place", 1},
    {"after by, with, for", -0.5},
    {"after a person's title", -3},
    {"after a given name", -3},
    {"after another capital", -1},
    {"after a direction", 1},
    {"after city of, town of", 2},
    {"after a person's name", -2},
    {"after an initial", -2},
    {"a dateline", 4},
    {"before an office", 2},
    {"before a newspaper's word", -1},
    {"before another capital", -1.5},
    {"before said, told", -2},
    {"before resident, area", 1},
    {"before a possessive", 0},
    {"before a bracket", 0},
    {"before a stop", 0.2},
    {"at a sentence's start", -0.5},
    {"an everyday word", -3},
    {"a given name", -1.5},
    {"one short word", -0.7},
    {"all in capitals", 0},
    {"in a headline", 0},
    {"a person's name", -4},
    {"part of a person's name", -4},
    {"an organisation's name", -1.5},
    {"part of an organisation's name", 0},
    {"in a longer name", -1},
    {"a place by the model", 4},
    {"no place by the model", -3},
    {"no name by the model", -2},
    {"contained elsewhere in the article", 2},
    {"after in elsewhere in the article", 1.2},
    {"in a person's name elsewhere", -2},
    {"with a small letter elsewhere", -2},
    {"more than once", 0.2},
    {"a county of the name in the article", 1},
};
static_assert(sizeof kRows / sizeof kRows[0] == kEvidences);

}  // namespace

double weight_of(Evidence one) { return kRows[one].weight; }
const char* name_of(Evidence one) { return kRows[one].name; }

}  // namespace onrecord::places
