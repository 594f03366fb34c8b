// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/rules.h"

#include "annotate/finders.h"

namespace onrecord {
namespace {

constexpr Rule kRules[] = {
    {"names.titled", 1, "A name after a title or before one set off by a comma is a person's.",
     "On Monday the mayor met Chancellor Ilse Brandt in the town hall.",
     "On Monday the mayor met the chancellor in the town hall.", 0.89},
    {"names.given_name", 1, "A name of two or more words that begins with a common given name is a person's.",
     "The prize went to Martha Okello for her novel.", "The prize went to Lake Okello for its water.", 0.94},
    {"names.organisation_word", 1, "A name with a word such as Ministry, Party or Inc is an organisation's.",
     "The Harbour Workers Union called off the strike.", "The Harbour Lights called off the concert.", 0.74},
    {"names.acronym", 1, "Capitals in brackets after a name whose initials they are stand for that name.",
     "The Northern Rivers Water Board (NRWB) met on Friday; the NRWB has nine members.",
     "The Northern Rivers plant (see map) met its target.", 0.97},
    {"names.capitals", 1, "A run of capitalised words is a name; at a sentence's start only if no common word.",
     "Rain fell on Ludwigsburg all night.", "The rain fell on the town all night.", 0.63},
    {"names.designation", 1, "Letters and number of a weapon or a vehicle, and the name after them, are its name.",
     "Two Su-34 jets crossed the border.", "Two B-12 tablets crossed the counter.", 0.95},
    {"names.kind", 1,
     "Capitalised words before a weapon's or vehicle's kind are its name, where nothing else claims them.",
     "They fired Sea Falcon missiles at the ship.", "They fired Norwegian missiles at the ship.", 0.9},
    {"names.dateline", 1,
     "Before a dispatch begins stand its place, the place's country and, in brackets, the agency.",
     "GHENT, Norland, May 3 (Nordwire) - The council met.", "GHENT - The council (Nordwire) met.", 0.97},
    {"names.adjective", 1,
     "A name is a country's or region's, not a person's, where the text calls a people by its adjective.",
     "Rain fell on Karuvia, where the Karuvian army stood.", "Rain fell on Karuvia, where the Ostranian army stood.",
     0.9},
};

}  // namespace

const Rule& names::rule(names::RuleId id) { return kRules[id]; }

bool names::is_of_dateline(const NameChain& chain) { return chain.rule == &rule(kDateline); }

const Rule& names::model_rule() { return *find_rule("names.model"); }

Rules name_rules() { return kRules; }

}  // namespace onrecord
