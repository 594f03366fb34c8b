// SPDX-License-Identifier: Apache-2.0
// Linear: y = x W^T + b behind one interface, in three precisions. Weights are packed once, when it is made. Products
// of bytes are our own (byte_weights.h), those of f32 and bfloat16 oneDNN's, but where the machine has AMX both run
// in tiles (tiles.h), and without AVX-512 those of f32 are our own (float_weights.h): chosen at run time, one thread
// a call.
//
//   Int8  activations per row to 8 bits, weights per output to 8 bits, sums in 32 bits: exact whole numbers, the
//         same on every machine
//   BF16  activations and weights in bfloat16, sums in f32; on machines without products of bfloat16 (no AVX-512),
//         F32 in its place
//   F32   as written
//
// A row's result does not depend on the rows beside it.
//
// Thread rule: a Linear is const after make() and shared; each thread brings its own scratch.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "nn/matrix.h"
#include "onrecord/result.h"

namespace onrecord::nn {

enum class Precision { Int8, Bf16, F32 };

// What this machine computes in when asked for a precision: F32 for Bf16 where it has no products of bfloat16, else
// what was asked. Rows and maps follow it by themselves.
Precision available(Precision asked);

// Rows in the form that linear maps of one precision take (8 bits with a scale, bfloat16, f32): put once, read by
// any number of maps.
class Rows {
 public:
  // Makes room; every row must be put before the rows are read.
  void resize(Precision precision, std::size_t rows, std::size_t cols);
  // Rows may be put in any order, and again.
  void put(std::size_t row, const float* values);
  void put_all(const float* values);

  std::size_t rows() const { return rows_; }
  std::size_t cols() const { return cols_; }
  Precision precision() const { return precision_; }
  std::size_t row_bytes() const { return memory_.cols() * sizeof(float); }
  const std::uint8_t* row(std::size_t at) const { return reinterpret_cast<const std::uint8_t*>(memory_.row(at)); }
  float scale(std::size_t row) const { return scales_[row]; }
  const float* scales(std::size_t row) const { return scales_.data() + row; }  // also of padding, where they are 0

 private:
  Precision precision_ = Precision::F32;
  std::size_t rows_ = 0, cols_ = 0;
  Matrix memory_;  // rows of whole tiles, and whole blocks of rows
  std::vector<float> scales_;
};

// Buffers of one thread, kept between calls.
struct LinearScratch {
  Rows rows;
  Matrix sums, finished, kernel;
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
  void run(const Rows& in, Matrix& out, LinearScratch& scratch) const;

  // Gives each row of the result to `take` in order, while the nearest cache holds it: what comes next (a norm, the
  // next map's 8 bits) is done there. `take` may change the values, which last until it returns.
  using Take = std::function<void(std::size_t row, float* values)>;
  void each(const Rows& in, const Take& take, LinearScratch& scratch) const;

  std::size_t outputs() const;
  std::size_t inputs() const;

 private:
  struct Impl;
  explicit Linear(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord::nn
