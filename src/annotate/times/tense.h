// SPDX-License-Identifier: Apache-2.0
// Whether the clause around a time expression looks back or ahead: tells "met on Friday" from "will meet on
// Friday". Simple cues; no parse.
#pragma once

#include "annotate/times/atoms.h"

namespace onrecord::times {

// Purpose: an infinitive stands before it ("to meet on Friday"), which leans ahead and proves little.
// Over: it cannot lie ahead, however near the next one is ("since October 7").
enum class Tense : std::uint8_t { Unknown, Past, Over, Purpose, Future };

// REQUIRES: first < last, atoms of one sentence.
Tense tense_around(const Atoms& atoms, std::size_t first, std::size_t last);

}  // namespace onrecord::times
