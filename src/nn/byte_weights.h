// SPDX-License-Identifier: Apache-2.0
// Matrix products of bytes: exact, so that 8 bits give the same sums on every machine and for rows in any company.
// (oneDNN's are not: below AVX512-VNNI they multiply pairs of bytes into 16 bits, which full-range bytes overflow.)
// Two ways: bytes in fours by AVX512-VNNI or AVX-VNNI, or both sides widened to 16 bits and multiplied in pairs into
// 32 bits (AVX-512, AVX2, plain C++).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "nn/isa.h"
#include "nn/matrix.h"

namespace onrecord::nn {

inline constexpr std::size_t kPanel = 16;  // outputs that a kernel takes together

// What sums are scaled with. REQUIRES: as many columns as stride().
struct ByteScales {
  const float *rows, *columns;
  const std::int32_t* offset_sums;
  const float* bias;
};

// The weights of a linear map in the order in which the kernels of isa() read them. Const while it is used.
class ByteWeights {
 public:
  // `weight` (outputs, inputs), copied; its rows stand `stride` apart. What was packed before is forgotten.
  void pack(const std::int8_t* weight, std::size_t stride, std::size_t outputs, std::size_t inputs);

  // out (rows, stride()) of s32. REQUIRES: rows a multiple of 8; rows of `in` stand row_bytes apart, a multiple of 4
  // and at least the inputs; what stands behind the inputs does not matter.
  void multiply(const std::uint8_t* in, std::size_t row_bytes, std::size_t rows, std::int32_t* out,
                Matrix& scratch) const;

  // The same, and what dequantise_row() (ops.h) makes of it, in one go: where scales_too().
  void multiply_and_scale(const std::uint8_t* in, std::size_t row_bytes, std::size_t rows, const ByteScales& scales,
                          float* out) const;
  bool scales_too() const { return isa_ == Isa::Avx512Vnni; }

  std::size_t stride() const { return stride_; }  // of rows of `out`, at least the outputs

 private:
  Isa isa_ = Isa::Plain;
  std::size_t inputs_ = 0, stride_ = 0;
  std::vector<std::int16_t> words_;  // [outputs / 16][inputs / 2][16][2]
  std::vector<std::int8_t> bytes_;   // [outputs / 16][inputs / 4][16][4], for AVX512-VNNI and AVX-VNNI
};

// The same for weights and inputs of 16 bits.
class WordWeights {
 public:
  // `weight` (outputs, inputs), copied; its rows stand `stride` apart.
  void pack(const std::int16_t* weight, std::size_t stride, std::size_t outputs, std::size_t inputs);

  // out (rows, stride()) of s32. REQUIRES: rows a multiple of 8; rows of `in` stand row_words apart, an even number
  // and at least the inputs; sums that fit 32 bits.
  void multiply(const std::int16_t* in, std::size_t row_words, std::size_t rows, std::int32_t* out) const;

  std::size_t stride() const { return stride_; }  // of rows of `out`, at least the outputs

 private:
  std::size_t inputs_ = 0, stride_ = 0;
  std::vector<std::int16_t> words_;  // [outputs / 16][inputs / 2][16][2]
};

}  // namespace onrecord::nn
