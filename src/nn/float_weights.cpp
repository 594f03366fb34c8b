// SPDX-License-Identifier: Apache-2.0
#include "nn/float_weights.h"

namespace onrecord::nn {

FloatWeights::FloatWeights(const float* weight, std::size_t outputs, std::size_t inputs)
    : kernels_(&row_kernels()),
      inputs_(inputs),
      stride_((outputs + kRowColumns - 1) / kRowColumns * kRowColumns),
      panels_(stride_ * inputs, 0.0F) {
  for (std::size_t o = 0; o < outputs; ++o) {
    float* panel = panels_.data() + o / kRowColumns * kRowColumns * inputs;
    for (std::size_t i = 0; i < inputs; ++i) panel[i * kRowColumns + o % kRowColumns] = weight[o * inputs + i];
  }
}

// Outputs outside, rows inside: the weights of one panel stay in a near cache for all rows.
void FloatWeights::multiply(const float* in, std::size_t row_values, std::size_t rows, float* out) const {
  for (std::size_t o = 0; o < stride_; o += kRowColumns) {
    for (std::size_t r = 0; r < rows; r += 4) {
      FourRows four;
      for (std::size_t q = 0; q < 4; ++q) {
        four.rows[q] = in + (r + q) * row_values;
        four.factors[q] = 1;
        four.out[q] = out + (r + q) * stride_ + o;
      }
      kernels_->multiply(four, inputs_, panels_.data() + o * inputs_, kRowColumns, kRowColumns);
    }
  }
}

}  // namespace onrecord::nn
