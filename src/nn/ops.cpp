// SPDX-License-Identifier: Apache-2.0
#include "nn/ops.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "nn/spec.h"

#if defined(__x86_64__)
#define ONRECORD_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ONRECORD_CLONES
#endif

namespace onrecord::nn {
namespace {

using Lanes = float __attribute__((vector_size(64), aligned(4), may_alias));
constexpr std::size_t kLanes = 16;

// e^x to 2e-7 relative, for x in [-87, 88]: 2^n times a polynomial of the rest (Cephes' expf).
inline __attribute__((always_inline)) float fast_exp(float x) {
  x = std::min(std::max(x, -87.0F), 88.0F);
  const float n = (x * 1.44269504F + 12582912.0F) - 12582912.0F;  // rounds to the nearest whole number
  const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  float p = 1.9875691500e-4F;
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * r * r + r + 1.0F;
  const std::int32_t bits = (static_cast<std::int32_t>(n) + 127) << 23;
  float power = 0;
  std::memcpy(&power, &bits, sizeof power);
  return p * power;
}

// x Phi(x) to 1e-6 for |x| <= 5 and 2e-7 |x| beyond: Phi(x) - 1/2 is x times a minimax polynomial of x^2 (Lawson's
// weights, error weighted by x^2), fitted to |x| <= 5 and in u = 2 (x/5)^2 - 1, which keeps its coefficients small.
inline __attribute__((always_inline)) float fast_gelu(float x) {
  const float near = std::min(std::max(x, -5.0F), 5.0F);
  const float u = near * near * 0.08F - 1.0F;
  float p = 0.000492969062F;
  p = p * u - 0.001514153555F;
  p = p * u + 0.002001861343F;
  p = p * u - 0.002915673424F;
  p = p * u + 0.006165429484F;
  p = p * u - 0.010973231867F;
  p = p * u + 0.016497656703F;
  p = p * u - 0.023336730897F;
  p = p * u + 0.031426228583F;
  p = p * u - 0.040432948619F;
  p = p * u + 0.051521420479F;
  p = p * u - 0.070296652615F;
  p = p * u + 0.141363784671F;
  return x * (0.5F + near * p);
}

// Sums in 16 fixed lanes: the order of additions does not depend on the width of the vectors.
inline __attribute__((always_inline)) float sum_of(const float* x, std::size_t count) {
  float lanes[kLanes] = {};
  std::size_t at = 0;
  for (; at + kLanes <= count; at += kLanes) {
    for (std::size_t k = 0; k < kLanes; ++k) lanes[k] += x[at + k];
  }
  float total = 0;
  for (; at < count; ++at) total += x[at];
  for (const float lane : lanes) total += lane;
  return total;
}

// The greatest value (or absolute value), in lanes, in four strands that do not wait for each other: compilers do not
// turn the plain loop into vectors, as NaNs forbid.
template <bool kAbsolute>
inline __attribute__((always_inline)) float greatest(const float* x, std::size_t count) {
  using Bits = std::int32_t __attribute__((vector_size(64)));
  constexpr std::size_t kStrands = 4;
  Lanes most[kStrands] = {};
  if (!kAbsolute) {
    for (Lanes& strand : most) strand += x[0];
  }
  std::size_t at = 0;
  for (; at + kStrands * kLanes <= count; at += kStrands * kLanes) {
    for (std::size_t s = 0; s < kStrands; ++s) {
      Lanes now = *reinterpret_cast<const Lanes*>(x + at + s * kLanes);
      if (kAbsolute) now = reinterpret_cast<Lanes>(reinterpret_cast<Bits>(now) & 0x7FFFFFFF);
      most[s] = now > most[s] ? now : most[s];
    }
  }
  for (std::size_t s = 1; s < kStrands; ++s) most[0] = most[s] > most[0] ? most[s] : most[0];
  float found = most[0][0];
  for (std::size_t k = 1; k < kLanes; ++k) found = std::max(found, most[0][k]);
  for (; at < count; ++at) found = std::max(found, kAbsolute ? std::fabs(x[at]) : x[at]);
  return found;
}

// By halves, in a fixed order.
inline __attribute__((always_inline)) float sum_of_lanes(const Lanes& lanes) {
  using Eight = float __attribute__((vector_size(32)));
  using Four = float __attribute__((vector_size(16)));
  Eight eight[2];
  std::memcpy(eight, &lanes, sizeof lanes);
  eight[0] += eight[1];
  Four four[2];
  std::memcpy(four, eight, sizeof four);
  four[0] += four[1];
  return (four[0][0] + four[0][2]) + (four[0][1] + four[0][3]);
}

constexpr std::size_t kPadded =
    kMaxPieces + kLanes;  // a line more than a power of two: rows on different sets of the cache

// Scores of four queries against all keys: scores[q][k] = query[q] . key[k] * scale.
inline __attribute__((always_inline)) void four_scores(const float* const queries[4], const float* keys_turned,
                                                       std::size_t padded, float scale, float* scores) {
  for (std::size_t k = 0; k < padded; k += 2 * kLanes) {
    Lanes sums[4][2] = {};
    for (std::size_t d = 0; d < kHeadSize; ++d) {
      const Lanes a = *reinterpret_cast<const Lanes*>(keys_turned + d * kPadded + k);
      const Lanes b = *reinterpret_cast<const Lanes*>(keys_turned + d * kPadded + k + kLanes);
      for (int q = 0; q < 4; ++q) {
        sums[q][0] += a * queries[q][d];
        sums[q][1] += b * queries[q][d];
      }
    }
    for (int q = 0; q < 4; ++q) {
      *reinterpret_cast<Lanes*>(scores + static_cast<std::size_t>(q) * kPadded + k) = sums[q][0] * scale;
      *reinterpret_cast<Lanes*>(scores + static_cast<std::size_t>(q) * kPadded + k + kLanes) = sums[q][1] * scale;
    }
  }
}

// Softmax in place over the first `count`; returns 1 / sum, the caller multiplies.
inline __attribute__((always_inline)) float softmax_row(float* x, std::size_t count) {
  const float most = greatest<false>(x, count);
  for (std::size_t k = 0; k < count; ++k) x[k] = fast_exp(x[k] - most);
  return 1.0F / sum_of(x, count);
}

// Weighted sums of the values for four queries.
inline __attribute__((always_inline)) void four_mixes(const float* scores, const float factors[4],
                                                      const float* values, std::size_t stride, std::size_t rows,
                                                      float* const out[4]) {
  Lanes sums[4][2] = {};
  for (std::size_t k = 0; k < rows; ++k) {
    const Lanes a = *reinterpret_cast<const Lanes*>(values + k * stride);
    const Lanes b = *reinterpret_cast<const Lanes*>(values + k * stride + kLanes);
    for (std::size_t q = 0; q < 4; ++q) {
      sums[q][0] += a * scores[q * kPadded + k];
      sums[q][1] += b * scores[q * kPadded + k];
    }
  }
  for (std::size_t q = 0; q < 4; ++q) {
    *reinterpret_cast<Lanes*>(out[q]) = sums[q][0] * factors[q];
    *reinterpret_cast<Lanes*>(out[q] + kLanes) = sums[q][1] * factors[q];
  }
}

static_assert(kHeadSize == 2 * kLanes, "the kernels hold one head in two vectors");

}  // namespace

ONRECORD_CLONES void layer_norm(float* x, std::size_t rows, std::size_t cols, const float* weight,
                                const float* bias) {
  const float share = 1.0F / static_cast<float>(cols);
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = x + r * cols;
    const float mean = sum_of(row, cols) * share;
    float lanes[kLanes] = {};
    std::size_t at = 0;
    for (; at + kLanes <= cols; at += kLanes) {
      for (std::size_t k = 0; k < kLanes; ++k) lanes[k] += (row[at + k] - mean) * (row[at + k] - mean);
    }
    float squares = 0;
    for (; at < cols; ++at) squares += (row[at] - mean) * (row[at] - mean);
    for (const float lane : lanes) squares += lane;
    const float scale = 1.0F / std::sqrt(squares * share + 1e-12F);
    for (std::size_t c = 0; c < cols; ++c) row[c] = (row[c] - mean) * scale * weight[c] + bias[c];
  }
}

ONRECORD_CLONES void gelu(float* x, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) x[k] = fast_gelu(x[k]);
}

ONRECORD_CLONES void add(float* x, const float* y, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) x[k] += y[k];
}

ONRECORD_CLONES float dot(const float* a, const float* b, std::size_t count) {
  float lanes[kLanes] = {};
  std::size_t at = 0;
  for (; at + kLanes <= count; at += kLanes) {
    for (std::size_t k = 0; k < kLanes; ++k) lanes[k] += a[at + k] * b[at + k];
  }
  float sum = 0;
  for (; at < count; ++at) sum += a[at] * b[at];
  for (const float lane : lanes) sum += lane;
  return sum;
}

ONRECORD_CLONES void dots(const float* a, const float* rows, std::size_t count, std::size_t stride, std::size_t cols,
                          float* out) {
  for (std::size_t r = 0; r < count; ++r) {
    const float* row = rows + r * stride;
    Lanes sums = {};
    std::size_t at = 0;
    for (; at + kLanes <= cols; at += kLanes) {
      sums += *reinterpret_cast<const Lanes*>(a + at) * *reinterpret_cast<const Lanes*>(row + at);
    }
    float total = 0;
    for (; at < cols; ++at) total += a[at] * row[at];
    out[r] = total + sum_of_lanes(sums);
  }
}

ONRECORD_CLONES void relu(float* x, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) x[k] = x[k] > 0 ? x[k] : 0.0F;
}

ONRECORD_CLONES Greatest greatest_of(const float* scores, std::size_t count) {
  const float most = greatest<false>(scores, count);
  std::size_t at = 0;
  while (at < count && scores[at] != most) ++at;
  float lanes[kLanes] = {}, total = 0;
  std::size_t k = 0;
  for (; k + kLanes <= count; k += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += fast_exp(scores[k + lane] - most);
  }
  for (; k < count; ++k) total += fast_exp(scores[k] - most);
  for (const float lane : lanes) total += lane;
  return {static_cast<std::uint32_t>(at < count ? at : 0), 1.0F / total};
}

ONRECORD_CLONES void to_halves(const float* x, std::size_t count, std::uint16_t* out) {
  for (std::size_t k = 0; k < count; ++k) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, x + k, sizeof bits);
    out[k] = static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
  }
}

ONRECORD_CLONES void attention(const float* qkv, std::size_t rows, std::size_t heads, float* out) {
  const std::size_t hidden = heads * kHeadSize, stride = 3 * hidden;
  const std::size_t padded = (rows + 2 * kLanes - 1) / (2 * kLanes) * (2 * kLanes);
  const float scale = 1.0F / std::sqrt(static_cast<float>(kHeadSize));
  alignas(64) float keys_turned[kHeadSize * kPadded];
  alignas(64) float scores[4 * kPadded];
  alignas(64) float spare[kHeadSize];
  for (std::size_t h = 0; h < heads; ++h) {
    const float* head = qkv + h * kHeadSize;
    for (std::size_t k = 0; k < rows; ++k) {
      const float* key = head + k * stride + hidden;
      for (std::size_t d = 0; d < kHeadSize; ++d) keys_turned[d * kPadded + k] = key[d];
    }
    for (std::size_t d = 0; d < kHeadSize; ++d) {
      for (std::size_t k = rows; k < padded; ++k) keys_turned[d * kPadded + k] = 0.0F;
    }
    for (std::size_t r = 0; r < rows; r += 4) {
      const float* queries[4];
      float* outs[4];
      float factors[4] = {};
      for (std::size_t q = 0; q < 4; ++q) {
        const std::size_t row = std::min(r + q, rows - 1);
        queries[q] = head + row * stride;
        outs[q] = r + q < rows ? out + row * hidden + h * kHeadSize : spare;
      }
      four_scores(queries, keys_turned, padded, scale, scores);
      for (std::size_t q = 0; q < 4; ++q) factors[q] = softmax_row(scores + q * kPadded, rows);
      four_mixes(scores, factors, head + 2 * hidden, stride, rows, outs);
    }
  }
}

ONRECORD_CLONES float quantise_row(const float* x, std::size_t count, int limit, int offset, std::uint8_t* out) {
  float most = greatest<true>(x, count);
  if (most == 0.0F) most = 1.0F;
  const float factor = static_cast<float>(limit) / most;
  for (std::size_t k = 0; k < count; ++k) {
    const float rounded = (x[k] * factor + 12582912.0F) - 12582912.0F;
    out[k] = static_cast<std::uint8_t>(static_cast<std::int32_t>(rounded) + offset);
  }
  return most / static_cast<float>(limit);
}

ONRECORD_CLONES void dequantise_row(const std::int32_t* sums, std::size_t count, float scale,
                                    const float* column_scale, const std::int32_t* offset_sums, const float* bias,
                                    float* out) {
  for (std::size_t k = 0; k < count; ++k) {
    out[k] = static_cast<float>(sums[k] - offset_sums[k]) * (scale * column_scale[k]) + bias[k];
  }
}

}  // namespace onrecord::nn
