// SPDX-License-Identifier: Apache-2.0
// Drafts of statements, in tokens; find_statements() turns them into rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annotate/statements/reading.h"

namespace onrecord::statements {

struct Draft {
  const Rule* rule = nullptr;
  std::string lemma;
  Force force = Force::Said;
  Index sentence = 0;
  Range cue;                   // the verb group
  Range source;                // may be empty
  std::vector<Range> content;  // in text order
  Range addressee;
  Index told_in = kNone;  // "Reuters reported …, citing two officials": first token of the cue it is cited under
  std::optional<float> confidence;  // where the model's heads had a say
  bool goes_on = false;             // direct speech that quotations after it may continue
};

// A cue verb with its auxiliaries and adverbs ("has repeatedly said").
struct VerbGroup {
  Range tokens;
  Index verb = 0;
  std::uint16_t cue = 0;
  VerbForm form = VerbForm::Base;
  bool auxiliary = false;   // has, will, did …
  bool passive = false;     // is expected
  bool infinitive = false;  // to say
  bool adverbs = false;
};

// What follows a cue.
struct Right {
  enum class Kind { None, Quote, That, Clause, Noun, Infinitive, Whether, Order, Preposition } kind = Kind::None;
  Index begin = 0;    // first token of the content; for None: of what stands after the cue and its adverbials
  Index cue_end = 0;  // one past the cue with its preposition ("called for")
  Range addressee;
  bool colon = false;
};

}  // namespace onrecord::statements
