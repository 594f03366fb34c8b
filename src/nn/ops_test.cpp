// SPDX-License-Identifier: Apache-2.0
// The fast operations against the plain ones, over sizes that do not fit the vectors.
#include "nn/ops.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "nn/linear.h"
#include "nn/reference.h"
#include "nn/spec.h"

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

// Whole numbers sum exactly: a row of the 8-bit product does not see the rows beside it.
TEST(Linear, EightBitRowsDoNotDependOnTheBatch) {
  const std::size_t inputs = 64, outputs = 48, rows = 150;
  const auto in = random_values(rows * inputs, 7), weight = random_values(outputs * inputs, 8, 0.1F),
             bias = random_values(outputs, 9);
  Result<Linear> linear = Linear::make(Precision::Int8, weight.data(), bias.data(), outputs, inputs);
  ASSERT_TRUE(linear.ok());
  Matrix together, alone;
  LinearScratch scratch;
  linear->run(in.data(), rows, together, scratch);
  for (std::size_t r = 0; r < rows; ++r) {
    linear->run(in.data() + r * inputs, 1, alone, scratch);
    for (std::size_t o = 0; o < outputs; ++o) ASSERT_EQ(alone.row(0)[o], together.row(r)[o]);
  }
}

}  // namespace
}  // namespace onrecord::nn
