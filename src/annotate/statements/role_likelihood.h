// SPDX-License-Identifier: Apache-2.0
// How likely the language model's heads think a source and contents.
#pragma once

#include <vector>

#include "annotate/statements/role_scores.h"

namespace onrecord::statements {

// A source and contents, by the heads or by a rule.
struct Spans {
  Range source;
  std::vector<Range> content;
};

// How likely spans are: the log-probability of the labels they mean.
double likelihood(const CueRoles& found, const Spans& spans);

// The likelihood of a span's word, on geometric average.
double word_likelihood(const CueRoles& found, const Spans& spans);

// Of the statements that the heads alone find so likely, the share that is right; counted on PolNeAR's development
// part.
double share_right(double likely);

bool overlap(const Spans& spans);

}  // namespace onrecord::statements
