// SPDX-License-Identifier: Apache-2.0
// Attention in tiles. One head of one window: keys and values are packed once, then 16 queries at a time go through
// scores (one product a 16 keys, as a head of 32 is just the depth of a tile), softmax and the mix of values.
#include "nn/tiles.h"
#include "nn/tiles_intrinsics.h"

#if defined(__x86_64__)

#include <algorithm>
#include <cmath>
#include <cstring>

#include "nn/spec.h"

// GCC 12 warns of the undefined operands inside its own intrinsics (GCC bug 105593).
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

namespace onrecord::nn {
namespace {

static_assert(kHeadSize == 32, "one tile is as deep as one head");

constexpr std::size_t kQueries = 16, kLanes = 16;
constexpr std::size_t kMost = kMaxPieces;

// What one head needs, 56 kB.
struct alignas(64) Work {
  std::uint32_t keys[kMost / 16][16][16];       // tile, pair of dimensions, key
  std::uint32_t values[kMost / 32][2][16][16];  // 32 keys, half of the dimensions, pair of keys, dimension
  float scores[kQueries][kMost];
  std::uint16_t weights[kQueries][kMost];
  float mixed[4][kQueries][kLanes];
  float factors[kQueries];
};

// Turns 16 x 16 words: 64 shuffles.
ONRECORD_TILES inline void turn(const std::uint16_t* from, std::size_t stride, std::uint32_t (*to)[16]) {
  __m512i a[16], b[16];
  for (std::size_t k = 0; k < 16; ++k) a[k] = _mm512_loadu_si512(from + k * stride);
  for (std::size_t k = 0; k < 8; ++k) {
    b[2 * k] = _mm512_unpacklo_epi32(a[2 * k], a[2 * k + 1]);
    b[2 * k + 1] = _mm512_unpackhi_epi32(a[2 * k], a[2 * k + 1]);
  }
  for (std::size_t k = 0; k < 4; ++k) {
    a[4 * k] = _mm512_unpacklo_epi64(b[4 * k], b[4 * k + 2]);
    a[4 * k + 1] = _mm512_unpackhi_epi64(b[4 * k], b[4 * k + 2]);
    a[4 * k + 2] = _mm512_unpacklo_epi64(b[4 * k + 1], b[4 * k + 3]);
    a[4 * k + 3] = _mm512_unpackhi_epi64(b[4 * k + 1], b[4 * k + 3]);
  }
  for (std::size_t k = 0; k < 4; ++k) {
    b[k] = _mm512_shuffle_i32x4(a[k], a[k + 4], 0x88);
    b[k + 4] = _mm512_shuffle_i32x4(a[k], a[k + 4], 0xDD);
    b[k + 8] = _mm512_shuffle_i32x4(a[k + 8], a[k + 12], 0x88);
    b[k + 12] = _mm512_shuffle_i32x4(a[k + 8], a[k + 12], 0xDD);
  }
  for (std::size_t k = 0; k < 4; ++k) {
    _mm512_store_si512(to[k], _mm512_shuffle_i32x4(b[k], b[k + 8], 0x88));
    _mm512_store_si512(to[k + 8], _mm512_shuffle_i32x4(b[k], b[k + 8], 0xDD));
    _mm512_store_si512(to[k + 4], _mm512_shuffle_i32x4(b[k + 4], b[k + 12], 0x88));
    _mm512_store_si512(to[k + 12], _mm512_shuffle_i32x4(b[k + 4], b[k + 12], 0xDD));
  }
}

// Two rows of 32 values as pairs; rows beyond the window count as zeros, as their weights are zeros.
ONRECORD_TILES inline void pack_values(const std::uint16_t* first, std::size_t stride, std::size_t rows, Work& work) {
  for (std::size_t k = 0; k < (rows + 31) / 32 * 32; k += 2) {
    const __m512i none = _mm512_setzero_si512();
    const __m512i a = k < rows ? _mm512_loadu_si512(first + k * stride) : none;
    const __m512i b = k + 1 < rows ? _mm512_loadu_si512(first + (k + 1) * stride) : none;
    for (std::size_t half = 0; half < 2; ++half) {
      const __m256i low = half == 0 ? _mm512_castsi512_si256(a) : _mm512_extracti64x4_epi64(a, 1);
      const __m256i high = half == 0 ? _mm512_castsi512_si256(b) : _mm512_extracti64x4_epi64(b, 1);
      const __m512i pairs =
          _mm512_or_si512(_mm512_cvtepu16_epi32(low), _mm512_slli_epi32(_mm512_cvtepu16_epi32(high), 16));
      _mm512_store_si512(work.values[k / 32][half][k % 32 / 2], pairs);
    }
  }
}

// Scores of 16 queries, two tiles of keys at a time.
ONRECORD_TILES inline void score(const std::uint16_t* queries, std::size_t stride, std::size_t padded, Work& work) {
  tile_barrier();
  _tile_loadd(0, queries, stride * 2);
  for (std::size_t k = 0; k < padded; k += 32) {
    _tile_zero(1);
    _tile_zero(2);
    _tile_loadd(3, work.keys[k / 16], 64);
    _tile_loadd(4, work.keys[k / 16 + 1], 64);
    _tile_dpbf16ps(1, 0, 3);
    _tile_dpbf16ps(2, 0, 4);
    _tile_stored(1, work.scores[0] + k, kMost * 4);
    _tile_stored(2, work.scores[0] + k + 16, kMost * 4);
  }
}

// 2^x for x <= 0, to 8e-5 relative (a minimax polynomial of the part behind the point).
ONRECORD_TILES inline __m512 power_of_two(__m512 x) {
  const __m512 whole = _mm512_roundscale_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  const __m512 part = _mm512_sub_ps(x, whole);
  __m512 p = _mm512_fmadd_ps(_mm512_set1_ps(0.05517166722F), part, _mm512_set1_ps(0.24261112205F));
  p = _mm512_fmadd_ps(p, part, _mm512_set1_ps(0.69326098580F));
  p = _mm512_fmadd_ps(p, part, _mm512_set1_ps(0.99992807356F));
  return _mm512_scalef_ps(p, whole);
}

// The greatest of the scores of one query.
ONRECORD_TILES inline float greatest(const float* scores, std::size_t rows) {
  const std::size_t whole = rows / kLanes;
  const auto rest = static_cast<__mmask16>((1U << rows % kLanes) - 1);
  __m512 most = _mm512_set1_ps(-INFINITY);
  for (std::size_t k = 0; k < whole; ++k) most = _mm512_max_ps(most, _mm512_load_ps(scores + k * kLanes));
  if (rest != 0) most = _mm512_mask_max_ps(most, rest, most, _mm512_load_ps(scores + whole * kLanes));
  return _mm512_reduce_max_ps(most);
}

// The weights of one query, not yet divided by their sum; returns 1 / sum. Keys from `rows` on get 0.
ONRECORD_TILES inline float soften(const float* scores, std::size_t rows, std::size_t padded,
                                   std::uint16_t* weights) {
  const __m512 factor = _mm512_set1_ps(1.44269504F / 5.65685425F);  // log2(e) / sqrt(32)
  const __m512 least = _mm512_mul_ps(_mm512_set1_ps(greatest(scores, rows)), factor);
  __m512 sum = _mm512_setzero_ps();
  for (std::size_t k = 0; k < padded; k += 2 * kLanes) {
    __m512 low = power_of_two(_mm512_fmsub_ps(_mm512_load_ps(scores + k), factor, least));
    __m512 high = power_of_two(_mm512_fmsub_ps(_mm512_load_ps(scores + k + kLanes), factor, least));
    if (k + 2 * kLanes > rows) {
      const auto present = static_cast<std::uint32_t>((std::uint64_t{1} << (rows - k)) - 1);
      low = _mm512_maskz_mov_ps(static_cast<__mmask16>(present), low);
      high = _mm512_maskz_mov_ps(static_cast<__mmask16>(present >> kLanes), high);
    }
    sum = _mm512_add_ps(sum, _mm512_add_ps(low, high));
    const __m512bh halves = _mm512_cvtne2ps_pbh(high, low);
    std::memcpy(weights + k, &halves, sizeof halves);
  }
  return 1.0F / _mm512_reduce_add_ps(sum);
}

// The weighted values of 16 queries, even and odd blocks of keys in sums of their own.
ONRECORD_TILES inline void mix(std::size_t padded, Work& work) {
  tile_barrier();
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t k = 0; k < padded; k += 64) {
    _tile_loadd(4, work.weights[0] + k, kMost * 2);
    _tile_loadd(5, work.values[k / 32][0], 64);
    _tile_loadd(6, work.values[k / 32][1], 64);
    _tile_dpbf16ps(0, 4, 5);
    _tile_dpbf16ps(1, 4, 6);
    if (k + 32 >= padded) break;
    _tile_loadd(4, work.weights[0] + k + 32, kMost * 2);
    _tile_loadd(5, work.values[k / 32 + 1][0], 64);
    _tile_loadd(6, work.values[k / 32 + 1][1], 64);
    _tile_dpbf16ps(2, 4, 5);
    _tile_dpbf16ps(3, 4, 6);
  }
  _tile_stored(0, work.mixed[0], 64);
  _tile_stored(1, work.mixed[1], 64);
  _tile_stored(2, work.mixed[2], 64);
  _tile_stored(3, work.mixed[3], 64);
}

ONRECORD_TILES void one_head(const std::uint16_t* head, std::size_t rows, std::size_t hidden, float* out,
                             Work& work) {
  const std::size_t stride = 3 * hidden, padded = (rows + 31) / 32 * 32;
  for (std::size_t k = 0; k < padded; k += 16) turn(head + hidden + k * stride, stride, work.keys[k / 16]);
  pack_values(head + 2 * hidden, stride, rows, work);
  for (std::size_t r = 0; r < rows; r += kQueries) {
    const std::size_t count = std::min(kQueries, rows - r);
    score(head + r * stride, stride, padded, work);
    for (std::size_t q = 0; q < count; ++q) work.factors[q] = soften(work.scores[q], rows, padded, work.weights[q]);
    mix(padded, work);
    for (std::size_t q = 0; q < count; ++q) {
      const __m512 factor = _mm512_set1_ps(work.factors[q]);
      for (std::size_t half = 0; half < 2; ++half) {
        const __m512 sum =
            _mm512_add_ps(_mm512_load_ps(work.mixed[half][q]), _mm512_load_ps(work.mixed[half + 2][q]));
        _mm512_storeu_ps(out + (r + q) * hidden + half * kLanes, _mm512_mul_ps(sum, factor));
      }
    }
  }
}

ONRECORD_TILES void all_heads(const std::uint16_t* qkv, std::size_t rows, std::size_t heads, float* out) {
  Work work;
  std::memset(work.weights, 0, sizeof work.weights);  // rows of queries that are not there are multiplied too
  _tile_loadconfig(&kTileLayout);
  for (std::size_t h = 0; h < heads; ++h) {
    one_head(qkv + h * kHeadSize, rows, heads * kHeadSize, out + h * kHeadSize, work);
  }
  _tile_release();
}

}  // namespace

void attention_in_tiles(const std::uint16_t* qkv, std::size_t rows, std::size_t heads, float* out) {
  all_heads(qkv, rows, heads, out);
}

}  // namespace onrecord::nn
#endif
