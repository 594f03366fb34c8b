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
    {"bias", 0.4},
    {"a country", 2.1},
    {"a region", 0.2},
    {"a state", 2.0},
    {"a first-level division", 0.7},
    {"a county", 3.2},
    {"a second-level division", -0.1},
    {"a city of a million", 0.8},
    {"a city of 100,000", 0.7},
    {"a city of 20,000", -0.4},
    {"a town of 5,000", -0.8},
    {"a small town", -1.1},
    {"only another name of places", -1.7},
    {"several words", 0.8},
    {"five or more places of the name", 0.6},
    {"an abbreviation", 0.4},
    {"a postal abbreviation", -3.9},
    {"a saint's name", -2.3},
    {"a street's name", -0.3},
    {"a road's number", -1.8},
    {"a landmark's name", 0.0},
    {"what it lies in follows", 3.4},
    {"what lies in it comes before", 3.3},
    {"after in", 2.4},
    {"after near, outside, into", 2.0},
    {"after from", 0.8},
    {"after to, through", 0.4},
    {"after at, on", 0.6},
    {"after of", 0.7},
    {"after the", -0.1},
    {"in a list after a place", 1.6},
    {"after by, with, for", 0.0},
    {"after a person's title", -1.3},
    {"after a given name", -3.2},
    {"after another capital", -1.4},
    {"after a direction", 0.5},
    {"after city of, town of", 1.4},
    {"after a person's name", -2.0},
    {"after an initial", -0.8},
    {"a dateline", 3.4},
    {"before an office", 0.1},
    {"before a newspaper's word", -3.1},
    {"before another capital", -1.0},
    {"before said, told", -1.7},
    {"before resident, area", 1.9},
    {"before a possessive", -0.4},
    {"before a bracket", -0.7},
    {"before a stop", 0.3},
    {"at a sentence's start", -0.1},
    {"an everyday word", -2.9},
    {"a given name", -1.0},
    {"one short word", -0.8},
    {"all in capitals", -1.3},
    {"in a headline", 0.0},
    {"a person's name", -3.4},
    {"part of a person's name", -3.5},
    {"an organisation's name", -1.1},
    {"part of an organisation's name", -0.9},
    {"in a longer name", 0.0},
    {"the first of two words of a name", -2.0},
    {"a place by the model", 4.0},
    {"no place by the model", -3.0},
    {"no name by the model", -2.0},
    {"contained elsewhere in the article", 0.2},
    {"after in elsewhere in the article", 1.2},
    {"in a person's name elsewhere", -2.2},
    {"with a small letter elsewhere", -1.8},
    {"more than once", -0.1},
    {"a county of the name in the article", 1.7},
};
static_assert(sizeof kRows / sizeof kRows[0] == kEvidences);

}  // namespace

double weight_of(Evidence one) { return kRows[one].weight; }
const char* name_of(Evidence one) { return kRows[one].name; }

}  // namespace onrecord::places
