// SPDX-License-Identifier: Apache-2.0
// The inner loops of attention (attention.cpp) and of products of f32 (float_weights.h), one set a level of
// instructions.
#pragma once

#include <cstddef>

namespace onrecord::nn {

// Columns are multiplied 32 at a time, whatever the width of the vectors.
inline constexpr std::size_t kRowColumns = 32;

// out[q][c] = factors[q] * sum over d < depth of rows[q][d] * matrix[d * stride + c], for c < columns. REQUIRES:
// columns a multiple of kRowColumns.
struct FourRows {
  const float* rows[4];
  float factors[4];
  float* out[4];
};
using MultiplyFourRows = void (*)(const FourRows& four, std::size_t depth, const float* matrix, std::size_t stride,
                                  std::size_t columns);

// x = 2^(x - max x), in place; returns the sum. REQUIRES: count a multiple of kRowColumns.
using Soften = float (*)(float* x, std::size_t count);

struct RowKernels {
  MultiplyFourRows multiply;
  Soften soften;
};

#if defined(__x86_64__)
extern const RowKernels kAvx2Rows, kAvx512Rows;
#endif

// Those of isa().
const RowKernels& row_kernels();

}  // namespace onrecord::nn
