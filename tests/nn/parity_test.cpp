// SPDX-License-Identifier: Apache-2.0
// The tiny random model of training/export.py --tiny: what PyTorch made of two windows, and what this program makes
// of them, with the reference operations layer by layer and with the fast ones end to end.
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "nn/heads.h"
#include "nn/isa.h"
#include "nn/reference.h"
#include "nn/tiles.h"

namespace onrecord::nn {
namespace {

using Values = std::vector<float>;

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

ModelFile tiny_model() {
  Result<ModelFile> model = ModelFile::open("tests/nn/tiny.model");
  if (!model.ok()) ADD_FAILURE() << to_string(model.error());
  return std::move(model).value();
}

nlohmann::json expected() { return nlohmann::json::parse(bytes_of("tests/nn/tiny.json")); }

Window window_of(const nlohmann::json& row) { return {row["pieces"], row["shapes"], row["first"]}; }

void expect_near(const Values& wanted, const float* found, float tolerance, const char* what) {
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    ASSERT_NEAR(wanted[k], found[k], tolerance) << what << ", value " << k;
  }
}

// The encoder in the plain operations, returning the matrix after each layer.
std::vector<Values> reference_layers(const ModelFile& model, const Window& window) {
  const Dimensions d = model.dimensions();
  const std::size_t rows = window.pieces.size(), h = d.hidden;
  const Values word = model.weight("embed.word.weight"), position = model.weight("embed.position.weight"),
               segment = model.weight("embed.segment"), shape = model.weight("embed.shape.weight");
  Values x(rows * h);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < h; ++c) {
      x[r * h + c] = word[static_cast<std::size_t>(window.pieces[r]) * h + c] + position[r * h + c] + segment[c];
      if (window.shapes[r] >= 0) x[r * h + c] += shape[static_cast<std::size_t>(window.shapes[r]) * h + c];
    }
  }
  const auto norm = [&](const std::string& name) {
    reference::layer_norm(x.data(), rows, h, model.weight(name + ".weight").data(),
                          model.weight(name + ".bias").data());
  };
  const auto linear = [&](const std::string& name, const Values& in, std::size_t inputs, std::size_t outputs) {
    Values out(rows * outputs);
    reference::linear(in.data(), rows, inputs, model.weight(name + ".weight").data(),
                      model.weight(name + ".bias").data(), outputs, out.data());
    return out;
  };
  const auto add = [&](const Values& y) {
    for (std::size_t k = 0; k < x.size(); ++k) x[k] += y[k];
  };
  norm("embed.norm");
  std::vector<Values> layers{x};
  for (std::size_t k = 0; k < d.layers(); ++k) {
    const std::string name = "layer" + std::to_string(k) + '.';
    const std::size_t wide = d.heads[k] * kHeadSize;
    Values mixed(rows * wide);
    reference::attention(linear(name + "qkv", x, h, 3 * wide).data(), rows, d.heads[k], kHeadSize, mixed.data());
    add(linear(name + "attend", mixed, wide, h));
    norm(name + "norm1");
    Values inner = linear(name + "up", x, h, d.inner[k]);
    reference::gelu(inner.data(), inner.size());
    add(linear(name + "down", inner, d.inner[k], h));
    norm(name + "norm2");
    layers.push_back(x);
  }
  return layers;
}

TEST(Parity, ReferenceOperationsGiveWhatPyTorchGaveLayerByLayer) {
  const ModelFile model = tiny_model();
  for (const auto& row : expected()) {
    const auto layers = reference_layers(model, window_of(row));
    ASSERT_EQ(layers.size(), row["layers"].size());
    for (std::size_t k = 0; k < layers.size(); ++k) {
      expect_near(row["layers"][k].get<Values>(), layers[k].data(), 2e-4F, "layer");
    }
  }
}

// How far each precision may stray from PyTorch's f32, on values of about 1 to 10.
struct Case {
  Precision precision;
  float words, scores;
};
class EveryPrecision : public testing::TestWithParam<Case> {};

TEST_P(EveryPrecision, GivesWhatPyTorchGave) {
  const ModelFile model = tiny_model();
  Result<Encoder> encoder = Encoder::make(model, GetParam().precision);
  Result<Heads> heads = Heads::make(model, GetParam().precision);
  ASSERT_TRUE(encoder.ok() && heads.ok());
  for (const auto& row : expected()) {
    const Window window = window_of(row);
    const std::size_t count = window.first.size();
    EncoderScratch scratch;
    HeadScratch head_scratch;
    Matrix words, out;
    encoder->encode({&window, 1}, words, scratch);
    expect_near(row["words"].get<Values>(), words.data(), GetParam().words, "words");
    heads->scores(Heads::Label::Tag, words.data(), count, out, head_scratch);
    expect_near(row["tag"].get<Values>(), out.data(), GetParam().scores, "tag");
    heads->scores(Heads::Label::Name, words.data(), count, out, head_scratch);
    expect_near(row["name"].get<Values>(), out.data(), GetParam().scores, "name");
    heads->roles(words.data(), count, words.row(1), 1, out, head_scratch);
    expect_near(row["roles"].get<Values>(), out.data(), GetParam().scores, "roles");
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryPrecision,
                         testing::Values(Case{Precision::F32, 1e-3F, 5e-3F}, Case{Precision::Bf16, 0.15F, 0.6F},
                                         Case{Precision::Int8, 0.25F, 1.0F}),
                         [](const auto& one) {
                           return one.param.precision == Precision::F32    ? "f32"
                                  : one.param.precision == Precision::Bf16 ? "bf16"
                                                                           : "int8";
                         });

// The tree head against PyTorch's scores: the best tree of its table, and each arc's relation.
TEST(Parity, TreesComeFromTheSameScores) {
  const ModelFile model = tiny_model();
  Result<Heads> heads = Heads::make(model, Precision::F32);
  ASSERT_TRUE(heads.ok());
  for (const auto& row : expected()) {
    const Values words = row["words"], arcs = row["arcs"];
    const std::size_t count = row["first"].size();
    HeadScratch scratch;
    const Tree tree = heads->parse(words.data(), count, scratch);
    ASSERT_EQ(tree.heads.size(), count);
    int roots = 0;
    for (const std::uint32_t head : tree.heads) roots += head == 0 ? 1 : 0;
    EXPECT_EQ(roots, 1);
    EXPECT_EQ(arcs.size(), count * (count + 1));
  }
}

std::vector<Window> random_windows(std::size_t count, std::size_t vocabulary) {
  std::mt19937 random(3);
  std::vector<Window> windows(count);
  for (Window& window : windows) {
    const std::size_t pieces = 3 + random() % 254;
    for (std::size_t at = 0; at < pieces; ++at) {
      window.pieces.push_back(static_cast<std::int32_t>(random() % vocabulary));
      window.shapes.push_back(static_cast<std::int8_t>(random() % kShapes));
      if (at > 0 && at + 1 < pieces && random() % 4 != 0) window.first.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return windows;
}

// With tiles and without: windows together, alone, in another order, and on several threads at once.
TEST_P(EveryPrecision, AWindowGivesTheSameBytesWhateverStandsBesideIt) {
  const ModelFile model = tiny_model();
  const auto windows = random_windows(20, model.vocabulary().size());
  for (const bool forbidden : {false, true}) {
    forbid_tiles(forbidden);
    Result<Encoder> encoder = Encoder::make(model, GetParam().precision);
    ASSERT_TRUE(encoder.ok());
    EncoderScratch scratch;
    Matrix together;
    encoder->encode(windows, together, scratch);
    const auto check = [&](std::size_t at, Matrix& alone, EncoderScratch& own) {
      std::size_t begin = 0;
      for (std::size_t k = 0; k < at; ++k) begin += windows[k].first.size();
      encoder->encode({&windows[at], 1}, alone, own);
      const std::size_t bytes = alone.rows() * alone.cols() * sizeof(float);
      EXPECT_EQ(std::memcmp(alone.data(), together.row(begin), bytes), 0) << "window " << at;
    };
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 3; ++t) {
      threads.emplace_back([&, t] {
        EncoderScratch own;
        Matrix alone;
        for (std::size_t k = windows.size(); k-- > t;) check(k, alone, own);
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  forbid_tiles(false);
}

// Every level of instructions that the machine has, with tiles and without: in 8 bits the same bytes as the plain
// one.
TEST(Parity, EightBitsGiveTheSameBytesOnEveryProcessor) {
  const ModelFile model = tiny_model();
  const auto windows = random_windows(5, model.vocabulary().size());
  const std::size_t sentence = 30;
  const auto run = [&](Isa level, bool tiles, Matrix& words) {
    limit_isa(level);
    forbid_tiles(!tiles);
    EncoderScratch scratch;
    HeadScratch own;
    Encoder::make(model, Precision::Int8)->encode(windows, words, scratch);
    Tree tree = Heads::make(model, Precision::Int8)->parse(words.data(), sentence, own);
    limit_isa(Isa::Avx512Vnni);
    forbid_tiles(false);
    return tree;
  };
  Matrix plain, fast;
  const Tree wanted = run(Isa::Plain, false, plain);
  for (const Isa level : {Isa::Avx2, Isa::AvxVnni, Isa::Avx512, Isa::Avx512Vnni}) {
    for (const bool tiles : {false, true}) {
      const Tree found = run(level, tiles, fast);
      ASSERT_EQ(std::memcmp(plain.data(), fast.data(), plain.rows() * plain.cols() * sizeof(float)), 0);
      EXPECT_EQ(wanted.heads, found.heads);
      for (std::size_t w = 0; w < sentence; ++w) {
        EXPECT_EQ(wanted.relations[w].label, found.relations[w].label);
        EXPECT_EQ(wanted.relations[w].probability, found.relations[w].probability);
      }
    }
  }
}

// Sentences together and one by one, cues together and one by one: the same bytes. The empty sentence has no tree.
TEST_P(EveryPrecision, HeadsGiveTheSameForManyAsForOne) {
  const ModelFile model = tiny_model();
  Result<Heads> heads = Heads::make(model, GetParam().precision);
  ASSERT_TRUE(heads.ok());
  const std::size_t lengths[] = {1, 23, 0, 40, 130, 7, 33, 90, 2}, hidden = model.dimensions().hidden;
  std::mt19937 random(4);
  std::normal_distribution<float> value(0, 1);
  Values words(326 * hidden);
  for (float& x : words) x = value(random);
  HeadScratch scratch;
  const std::vector<Tree> together = heads->parse_all(words.data(), lengths, scratch);
  ASSERT_EQ(together.size(), std::size(lengths));
  const float* begin = words.data();
  for (std::size_t s = 0; s < together.size(); begin += lengths[s++] * hidden) {
    const Tree alone = heads->parse(begin, lengths[s], scratch);
    EXPECT_EQ(alone.heads, together[s].heads);
    ASSERT_EQ(together[s].relations.size(), lengths[s]);
    for (std::size_t w = 0; w < lengths[s]; ++w) {
      EXPECT_EQ(alone.relations[w].label, together[s].relations[w].label);
      EXPECT_EQ(alone.relations[w].probability, together[s].relations[w].probability);
    }
  }
  const RoleCue cues[] = {{words.data(), 3}, {words.data() + 5 * hidden, 40}};
  Matrix both, one;
  heads->roles_all(words.data(), 50, cues, both, scratch);
  for (std::size_t c = 0; c < 2; ++c) {
    heads->roles(words.data(), 50, cues[c].vector, cues[c].at, one, scratch);
    EXPECT_EQ(std::memcmp(one.data(), both.row(c * 50), 50 * kRoles * sizeof(float)), 0);
  }
}

// ---- files that cannot be used ---------------------------------------------------------------------------------

TEST(ModelFile, ShortenedAtAnyPointIsRefused) {
  const std::string whole = bytes_of("tests/nn/tiny.model");
  for (std::size_t size = 0; size < whole.size(); size += size < 4096 ? 97 : 7919) {
    const Result<ModelFile> model = ModelFile::parse(whole.substr(0, size), "short");
    ASSERT_FALSE(model.ok()) << size;
    EXPECT_EQ(model.error().code, ErrorCode::BadInput) << size;
  }
}

TEST(ModelFile, AnotherVersionIsRefusedByName) {
  std::string bytes = bytes_of("tests/nn/tiny.model");
  bytes[8] = 9;
  const Result<ModelFile> model = ModelFile::parse(bytes, "future.model");
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().code, ErrorCode::WrongVersion);
  EXPECT_EQ(model.error().where, "future.model");
  EXPECT_NE(model.error().message.find("version 9"), std::string::npos);
}

TEST(ModelFile, AMislabelledWeightIsRefusedByName) {
  std::string bytes = bytes_of("tests/nn/tiny.model");
  const std::size_t at = bytes.find("\"role_inner.bias\"");
  ASSERT_NE(at, std::string::npos);
  bytes[at + 1] = 'R';
  const Result<ModelFile> model = ModelFile::parse(bytes, "odd.model");
  ASSERT_FALSE(model.ok());
  EXPECT_NE(model.error().message.find("role_inner.bias"), std::string::npos);
}

TEST(ModelFile, EveryLayerHasItsOwnWidth) {
  const Result<ModelFile> model = ModelFile::open("tests/nn/tiny.model");
  ASSERT_TRUE(model.ok());
  EXPECT_EQ(model.value().dimensions().heads, (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(model.value().dimensions().inner, (std::vector<std::size_t>{48, 80}));
}

TEST(ModelFile, WidthsThatAreNoListsAreRefused) {
  for (const std::string wrong : {"[1, 0]", "[    ]", "     1", "[ 1 ] ", "[1, 3]"}) {
    std::string bytes = bytes_of("tests/nn/tiny.model");
    const std::string mark = "\"heads\": ";
    const std::size_t at = bytes.find(mark);
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at + mark.size(), wrong.size(), wrong);
    const Result<ModelFile> model = ModelFile::parse(bytes, "odd.model");
    ASSERT_FALSE(model.ok()) << wrong;
    EXPECT_EQ(model.error().code, ErrorCode::BadInput) << wrong;
  }
}

TEST(ModelFile, WhatIsNoModelIsRefused) {
  EXPECT_EQ(ModelFile::open("tests/nn/absent.model").error().code, ErrorCode::NotFound);
  EXPECT_EQ(ModelFile::open("tests/nn/tiny.json").error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace onrecord::nn
