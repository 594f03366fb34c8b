// SPDX-License-Identifier: Apache-2.0
// Designations of weapons and vehicles: a maker's letters, a hyphen, a number, and the name that may follow
// ("F-16 Fighting Falcon", "Su-34", "S-400"). The language model has seen few of them; the letters and numbers are
// known.
#pragma once

#include <vector>

#include "annotate/names/spans.h"

namespace onrecord::names {

// Adds the designations of a sentence to its names, both in text order. What is named there already gives way where
// it lies inside one, and lengthens it where it is the name of the same thing ("F-102 |Delta Dagger|").
void add_designations(const Words& words, const Sentence& sentence, std::vector<RawName>& names);

}  // namespace onrecord::names
