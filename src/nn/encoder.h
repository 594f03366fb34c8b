// SPDX-License-Identifier: Apache-2.0
// Encoder: windows of word pieces in, one vector a word out (that of its first piece). A BERT of 6 layers with a
// shape embedding, one pass, no padding: the pieces of several windows stand one after the other in one matrix, and
// only attention looks at a window alone. What a window gives does not depend on its neighbours.
//
// Thread rule: an Encoder is const after make(); each thread brings its own EncoderScratch.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/attention_in_bytes.h"
#include "nn/linear.h"
#include "nn/model_file.h"

namespace onrecord::nn {

// The input of one window. REQUIRES: at most kMaxPieces pieces, [CLS] first and [SEP] last.
struct Window {
  std::vector<std::int32_t> pieces;
  std::vector<std::int8_t> shapes;   // of the piece's word; -1 for [CLS] and [SEP]
  std::vector<std::uint32_t> first;  // of each word, the position of its first piece
};

// Seconds by stage, for benchmarks.
struct EncoderTimes {
  enum Stage : std::size_t { Embed, Qkv, Attention, Attend, Up, Down, kStages };
  static constexpr std::array<const char*, kStages> kNames = {"embed",          "qkv",       "attention",
                                                              "attend + norm1", "up + GELU", "down + norm2"};
  std::array<double, kStages> seconds{};
};

struct EncoderScratch {
  LinearScratch linear;
  Matrix x, qkv, mixed;
  ByteHeads qkv_bytes;  // in place of qkv in 8 bits
  ByteAttentionScratch attention;
  std::vector<std::uint32_t> asked;     // rows of a window whose attention is wanted
  Rows x_rows, mixed_rows, inner_rows;  // as the linear maps take them
  EncoderTimes* times = nullptr;        // if not null, encode() adds what each stage takes
};

class Encoder {
 public:
  static Result<Encoder> make(const ModelFile& model, Precision precision);

  // `words` becomes (words of all windows, hidden), in window order.
  void encode(std::span<const Window> windows, Matrix& words, EncoderScratch& scratch) const;

 private:
  struct Norm {
    std::vector<float> weight, bias;
    void run(float* row) const;
  };
  struct Layer {
    std::size_t heads, inner;
    Linear qkv, attend, up, down;
    Norm norm1, norm2;
  };
  explicit Encoder(Precision precision) : precision_(precision) {}

  void embed(std::span<const Window> windows, EncoderScratch& scratch) const;
  void mix(const Layer& layer, std::span<const Window> windows, bool words_only, EncoderScratch& scratch) const;
  void add_and_norm(const Linear& linear, const Rows& in, const Norm& norm, EncoderScratch& scratch) const;
  void run_layer(const Layer& layer, std::span<const Window> windows, bool words_only, EncoderScratch& scratch) const;

  Precision precision_;
  Dimensions sizes_;
  std::vector<float> word_, position_, segment_, shape_;
  Norm norm_;
  std::vector<Layer> layers_;
};

}  // namespace onrecord::nn
