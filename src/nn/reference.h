// SPDX-License-Identifier: Apache-2.0
// Every operation once in the plainest words, for reading and for tests: the fast ones in ops.h and linear.h are
// compared with these. Accumulates in double.
#pragma once

#include <cstddef>

namespace onrecord::nn::reference {

// out[r, o] = bias[o] + sum over i of in[r, i] * weight[o, i]
void linear(const float* in, std::size_t rows, std::size_t inputs, const float* weight, const float* bias,
            std::size_t outputs, float* out);

// x = (x - mean) / sqrt(variance + 1e-12) * weight + bias, row by row
void layer_norm(float* x, std::size_t rows, std::size_t cols, const float* weight, const float* bias);

// x = x * Phi(x) (Hendrycks & Gimpel 2016), with erf
void gelu(float* x, std::size_t count);

// Attention of one window: qkv (rows, 3 * heads * size), out (rows, heads * size); softmax(q k / sqrt(size)) v
void attention(const float* qkv, std::size_t rows, std::size_t heads, std::size_t size, float* out);

}  // namespace onrecord::nn::reference
