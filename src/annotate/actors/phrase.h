// SPDX-License-Identifier: Apache-2.0
// Words of a phrase, folded so that spellings of one name are one key: small letters without marks, no stops and
// inner apostrophes, hyphens as blanks: "Abd al-Ḥakīm" and "Abd Al Hakim" are "abd al hakim", "the U.N.'s" is "the un
// 's".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::actors {

struct PhraseWord {
  std::uint32_t begin = 0, end = 0;  // bytes of Phrase::folded()
  bool capital = false;              // begins with a capital
  bool all_capitals = false;         // two or more letters, all capitals
  bool hyphened = false;             // a hyphen stands before it
};

class Phrase {
 public:
  explicit Phrase(std::string_view utf8);

  std::size_t size() const { return words_.size(); }
  const PhraseWord& operator[](std::size_t k) const { return words_[k]; }
  std::string_view word(std::size_t k) const { return key(k, k + 1); }
  // The words [begin, end) with one blank between them. REQUIRES: begin < end.
  std::string_view key(std::size_t begin, std::size_t end) const {
    return std::string_view(folded_).substr(words_[begin].begin, words_[end - 1].end - words_[begin].begin);
  }
  std::string_view folded() const { return folded_; }
  bool has_capitals() const { return has_capitals_; }

 private:
  void open_word();
  void close_word();
  void add(char32_t letter);
  void single(std::string_view word);  // a mark that is a word: "," "'s"

  std::string folded_;
  std::vector<PhraseWord> words_;
  bool open_ = false, hyphen_ = false, has_capitals_ = false;
  int letters_ = 0, capitals_ = 0;
};

inline constexpr std::string_view kPossessive = "'s";

// The folded key of a name in a table.
std::string key_of(std::string_view name);

}  // namespace onrecord::actors
