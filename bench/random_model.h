// SPDX-License-Identifier: Apache-2.0
// A model of full size with random weights, and windows of random pieces: what the speed of the encoder and the
// heads is measured on. What it answers means nothing.
#pragma once

#include <random>
#include <vector>

#include "nn/encoder.h"

namespace onrecord::bench {

// Sizes of label sets as training finds them.
struct RandomSizes {
  nn::Dimensions dimensions;
  std::size_t vocabulary = 30522, tags = 1000, lemmas = 500, relations = 50, names = 37;
};

// ERRORS: those of ModelFile::parse.
Result<nn::ModelFile> random_model(const RandomSizes& sizes);

// `count` windows of 180 to 250 pieces, about 1.15 pieces a word.
std::vector<nn::Window> random_windows(std::size_t count, std::size_t vocabulary, std::mt19937& random);

}  // namespace onrecord::bench
