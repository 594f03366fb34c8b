// SPDX-License-Identifier: Apache-2.0
#include "nn/tiles.h"

#include <atomic>
#include <cstring>

#include "nn/isa.h"
#include "nn/tiles_intrinsics.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace onrecord::nn {
namespace {

std::atomic<bool> forbidden_tiles{false};

#if defined(__x86_64__)

// Intel's manual, CPUID leaf 7: AMX-BF16, AMX-TILE and AMX-INT8 are bits 22, 24 and 25 of EDX, AVX512_BF16 bit 5
// of EAX of subleaf 1. The tiles' state is large, so that Linux gives it to a process only when it asks.
bool ask_for_tiles() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kBits = 1U << 22 | 1U << 24 | 1U << 25;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & kBits) != kBits) return false;
  if (__get_cpuid_count(7, 1, &a, &b, &c, &d) == 0 || (a & 1U << 5) == 0) return false;
  if (!__builtin_cpu_supports("avx512bw") || !__builtin_cpu_supports("avx512vl")) return false;
#if defined(__linux__)
  constexpr long kRequestPermission = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
#else
  return false;
#endif
}

// 32 rows times 32 outputs in four tiles of sums.
template <TileType kType>
ONRECORD_TILES void multiply_block(const std::uint8_t* in, std::size_t row_bytes, const std::uint8_t* weights,
                                   std::size_t steps, std::uint8_t* out, std::size_t out_bytes) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t k = 0; k < steps; ++k, in += kTileBytes, weights += 2048) {
    _tile_loadd(4, in, row_bytes);
    _tile_loadd(6, weights, 64);
    _tile_loadd(7, weights + 1024, 64);
    _tile_loadd(5, in + 16 * row_bytes, row_bytes);
    if constexpr (kType == TileType::Bytes) {
      _tile_dpbusd(0, 4, 6);
      _tile_dpbusd(1, 4, 7);
      _tile_dpbusd(2, 5, 6);
      _tile_dpbusd(3, 5, 7);
    } else {
      _tile_dpbf16ps(0, 4, 6);
      _tile_dpbf16ps(1, 4, 7);
      _tile_dpbf16ps(2, 5, 6);
      _tile_dpbf16ps(3, 5, 7);
    }
  }
  _tile_stored(0, out, out_bytes);
  _tile_stored(1, out + 64, out_bytes);
  _tile_stored(2, out + 16 * out_bytes, out_bytes);
  _tile_stored(3, out + 16 * out_bytes + 64, out_bytes);
}

// Outputs outside, rows inside: the weights of 32 outputs stay in the nearest cache for all rows.
template <TileType kType>
ONRECORD_TILES void multiply_all(const std::uint8_t* in, std::size_t rows, const std::uint8_t* weights,
                                 std::size_t steps, std::uint8_t* out, std::size_t outputs, std::size_t stride) {
  tile_barrier();
  _tile_loadconfig(&kTileLayout);
  for (std::size_t o = 0; o < outputs; o += 32, weights += steps * 2048) {
    for (std::size_t r = 0; r < rows; r += kTileRows) {
      multiply_block<kType>(in + r * steps * kTileBytes, steps * kTileBytes, weights, steps,
                            out + (r * stride + o) * 4, stride * 4);
    }
  }
  _tile_release();
}

#endif

}  // namespace

void forbid_tiles(bool forbidden) { forbidden_tiles = forbidden; }

#if defined(__x86_64__)

bool tiles_usable() {
  static const bool kAllowed = ask_for_tiles();
  return kAllowed && !forbidden_tiles && isa() == Isa::Avx512Vnni;
}

void TileWeights::multiply(const std::uint8_t* in, std::size_t rows, void* out) const {
  const std::uint8_t* weights = memory_.data() + begin_;
  auto* bytes = static_cast<std::uint8_t*>(out);
  if (type_ == TileType::Bytes)
    multiply_all<TileType::Bytes>(in, rows, weights, steps_, bytes, stride_ - 16, stride_);
  else multiply_all<TileType::Halves>(in, rows, weights, steps_, bytes, stride_ - 16, stride_);
}

#else

bool tiles_usable() { return false; }
void TileWeights::multiply(const std::uint8_t*, std::size_t, void*) const {}

#endif

// Tiles of 16 outputs by 64 bytes of inputs, two by two along the outputs: row r of a tile holds the bytes 4r to
// 4r + 3 of each output in turn. That is the order of both products, of four bytes and of two halves a word.
TileWeights::TileWeights(TileType type, const void* weight, std::size_t outputs, std::size_t inputs) : type_(type) {
  const std::size_t in_bytes = inputs * (type == TileType::Bytes ? 1 : 2);
  steps_ = (in_bytes + kTileBytes - 1) / kTileBytes;
  const std::size_t padded = (outputs + 31) / 32 * 32;
  stride_ = padded + 16;  // one line more, lest rows of a power of two fall into few sets of the cache
  memory_.assign(padded * row_bytes() + 64, 0);
  begin_ = (64 - reinterpret_cast<std::uintptr_t>(memory_.data()) % 64) % 64;
  for (std::size_t o = 0; o < outputs; ++o) {
    const auto* from = static_cast<const std::uint8_t*>(weight) + o * in_bytes;
    for (std::size_t i = 0; i < in_bytes; ++i) {
      const std::size_t pair = o / 32 * steps_ + i / kTileBytes, tile = 2 * pair + o / 16 % 2;
      memory_[begin_ + tile * 1024 + i % 64 / 4 * 64 + o % 16 * 4 + i % 4] = from[i];
    }
  }
}

}  // namespace onrecord::nn
