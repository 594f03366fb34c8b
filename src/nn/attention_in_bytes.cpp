// SPDX-License-Identifier: Apache-2.0
// One head of one window: keys and values are laid out once, as the weights of a linear map are; then some queries at
// a time go through scores (queries times keys), softmax and the mix (weights times values).
#include "nn/attention_in_bytes.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "nn/ops.h"
#include "nn/spec.h"

namespace onrecord::nn {
namespace {

constexpr std::size_t kQueries = 16;  // at a time
constexpr int kOffset = 128;          // of the bytes of queries
constexpr float kLog2OfE = 1.44269504F;

// Keys and values of one head, as weights; the factor of each key's score and the scale of each key's value.
void lay_out(const ByteHeads& in, std::size_t begin, std::size_t rows, std::size_t head, ByteAttentionScratch& s) {
  const float factor = kLog2OfE / std::sqrt(static_cast<float>(kHeadSize));
  const std::size_t stride = 3 * in.heads() * kHeadSize, padded = (rows + kPanel - 1) / kPanel * kPanel;
  s.keys.pack(in.keys(begin, head), stride, rows, kHeadSize);
  s.turned.assign(kHeadSize * padded, 0);
  for (std::size_t k = 0; k < rows; ++k) {
    const std::int8_t *key = in.keys(begin + k, head), *value = in.values(begin + k, head);
    std::int32_t sum = 0;
    for (std::size_t d = 0; d < kHeadSize; ++d) sum += key[d];
    for (std::size_t d = 0; d < kHeadSize; ++d) s.turned[d * padded + k] = value[d];
    s.key_offsets[k] = kOffset * sum;
    s.key_scales[k] = factor * in.key_scale(begin + k, head);
    s.value_scales[k] = in.value_scale(begin + k, head);
  }
  s.values.pack(s.turned.data(), padded, kHeadSize, padded);
}

void one_head(const ByteHeads& in, std::size_t begin, std::size_t rows, std::span<const std::uint32_t> asked,
              std::size_t head, float* out, ByteAttentionScratch& s) {
  lay_out(in, begin, rows, head, s);
  const std::size_t wide = s.keys.stride(), hidden = in.heads() * kHeadSize;
  for (std::size_t r = 0; r < asked.size(); r += kQueries) {
    const std::size_t count = std::min(kQueries, asked.size() - r);
    for (std::size_t q = 0; q < count; ++q)
      std::memcpy(s.queries.data() + q * kHeadSize, in.queries(begin + asked[r + q], head), kHeadSize);
    s.keys.multiply(s.queries.data(), kHeadSize, kQueries, reinterpret_cast<std::int32_t*>(s.sums.data()), s.kernel);
    float factors[kQueries];
    for (std::size_t q = 0; q < count; ++q) {
      const auto* sums = reinterpret_cast<const std::int32_t*>(s.sums.data()) + q * wide;
      const KeyScales scales = {s.key_offsets.data(), s.key_scales.data(), s.value_scales.data()};
      factors[q] =
          weigh_keys(sums, rows, in.query_scale(begin + asked[r + q], head), scales, s.weights.data() + q * wide);
    }
    s.values.multiply(s.weights.data(), wide, kQueries, reinterpret_cast<std::int32_t*>(s.mixed.data()), s.kernel);
    for (std::size_t q = 0; q < count; ++q) {
      const auto* sums = reinterpret_cast<const std::int32_t*>(s.mixed.data()) + q * kHeadSize;
      float* to = out + (r + q) * hidden + head * kHeadSize;
      for (std::size_t d = 0; d < kHeadSize; ++d) to[d] = static_cast<float>(sums[d]) * factors[q];
    }
  }
}

}  // namespace

void ByteHeads::resize(std::size_t rows, std::size_t heads) {
  heads_ = heads;
  bytes_.resize(rows * 3 * heads * kHeadSize);
  scales_.resize(rows * 3 * heads);
}

void ByteHeads::put(std::size_t row, const float* qkv) {
  std::uint8_t* out = bytes_.data() + row * 3 * heads_ * kHeadSize;
  quantise_heads(qkv, 3 * heads_, heads_, out, scales_.data() + row * 3 * heads_);
}

const std::uint8_t* ByteHeads::at(std::size_t row, std::size_t part) const {
  return bytes_.data() + (row * 3 * heads_ + part) * kHeadSize;
}

void attention_in_bytes(const ByteHeads& in, std::size_t begin, std::size_t rows,
                        std::span<const std::uint32_t> asked, float* out, ByteAttentionScratch& scratch) {
  scratch.queries.resize(kQueries * kHeadSize);
  scratch.weights.assign(kQueries * kMaxPieces, 0);
  scratch.key_offsets.assign(kMaxPieces, 0);
  scratch.key_scales.assign(kMaxPieces, 0);
  scratch.value_scales.assign(kMaxPieces, 0);
  scratch.sums.resize(kQueries, kMaxPieces);
  scratch.mixed.resize(kQueries, kHeadSize);
  for (std::size_t head = 0; head < in.heads(); ++head) one_head(in, begin, rows, asked, head, out, scratch);
}

}  // namespace onrecord::nn
