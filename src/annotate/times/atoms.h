// SPDX-License-Identifier: Apache-2.0
// Atoms: the tokens cut further into runs of letters, runs of digits and single marks, so that "mid-1980s",
// "3pm", "25th" and "2024-04-25" are matched the same way however the tokenizer cuts them.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/times/lexicon.h"
#include "doc/layers.h"
#include "text/text.h"

namespace onrecord::times {

struct Atom {
  std::uint32_t begin = 0, end = 0;  // bytes
  const Word* word = nullptr;        // letters: the lexicon's entry
  std::int32_t number = -1;          // digits: their value, capped at 999,999,999
  std::uint8_t digits = 0;           // how many
  char mark = 0;         // one of the ASCII marks; curly quotes and dashes count as "'" and "-"; '~' other;
                         // '\n' ends a paragraph
  bool glued = false;    // no blank before it
  bool capital = false;  // letters: begins with a capital
  Index sentence = 0;
};

class Atoms {
 public:
  Atoms(const Text& text, const Tokens& tokens, const Sentences& sentences);

  std::size_t size() const { return rows_.size() - kTail; }
  // Atoms before the first and after the last are paragraph ends that match nothing.
  const Atom& operator[](std::size_t at) const { return rows_[at < rows_.size() ? at : rows_.size() - 1]; }
  // The letters of an atom in small letters; a digit's digits; a mark's bytes.
  std::string_view lower(std::size_t at) const {
    const Atom& atom = (*this)[at];
    return text_->lower({atom.begin, atom.end});
  }
  bool is(std::size_t at, std::string_view word) const { return lower(at) == word; }
  bool is_mark(std::size_t at, char mark) const { return (*this)[at].mark == mark; }
  WordClass cls(std::size_t at) const {
    const Word* word = (*this)[at].word;
    return word == nullptr ? WordClass::None : word->cls;
  }
  bool is(std::size_t at, WordClass wanted) const { return cls(at) == wanted; }
  int value(std::size_t at) const { return (*this)[at].word->value; }
  const Text& text() const { return *text_; }

 private:
  static constexpr std::size_t kTail = 8;
  void add(std::uint32_t begin, std::uint32_t end, bool glued, Index sentence);

  const Text* text_;
  std::vector<Atom> rows_;
};

}  // namespace onrecord::times
