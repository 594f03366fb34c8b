// SPDX-License-Identifier: Apache-2.0
// Linear: y = x W^T + b behind one interface, in three precisions. Weights are packed once, when it is made; the
// matrix products run in oneDNN (AMX, AVX-512 VNNI, AVX2: chosen at run time), one thread a call.
//
//   Int8  activations per row to 8 bits, weights per output to 8 bits, sums in 32 bits: exact whole numbers, so
//         that a row's result does not depend on the batch
//   BF16  activations and weights in bfloat16, sums in f32
//   F32   as written
//
// Thread rule: a Linear is const after make() and shared; each thread brings its own scratch.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "nn/matrix.h"
#include "onrecord/result.h"

namespace onrecord::nn {

enum class Precision { Int8, Bf16, F32 };

// Buffers of one thread, kept between calls.
struct LinearScratch {
  std::vector<std::uint8_t> bytes;
  std::vector<std::int32_t> sums;
  std::vector<float> scales;
  std::vector<std::uint16_t> halves;
  Matrix padded;
};

class Linear {
 public:
  // weight (outputs, inputs), bias (outputs); both are copied. ERRORS: Internal, with oneDNN's words.
  static Result<Linear> make(Precision precision, const float* weight, const float* bias, std::size_t outputs,
                             std::size_t inputs);
  Linear(Linear&&) noexcept;
  Linear& operator=(Linear&&) noexcept;
  ~Linear();

  // out becomes (rows, outputs). REQUIRES: `in` has rows of `inputs` values.
  void run(const float* in, std::size_t rows, Matrix& out, LinearScratch& scratch) const;

  std::size_t outputs() const;
  std::size_t inputs() const;

 private:
  struct Impl;
  explicit Linear(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord::nn
