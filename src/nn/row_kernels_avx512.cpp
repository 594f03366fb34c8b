// SPDX-License-Identifier: Apache-2.0
// The kernels of row_kernels.h in AVX-512F: 32 registers of 16 values.
#include "nn/row_kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

// GCC 12 warns of the undefined operands inside its own intrinsics (GCC bug 105593).
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

#define ONRECORD_AVX512 __attribute__((target("avx512f")))

namespace onrecord::nn {
namespace {

// Four rows times 32 columns: eight sums.
ONRECORD_AVX512 void multiply(const FourRows& four, std::size_t depth, const float* matrix, std::size_t stride,
                              std::size_t columns) {
  for (std::size_t c = 0; c < columns; c += 32) {
    __m512 sums[4][2];
    for (auto& sum : sums) sum[0] = sum[1] = _mm512_setzero_ps();
    const float* row = matrix + c;
    for (std::size_t d = 0; d < depth; ++d, row += stride) {
      const __m512 low = _mm512_loadu_ps(row), high = _mm512_loadu_ps(row + 16);
      for (std::size_t q = 0; q < 4; ++q) {
        const __m512 factor = _mm512_set1_ps(four.rows[q][d]);
        sums[q][0] = _mm512_fmadd_ps(factor, low, sums[q][0]);
        sums[q][1] = _mm512_fmadd_ps(factor, high, sums[q][1]);
      }
    }
    for (std::size_t q = 0; q < 4; ++q) {
      const __m512 factor = _mm512_set1_ps(four.factors[q]);
      _mm512_storeu_ps(four.out[q] + c, _mm512_mul_ps(sums[q][0], factor));
      _mm512_storeu_ps(four.out[q] + c + 16, _mm512_mul_ps(sums[q][1], factor));
    }
  }
}

// 2^x for x <= 0, to 2e-7 relative: e^(part ln 2) by Cephes' expf, times a power of two.
ONRECORD_AVX512 inline __m512 power_of_two(__m512 x) {
  const __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  const __m512 r = _mm512_mul_ps(_mm512_sub_ps(x, whole), _mm512_set1_ps(0.693147181F));
  __m512 p = _mm512_fmadd_ps(_mm512_set1_ps(1.9875691500e-4F), r, _mm512_set1_ps(1.3981999507e-3F));
  p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(8.3334519073e-3F));
  p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(4.1665795894e-2F));
  p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(1.6666665459e-1F));
  p = _mm512_fmadd_ps(p, r, _mm512_set1_ps(5.0000001201e-1F));
  p = _mm512_add_ps(_mm512_fmadd_ps(p, _mm512_mul_ps(r, r), r), _mm512_set1_ps(1));
  return _mm512_scalef_ps(p, whole);
}

ONRECORD_AVX512 float soften(float* x, std::size_t count) {
  __m512 most[2] = {_mm512_loadu_ps(x), _mm512_loadu_ps(x + 16)};
  for (std::size_t k = 32; k < count; k += 32) {
    most[0] = _mm512_max_ps(most[0], _mm512_loadu_ps(x + k));
    most[1] = _mm512_max_ps(most[1], _mm512_loadu_ps(x + k + 16));
  }
  const __m512 greatest = _mm512_set1_ps(_mm512_reduce_max_ps(_mm512_max_ps(most[0], most[1])));
  __m512 sum = _mm512_setzero_ps();
  for (std::size_t k = 0; k < count; k += 32) {
    const __m512 low = power_of_two(_mm512_sub_ps(_mm512_loadu_ps(x + k), greatest));
    const __m512 high = power_of_two(_mm512_sub_ps(_mm512_loadu_ps(x + k + 16), greatest));
    _mm512_storeu_ps(x + k, low);
    _mm512_storeu_ps(x + k + 16, high);
    sum = _mm512_add_ps(sum, _mm512_add_ps(low, high));
  }
  return _mm512_reduce_add_ps(sum);
}

}  // namespace

const RowKernels kAvx512Rows = {multiply, soften};

}  // namespace onrecord::nn
#endif
