// SPDX-License-Identifier: Apache-2.0
// Words that tell the sentence splitter what it looks at.
#pragma once

#include <string_view>

namespace onrecord::tokens {

// "the", "he", "but", and not "and" or "of": after an abbreviation, such a word with a capital starts a new sentence.
bool starts_sentences(std::string_view lower_word);

// "said", "asks": verbs that carry a quotation.
bool is_speech_verb(std::string_view lower_word);

// "the", "of", "and": no sentence or heading ends with such a word.
bool needs_a_word_after(std::string_view lower_word);

}  // namespace onrecord::tokens
