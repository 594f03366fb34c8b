// SPDX-License-Identifier: Apache-2.0
#include "nn/byte_kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

// GCC 12 warns of the undefined operands inside its own intrinsics (GCC bug 105593).
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
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

// Eight rows times 16 outputs in eight sums.
ONRECORD_AVX512 void multiply_avx512(const PanelRows& of, const std::int16_t* panel, std::int32_t* out,
                                     std::size_t stride) {
  for (std::size_t r = 0; r < of.rows; r += 8) {
    __m512i sums[8];
    for (auto& sum : sums) sum = _mm512_setzero_si512();
    const std::int16_t *row = of.in + r * of.row_words, *weights = panel;
    for (std::size_t p = 0; p < of.pairs; ++p, row += 2, weights += 2 * kPanel) {
      const __m512i both = _mm512_loadu_si512(weights);
      for (std::size_t q = 0; q < 8; ++q) {
        const __m512i pair = _mm512_set1_epi32(lane_of(row + q * of.row_words));
        sums[q] = _mm512_add_epi32(sums[q], _mm512_madd_epi16(pair, both));
      }
    }
    for (std::size_t q = 0; q < 8; ++q) _mm512_storeu_si512(out + (r + q) * stride, sums[q]);
  }
}

}  // namespace

const WordKernels kAvx2Words = {widen_avx2, multiply_avx2}, kAvx512Words = {widen_avx512, multiply_avx512};

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

// Eight rows times 16, 32 or 48 outputs: 8, 16 or 24 sums. `step`: from a panel to the next.
template <std::size_t kPanels>
ONRECORD_AVX512_VNNI inline void multiply_panels(const PanelByteRows& of, const std::int8_t* panel, std::size_t step,
                                                 std::int32_t* out, std::size_t stride) {
  for (std::size_t r = 0; r < of.rows; r += 8) {
    __m512i sums[8][kPanels];
    for (auto& row : sums) {
      for (__m512i& sum : row) sum = _mm512_setzero_si512();
    }
    const std::uint8_t* row = of.in + r * of.row_bytes;
    const std::int8_t* weights = panel;
    for (std::size_t f = 0; f < of.fours; ++f, row += 4, weights += 4 * kPanel) {
      __m512i some[kPanels];
      for (std::size_t p = 0; p < kPanels; ++p) some[p] = _mm512_loadu_si512(weights + p * step);
      for (std::size_t q = 0; q < 8; ++q) {
        const __m512i four = _mm512_set1_epi32(lane_of(row + q * of.row_bytes));
        for (std::size_t p = 0; p < kPanels; ++p) sums[q][p] = _mm512_dpbusd_epi32(sums[q][p], four, some[p]);
      }
    }
    for (std::size_t q = 0; q < 8; ++q) {
      for (std::size_t p = 0; p < kPanels; ++p)
        _mm512_storeu_si512(out + (r + q) * stride + p * kPanel, sums[q][p]);
    }
  }
}

}  // namespace

ONRECORD_AVX512_VNNI void multiply_bytes_avx512_vnni(const PanelByteRows& of, const std::int8_t* panels,
                                                     std::size_t outputs, std::int32_t* out) {
  const std::size_t step = of.fours * 4 * kPanel;
  std::size_t o = 0;
  for (; o + 3 * kPanel <= outputs; o += 3 * kPanel)
    multiply_panels<3>(of, panels + o / kPanel * step, step, out + o, outputs);
  if (o + 2 * kPanel == outputs) multiply_panels<2>(of, panels + o / kPanel * step, step, out + o, outputs);
  if (o + kPanel == outputs) multiply_panels<1>(of, panels + o / kPanel * step, step, out + o, outputs);
}

}  // namespace onrecord::nn
#endif
