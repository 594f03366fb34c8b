// SPDX-License-Identifier: Apache-2.0
// Lemma and force of a cue that the language model found: any words, not only the verbs of the table.
#pragma once

#include <string>

#include "annotate/statements/reading.h"

namespace onrecord::statements {

struct ModelCue {
  std::string lemma;  // ASCII lower case; of the word that tells the force, else of the last word
  Force force = Force::Other;
  bool known = false;  // a word that is known for a cue
};

ModelCue name_cue(const Reading& reading, Range cue);

}  // namespace onrecord::statements
