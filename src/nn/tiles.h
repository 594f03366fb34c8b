// SPDX-License-Identifier: Apache-2.0
// Matrix products in tiles (Intel AMX): where the machine has them, they take the place of the other products, in 8
// bits and in bfloat16. Sums of 8 bits are whole numbers and so the same as the others'; sums of bfloat16 are f32,
// added in the order of the inputs, whatever rows stand beside.
//
// A tile is 16 rows of 64 bytes. Rows are fed in blocks of kTileRows, and every row of input starts on a multiple of
// 64 bytes and is filled with zeros up to the next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace onrecord::nn {

inline constexpr std::size_t kTileRows = 32;
inline constexpr std::size_t kTileBytes = 64;

// Whether the machine has tiles of bytes and of bfloat16, the system lets this process use them, and nobody has
// forbidden them or what is below them (isa.h).
bool tiles_usable();

// For tests and benchmarks. REQUIRES: no linear map or encoder made before is used after.
void forbid_tiles(bool forbidden);

enum class TileType { Bytes, Halves };  // u8 times s8 to s32; bfloat16 to f32

// The weights of a linear map in the order in which tiles read them. Const after it is made. REQUIRES:
// tiles_usable().
class TileWeights {
 public:
  // `weight` (outputs, inputs) of s8 or bfloat16; copied.
  TileWeights(TileType type, const void* weight, std::size_t outputs, std::size_t inputs);

  // out (rows, stride()) of s32 or f32. REQUIRES: rows a multiple of kTileRows; `in` has rows of row_bytes().
  void multiply(const std::uint8_t* in, std::size_t rows, void* out) const;

  std::size_t row_bytes() const { return steps_ * kTileBytes; }
  std::size_t stride() const { return stride_; }  // of rows of `out`, at least the outputs

 private:
  TileType type_;
  std::size_t steps_ = 0, stride_ = 0;
  std::vector<std::uint8_t> memory_;
  std::size_t begin_ = 0;  // where in memory_ the first tile stands, on 64 bytes
};

}  // namespace onrecord::nn
