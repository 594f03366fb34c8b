// SPDX-License-Identifier: Apache-2.0
// Coreference: which phrases of an article stand for the same one. Needs the language model.
#pragma once

#include "annotate/language/language_model.h"
#include "doc/layers.h"
#include "text/text.h"

namespace onrecord {

// Cost: linear in the words; a mention looks back at the last kReach that may be mentions.
Coreference find_coreference(const Text& text, const Tokens& tokens, const Sentences& sentences, const Names& names,
                             const WordVectors& vectors, const Syntax& syntax, const LanguageModel& model,
                             LanguageScratch& scratch);

// Whom a phrase means.
struct Meant {
  Index entity = kNone;          // of Coreference
  Index chain = kNone;           // of Names: the first of the entity's; kNone if it bears no name
  const char* reason = nullptr;  // why there is no entity, or no name
};

// The entity of the mention that is these tokens, or else of the longest one inside them that hangs on the same word.
// `head` is the token that the phrase hangs on; kNone if that is not known.
Meant who_is_meant(const Coreference& found, Range tokens, Index head = kNone);

}  // namespace onrecord
