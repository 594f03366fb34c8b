// SPDX-License-Identifier: Apache-2.0
// One head of one window: keys and values are laid out once, as the weights of a linear map are; then some queries at
// a time go through scores (queries times keys), softmax and the mix (weights times values).
#include "nn/attention_in_bytes.h"

#include <algorithm>
#include <cmath>

#include "nn/ops.h"
#include "nn/spec.h"

namespace onrecord::nn {
namespace {

constexpr std::size_t kQueries = 16;  // at a time
constexpr float kLog2OfE = 1.44269504F;

// Keys and values of one head, as weights; the factor of each key's score and the scale of each key's value.
void lay_out(const ByteHeads& in, std::size_t begin, std::size_t rows, std::size_t head, ByteAttentionScratch& s) {
  const float factor = kLog2OfE / std::sqrt(static_cast<float>(kHeadSize));
  const std::size_t stride = 2 * in.heads() * kHeadSize, padded = (rows + kPanel - 1) / kPanel * kPanel;
  s.keys.pack(in.keys(begin, head), stride, rows, kHeadSize);
  s.turned.assign(kHeadSize * padded, 0);
  for (std::size_t k = 0; k < rows; ++k) {
    const std::int8_t* value = in.values(begin + k, head);
    for (std::size_t d = 0; d < kHeadSize; ++d) s.turned[d * padded + k] = value[d];
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
      std::copy_n(in.queries(begin + asked[r + q], head), kHeadSize, s.queries.data() + q * kHeadSize);
    s.keys.multiply(s.queries.data(), kHeadSize, kQueries, reinterpret_cast<std::int32_t*>(s.sums.data()));
    float factors[kQueries];
    for (std::size_t q = 0; q < count; ++q) {
      const auto* sums = reinterpret_cast<const std::int32_t*>(s.sums.data()) + q * wide;
      const KeyScales scales = {s.key_scales.data(), s.value_scales.data()};
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
  words_.resize(rows * 2 * heads * kHeadSize);
  bytes_.resize(rows * heads * kHeadSize);
  scales_.resize(rows * 3 * heads);
}

void ByteHeads::put(std::size_t row, const float* qkv) {
  const std::size_t hidden = heads_ * kHeadSize;
  quantise_heads(qkv, heads_, words_.data() + row * 2 * hidden, bytes_.data() + row * hidden,
                 scales_.data() + row * 3 * heads_);
}

const std::int16_t* ByteHeads::words(std::size_t row, std::size_t part) const {
  return words_.data() + (row * 2 * heads_ + part) * kHeadSize;
}

const std::int8_t* ByteHeads::values(std::size_t row, std::size_t head) const {
  return bytes_.data() + (row * heads_ + head) * kHeadSize;
}

void attention_in_bytes(const ByteHeads& in, std::size_t begin, std::size_t rows,
                        std::span<const std::uint32_t> asked, float* out, ByteAttentionScratch& scratch) {
  scratch.queries.assign(kQueries * kHeadSize, 0);
  scratch.weights.assign(kQueries * kMaxPieces, 0);
  scratch.key_scales.assign(kMaxPieces, 0);
  scratch.value_scales.assign(kMaxPieces, 0);
  scratch.sums.resize(kQueries, kMaxPieces);
  scratch.mixed.resize(kQueries, kHeadSize);
  for (std::size_t head = 0; head < in.heads(); ++head) one_head(in, begin, rows, asked, head, out, scratch);
}

}  // namespace onrecord::nn
