// SPDX-License-Identifier: Apache-2.0
// Word pieces (BERT, uncased; Devlin et al. 2019) and shape classes of words. The twin of training/wordpiece.py;
// tests hold both to the same table.
//
// The caller keeps the words' spans, and the pieces of word w stand together: the map back to the text is exact.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onrecord::nn {

// 0..13: what a reader sees of a word's case and signs, lost by lower-casing. REQUIRES: valid UTF-8.
std::int8_t shape_of(std::string_view word);

class WordPiece {
 public:
  // One piece a line number; "##x" continues a word.
  explicit WordPiece(const std::vector<std::string>& vocabulary);

  // Appends the pieces of a word, at least one and at most kMaxWordPieces. REQUIRES: valid UTF-8.
  void append(std::string_view word, std::vector<std::int32_t>& out) const;

  std::int32_t first() const { return first_; }  // [CLS]
  std::int32_t last() const { return last_; }    // [SEP]

  static constexpr std::size_t kMaxWordPieces = 16;

 private:
  void match(std::string_view part, std::size_t limit, std::vector<std::int32_t>& out) const;

  // Looked up by views, without a string made for each.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view piece) const { return std::hash<std::string_view>{}(piece); }
  };
  using Table = std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>>;

  Table begin_, inside_;
  std::int32_t unknown_ = 0, first_ = 0, last_ = 0;
};

}  // namespace onrecord::nn
