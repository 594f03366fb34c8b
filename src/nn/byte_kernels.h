// SPDX-License-Identifier: Apache-2.0
// The inner loops of byte_weights.cpp: some rows times a panel of 16 outputs, one function a level of instructions.
#pragma once

#include <cstddef>
#include <cstdint>

#include "nn/byte_weights.h"
#include "nn/ops.h"

namespace onrecord::nn {

// Inputs of 16 bits; rows of row_words values, of which two times `pairs` are multiplied.
struct PanelRows {
  const std::int16_t* in;
  std::size_t row_words, rows, pairs;
};

struct WordKernels {
  // REQUIRES: count a multiple of 32.
  void (*widen)(const std::uint8_t* in, std::size_t count, std::int16_t* out);
  // panel [pairs][16][2]; out (rows, stride). REQUIRES: rows a multiple of 8.
  void (*multiply)(const PanelRows& of, const std::int16_t* panel, std::int32_t* out, std::size_t stride);
};

// Bytes as they are; rows of row_bytes, of which four times `fours` are multiplied.
struct PanelByteRows {
  const std::uint8_t* in;
  std::size_t row_bytes, rows, fours;
};

#if defined(__x86_64__)
extern const WordKernels kAvx2Words, kAvx512Words, kAvx512VnniWords;

// panel [fours][16][4]. REQUIRES: rows a multiple of 4.
void multiply_bytes_avx_vnni(const PanelByteRows& of, const std::int8_t* panel, std::int32_t* out,
                             std::size_t stride);

// panels [outputs / 16][fours][16][4]; out (rows, outputs). REQUIRES: rows a multiple of 8, outputs one of 16.
void multiply_bytes_avx512_vnni(const PanelByteRows& of, const std::int8_t* panels, std::size_t outputs,
                                std::int32_t* out);
// The same, and what dequantise_row() makes of it.
void multiply_and_scale_avx512_vnni(const PanelByteRows& of, const std::int8_t* panels, std::size_t outputs,
                                    const ByteScales& scales, float* out);

// weigh_keys() of ops.h.
float weigh_keys_avx512(const std::int32_t* sums, std::size_t count, float query_scale, const KeyScales& keys,
                        std::uint8_t* weights);
#endif

}  // namespace onrecord::nn
