// SPDX-License-Identifier: Apache-2.0
// The fast operations against the plain ones, over sizes that do not fit the vectors, at every level of instructions
// that the machine has.
#include "nn/ops.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "nn/attention_in_bytes.h"
#include "nn/byte_weights.h"
#include "nn/isa.h"
#include "nn/linear.h"
#include "nn/reference.h"
#include "nn/spec.h"
#include "nn/tiles.h"

namespace onrecord::nn {
namespace {

std::vector<float> random_values(std::size_t count, unsigned seed, float spread = 2) {
  std::mt19937 random(seed);
  std::normal_distribution<float> value(0, spread);
  std::vector<float> out(count);
  for (float& x : out) x = value(random);
  return out;
}

void expect_near(const std::vector<float>& wanted, const float* found, float tolerance) {
  for (std::size_t k = 0; k < wanted.size(); ++k) ASSERT_NEAR(wanted[k], found[k], tolerance) << "value " << k;
}

class EveryIsa : public testing::TestWithParam<Isa> {
 protected:
  void SetUp() override {
    limit_isa(GetParam());
    if (isa() != GetParam()) GTEST_SKIP() << "this machine has not these instructions";
  }
  void TearDown() override { limit_isa(Isa::Avx512Vnni); }
};
using Ops = EveryIsa;
using Linears = EveryIsa;

constexpr Isa kLevels[] = {Isa::Plain, Isa::Avx2, Isa::AvxVnni, Isa::Avx512, Isa::Avx512Vnni};

std::string name_of(const testing::TestParamInfo<Isa>& level) {
  static const char* const kNames[] = {"plain", "avx2", "avx_vnni", "avx512", "avx512_vnni"};
  return kNames[static_cast<std::size_t>(level.param)];
}

INSTANTIATE_TEST_SUITE_P(At, Ops, testing::ValuesIn(kLevels), name_of);
INSTANTIATE_TEST_SUITE_P(At, Linears, testing::ValuesIn(kLevels), name_of);

TEST_P(Ops, LayerNormAndGeluAreTheReference) {
  for (const std::size_t cols : {1U, 15U, 16U, 17U, 384U}) {
    std::vector<float> plain = random_values(3 * cols, 1), fast = plain;
    const std::vector<float> weight = random_values(cols, 2), bias = random_values(cols, 3);
    reference::layer_norm(plain.data(), 3, cols, weight.data(), bias.data());
    layer_norm(fast.data(), 3, cols, weight.data(), bias.data());
    expect_near(plain, fast.data(), cols == 1 ? 1e-3F : 2e-5F);
    reference::gelu(plain.data(), plain.size());
    gelu(fast.data(), fast.size());
    expect_near(plain, fast.data(), 3e-5F);
  }
}

constexpr std::size_t kSomeRows[] = {1, 2, 3, 5, 15, 16, 17, 31, 32, 33, 200, 256};

// Queries, keys and values of some rows, and what the reference makes of them.
struct Attended {
  static constexpr std::size_t kHeads = 3, kHidden = kHeads * kHeadSize;
  std::vector<float> qkv, out;
  std::vector<std::uint32_t> all;

  explicit Attended(std::size_t rows)
      : qkv(random_values(rows * 3 * kHidden, static_cast<unsigned>(rows), 1)), out(rows * kHidden), all(rows) {
    std::iota(all.begin(), all.end(), 0U);
    reference::attention(qkv.data(), rows, kHeads, kHeadSize, out.data());
  }
  std::vector<float> in_bytes(std::span<const std::uint32_t> asked) const {
    ByteHeads bytes;
    bytes.resize(all.size(), kHeads);
    for (const std::uint32_t row : all) bytes.put(row, qkv.data() + row * 3 * kHidden);
    std::vector<float> found(asked.size() * kHidden);
    ByteAttentionScratch scratch;
    attention_in_bytes(bytes, 0, all.size(), asked, found.data(), scratch);
    return found;
  }
};

TEST_P(Ops, AttentionIsTheReference) {
  for (const std::size_t rows : kSomeRows) {
    const Attended plain(rows);
    std::vector<float> fast(plain.out.size());
    attention(plain.qkv.data(), rows, plain.all, Attended::kHeads, fast.data());
    expect_near(plain.out, fast.data(), 2e-5F);
  }
}

// What is left is the rounding of values and weights to 8 bits: 1/254 of the greatest of 32 values, 1/510 of the
// weight.
TEST_P(Ops, AttentionInBytesIsTheReferenceWithinItsBits) {
  for (const std::size_t rows : kSomeRows) {
    const Attended plain(rows);
    expect_near(plain.out, plain.in_bytes(plain.all).data(), 0.03F);
  }
}

TEST_P(Ops, AttentionOfSomeRowsIsThatOfAll) {
  const Attended plain(100);
  const std::vector<std::uint32_t> some = {0, 3, 4, 50, 51, 52, 99};
  std::vector<float> all(plain.out.size()), few(some.size() * Attended::kHidden);
  attention(plain.qkv.data(), 100, plain.all, Attended::kHeads, all.data());
  attention(plain.qkv.data(), 100, some, Attended::kHeads, few.data());
  const std::vector<float> bytes = plain.in_bytes(plain.all), few_bytes = plain.in_bytes(some);
  for (std::size_t k = 0; k < few.size(); ++k) {
    const std::size_t at = some[k / Attended::kHidden] * Attended::kHidden + k % Attended::kHidden;
    ASSERT_EQ(few[k], all[at]);
    ASSERT_EQ(few_bytes[k], bytes[at]);
  }
}

// Whole numbers are summed, and what is between them is computed in the same order everywhere.
TEST(Attention, InBytesIsTheSameOnEveryMachine) {
  const Attended some(77);
  limit_isa(Isa::Plain);
  const std::vector<float> plain = some.in_bytes(some.all);
  for (const Isa level : kLevels) {
    limit_isa(level);
    const std::vector<float> fast = some.in_bytes(some.all);
    for (std::size_t k = 0; k < plain.size(); ++k) ASSERT_EQ(plain[k], fast[k]) << "value " << k;
  }
  limit_isa(Isa::Avx512Vnni);
}

TEST_P(Ops, GeluIsTheReferenceFarOutToo) {
  std::vector<float> plain;
  for (float x = -12; x <= 12; x += 0.01F) plain.push_back(x);
  std::vector<float> fast = plain;
  reference::gelu(plain.data(), plain.size());
  gelu(fast.data(), fast.size());
  expect_near(plain, fast.data(), 3e-6F);
}

TEST_P(Ops, DotsAreTheReference) {
  for (const std::size_t cols : {1U, 15U, 16U, 33U, 128U}) {
    const std::size_t rows = 5, stride = cols + 3;
    const std::vector<float> a = random_values(cols, 1, 1), table = random_values(rows * stride, 2, 1);
    std::vector<float> plain(rows), fast(rows);
    for (std::size_t r = 0; r < rows; ++r) {
      const float none = 0;
      reference::linear(a.data(), 1, cols, table.data() + r * stride, &none, 1, &plain[r]);
      EXPECT_NEAR(plain[r], dot(a.data(), table.data() + r * stride, cols), 2e-5F);
    }
    dots(a.data(), table.data(), rows, stride, cols, fast.data());
    expect_near(plain, fast.data(), 2e-5F);
  }
}

TEST_P(Ops, TheGreatestScoreIsTheFirstOfEqualsWithItsProbability) {
  for (const std::size_t count : {1U, 2U, 15U, 16U, 17U, 1000U}) {
    std::vector<float> scores = random_values(count, static_cast<unsigned>(count));
    scores[count / 2] = scores[count - 1] = 9;
    double total = 0;
    for (const float score : scores) total += std::exp(static_cast<double>(score) - 9);
    const Greatest found = greatest_of(scores.data(), count);
    EXPECT_EQ(found.at, count / 2);
    EXPECT_NEAR(found.probability, 1 / total, 1e-6);
  }
}

TEST_P(Linears, EveryPrecisionIsTheReferenceWithinItsBits) {
  for (const std::size_t rows : {1U, 7U, 32U, 33U, 130U, 600U}) {
    const std::size_t inputs = 96, outputs = 37;
    const auto in = random_values(rows * inputs, 4, 1), weight = random_values(outputs * inputs, 5, 0.1F),
               bias = random_values(outputs, 6, 1);
    std::vector<float> plain(rows * outputs);
    reference::linear(in.data(), rows, inputs, weight.data(), bias.data(), outputs, plain.data());
    for (const auto& [precision, tolerance] :
         {std::pair{Precision::F32, 1e-4F}, {Precision::Bf16, 0.03F}, {Precision::Int8, 0.08F}}) {
      Result<Linear> linear = Linear::make(precision, weight.data(), bias.data(), outputs, inputs);
      ASSERT_TRUE(linear.ok());
      Matrix out;
      LinearScratch scratch;
      linear->run(in.data(), rows, out, scratch);
      ASSERT_EQ(out.rows(), rows);
      expect_near(plain, out.data(), tolerance);
    }
  }
}

constexpr Precision kPrecisions[] = {Precision::F32, Precision::Bf16, Precision::Int8};

// Tiles or oneDNN, blocks of any number of rows: a row does not see the rows beside it.
TEST_P(Linears, RowsDoNotDependOnTheBatch) {
  for (const bool forbidden : {false, true}) {
    forbid_tiles(forbidden);
    for (const Precision precision : kPrecisions) {
      const std::size_t inputs = 384, outputs = 80, rows = 300;
      const auto in = random_values(rows * inputs, 7), weight = random_values(outputs * inputs, 8, 0.1F),
                 bias = random_values(outputs, 9);
      Result<Linear> linear = Linear::make(precision, weight.data(), bias.data(), outputs, inputs);
      ASSERT_TRUE(linear.ok());
      Matrix together, apart;
      LinearScratch scratch;
      linear->run(in.data(), rows, together, scratch);
      for (const std::size_t count : {1U, 32U, 33U, 65U, 100U, 150U}) {
        for (std::size_t r = 0; r + count <= rows; r += count) {
          linear->run(in.data() + r * inputs, count, apart, scratch);
          for (std::size_t k = 0; k < count * outputs; ++k) ASSERT_EQ(apart.data()[k], together.row(r)[k]);
        }
      }
    }
  }
  forbid_tiles(false);
}

// In 8 bits everything sums the same whole numbers: tiles, oneDNN and our own products at every level.
TEST(Linear, EightBitsGiveTheSameSumsOnEveryMachine) {
  const std::size_t inputs = 199, outputs = 70, rows = 45;
  const auto in = random_values(rows * inputs, 7), weight = random_values(outputs * inputs, 8, 0.1F),
             zeros = std::vector<float>(outputs);
  const auto result = [&](Matrix& out) {
    LinearScratch scratch;
    Linear::make(Precision::Int8, weight.data(), zeros.data(), outputs, inputs)->run(in.data(), rows, out, scratch);
  };
  limit_isa(Isa::Plain);
  Matrix plain, fast;
  result(plain);
  for (const Isa level : kLevels) {
    for (const bool forbidden : {true, false}) {
      limit_isa(level);
      forbid_tiles(forbidden);
      result(fast);
      forbid_tiles(false);
      limit_isa(Isa::Avx512Vnni);
      for (std::size_t k = 0; k < rows * outputs; ++k) ASSERT_EQ(plain.data()[k], fast.data()[k]) << "value " << k;
    }
  }
}

// The greatest bytes there are overflow 16 bits in pairs, and must not.
TEST_P(Linears, SumsOfTheGreatestBytesAreExact) {
  constexpr std::size_t kRows = 32, kInputs = 67, kOutputs = 33, kRowBytes = 128;
  const std::vector<std::uint8_t> in(kRows * kRowBytes, 255);
  std::vector<std::int8_t> weight(kOutputs * kInputs, 127);
  for (std::size_t o = 0; o < kOutputs; o += 2)
    std::fill_n(weight.begin() + static_cast<long>(o * kInputs), kInputs, -127);
  ByteWeights weights;
  weights.pack(weight.data(), kInputs, kOutputs, kInputs);
  std::vector<std::int32_t> out(kRows * weights.stride());
  Matrix scratch;
  weights.multiply(in.data(), kRowBytes, kRows, out.data(), scratch);
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t o = 0; o < kOutputs; ++o) {
      ASSERT_EQ(out[r * weights.stride() + o], (o % 2 == 0 ? -1 : 1) * 255 * 127 * static_cast<int>(kInputs));
    }
  }
}

// Without products of bfloat16 it is f32, for rows and maps alike.
TEST(Linear, HalvesFallBackToF32) {
  forbid_tiles(true);
  const Precision in_force = available(Precision::Bf16);
  Rows rows;
  rows.resize(Precision::Bf16, 1, 64);
  EXPECT_EQ(rows.precision(), in_force);
  EXPECT_EQ(rows.row_bytes(), in_force == Precision::F32 ? 256U : 128U);
  forbid_tiles(false);
}

}  // namespace
}  // namespace onrecord::nn
