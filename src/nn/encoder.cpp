// SPDX-License-Identifier: Apache-2.0
#include "nn/encoder.h"

#include <cstring>

#include "nn/load_linear.h"
#include "nn/ops.h"

namespace onrecord::nn {
namespace {

constexpr std::size_t kChunkPieces = 512;  // what fits the caches

std::size_t count_pieces(std::span<const Window> windows) {
  std::size_t count = 0;
  for (const Window& window : windows) count += window.pieces.size();
  return count;
}

}  // namespace

void Encoder::Norm::run(Matrix& x) const { layer_norm(x.data(), x.rows(), x.cols(), weight.data(), bias.data()); }

Result<Encoder> Encoder::make(const ModelFile& model, Precision precision) {
  Encoder encoder;
  const Dimensions d = model.dimensions();
  encoder.sizes_ = d;
  encoder.word_ = model.weight("embed.word.weight");
  encoder.position_ = model.weight("embed.position.weight");
  encoder.segment_ = model.weight("embed.segment");
  encoder.shape_ = model.weight("embed.shape.weight");
  encoder.norm_ = {model.weight("embed.norm.weight"), model.weight("embed.norm.bias")};
  for (std::size_t k = 0; k < d.layers; ++k) {
    const std::string name = "layer" + std::to_string(k) + '.';
    ONRECORD_TRY(Linear qkv, load_linear(model, name + "qkv", 3 * d.hidden, d.hidden, precision));
    ONRECORD_TRY(Linear attend, load_linear(model, name + "attend", d.hidden, d.hidden, precision));
    ONRECORD_TRY(Linear up, load_linear(model, name + "up", d.inner, d.hidden, precision));
    ONRECORD_TRY(Linear down, load_linear(model, name + "down", d.hidden, d.inner, precision));
    encoder.layers_.push_back({std::move(qkv),
                               std::move(attend),
                               std::move(up),
                               std::move(down),
                               {model.weight(name + "norm1.weight"), model.weight(name + "norm1.bias")},
                               {model.weight(name + "norm2.weight"), model.weight(name + "norm2.bias")}});
  }
  return encoder;
}

void Encoder::embed(std::span<const Window> windows, Matrix& x) const {
  const std::size_t hidden = sizes_.hidden;
  x.resize(count_pieces(windows), hidden);
  std::size_t row = 0;
  for (const Window& window : windows) {
    for (std::size_t at = 0; at < window.pieces.size(); ++at, ++row) {
      float* out = x.row(row);
      std::memcpy(out, word_.data() + static_cast<std::size_t>(window.pieces[at]) * hidden, hidden * sizeof(float));
      add(out, position_.data() + at * hidden, hidden);
      add(out, segment_.data(), hidden);
      if (window.shapes[at] >= 0)
        add(out, shape_.data() + static_cast<std::size_t>(window.shapes[at]) * hidden, hidden);
    }
  }
  norm_.run(x);
}

void Encoder::run_layer(const Layer& layer, std::span<const Window> windows, EncoderScratch& s) const {
  const std::size_t hidden = sizes_.hidden, rows = s.x.rows();
  layer.qkv.run(s.x.data(), rows, s.qkv, s.linear);
  s.mixed.resize(rows, hidden);
  std::size_t begin = 0;
  for (const Window& window : windows) {
    attention(s.qkv.row(begin), window.pieces.size(), sizes_.heads(), s.mixed.row(begin));
    begin += window.pieces.size();
  }
  layer.attend.run(s.mixed.data(), rows, s.attended, s.linear);
  add(s.x.data(), s.attended.data(), rows * hidden);
  layer.norm1.run(s.x);
  layer.up.run(s.x.data(), rows, s.inner, s.linear);
  gelu(s.inner.data(), rows * sizes_.inner);
  layer.down.run(s.inner.data(), rows, s.down, s.linear);
  add(s.x.data(), s.down.data(), rows * hidden);
  layer.norm2.run(s.x);
}

void Encoder::encode(std::span<const Window> windows, Matrix& words, EncoderScratch& scratch) const {
  std::size_t total = 0;
  for (const Window& window : windows) total += window.first.size();
  words.resize(total, sizes_.hidden);
  std::size_t out = 0;
  while (!windows.empty()) {
    std::size_t count = 0;
    for (std::size_t pieces = 0; count < windows.size(); ++count) {
      pieces += windows[count].pieces.size();
      if (count > 0 && pieces > kChunkPieces) break;
    }
    const std::span<const Window> chunk = windows.first(count);
    embed(chunk, scratch.x);
    for (const Layer& layer : layers_) run_layer(layer, chunk, scratch);
    std::size_t begin = 0;
    for (const Window& window : chunk) {
      for (const std::uint32_t first : window.first) {
        std::memcpy(words.row(out++), scratch.x.row(begin + first), sizes_.hidden * sizeof(float));
      }
      begin += window.pieces.size();
    }
    windows = windows.subspan(count);
  }
}

}  // namespace onrecord::nn
