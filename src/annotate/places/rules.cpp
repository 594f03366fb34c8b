// SPDX-License-Identifier: Apache-2.0
#include "annotate/places/rules.h"

#include <cstddef>

#include "annotate/finders.h"

namespace onrecord {
namespace {

constexpr Rule kRules[] = {
    {"places.contained", 1, "A name before a comma and the state or country it lies in is a place's.",
     "The fire began in Decatur, Illinois, on Monday.", "The fire began with Decatur, a baker, on Monday.", 0.95},
    {"places.country", 1, "A name of a country or territory, or a short form in capitals.",
     "The treaty binds Portugal and Norway.", "The treaty binds the Portuguese and the Norse.", 0.95},
    {"places.region", 1, "A name of a continent, sea, river, mountain range or region that our table knows.",
     "Trade across the Sahel fell.", "Trade across the border fell.", 0.9},
    {"places.division", 1, "A name of a state, province or other first-level division.",
     "Rain is due all over Saskatchewan.", "Rain is due all over the province.", 0.9},
    {"places.county", 1, "A name that ends in County, Parish, Township or Borough.",
     "The clerk of Wayne County resigned.", "The clerk of the county resigned.", 0.9},
    {"places.street", 1, "Capitalised words that end in Street, Avenue and the like; the gazetteer has no streets.",
     "A pipe burst on North Tanner Street.", "A pipe burst on the street.", 0.75},
    {"places.road", 1, "Highway, Route, Interstate and the like with a number; the gazetteer has no roads.",
     "A lorry overturned on Highway 12.", "A lorry cost them 12 thousand.", 0.75},
    {"places.landmark", 1, "Capitalised words with River, Lake, Valley and the like that the gazetteer lacks.",
     "They fished in the Orrin River.", "They fished in the river.", 0.6},
    {"places.dateline", 1, "A name at an article's start before a dash.", "GHENT — The council met on Monday.",
     "GHENTS met the council on Monday.", 0.95},
    {"places.context", 1, "A name of the gazetteer after in, near, from or another word that asks for a place.",
     "She grew up near Marlow.", "She spoke of Mr. Marlow.", 0.85},
    {"places.known", 1, "A name that is hardly anything but a place, by the gazetteer or by its type.",
     "The storm spared Yokohama this year.", "The play opens the season.", 0.8},
    {"places.again", 1, "A name that the article uses as a place's elsewhere.",
     "He lives in Marlow. The council fined Marlow twice.", "He likes poems. The council read Marlowe twice.", 0.8},
};

}  // namespace

const Rule& places::rule(places::RuleId id) { return kRules[static_cast<std::size_t>(id)]; }

Rules place_rules() { return kRules; }

}  // namespace onrecord
