// SPDX-License-Identifier: Apache-2.0
#include "nn/byte_kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

#include "nn/spec.h"

// GCC 12 warns of the undefined operands inside its own intrinsics (GCC bug 105593).
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

#define ONRECORD_AVX2 __attribute__((target("avx2")))
#define ONRECORD_AVX_VNNI __attribute__((target("avx2,avxvnni")))
#define ONRECORD_AVX512 __attribute__((target("avx512f,avx512bw")))
#define ONRECORD_AVX512_VNNI __attribute__((target("avx512f,avx512bw,avx512vnni")))

namespace onrecord::nn {
namespace {

// Four bytes, two words: what one lane of a product reads of a row.
inline __attribute__((always_inline)) std::int32_t lane_of(const void* at) {
  std::int32_t lane = 0;
  std::memcpy(&lane, at, sizeof lane);
  return lane;
}

ONRECORD_AVX2 void widen_avx2(const std::uint8_t* in, std::size_t count, std::int16_t* out) {
  for (std::size_t k = 0; k < count; k += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in + k));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + k), _mm256_cvtepu8_epi16(bytes));
  }
}

// Four rows times 16 outputs in eight sums.
ONRECORD_AVX2 void multiply_avx2(const PanelRows& of, const std::int16_t* panel, std::int32_t* out,
                                 std::size_t stride) {
  for (std::size_t r = 0; r < of.rows; r += 4) {
    __m256i sums[4][2];
    for (auto& sum : sums) sum[0] = sum[1] = _mm256_setzero_si256();
    const std::int16_t* row = of.in + r * of.row_words;
    const auto* weights = reinterpret_cast<const __m256i*>(panel);
    for (std::size_t p = 0; p < of.pairs; ++p, row += 2, weights += 2) {
      const __m256i low = _mm256_loadu_si256(weights), high = _mm256_loadu_si256(weights + 1);
      for (std::size_t q = 0; q < 4; ++q) {
        const __m256i pair = _mm256_set1_epi32(lane_of(row + q * of.row_words));
        sums[q][0] = _mm256_add_epi32(sums[q][0], _mm256_madd_epi16(pair, low));
        sums[q][1] = _mm256_add_epi32(sums[q][1], _mm256_madd_epi16(pair, high));
      }
    }
    for (std::size_t q = 0; q < 4; ++q) {
      auto* to = reinterpret_cast<__m256i*>(out + (r + q) * stride);
      _mm256_storeu_si256(to, sums[q][0]);
      _mm256_storeu_si256(to + 1, sums[q][1]);
    }
  }
}

ONRECORD_AVX512 void widen_avx512(const std::uint8_t* in, std::size_t count, std::int16_t* out) {
  for (std::size_t k = 0; k < count; k += 32) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(in + k));
    _mm512_storeu_si512(out + k, _mm512_cvtepu8_epi16(bytes));
  }
}

// sum + the products of pairs: in one step by AVX512-VNNI, in two without.
struct AddPairs {
  ONRECORD_AVX512 static __m512i to(__m512i sum, __m512i a, __m512i b) {
    return _mm512_add_epi32(sum, _mm512_madd_epi16(a, b));
  }
};
struct AddPairsVnni {
  ONRECORD_AVX512_VNNI static __m512i to(__m512i sum, __m512i a, __m512i b) { return _mm512_dpwssd_epi32(sum, a, b); }
};

// Eight rows times 16 outputs in eight sums.
#define ONRECORD_WORD_PRODUCT(name, target, add)                                                            \
  target void name(const PanelRows& of, const std::int16_t* panel, std::int32_t* out, std::size_t stride) { \
    for (std::size_t r = 0; r < of.rows; r += 8) {                                                          \
      __m512i sums[8];                                                                                      \
      for (auto& sum : sums) sum = _mm512_setzero_si512();                                                  \
      const std::int16_t *row = of.in + r * of.row_words, *weights = panel;                                 \
      for (std::size_t p = 0; p < of.pairs; ++p, row += 2, weights += 2 * kPanel) {                         \
        const __m512i both = _mm512_loadu_si512(weights);                                                   \
        for (std::size_t q = 0; q < 8; ++q)                                                                 \
          sums[q] = add::to(sums[q], _mm512_set1_epi32(lane_of(row + q * of.row_words)), both);             \
      }                                                                                                     \
      for (std::size_t q = 0; q < 8; ++q) _mm512_storeu_si512(out + (r + q) * stride, sums[q]);             \
    }                                                                                                       \
  }
ONRECORD_WORD_PRODUCT(multiply_avx512, ONRECORD_AVX512, AddPairs)
ONRECORD_WORD_PRODUCT(multiply_avx512_vnni, ONRECORD_AVX512_VNNI, AddPairsVnni)

}  // namespace

const WordKernels kAvx2Words = {widen_avx2, multiply_avx2}, kAvx512Words = {widen_avx512, multiply_avx512},
                  kAvx512VnniWords = {widen_avx512, multiply_avx512_vnni};

// Four rows times 16 outputs in eight sums. Bytes behind the inputs meet weights of zero.
ONRECORD_AVX_VNNI void multiply_bytes_avx_vnni(const PanelByteRows& of, const std::int8_t* panel, std::int32_t* out,
                                               std::size_t stride) {
  for (std::size_t r = 0; r < of.rows; r += 4) {
    __m256i sums[4][2];
    for (auto& sum : sums) sum[0] = sum[1] = _mm256_setzero_si256();
    const std::uint8_t* row = of.in + r * of.row_bytes;
    const auto* weights = reinterpret_cast<const __m256i*>(panel);
    for (std::size_t p = 0; p < of.fours; ++p, row += 4, weights += 2) {
      const __m256i low = _mm256_loadu_si256(weights), high = _mm256_loadu_si256(weights + 1);
      for (std::size_t q = 0; q < 4; ++q) {
        const __m256i four = _mm256_set1_epi32(lane_of(row + q * of.row_bytes));
        sums[q][0] = _mm256_dpbusd_avx_epi32(sums[q][0], four, low);
        sums[q][1] = _mm256_dpbusd_avx_epi32(sums[q][1], four, high);
      }
    }
    for (std::size_t q = 0; q < 4; ++q) {
      auto* to = reinterpret_cast<__m256i*>(out + (r + q) * stride);
      _mm256_storeu_si256(to, sums[q][0]);
      _mm256_storeu_si256(to + 1, sums[q][1]);
    }
  }
}

namespace {

// Eight rows times 16, 32 or 48 outputs: 8, 16 or 24 sums, each with a name of its own, as GCC 12 keeps an array of
// them in memory.
#define ONRECORD_EIGHT_ROWS(row) row(0) row(1) row(2) row(3) row(4) row(5) row(6) row(7)
template <std::size_t kPanels>
ONRECORD_AVX512_VNNI inline void multiply_panels(const std::uint8_t* in, std::size_t row_bytes, std::size_t fours,
                                                 const std::int8_t* weights, std::int32_t* out, std::size_t stride) {
  const std::size_t step = fours * 4 * kPanel;  // from a panel to the next
#define ONRECORD_BEGIN(q) __m512i a##q = _mm512_setzero_si512(), b##q = a##q, c##q = a##q;
  ONRECORD_EIGHT_ROWS(ONRECORD_BEGIN)
  for (std::size_t f = 0; f < fours; ++f, in += 4, weights += 4 * kPanel) {
    const __m512i a = _mm512_loadu_si512(weights);
    const __m512i b = kPanels > 1 ? _mm512_loadu_si512(weights + step) : a;
    const __m512i c = kPanels > 2 ? _mm512_loadu_si512(weights + 2 * step) : a;
#define ONRECORD_MULTIPLY(q)                                              \
  {                                                                       \
    const __m512i four = _mm512_set1_epi32(lane_of(in + (q)*row_bytes));  \
    a##q = _mm512_dpbusd_epi32(a##q, four, a);                            \
    if constexpr (kPanels > 1) b##q = _mm512_dpbusd_epi32(b##q, four, b); \
    if constexpr (kPanels > 2) c##q = _mm512_dpbusd_epi32(c##q, four, c); \
  }
    ONRECORD_EIGHT_ROWS(ONRECORD_MULTIPLY)
  }
#define ONRECORD_STORE(q)                                                          \
  _mm512_storeu_si512(out + (q)*stride, a##q);                                     \
  if constexpr (kPanels > 1) _mm512_storeu_si512(out + (q)*stride + kPanel, b##q); \
  if constexpr (kPanels > 2) _mm512_storeu_si512(out + (q)*stride + 2 * kPanel, c##q);
  ONRECORD_EIGHT_ROWS(ONRECORD_STORE)
}

// The sums of eight rows to where they belong, as they are.
struct KeepSums {
  std::int32_t* out;
  std::size_t stride;

  template <std::size_t kPanels>
  ONRECORD_AVX512_VNNI void take(const PanelByteRows& of, const std::int8_t* weights, std::size_t row,
                                 std::size_t output) const {
    multiply_panels<kPanels>(of.in + row * of.row_bytes, of.row_bytes, of.fours, weights, out + row * stride + output,
                             stride);
  }
};

// And scaled, while the nearest cache holds them.
struct ScaleSums {
  ByteScales scales;
  float* out;
  std::size_t stride;

  template <std::size_t kPanels>
  ONRECORD_AVX512_VNNI void take(const PanelByteRows& of, const std::int8_t* weights, std::size_t row,
                                 std::size_t output) const {
    alignas(64) std::int32_t sums[8 * kPanels * kPanel];
    multiply_panels<kPanels>(of.in + row * of.row_bytes, of.row_bytes, of.fours, weights, sums, kPanels * kPanel);
    for (std::size_t at = output; at < output + kPanels * kPanel; at += kPanel) {
      const __m512i offsets = _mm512_loadu_si512(scales.offset_sums + at);
      const __m512 column = _mm512_loadu_ps(scales.columns + at), bias = _mm512_loadu_ps(scales.bias + at);
      for (std::size_t q = 0; q < 8; ++q) {
        const __m512i sum = _mm512_load_si512(sums + q * kPanels * kPanel + (at - output));
        const __m512 scale = _mm512_mul_ps(_mm512_set1_ps(scales.rows[row + q]), column);
        const __m512 exact = _mm512_cvtepi32_ps(_mm512_sub_epi32(sum, offsets));
        _mm512_storeu_ps(out + (row + q) * stride + at, _mm512_fmadd_ps(exact, scale, bias));
      }
    }
  }
};

// Outputs outside, rows inside: the weights of 48 outputs stay in a near cache for all rows.
template <typename Sums>
ONRECORD_AVX512_VNNI inline void multiply_all(const PanelByteRows& of, const std::int8_t* panels, std::size_t outputs,
                                              const Sums& sums) {
  const std::size_t step = of.fours * 4 * kPanel;
  for (std::size_t o = 0; o < outputs; o += 3 * kPanel, panels += 3 * step) {
    for (std::size_t r = 0; r < of.rows; r += 8) {
      if (outputs - o >= 3 * kPanel) sums.template take<3>(of, panels, r, o);
      else if (outputs - o == 2 * kPanel) sums.template take<2>(of, panels, r, o);
      else sums.template take<1>(of, panels, r, o);
    }
  }
}

// 2^x for -120 <= x <= 0.
ONRECORD_AVX512 inline __m512 power_of_two(__m512 x) {
  const __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  const __m512 part = _mm512_sub_ps(x, whole);
  __m512 p = _mm512_fmadd_ps(part, _mm512_set1_ps(0.05517166722F), _mm512_set1_ps(0.24261112205F));
  p = _mm512_fmadd_ps(p, part, _mm512_set1_ps(0.69326098580F));
  p = _mm512_fmadd_ps(p, part, _mm512_set1_ps(0.99992807356F));
  return _mm512_scalef_ps(p, whole);
}

}  // namespace

ONRECORD_AVX512_VNNI void multiply_bytes_avx512_vnni(const PanelByteRows& of, const std::int8_t* panels,
                                                     std::size_t outputs, std::int32_t* out) {
  multiply_all(of, panels, outputs, KeepSums{out, outputs});
}

ONRECORD_AVX512_VNNI void multiply_and_scale_avx512_vnni(const PanelByteRows& of, const std::int8_t* panels,
                                                         std::size_t outputs, const ByteScales& scales, float* out) {
  multiply_all(of, panels, outputs, ScaleSums{scales, out, outputs});
}

ONRECORD_AVX512 float weigh_keys_avx512(const std::int32_t* sums, std::size_t count, float query_scale,
                                        const KeyScales& keys, std::uint8_t* weights) {
  constexpr std::size_t kLanes = 16;
  constexpr float kNever = -1e30F;
  alignas(64) float x[kMaxPieces];
  __m512 most = _mm512_set1_ps(kNever);
  for (std::size_t k = 0; k < count; k += kLanes) {
    __m512 score = _mm512_mul_ps(_mm512_cvtepi32_ps(_mm512_loadu_si512(sums + k)), _mm512_loadu_ps(keys.scores + k));
    if (k + kLanes > count) {
      const auto there = static_cast<__mmask16>((1U << (count - k)) - 1);
      score = _mm512_mask_mov_ps(_mm512_set1_ps(kNever), there, score);
    }
    most = _mm512_max_ps(most, score);
    _mm512_store_ps(x + k, score);
  }
  const __m512 query = _mm512_set1_ps(query_scale), least = _mm512_set1_ps(-120.0F);
  const __m512 offset = _mm512_set1_ps(-(_mm512_reduce_max_ps(most) * query_scale));
  __m512 total = _mm512_setzero_ps(), heaviest = total;
  for (std::size_t k = 0; k < count; k += kLanes) {
    const __m512 score = _mm512_fmadd_ps(_mm512_load_ps(x + k), query, offset);
    const __m512 power = power_of_two(_mm512_max_ps(score, least));
    const __m512 weight = _mm512_mul_ps(power, _mm512_loadu_ps(keys.values + k));
    total = _mm512_add_ps(total, power);
    heaviest = _mm512_max_ps(heaviest, weight);
    _mm512_store_ps(x + k, weight);
  }
  const float heavy = _mm512_reduce_max_ps(heaviest);
  const __m512 factor = _mm512_set1_ps(255.0F / heavy), half = _mm512_set1_ps(0.5F);
  for (std::size_t k = 0; k < count; k += kLanes) {
    const __m512i rounded = _mm512_cvttps_epi32(_mm512_fmadd_ps(_mm512_load_ps(x + k), factor, half));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(weights + k), _mm512_cvtepi32_epi8(rounded));
  }
  alignas(64) float lanes[kLanes];
  _mm512_store_ps(lanes, total);
  float sum = 0;
  for (const float lane : lanes) sum += lane;
  return heavy / (255.0F * sum);
}

}  // namespace onrecord::nn
#endif
