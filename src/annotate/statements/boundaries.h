// SPDX-License-Identifier: Apache-2.0
// Where phrases end: words that cannot stand inside a noun phrase, and verbs as far as words alone can tell.
#pragma once

#include "annotate/statements/reading.h"

namespace onrecord::statements {

// "belittled", "weighed": a past form after a name or pronoun, as far as the ending tells. Nothing before `floor`
// is looked at, here and below.
bool past_by_ending(const Reading& reading, Index t, Index floor);

// Whether a phrase cannot reach back over this token.
bool blocks(const Reading& reading, Index t, Index floor);

// A word of none of the small classes (articles, prepositions, auxiliaries …), outside quotations.
bool plain_noun(const Reading& reading, Index t);

// Whether a finite verb, as far as words tell, stands in [begin, end).
bool has_verb(const Reading& reading, Index begin, Index end);

}  // namespace onrecord::statements
