// SPDX-License-Identifier: Apache-2.0
// What tiles.cpp needs of the compiler: the target attribute of its functions, and the layout of all eight tiles.
#pragma once

#if defined(__x86_64__)
#include <immintrin.h>

#include <cstdint>

#define ONRECORD_TILES \
  __attribute__((target("amx-tile,amx-int8,amx-bf16,avx512f,avx512bw,avx512dq,avx512vl,avx512bf16,fma,avx2")))

namespace onrecord::nn {

// The operand of ldtilecfg: eight tiles of 16 rows of 64 bytes.
struct alignas(64) TileLayout {
  std::uint8_t palette = 1, start_row = 0, reserved[14] = {};
  std::uint16_t row_bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};
inline constexpr TileLayout kTileLayout;

// Stores before this are made before tiles are read: GCC's tile loads do not say that they read memory.
inline __attribute__((always_inline)) void tile_barrier() { asm volatile("" ::: "memory"); }

}  // namespace onrecord::nn
#endif
