// SPDX-License-Identifier: Apache-2.0
// Tags, lemmas and dependency trees from the word vectors.
//
// A sentence that was cut into several windows gets a tree for each part; the roots of the later parts hang on that
// of the first with the relation "dep", so that the sentence has one root.
#pragma once

#include "annotate/language/language_model.h"
#include "text/text.h"

namespace onrecord {

Syntax find_syntax(const Text& text, const Tokens& tokens, const Sentences& sentences, const WordVectors& vectors,
                   const LanguageModel& model, LanguageScratch& scratch);

}  // namespace onrecord
