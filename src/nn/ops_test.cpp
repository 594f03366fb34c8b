// SPDX-License-Identifier: Apache-2.0
// The fast operations against the plain ones, over sizes that do not fit the vectors.
#include "nn/ops.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

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

TEST(Ops, LayerNormAndGeluAreTheReference) {
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

TEST(Ops, AttentionIsTheReference) {
  for (const std::size_t rows : {1U, 2U, 3U, 5U, 31U, 32U, 33U, 200U, 256U}) {
    const std::size_t heads = 3, hidden = heads * kHeadSize;
    const std::vector<float> qkv = random_values(rows * 3 * hidden, static_cast<unsigned>(rows), 1);
    std::vector<float> plain(rows * hidden), fast(rows * hidden);
    reference::attention(qkv.data(), rows, heads, kHeadSize, plain.data());
    attention(qkv.data(), rows, heads, fast.data());
    expect_near(plain, fast.data(), 2e-5F);
  }
}

TEST(Ops, GeluIsTheReferenceFarOutToo) {
  std::vector<float> plain;
  for (float x = -12; x <= 12; x += 0.01F) plain.push_back(x);
  std::vector<float> fast = plain;
  reference::gelu(plain.data(), plain.size());
  gelu(fast.data(), fast.size());
  expect_near(plain, fast.data(), 3e-6F);
}

TEST(Ops, DotsAreTheReference) {
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

TEST(Ops, TheGreatestScoreIsTheFirstOfEqualsWithItsProbability) {
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

// On values that bfloat16 holds: what is left is the rounding of the weights, 2^-9 of values of about 1.
TEST(Ops, AttentionInTilesIsTheReference) {
  if (!tiles_usable()) GTEST_SKIP() << "no tiles on this machine";
  for (const std::size_t rows : {1U, 2U, 15U, 16U, 17U, 31U, 32U, 33U, 64U, 65U, 200U, 256U}) {
    const std::size_t heads = 3, hidden = heads * kHeadSize, count = rows * 3 * hidden;
    std::vector<float> qkv = random_values(count, static_cast<unsigned>(rows), 1);
    // Not a number, where nothing may be looked at.
    std::vector<std::uint16_t> halves(count + kTileRows * 3 * hidden, 0x7FC0);
    to_halves(qkv.data(), count, halves.data());
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint32_t bits = static_cast<std::uint32_t>(halves[k]) << 16;
      std::memcpy(&qkv[k], &bits, sizeof bits);
    }
    std::vector<float> plain(rows * hidden), fast(rows * hidden);
    reference::attention(qkv.data(), rows, heads, kHeadSize, plain.data());
    attention_in_tiles(halves.data(), rows, heads, fast.data());
    expect_near(plain, fast.data(), 0.01F);
  }
}

TEST(Linear, EveryPrecisionIsTheReferenceWithinItsBits) {
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
TEST(Linear, RowsDoNotDependOnTheBatch) {
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

// In 8 bits tiles sum the same whole numbers as oneDNN.
TEST(Linear, TilesGiveTheBytesOfTheFallBack) {
  if (!tiles_usable()) GTEST_SKIP() << "no tiles on this machine";
  const std::size_t inputs = 200, outputs = 70, rows = 45;
  const auto in = random_values(rows * inputs, 7), weight = random_values(outputs * inputs, 8, 0.1F),
             bias = random_values(outputs, 9);
  Matrix with, without;
  LinearScratch scratch;
  Linear::make(Precision::Int8, weight.data(), bias.data(), outputs, inputs)->run(in.data(), rows, with, scratch);
  forbid_tiles(true);
  Linear::make(Precision::Int8, weight.data(), bias.data(), outputs, inputs)->run(in.data(), rows, without, scratch);
  forbid_tiles(false);
  for (std::size_t k = 0; k < rows * outputs; ++k) ASSERT_EQ(with.data()[k], without.data()[k]);
}

}  // namespace
}  // namespace onrecord::nn
