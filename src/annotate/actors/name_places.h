// SPDX-License-Identifier: Apache-2.0
// What the places of an article say of the actors that are called like them.
#pragma once

#include "doc/layers.h"
#include "onrecord/actors.h"
#include "text/text.h"

namespace onrecord::actors {

// The place that a name is: the row of its own words, or for a place's name ("|Badghis| province", "The |Hague|") the
// one that begins or ends as it does. Only rows with a country; nullptr where there is none.
const PlaceRow* place_of(const Text& text, const Places& places, const Names& names, const NameChain& chain);

// The country of a place that the table does not know.
void read_place(const PlaceRow& row, ActorReading& unknown);

// Where the article tells which of several places is meant, its place's country goes before the table's: "Sydney,
// Nova Scotia", disputed territories. A seat of government that acts has been read before and has a sector.
void settle_by_place(const PlaceRow& row, ActorReading& reading);

}  // namespace onrecord::actors
