// SPDX-License-Identifier: Apache-2.0
#include "annotate/actors/rules.h"

#include "annotate/finders.h"

namespace onrecord {
namespace {

// The examples are read as published on 25 April 2024.
constexpr Rule kRules[] = {
    {"actors.office", 1, "A person with an office in the table on the day of publication has its country and sector.",
     "The letter is signed by Emmanuel Macron and two others.",
     "The letter is signed by Emmanuel Rocamadour and two others.", 0.93},
    {"actors.former", 1,
     "A person whose offices have all ended by the day of publication is a former official (ELI).",
     "The letter is signed by Angela Merkel and two others.",
     "The letter is signed by Emmanuel Macron and two others.", 0.9},
    {"actors.organisation", 1,
     "A body, armed group, party, company or outlet in the table has its country and sector.",
     "On Monday fighters of Boko Haram left the town.", "On Monday members of Bokota Harbour left the town.", 0.93},
    {"actors.country", 1, "The name of a country or its adjective tells the country, and no sector.",
     "On Monday the ships left for Uruguay again.", "On Monday the ships left for Ruritania again.", 0.97},
    {"actors.seat", 1, "A capital that speaks or acts stands for the government.",
     "The border stays closed, Moscow said on Monday.", "The border stays closed, a man in Moscow said on Monday.",
     0.75},
    {"actors.word", 1, "A word such as ministry, police or rebels tells the sector.",
     "The Norland Harbour Police searched nine boats.", "The Norland Harbour Lights searched nine songs.", 0.88},
    {"actors.role", 1, "The title beside a person's name tells country and sector.",
     "On Monday the mayor met Chancellor Ilse Brandt in the town hall.",
     "On Monday the mayor met Ilse Brandt in the town hall.", 0.85},
    {"actors.place", 1, "A place that the layer of places knows has its country.",
     "The storm spared Yokohama this year.", "The storm spared Ruritania this year.", 0.9},
    {"actors.dateline", 1, "The agency in a dateline's brackets reports the news.",
     "REYLE, May 3 (Nordwire) - The council met.", "REYLE, May 3 - The council met with Nordwire.", 0.95},
};

}  // namespace

const Rule& actors::rule(actors::RuleId id) { return kRules[id]; }

Rules actor_rules() { return kRules; }

}  // namespace onrecord
