// SPDX-License-Identifier: Apache-2.0
// Attention in f32. One head of one window: the keys are turned once, so that a vector holds one
// dimension of many keys; then four queries at a time go through scores, softmax and the mix of values. Scores and
// mix are the same product: four rows of factors (queries, weights) times a matrix (turned keys, values).
#include <algorithm>
#include <cmath>

#include "nn/ops.h"
#include "nn/row_kernels.h"
#include "nn/spec.h"

namespace onrecord::nn {
namespace {

// A line of the cache more than a power of two: rows of turned keys then fall into different sets.
constexpr std::size_t kStride = kMaxPieces + 16;
constexpr float kLog2OfE = 1.44269504F;
// The score of keys that are not there: their weights are too small to be seen in any sum.
constexpr float kNever = -1e30F;

static_assert(kHeadSize == kRowColumns, "a head's values are mixed in one block of columns");
static_assert(kMaxPieces % kRowColumns == 0, "scores of a full window are whole blocks of columns");

// What one head needs, 38 kB.
struct alignas(64) Work {
  float keys[kHeadSize * kStride];
  float scores[4][kStride];
  float spare[kHeadSize];  // for the results of queries that are not there
};

// keys[d][k], with zeros for the keys from `rows` to `padded`.
void turn_keys(const float* keys, std::size_t stride, std::size_t rows, std::size_t padded, float* turned) {
  for (std::size_t k = 0; k < rows; ++k) {
    for (std::size_t d = 0; d < kHeadSize; ++d) turned[d * kStride + k] = keys[k * stride + d];
  }
  for (std::size_t d = 0; d < kHeadSize; ++d) {
    std::fill(turned + d * kStride + rows, turned + d * kStride + padded, 0.0F);
  }
}

// `head` is its query of the first row; keys and values stand `hidden` and twice `hidden` further.
void one_head(const RowKernels& use, const float* head, std::size_t rows, std::span<const std::uint32_t> asked,
              std::size_t hidden, float* out, Work& work) {
  const std::size_t stride = 3 * hidden;
  const std::size_t padded = (rows + kRowColumns - 1) / kRowColumns * kRowColumns;
  const float scale = kLog2OfE / std::sqrt(static_cast<float>(kHeadSize));
  turn_keys(head + hidden, stride, rows, padded, work.keys);
  for (std::size_t r = 0; r < asked.size(); r += 4) {
    FourRows score, mix;
    for (std::size_t q = 0; q < 4; ++q) {
      score.rows[q] = head + asked[std::min(r + q, asked.size() - 1)] * stride;
      score.factors[q] = scale;
      mix.rows[q] = score.out[q] = work.scores[q];
      mix.out[q] = r + q < asked.size() ? out + (r + q) * hidden : work.spare;
    }
    use.multiply(score, kHeadSize, work.keys, kStride, padded);
    for (std::size_t q = 0; q < 4; ++q) {
      std::fill(work.scores[q] + rows, work.scores[q] + padded, kNever);
      mix.factors[q] = 1.0F / use.soften(work.scores[q], padded);
    }
    use.multiply(mix, rows, head + 2 * hidden, stride, kHeadSize);
  }
}

}  // namespace

void attention(const float* qkv, std::size_t rows, std::span<const std::uint32_t> asked, std::size_t heads,
               float* out) {
  const RowKernels& use = row_kernels();
  Work work;
  for (std::size_t h = 0; h < heads; ++h) {
    one_head(use, qkv + h * kHeadSize, rows, asked, heads * kHeadSize, out + h * kHeadSize, work);
  }
}

}  // namespace onrecord::nn
