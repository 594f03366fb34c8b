// SPDX-License-Identifier: Apache-2.0
#include "annotate/places/evidence.h"

namespace onrecord::places {
namespace {

struct Row {
  const char* name;
  double weight, with_model;
};

// In the order of the enumeration.
constexpr Row kRows[] = {
    {"bias", 0.4, -0.3},
    {"a country", 2.1, 2.3},
    {"a region", 0.2, 0.8},
    {"a state", 2.0, 2.7},
    {"a first-level division", 0.7, 0.6},
    {"a county", 3.2, 3.3},
    {"a second-level division", -0.1, 0.0},
    {"a city of a million", 0.8, 1.3},
    {"a city of 100,000", 0.7, 1.6},
    {"a city of 20,000", -0.4, 1.0},
    {"a town of 5,000", -0.8, 0.6},
    {"a small town", -1.1, 0.2},
    {"only another name of places", -1.7, -1.2},
    {"several words", 0.8, 0.3},
    {"five or more places of the name", 0.6, 0.7},
    {"an abbreviation", 0.4, 0.8},
    {"a postal abbreviation", -3.9, -3.2},
    {"a saint's name", -2.3, -2.2},
    {"a street's name", -0.3, 0.4},
    {"a road's number", -1.8, 0.1},
    {"a landmark's name", 0.0, 0.7},
    {"what it lies in follows", 3.4, 3.0},
    {"what lies in it comes before", 3.3, 3.4},
    {"after in", 2.4, 1.5},
    {"after near, outside, into", 2.0, 0.9},
    {"after from", 0.8, 0.6},
    {"after to, through", 0.4, 0.1},
    {"after at, on", 0.6, 0.1},
    {"after of", 0.7, 0.3},
    {"after the", -0.1, 0.0},
    {"in a list after a place", 1.6, 1.2},
    {"after by, with, for", 0.0, 0.0},
    {"after a person's title", -1.3, -1.5},
    {"after a given name", -3.2, -3.2},
    {"after another capital", -1.4, -1.5},
    {"after a direction", 0.5, 0.1},
    {"after city of, town of", 1.4, 1.2},
    {"after a person's name", -2.0, -2.0},
    {"after an initial", -0.8, -0.5},
    {"a dateline", 3.4, 3.5},
    {"before an office", 0.1, 0.4},
    {"before a newspaper's word", -3.1, -2.5},
    {"before another capital", -1.0, -0.7},
    {"before said, told", -1.7, -1.5},
    {"before resident, area", 1.9, 2.0},
    {"before a possessive", -0.4, -0.2},
    {"before a bracket", -0.7, -0.5},
    {"before a stop", 0.3, 0.2},
    {"at a sentence's start", -0.1, 0.2},
    {"an everyday word", -2.9, -2.4},
    {"a given name", -1.0, -1.3},
    {"one short word", -0.8, -0.6},
    {"all in capitals", -1.3, -1.1},
    {"in a headline", 0.0, 0.0},
    {"a person's name", -3.4, -3.4},
    {"part of a person's name", -3.5, -3.5},
    {"an organisation's name", -1.1, -1.1},
    {"part of an organisation's name", -0.9, -0.9},
    {"in a longer name", 0.0, 0.0},
    {"the first of two words of a name", -2.0, -2.0},
    {"a place by the model", 0, 0.8},
    {"a person by the model", 0, -1.5},
    {"an organisation by the model", 0, -1.5},
    {"in an organisation by the model", 0, -1.2},
    {"people by the model", 0, -2.6},
    {"another name by the model", 0, -1.3},
    {"no name by the model", 0, -1.9},
    {"contained elsewhere in the article", 0.2, 0.2},
    {"after in elsewhere in the article", 1.2, 0.4},
    {"in a person's name elsewhere", -2.2, -2.2},
    {"with a small letter elsewhere", -1.8, -2.0},
    {"more than once", -0.1, 0.1},
    {"a county of the name in the article", 1.7, 1.4},
};
static_assert(sizeof kRows / sizeof kRows[0] == kEvidences);

}  // namespace

double weight_of(Evidence one, bool with_model) { return with_model ? kRows[one].with_model : kRows[one].weight; }
const char* name_of(Evidence one) { return kRows[one].name; }

}  // namespace onrecord::places
