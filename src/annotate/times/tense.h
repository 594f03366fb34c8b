// SPDX-License-Identifier: Apache-2.0
// Whether the clause around a time expression looks back or ahead: tells "met on Friday" from "will meet on
// Friday". Simple cues; no parse.
#pragma once

#include "annotate/times/atoms.h"

namespace onrecord::times {

// Purpose: an infinitive stands before it ("to meet on Friday"), which leans ahead and proves little.
enum class Tense : std::uint8_t { Unknown, Past, Purpose, Future };

// REQUIRES: first < last, atoms of one sentence.
Tense tense_around(const Atoms& atoms, std::size_t first, std::size_t last);

}  // namespace onrecord::times
