// SPDX-License-Identifier: Apache-2.0
// What speaks for and against a string being a place's name, and how much: log-odds, fitted on the development sets
// (docs/places.md), once for names found by rules and once for the language model's. A mention's score is the sum of
// the weights of what is seen of it.
#pragma once

#include <cstddef>

namespace onrecord::places {

enum Evidence : std::size_t {
  kBias,
  // What the gazetteer has under the name.
  kIsCountry,
  kIsRegion,
  kIsState,      // of the United States, Canada, Australia, the United Kingdom, or of our table
  kIsDivision,   // another first-level division
  kIsCounty,     // "… County", "… Parish"
  kIsDistrict,   // another second-level division
  kCityMillion,  // the largest city of the name has so many people
  kCity100k,
  kCity20k,
  kCity5k,
  kCitySmall,
  kOnlyOtherName,  // no place has it as its main name
  kManyWords,
  kManyPlaces,  // five or more places of the name
  kAbbreviated,
  kPostal,  // of two capitals
  kSaint,   // "St. …"
  // How it was found.
  kStreet,
  kRoad,
  kLandmark,
  kWithContainer,  // a division or country it lies in follows
  kIsContainer,
  // Before it.
  kAfterIn,
  kAfterNear,  // near, outside, around, across, throughout, into, downtown
  kAfterFrom,
  kAfterTo,
  kAfterAt,
  kAfterOf,
  kAfterThe,
  kAfterAnd,        // and, or, a comma after a place
  kAfterBy,         // by, with, for, against, said
  kAfterTitle,      // Mr., Judge, coach
  kAfterGiven,      // a given name
  kAfterCapital,    // another capitalised word
  kAfterDirection,  // north, northern, rural
  kAfterCityOf,     // city of, town of, village of
  kAfterPerson,     // an accepted person's name's first part
  kAfterInitial,    // "J. "
  kDateline,
  // After it.
  kBeforeOffice,   // Police, Council, School
  kBeforeOutlet,   // Herald, Times
  kBeforeCapital,  // another capitalised word
  kBeforeSaid,     // said, told: persons speak
  kBeforePeople,   // resident, man, native, area
  kBeforePossessive,
  kBeforeBracket,
  kBeforeStop,
  // Itself.
  kSentenceStart,
  kCommonWord,
  kGivenName,
  kOneShort,  // a single word of four letters or fewer
  kAllCapitals,
  kInHeadline,
  // What the names say.
  kIsPerson,
  kInPerson,
  kIsOrganisation,
  kInOrganisation,
  kLongerName,  // inside a longer name of no known type
  kStartsName,  // the first of two words of such a name: "Paris Hilton"
  // The same of the language model's names.
  kModelPlace,  // GPE, LOC or FAC
  kModelPerson,
  kModelOrganisation,
  kModelInOrganisation,
  kModelPeople,  // NORP
  kModelOther,
  kModelNone,  // there is a model and it sees no name
  // Elsewhere in the article.
  kElsewhereContained,
  kElsewhereIn,
  kElsewherePerson,  // the word is part of a person's name elsewhere
  kElsewhereSmall,   // written with a small letter elsewhere
  kRepeated,
  kInNamedCounty,  // "Orrin County" and "Orrin"
  kEvidences
};

// With the language model's names the other evidence counts less: it has weights of its own.
double weight_of(Evidence one, bool with_model);
const char* name_of(Evidence one);

}  // namespace onrecord::places
