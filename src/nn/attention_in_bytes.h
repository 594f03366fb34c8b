// SPDX-License-Identifier: Apache-2.0
// Attention in whole numbers. Values and the weights of softmax are bytes; queries and keys have 12 bits, as an error
// of a score is one of its weight's exponent. So both products sum whole numbers, by the kernels of byte_weights.h:
// faster than in f32, and the same on every processor. Queries, keys and values have a scale for each row and head.
// The scale of a value is multiplied into the weight of its key before the weight becomes a byte, so that the values
// of all keys add up as bytes.
//
// Thread rule: each thread brings its own scratch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nn/byte_weights.h"
#include "nn/matrix.h"

namespace onrecord::nn {

// The queries, keys and values of some rows, with a scale for each head of each row.
class ByteHeads {
 public:
  // Makes room; every row must be put before it is read.
  void resize(std::size_t rows, std::size_t heads);
  // `qkv` as in ops.h: three times heads * kHeadSize values.
  void put(std::size_t row, const float* qkv);

  std::size_t heads() const { return heads_; }
  const std::int16_t* queries(std::size_t row, std::size_t head) const { return words(row, head); }
  const std::int16_t* keys(std::size_t row, std::size_t head) const { return words(row, heads_ + head); }
  const std::int8_t* values(std::size_t row, std::size_t head) const;
  float query_scale(std::size_t row, std::size_t head) const { return scales_[row * 3 * heads_ + head]; }
  float key_scale(std::size_t row, std::size_t head) const { return scales_[(row * 3 + 1) * heads_ + head]; }
  float value_scale(std::size_t row, std::size_t head) const { return scales_[(row * 3 + 2) * heads_ + head]; }

 private:
  const std::int16_t* words(std::size_t row, std::size_t part) const;

  std::size_t heads_ = 0;
  std::vector<std::int16_t> words_;  // queries and keys
  std::vector<std::int8_t> bytes_;   // values
  std::vector<float> scales_;
};

struct ByteAttentionScratch {
  WordWeights keys;  // of one head of one window
  ByteWeights values;
  std::vector<std::int8_t> turned;
  std::vector<std::int16_t> queries;
  std::vector<std::uint8_t> weights;
  std::vector<float> key_scales, value_scales;
  Matrix sums, mixed, kernel;
};

// Attention of the window of the rows [begin, begin + rows), for those of its rows that are asked: out (asked rows,
// heads * kHeadSize). REQUIRES: rows at most kMaxPieces.
void attention_in_bytes(const ByteHeads& in, std::size_t begin, std::size_t rows,
                        std::span<const std::uint32_t> asked, float* out, ByteAttentionScratch& scratch);

}  // namespace onrecord::nn
