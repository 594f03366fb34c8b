// SPDX-License-Identifier: Apache-2.0
#include "nn/wordpiece.h"

#include <gtest/gtest.h>

namespace onrecord::nn {
namespace {

using Pieces = std::vector<std::int32_t>;

const std::vector<std::string> kVocabulary = {"[UNK]", "[CLS]", "[SEP]", "un",   "##known", "cafe",
                                              "'",     "s",     "-",     "boat", "##s",     "я"};

Pieces pieces_of(const char* word) {
  static const WordPiece kWordPiece(kVocabulary);
  Pieces out;
  kWordPiece.append(word, out);
  return out;
}

TEST(WordPiece, TakesTheLongestPieceFirst) {
  EXPECT_EQ(pieces_of("unknown"), (Pieces{3, 4}));
  EXPECT_EQ(pieces_of("Boats"), (Pieces{9, 10}));
  EXPECT_EQ(pieces_of("boat-boat's"), (Pieces{9, 8, 9, 6, 7}));
}

TEST(WordPiece, FoldsCaseAndAccents) {
  EXPECT_EQ(pieces_of("CAFÉ"), (Pieces{5}));
  EXPECT_EQ(pieces_of("Cafe\xCC\x81"), (Pieces{5}));
  EXPECT_EQ(pieces_of("Я"), (Pieces{11}));
}

TEST(WordPiece, AnUnknownPartIsOneUnknownPiece) {
  EXPECT_EQ(pieces_of("boatx"), (Pieces{0}));
  EXPECT_EQ(pieces_of("boat-zz"), (Pieces{9, 8, 0}));
  EXPECT_EQ(pieces_of("\xF0\x9F\x98\x80"), (Pieces{0}));
  EXPECT_EQ(pieces_of("\xCC\x81"), (Pieces{0}));  // nothing is left of a lone accent: still one piece
}

TEST(WordPiece, ALongWordKeepsItsFirstPieces) {
  EXPECT_EQ(pieces_of(std::string(60, '-').c_str()).size(), WordPiece::kMaxWordPieces);
  EXPECT_EQ(pieces_of(std::string(101, 's').c_str()), (Pieces{0}));
}

TEST(Shape, TellsWhatLowerCasingLoses) {
  const std::pair<const char*, int> cases[] = {{",", 0},    {"12", 1},    {"1.5", 2},   {"boat", 3}, {"I", 4},
                                               {"NATO", 5}, {"Kyiv", 6},  {"McKay", 7}, {"iPad", 8}, {"5th", 9},
                                               {"F16", 10}, {"MI5X", 11}, {"Mk7b", 12}, {"a4B", 13}, {"Ünal", 6}};
  for (const auto& [word, shape] : cases) EXPECT_EQ(shape_of(word), shape) << word;
}

}  // namespace
}  // namespace onrecord::nn
