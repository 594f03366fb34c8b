// SPDX-License-Identifier: Apache-2.0
// Noun phrases as sources and hearers. No tree is known here: phrases end at
// words that cannot be inside them (auxiliaries, conjunctions, pronouns) and at punctuation.
#pragma once

#include "annotate/statements/reading.h"

namespace onrecord::statements {

// The phrase that ends just before `end` ("the president of the council, Ana Pohl,| said"); not before `floor`.
// Empty when what stands there is no noun phrase.
Range phrase_before(const Reading& reading, Index end, Index floor);

// The phrase that begins at `begin` ("said| Ana Pohl, the mayor of Reyle"); at most to `limit`.
Range phrase_after(const Reading& reading, Index begin, Index limit);

// The hearer after "told" or "urged": one phrase with what belongs to it.
Range hearer_after(const Reading& reading, Index begin, Index limit);

}  // namespace onrecord::statements
