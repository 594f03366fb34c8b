// SPDX-License-Identifier: Apache-2.0
// Matrix products of bytes on machines without AVX512-VNNI, in the place of oneDNN's. Those multiply pairs of bytes
// into 16 bits, which full-range bytes overflow; these are exact, so that 8 bits give the same sums on every machine
// and for rows in any company. Two ways: both sides widened to 16 bits and multiplied in pairs into 32 bits
// (AVX2, AVX-512, plain C++), or bytes in fours by AVX-VNNI.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "nn/isa.h"
#include "nn/matrix.h"

namespace onrecord::nn {

// The weights of a linear map in the order in which the kernels of isa() read them. Const after it is made.
class ByteWeights {
 public:
  // `weight` (outputs, inputs), copied.
  ByteWeights(const std::int8_t* weight, std::size_t outputs, std::size_t inputs);

  // out (rows, stride()) of s32. REQUIRES: rows a multiple of 8; rows of `in` stand row_bytes apart, a multiple of 4
  // and at least the inputs; what stands behind the inputs does not matter.
  void multiply(const std::uint8_t* in, std::size_t row_bytes, std::size_t rows, std::int32_t* out,
                Matrix& scratch) const;

  std::size_t stride() const { return stride_; }  // of rows of `out`, at least the outputs

 private:
  Isa isa_;
  std::size_t inputs_, stride_;
  std::vector<std::int16_t> words_;  // [outputs / 16][inputs / 2][16][2]
  std::vector<std::int8_t> bytes_;   // [outputs / 16][inputs / 4][16][4], for AVX-VNNI
};

}  // namespace onrecord::nn
