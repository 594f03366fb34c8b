// SPDX-License-Identifier: Apache-2.0
// Names as the language model sees them: the best legal BIO labelling of each sentence (I-X only after B-X or I-X;
// Viterbi over the words' log-probabilities), without a leading "the", quotation marks around it and a trailing 's.
// Addresses of mail and the web are no names.
#pragma once

#include "annotate/language/language_model.h"
#include "text/text.h"

namespace onrecord {

// One span of labels: words [begin, end) of the rows given, of the type of label `begin`.
struct LabelSpan {
  Index begin = 0, end = 0;
  std::uint32_t label = 0;  // the B label
  float probability = 0;    // of its least sure word
};

// `scores` (words, labels) before softmax; they are turned into log-probabilities in place.
std::vector<LabelSpan> decode_bio(float* scores, std::size_t words, const std::vector<NameLabel>& labels);

NameSpans find_name_spans(const Text& text, const Tokens& tokens, const Sentences& sentences,
                          const WordVectors& vectors, const LanguageModel& model, LanguageScratch& scratch);

}  // namespace onrecord
