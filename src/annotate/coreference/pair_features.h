// SPDX-License-Identifier: Apache-2.0
// What the forms and the places of words say of pairs of them: the input of the coreference head besides the word
// vectors. The twin of training/coref.py, whose docstring defines each class; tests hold both to the same table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "doc/layers.h"
#include "nn/coref_head.h"

namespace onrecord::coreference {

// The class of a pronoun, 1..kPronounClasses-1; 0 for what is none. `lower` is in small letters.
std::uint8_t pronoun_class(std::string_view lower);

class PairFeatures {
 public:
  // `forms` are the words of all sentences, `sentences` their ranges, in order, together all words.
  // REQUIRES: valid UTF-8.
  PairFeatures(const std::vector<std::string_view>& forms, const std::vector<Range>& sentences);

  // REQUIRES: earlier < later.
  nn::PairClasses of(Index later, Index earlier) const;

  std::uint8_t pronoun(Index word) const { return words_[word].pronoun; }
  // In the quotation of this number, from 1; 0: outside.
  std::uint32_t quotation(Index word) const { return words_[word].quote; }
  bool name_like(Index word) const { return words_[word].name_like; }
  const std::string& lower(Index word) const { return forms_[words_[word].form]; }
  // Whether two words are the same but for capitals.
  bool same_form(Index a, Index b) const { return words_[a].form == words_[b].form; }

 private:
  static constexpr std::uint32_t kNoForm = 0xFFFFFFFF;

  struct Word {
    std::uint32_t form = 0;            // of forms_
    std::uint32_t initials = kNoForm;  // of its run of names, where a word has that form
    std::uint32_t key = 0;             // of keys_
    std::uint32_t quote = 0, sentence = 0;
    std::uint8_t pronoun = 0;
    bool name_like = false;
  };
  class Builder;

  bool plural_of(std::uint32_t form, std::uint32_t other) const;
  std::uint8_t key_class(std::uint32_t a, std::uint32_t b) const;

  std::vector<Word> words_;
  std::vector<std::string> forms_;
  std::vector<std::uint32_t> plural_,
      plural_es_;                                 // of each form, it and "s", it and "es", where a word has that form
  std::vector<std::vector<std::uint32_t>> keys_;  // each the sorted forms of a run of names, or of one word
};

}  // namespace onrecord::coreference
