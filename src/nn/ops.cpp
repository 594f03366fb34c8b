// SPDX-License-Identifier: Apache-2.0
#include "nn/ops.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "nn/byte_kernels.h"
#include "nn/isa.h"
#include "nn/spec.h"

// NAME as a function of each level of instructions with the body NAME_body, which is compiled into each of them.
// (Not the compiler's own clones: those are chosen before main(), and tests could not ask for the lower ones.)
#if defined(__x86_64__)
#define ONRECORD_EACH_ISA(result, name, parameters, arguments)                                                   \
  __attribute__((target("arch=x86-64-v4"))) static result name##_v4 parameters { return name##_body arguments; } \
  __attribute__((target("arch=x86-64-v3"))) static result name##_v3 parameters { return name##_body arguments; } \
  result name parameters {                                                                                       \
    const Isa level = isa();                                                                                     \
    if (level >= Isa::Avx512) return name##_v4 arguments;                                                        \
    return level >= Isa::Avx2 ? name##_v3 arguments : name##_body arguments;                                     \
  }
#else
#define ONRECORD_EACH_ISA(result, name, parameters, arguments) \
  result name parameters { return name##_body arguments; }
#endif
#define ONRECORD_BODY inline __attribute__((always_inline))

namespace onrecord::nn {
namespace {

using Lanes = float __attribute__((vector_size(64), aligned(4), may_alias));
constexpr std::size_t kLanes = 16;

// a * b + c, rounded once, on every machine: the compiler fuses nothing by itself (OnrecordTargets.cmake).
ONRECORD_BODY float fused(float a, float b, float c) { return __builtin_fmaf(a, b, c); }

// e^x to 2e-7 relative, for x in [-87, 88]: 2^n times a polynomial of the rest (Cephes' expf).
ONRECORD_BODY float fast_exp(float x) {
  x = std::min(std::max(x, -87.0F), 88.0F);
  const float n = fused(x, 1.44269504F, 12582912.0F) - 12582912.0F;  // rounds to the nearest whole number
  const float r = fused(n, 2.12194440e-4F, fused(n, -0.693359375F, x));
  float p = 1.9875691500e-4F;
  p = fused(p, r, 1.3981999507e-3F);
  p = fused(p, r, 8.3334519073e-3F);
  p = fused(p, r, 4.1665795894e-2F);
  p = fused(p, r, 1.6666665459e-1F);
  p = fused(p, r, 5.0000001201e-1F);
  p = fused(p, r * r, r) + 1.0F;
  const std::int32_t bits = (static_cast<std::int32_t>(n) + 127) << 23;
  float power = 0;
  std::memcpy(&power, &bits, sizeof power);
  return p * power;
}

// x Phi(x) to 1e-6 for |x| <= 5 and 2e-7 |x| beyond: Phi(x) - 1/2 is x times a minimax polynomial of x^2 (Lawson's
// weights, error weighted by x^2), fitted to |x| <= 5 and in u = 2 (x/5)^2 - 1, which keeps its coefficients small.
ONRECORD_BODY float fast_gelu(float x) {
  const float near = std::min(std::max(x, -5.0F), 5.0F);
  const float u = fused(near * near, 0.08F, -1.0F);
  float p = 0.000492969062F;
  p = fused(p, u, -0.001514153555F);
  p = fused(p, u, 0.002001861343F);
  p = fused(p, u, -0.002915673424F);
  p = fused(p, u, 0.006165429484F);
  p = fused(p, u, -0.010973231867F);
  p = fused(p, u, 0.016497656703F);
  p = fused(p, u, -0.023336730897F);
  p = fused(p, u, 0.031426228583F);
  p = fused(p, u, -0.040432948619F);
  p = fused(p, u, 0.051521420479F);
  p = fused(p, u, -0.070296652615F);
  p = fused(p, u, 0.141363784671F);
  return x * fused(near, p, 0.5F);
}

// Sums in 16 fixed lanes: the order of additions does not depend on the width of the vectors.
ONRECORD_BODY float sum_of(const float* x, std::size_t count) {
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
ONRECORD_BODY float greatest(const float* x, std::size_t count) {
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
ONRECORD_BODY float sum_of_lanes(const Lanes& lanes) {
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

ONRECORD_BODY void layer_norm_body(float* x, std::size_t rows, std::size_t cols, const float* weight,
                                   const float* bias) {
  const float share = 1.0F / static_cast<float>(cols);
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = x + r * cols;
    const float mean = sum_of(row, cols) * share;
    float lanes[kLanes] = {};
    std::size_t at = 0;
    for (; at + kLanes <= cols; at += kLanes) {
      for (std::size_t k = 0; k < kLanes; ++k) lanes[k] = fused(row[at + k] - mean, row[at + k] - mean, lanes[k]);
    }
    float squares = 0;
    for (; at < cols; ++at) squares += (row[at] - mean) * (row[at] - mean);
    for (const float lane : lanes) squares += lane;
    const float scale = 1.0F / std::sqrt(squares * share + 1e-12F);
    for (std::size_t c = 0; c < cols; ++c) row[c] = fused((row[c] - mean) * scale, weight[c], bias[c]);
  }
}

ONRECORD_BODY void gelu_body(float* x, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) x[k] = fast_gelu(x[k]);
}

ONRECORD_BODY void add_body(float* x, const float* y, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) x[k] += y[k];
}

ONRECORD_BODY float dot_body(const float* a, const float* b, std::size_t count) {
  float lanes[kLanes] = {};
  std::size_t at = 0;
  for (; at + kLanes <= count; at += kLanes) {
    for (std::size_t k = 0; k < kLanes; ++k) lanes[k] = fused(a[at + k], b[at + k], lanes[k]);
  }
  float sum = 0;
  for (; at < count; ++at) sum += a[at] * b[at];
  for (const float lane : lanes) sum += lane;
  return sum;
}

// kRows at a time, so that no sum waits for itself; each is made in the same order however many there are.
template <std::size_t kRows>
ONRECORD_BODY void some_dots(const float* a, const float* rows, std::size_t stride, std::size_t cols, float* out) {
  Lanes sums[kRows] = {};
  std::size_t at = 0;
  for (; at + kLanes <= cols; at += kLanes) {
    const Lanes left = *reinterpret_cast<const Lanes*>(a + at);
    for (std::size_t r = 0; r < kRows; ++r) sums[r] += left * *reinterpret_cast<const Lanes*>(rows + r * stride + at);
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    float total = 0;
    for (std::size_t k = at; k < cols; ++k) total += a[k] * rows[r * stride + k];
    out[r] = total + sum_of_lanes(sums[r]);
  }
}

ONRECORD_BODY void dots_body(const float* a, const float* rows, std::size_t count, std::size_t stride,
                             std::size_t cols, float* out) {
  constexpr std::size_t kTogether = 4;
  std::size_t r = 0;
  for (; r + kTogether <= count; r += kTogether) some_dots<kTogether>(a, rows + r * stride, stride, cols, out + r);
  for (; r < count; ++r) some_dots<1>(a, rows + r * stride, stride, cols, out + r);
}

ONRECORD_BODY void relu_body(float* x, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) x[k] = x[k] > 0 ? x[k] : 0.0F;
}

ONRECORD_BODY Greatest greatest_of_body(const float* scores, std::size_t count) {
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

ONRECORD_BODY void to_halves_body(const float* x, std::size_t count, std::uint16_t* out) {
  for (std::size_t k = 0; k < count; ++k) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, x + k, sizeof bits);
    out[k] = static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
  }
}

ONRECORD_BODY float quantise_row_body(const float* x, std::size_t count, int limit, int offset, std::uint8_t* out) {
  float most = greatest<true>(x, count);
  if (most == 0.0F) most = 1.0F;
  const float factor = static_cast<float>(limit) / most;
  for (std::size_t k = 0; k < count; ++k) {
    const float rounded = fused(x[k], factor, 12582912.0F) - 12582912.0F;
    out[k] = static_cast<std::uint8_t>(static_cast<std::int32_t>(rounded) + offset);
  }
  return most / static_cast<float>(limit);
}

// One head to whole numbers of at most `limit`; returns the scale.
template <typename Whole>
ONRECORD_BODY float quantise_head(const float* x, int limit, Whole* out) {
  float most = greatest<true>(x, kHeadSize);
  if (most == 0.0F) most = 1.0F;
  const float factor = static_cast<float>(limit) / most;
  for (std::size_t k = 0; k < kHeadSize; ++k) {
    out[k] = static_cast<Whole>(static_cast<std::int32_t>(fused(x[k], factor, 12582912.0F) - 12582912.0F));
  }
  return most / static_cast<float>(limit);
}

ONRECORD_BODY void quantise_heads_body(const float* qkv, std::size_t heads, std::int16_t* queries_keys,
                                       std::int8_t* values, float* scales) {
  constexpr int kWordLimit = 2047, kByteLimit = 127;  // 32 products of 12 bits fit 32 bits
  const float* at = qkv;
  for (std::size_t h = 0; h < 2 * heads; ++h, at += kHeadSize)
    scales[h] = quantise_head(at, kWordLimit, queries_keys + h * kHeadSize);
  for (std::size_t h = 0; h < heads; ++h, at += kHeadSize)
    scales[2 * heads + h] = quantise_head(at, kByteLimit, values + h * kHeadSize);
}

// 2^x for x <= 0, to 8e-5 relative (a minimax polynomial of the part behind the point).
ONRECORD_BODY float fast_power_of_two(float x) {
  x = std::max(x, -120.0F);
  const float whole = (x + 12582912.0F) - 12582912.0F, part = x - whole;
  float p = fused(part, 0.05517166722F, 0.24261112205F);
  p = fused(p, part, 0.69326098580F);
  p = fused(p, part, 0.99992807356F);
  return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) + (static_cast<std::int32_t>(whole) << 23));
}

// The twin of weigh_keys_avx512() in byte_kernels.cpp, to the last bit.
ONRECORD_BODY float weigh_keys_body(const std::int32_t* sums, std::size_t count, float query_scale,
                                    const KeyScales& keys, std::uint8_t* weights) {
  constexpr float kNever = -1e30F;
  alignas(64) float x[kMaxPieces];
  const std::size_t padded = (count + kLanes - 1) / kLanes * kLanes;
  float most = kNever;
  for (std::size_t k = 0; k < count; ++k) x[k] = static_cast<float>(sums[k]) * keys.scores[k];
  std::fill(x + count, x + padded, kNever);
  for (std::size_t k = 0; k < count; ++k) most = std::max(most, x[k]);
  float total[kLanes] = {}, heavy = 0;
  for (std::size_t at = 0; at < padded; at += kLanes) {
    for (std::size_t k = 0; k < kLanes; ++k) {
      x[at + k] = fast_power_of_two(fused(x[at + k], query_scale, -(most * query_scale)));
    }
    for (std::size_t k = 0; k < kLanes; ++k) total[k] += x[at + k];
  }
  for (std::size_t k = 0; k < padded; ++k) x[k] *= keys.values[k];
  for (std::size_t k = 0; k < padded; ++k) heavy = std::max(heavy, x[k]);
  const float factor = 255.0F / heavy;
  for (std::size_t k = 0; k < padded; ++k) {
    weights[k] = static_cast<std::uint8_t>(static_cast<std::int32_t>(fused(x[k], factor, 0.5F)));
  }
  return heavy / (255.0F * sum_of(total, kLanes));
}

ONRECORD_BODY void dequantise_row_body(const std::int32_t* sums, std::size_t count, float scale,
                                       const float* column_scale, const std::int32_t* offset_sums, const float* bias,
                                       float* out) {
  for (std::size_t k = 0; k < count; ++k) {
    out[k] = fused(static_cast<float>(sums[k] - offset_sums[k]), scale * column_scale[k], bias[k]);
  }
}

}  // namespace

ONRECORD_EACH_ISA(void, layer_norm,
                  (float* x, std::size_t rows, std::size_t cols, const float* weight, const float* bias),
                  (x, rows, cols, weight, bias))
ONRECORD_EACH_ISA(void, gelu, (float* x, std::size_t count), (x, count))
ONRECORD_EACH_ISA(void, add, (float* x, const float* y, std::size_t count), (x, y, count))
ONRECORD_EACH_ISA(float, dot, (const float* a, const float* b, std::size_t count), (a, b, count))
ONRECORD_EACH_ISA(void, dots,
                  (const float* a, const float* rows, std::size_t count, std::size_t stride, std::size_t cols,
                   float* out),
                  (a, rows, count, stride, cols, out))
ONRECORD_EACH_ISA(void, relu, (float* x, std::size_t count), (x, count))
ONRECORD_EACH_ISA(Greatest, greatest_of, (const float* scores, std::size_t count), (scores, count))
ONRECORD_EACH_ISA(void, to_halves, (const float* x, std::size_t count, std::uint16_t* out), (x, count, out))
ONRECORD_EACH_ISA(float, quantise_row, (const float* x, std::size_t count, int limit, int offset, std::uint8_t* out),
                  (x, count, limit, offset, out))
ONRECORD_EACH_ISA(void, quantise_heads,
                  (const float* qkv, std::size_t heads, std::int16_t* queries_keys, std::int8_t* values,
                   float* scales),
                  (qkv, heads, queries_keys, values, scales))
ONRECORD_EACH_ISA(void, dequantise_row,
                  (const std::int32_t* sums, std::size_t count, float scale, const float* column_scale,
                   const std::int32_t* offset_sums, const float* bias, float* out),
                  (sums, count, scale, column_scale, offset_sums, bias, out))

#if defined(__x86_64__)
__attribute__((target("arch=x86-64-v3"))) static float weigh_keys_v3(const std::int32_t* sums, std::size_t count,
                                                                     float query_scale, const KeyScales& keys,
                                                                     std::uint8_t* weights) {
  return weigh_keys_body(sums, count, query_scale, keys, weights);
}
#endif

float weigh_keys(const std::int32_t* sums, std::size_t count, float query_scale, const KeyScales& keys,
                 std::uint8_t* weights) {
#if defined(__x86_64__)
  if (isa() >= Isa::Avx512) return weigh_keys_avx512(sums, count, query_scale, keys, weights);
  if (isa() >= Isa::Avx2) return weigh_keys_v3(sums, count, query_scale, keys, weights);
#endif
  return weigh_keys_body(sums, count, query_scale, keys, weights);
}

}  // namespace onrecord::nn
