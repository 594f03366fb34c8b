// SPDX-License-Identifier: Apache-2.0
#include "nn/row_kernels.h"

#include <algorithm>
#include <cmath>

#include "nn/isa.h"

namespace onrecord::nn {
namespace {

void multiply_plain(const FourRows& four, std::size_t depth, const float* matrix, std::size_t stride,
                    std::size_t columns) {
  for (std::size_t q = 0; q < 4; ++q) {
    for (std::size_t begin = 0; begin < columns; begin += kRowColumns) {
      float sums[kRowColumns] = {};
      for (std::size_t d = 0; d < depth; ++d) {
        const float* row = matrix + d * stride + begin;
        for (std::size_t c = 0; c < kRowColumns; ++c) sums[c] += four.rows[q][d] * row[c];
      }
      for (std::size_t c = 0; c < kRowColumns; ++c) four.out[q][begin + c] = sums[c] * four.factors[q];
    }
  }
}

float soften_plain(float* x, std::size_t count) {
  const float most = *std::max_element(x, x + count);
  float sum = 0;
  for (std::size_t k = 0; k < count; ++k) sum += x[k] = std::exp2(x[k] - most);
  return sum;
}

constexpr RowKernels kPlainRows = {multiply_plain, soften_plain};

}  // namespace

const RowKernels& row_kernels() {
#if defined(__x86_64__)
  const Isa level = isa();
  if (level >= Isa::Avx512) return kAvx512Rows;
  if (level >= Isa::Avx2) return kAvx2Rows;
#endif
  return kPlainRows;
}

}  // namespace onrecord::nn
