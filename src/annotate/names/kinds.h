// SPDX-License-Identifier: Apache-2.0
// Weapons and vehicles that the text says the kind of: "Storm Shadow missiles", "the Moskva cruiser".
#pragma once

#include <vector>

#include "annotate/names/spans.h"

namespace onrecord::names {

// Adds to a sentence's names the capitalised words before a weapon's or vehicle's kind that nothing else claims: no
// name of the language model, no country or nationality, no body.
void add_named_kinds(const Words& words, const Sentence& sentence, std::vector<RawName>& names);

}  // namespace onrecord::names
