// SPDX-License-Identifier: Apache-2.0
// The names of a dateline: "KYIV, Ukraine, April 23 (Reuters) -".
#pragma once

#include <vector>

#include "annotate/names/spans.h"

namespace onrecord::names {

// Reads the names of an article's sentences, one after the other.
class Datelines {
 public:
  explicit Datelines(const Words& words) : words_(words) {}

  // If the sentence, near the article's head, begins with a dateline, its places and its agency take the place of
  // what stands there among the sentence's names. Where a name is the beginning of a dateline's that stands there
  // whole ("|Northern| Wire reported"), it becomes that.
  void add(const Sentence& sentence, std::vector<RawName>& names);

 private:
  bool is_person(Range place, const std::vector<RawName>& names) const;
  void complete(const Sentence& sentence, std::vector<RawName>& names) const;

  const Words& words_;
  std::vector<Range> long_names_;  // of more than one word
};

}  // namespace onrecord::names
