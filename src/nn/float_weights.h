// SPDX-License-Identifier: Apache-2.0
// Matrix products of f32 on machines without AVX-512, in the place of oneDNN's. Of 32 rows alike, oneDNN 2.6 gives
// the last two other last bits (of 33 the last three, of 36 none: rows that its blocks of six leave over), so that a
// row would depend on where it stands; here every row is added up in the order of the inputs.
#pragma once

#include <cstddef>
#include <vector>

#include "nn/row_kernels.h"

namespace onrecord::nn {

// The weights of a linear map in the order in which the kernels read them. Const after it is made.
class FloatWeights {
 public:
  // `weight` (outputs, inputs), copied.
  FloatWeights(const float* weight, std::size_t outputs, std::size_t inputs);

  // out (rows, stride()). REQUIRES: rows a multiple of 4; rows of `in` stand `row_values` apart.
  void multiply(const float* in, std::size_t row_values, std::size_t rows, float* out) const;

  std::size_t stride() const { return stride_; }  // of rows of `out`, at least the outputs

 private:
  const RowKernels* kernels_;
  std::size_t inputs_, stride_;
  std::vector<float> panels_;  // [outputs / kRowColumns][inputs][kRowColumns]
};

}  // namespace onrecord::nn
