// SPDX-License-Identifier: Apache-2.0
// Matrix: rows of f32, row-major, rows on 64-byte boundaries where cols is a multiple of 16. A plain buffer that
// keeps its memory when it shrinks, so that a worker's scratch is allocated once.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace onrecord::nn {

class Matrix {
 public:
  // Makes room for rows x cols; the contents are undefined afterwards.
  void resize(std::size_t rows, std::size_t cols) {
    if (rows * cols > capacity_) {
      capacity_ = rows * cols;
      const std::size_t bytes = (capacity_ * sizeof(float) + 63) / 64 * 64;
      data_.reset(static_cast<float*>(std::aligned_alloc(64, bytes)));
    }
    rows_ = rows;
    cols_ = cols;
  }

  std::size_t rows() const { return rows_; }
  std::size_t cols() const { return cols_; }
  float* row(std::size_t at) { return data_.get() + at * cols_; }
  const float* row(std::size_t at) const { return data_.get() + at * cols_; }
  float* data() { return data_.get(); }
  const float* data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(float* memory) const { std::free(memory); }
  };
  std::unique_ptr<float, Free> data_;
  std::size_t rows_ = 0, cols_ = 0, capacity_ = 0;
};

}  // namespace onrecord::nn
