// SPDX-License-Identifier: Apache-2.0
// The elementwise operations and attention, fast: compiled for AVX-512, AVX2 and the plain machine, chosen when the
// program starts. Rows do not see each other (but in attention, where a window's rows do), so the result of a row
// does not depend on what else is in the batch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace onrecord::nn {

// See reference.h for what each computes.
void layer_norm(float* x, std::size_t rows, std::size_t cols, const float* weight, const float* bias);
void gelu(float* x, std::size_t count);

// x += y
void add(float* x, const float* y, std::size_t count);

// The sum of a[k] * b[k], in 16 fixed lanes.
float dot(const float* a, const float* b, std::size_t count);

// out[r] = dot(a, row r of `rows`), where rows stand `stride` apart.
void dots(const float* a, const float* rows, std::size_t count, std::size_t stride, std::size_t cols, float* out);

// x = max(x, 0)
void relu(float* x, std::size_t count);

// The index of the greatest score (the first of equals), and its probability under softmax to 1e-6.
struct Greatest {
  std::uint32_t at = 0;
  float probability = 0;
};
Greatest greatest_of(const float* scores, std::size_t count);

// To bfloat16, to the nearest, ties to even.
void to_halves(const float* x, std::size_t count, std::uint16_t* out);

// Attention of one window of at most kMaxPieces rows, with heads of kHeadSize: out (asked rows, heads * kHeadSize).
void attention(const float* qkv, std::size_t rows, std::span<const std::uint32_t> asked, std::size_t heads,
               float* out);

// One row to 8 bits: out = round(x / scale) + offset, with scale = max|x| / limit. Returns the scale.
float quantise_row(const float* x, std::size_t count, int limit, int offset, std::uint8_t* out);

// One row of queries, keys and values, each of `heads` heads of kHeadSize: queries and keys (one after the other) to
// 12 bits, values to 8 bits, with a scale for each head of each.
void quantise_heads(const float* qkv, std::size_t heads, std::int16_t* queries_keys, std::int8_t* values,
                    float* scales);

// What weigh_keys() must know of each key of a window: see attention_in_bytes.cpp. REQUIRES: up to the next 16 keys
// readable.
struct KeyScales {
  const float *scores, *values;
};

// The weights of softmax of one query as bytes, from the sums of products with `count` keys: 2^(score - greatest
// score) times the key's value scale, as a share of the greatest such product. Returns by what sums of bytes times
// these weights are to be multiplied. Reads sums and writes weights up to the next 16 keys. REQUIRES: count at most
// kMaxPieces, value scales positive.
float weigh_keys(const std::int32_t* sums, std::size_t count, float query_scale, const KeyScales& keys,
                 std::uint8_t* weights);

// out = scale * column_scale[c] * (sums[c] - offset * column_sum[c]) + bias[c]
void dequantise_row(const std::int32_t* sums, std::size_t count, float scale, const float* column_scale,
                    const std::int32_t* offset_sums, const float* bias, float* out);

}  // namespace onrecord::nn
