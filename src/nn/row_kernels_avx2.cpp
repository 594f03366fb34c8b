// SPDX-License-Identifier: Apache-2.0
// The kernels of row_kernels.h in AVX2 and FMA: 16 registers of 8 values.
#include "nn/row_kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define ONRECORD_AVX2 __attribute__((target("avx2,fma")))

namespace onrecord::nn {
namespace {

// Four rows times 16 columns: eight sums, which is what it takes to hide the latency of two multiply-adds a cycle.
ONRECORD_AVX2 void multiply(const FourRows& four, std::size_t depth, const float* matrix, std::size_t stride,
                            std::size_t columns) {
  for (std::size_t c = 0; c < columns; c += 16) {
    __m256 sums[4][2];
    for (auto& sum : sums) sum[0] = sum[1] = _mm256_setzero_ps();
    const float* row = matrix + c;
    for (std::size_t d = 0; d < depth; ++d, row += stride) {
      const __m256 low = _mm256_loadu_ps(row), high = _mm256_loadu_ps(row + 8);
      for (std::size_t q = 0; q < 4; ++q) {
        const __m256 factor = _mm256_broadcast_ss(four.rows[q] + d);
        sums[q][0] = _mm256_fmadd_ps(factor, low, sums[q][0]);
        sums[q][1] = _mm256_fmadd_ps(factor, high, sums[q][1]);
      }
    }
    for (std::size_t q = 0; q < 4; ++q) {
      const __m256 factor = _mm256_set1_ps(four.factors[q]);
      _mm256_storeu_ps(four.out[q] + c, _mm256_mul_ps(sums[q][0], factor));
      _mm256_storeu_ps(four.out[q] + c + 8, _mm256_mul_ps(sums[q][1], factor));
    }
  }
}

// 2^x for x <= 0, to 2e-7 relative: e^(part ln 2) by Cephes' expf, times a power of two made from its bits.
ONRECORD_AVX2 inline __m256 power_of_two(__m256 x) {
  x = _mm256_max_ps(x, _mm256_set1_ps(-126));
  const __m256 whole = _mm256_round_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  const __m256 r = _mm256_mul_ps(_mm256_sub_ps(x, whole), _mm256_set1_ps(0.693147181F));
  __m256 p = _mm256_fmadd_ps(_mm256_set1_ps(1.9875691500e-4F), r, _mm256_set1_ps(1.3981999507e-3F));
  p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(8.3334519073e-3F));
  p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(4.1665795894e-2F));
  p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(1.6666665459e-1F));
  p = _mm256_fmadd_ps(p, r, _mm256_set1_ps(5.0000001201e-1F));
  p = _mm256_add_ps(_mm256_fmadd_ps(p, _mm256_mul_ps(r, r), r), _mm256_set1_ps(1));
  const __m256i exponent = _mm256_slli_epi32(_mm256_cvtps_epi32(whole), 23);
  return _mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(p), exponent));
}

ONRECORD_AVX2 inline float greatest_lane(__m256 x) {
  __m128 y = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
  y = _mm_max_ps(y, _mm_movehl_ps(y, y));
  return _mm_cvtss_f32(_mm_max_ss(y, _mm_movehdup_ps(y)));
}

ONRECORD_AVX2 inline float sum_of_lanes(__m256 x) {
  __m128 y = _mm_add_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
  y = _mm_add_ps(y, _mm_movehl_ps(y, y));
  return _mm_cvtss_f32(_mm_add_ss(y, _mm_movehdup_ps(y)));
}

ONRECORD_AVX2 float soften(float* x, std::size_t count) {
  __m256 most[2] = {_mm256_loadu_ps(x), _mm256_loadu_ps(x + 8)};
  for (std::size_t k = 16; k < count; k += 16) {
    most[0] = _mm256_max_ps(most[0], _mm256_loadu_ps(x + k));
    most[1] = _mm256_max_ps(most[1], _mm256_loadu_ps(x + k + 8));
  }
  const __m256 greatest = _mm256_set1_ps(greatest_lane(_mm256_max_ps(most[0], most[1])));
  __m256 sum = _mm256_setzero_ps();
  for (std::size_t k = 0; k < count; k += 16) {
    const __m256 low = power_of_two(_mm256_sub_ps(_mm256_loadu_ps(x + k), greatest));
    const __m256 high = power_of_two(_mm256_sub_ps(_mm256_loadu_ps(x + k + 8), greatest));
    _mm256_storeu_ps(x + k, low);
    _mm256_storeu_ps(x + k + 8, high);
    sum = _mm256_add_ps(sum, _mm256_add_ps(low, high));
  }
  return sum_of_lanes(sum);
}

}  // namespace

const RowKernels kAvx2Rows = {multiply, soften};

}  // namespace onrecord::nn
#endif
