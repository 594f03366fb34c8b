// SPDX-License-Identifier: Apache-2.0
// Names as the language model sees them: the best legal BIO labelling of each sentence (I-X only after B-X or I-X;
// Viterbi over the words' log-probabilities), brought to our convention of where a name begins and ends.
// Addresses of mail and the web are no names, nor are pronouns and descriptions in small letters ("we", "the
// regime").
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

// The words of a name among those that the head labels: without a leading "the", quotation marks around it, a
// trailing 's, a last "of" or "and", and the kind of a place in small letters ("Reyle |district|"); with the I of
// "World War I". Refused: "Reyle |district|" as an ORG's, "Reason |and|" as a WORK's. `sentence`: of the name.
Range name_bounds(Range seen, const std::string& type, Range sentence, const Text& text, const Tokens& tokens);

// Pronouns and nouns in small letters: one of the sets that the head learnt from marks them beside names, and in
// texts like that set's the head does so too. Accepts "We" (PRON) and "member states" (not all PROPN, no capital, no
// figure); refuses "joan cusack" (a name written small is PROPN to the tagger) and "Group".
bool is_description(Range name, const Text& text, const Tokens& tokens, const Syntax& syntax);

NameSpans find_name_spans(const Text& text, const Tokens& tokens, const Sentences& sentences,
                          const WordVectors& vectors, const Syntax& syntax, const LanguageModel& model,
                          LanguageScratch& scratch);

}  // namespace onrecord
