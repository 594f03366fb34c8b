// SPDX-License-Identifier: Apache-2.0
// The spans that the language model's heads find: where they may lie, and where they may end.
#pragma once

#include <vector>

#include "annotate/statements/draft.h"
#include "annotate/statements/role_scores.h"

namespace onrecord::statements {

// Makes roles far from the cue less likely. What is said in another paragraph is a quotation that begins there, or
// none of this cue's; no source stands outside the cue's sentence.
void keep_near(const Reading& reading, CueRoles& found);

// A span that ends inside a noun phrase ("had been taken |on| numbers", "the head of its |foreign| service") goes on
// to the phrase's head, as far as the tree tells; at most to `limit`.
Range whole_noun_phrase(const Reading& reading, Range span, Index limit);

// Which quotations are the words of direct speech that rules found.
class Spoken {
 public:
  Spoken(const Reading& reading, const std::vector<Draft>& by_rules);

  // Takes out of a content the quotations that another statement's cue has, and lone marks. A cue inside such a
  // quotation keeps them.
  void take_out(std::vector<Range>& content, Range cue) const;

 private:
  const Reading& r_;
  std::vector<Index> cue_of_;  // of each quotation the first token of its cue; kNone: nobody's
};

// Direct speech by a rule: its content is quotations that are closed, with their marks.
bool is_direct(const Reading& reading, const Draft& draft);

}  // namespace onrecord::statements
