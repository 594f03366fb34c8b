// SPDX-License-Identifier: Apache-2.0
#include "nn/reference.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace onrecord::nn::reference {

void linear(const float* in, std::size_t rows, std::size_t inputs, const float* weight, const float* bias,
            std::size_t outputs, float* out) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < outputs; ++o) {
      double sum = bias[o];
      for (std::size_t i = 0; i < inputs; ++i) {
        sum += static_cast<double>(in[r * inputs + i]) * static_cast<double>(weight[o * inputs + i]);
      }
      out[r * outputs + o] = static_cast<float>(sum);
    }
  }
}

void layer_norm(float* x, std::size_t rows, std::size_t cols, const float* weight, const float* bias) {
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = x + r * cols;
    double mean = 0, variance = 0;
    for (std::size_t c = 0; c < cols; ++c) mean += static_cast<double>(row[c]) / static_cast<double>(cols);
    for (std::size_t c = 0; c < cols; ++c) {
      variance += (row[c] - mean) * (row[c] - mean) / static_cast<double>(cols);
    }
    const double scale = 1 / std::sqrt(variance + 1e-12);
    for (std::size_t c = 0; c < cols; ++c) {
      row[c] =
          static_cast<float>((row[c] - mean) * scale * static_cast<double>(weight[c]) + static_cast<double>(bias[c]));
    }
  }
}

void gelu(float* x, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) {
    const double value = x[k];
    x[k] = static_cast<float>(value * 0.5 * (1 + std::erf(value / std::sqrt(2.0))));
  }
}

void attention(const float* qkv, std::size_t rows, std::size_t heads, std::size_t size, float* out) {
  const std::size_t hidden = heads * size;
  std::vector<double> weights(rows);
  for (std::size_t h = 0; h < heads; ++h) {
    for (std::size_t r = 0; r < rows; ++r) {
      const float* query = qkv + r * 3 * hidden + h * size;
      double most = -1e300, total = 0;
      for (std::size_t k = 0; k < rows; ++k) {
        const float* key = qkv + k * 3 * hidden + hidden + h * size;
        double dot = 0;
        for (std::size_t d = 0; d < size; ++d) dot += static_cast<double>(query[d]) * static_cast<double>(key[d]);
        weights[k] = dot / std::sqrt(static_cast<double>(size));
        most = std::max(most, weights[k]);
      }
      for (double& weight : weights) total += weight = std::exp(weight - most);
      for (std::size_t d = 0; d < size; ++d) {
        double sum = 0;
        for (std::size_t k = 0; k < rows; ++k) {
          sum += weights[k] * static_cast<double>(qkv[k * 3 * hidden + 2 * hidden + h * size + d]);
        }
        out[r * hidden + h * size + d] = static_cast<float>(sum / total);
      }
    }
  }
}

}  // namespace onrecord::nn::reference
