// SPDX-License-Identifier: Apache-2.0
// The tables that the program holds; written into it from actors/ and gazetteer/ when it is built.
#pragma once

#include <string_view>

namespace onrecord {

extern const std::string_view kCountryNames;    // gazetteer/countries.tsv
extern const std::string_view kActorCountries;  // actors/countries.tsv
extern const std::string_view kActorOffices;    // actors/offices.tsv
extern const std::string_view kActorBodies;     // actors/organisations.tsv
extern const std::string_view kActorWords;      // actors/words.tsv

}  // namespace onrecord
