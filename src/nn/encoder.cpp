// SPDX-License-Identifier: Apache-2.0
#include "nn/encoder.h"

#include <chrono>
#include <cstring>
#include <numeric>

#include "nn/load_linear.h"
#include "nn/ops.h"

namespace onrecord::nn {
namespace {

constexpr std::size_t kChunkPieces = 1024;  // what fits the caches

std::size_t count_pieces(std::span<const Window> windows) {
  std::size_t count = 0;
  for (const Window& window : windows) count += window.pieces.size();
  return count;
}

std::size_t count_words(std::span<const Window> windows) {
  std::size_t count = 0;
  for (const Window& window : windows) count += window.first.size();
  return count;
}

// Tells the stage that has just ended how long it took.
class StageClock {
 public:
  explicit StageClock(EncoderTimes* times) : times_(times) {
    if (times_ != nullptr) begin_ = Clock::now();
  }
  void end(EncoderTimes::Stage stage) {
    if (times_ == nullptr) return;
    const Clock::time_point now = Clock::now();
    times_->seconds[stage] += std::chrono::duration<double>(now - begin_).count();
    begin_ = now;
  }

 private:
  using Clock = std::chrono::steady_clock;
  EncoderTimes* times_;
  Clock::time_point begin_;
};

}  // namespace

void Encoder::Norm::run(float* row) const { layer_norm(row, 1, weight.size(), weight.data(), bias.data()); }

Result<Encoder> Encoder::make(const ModelFile& model, Precision precision) {
  Encoder encoder(precision);
  const Dimensions d = model.dimensions();
  encoder.sizes_ = d;
  encoder.word_ = model.weight("embed.word.weight");
  encoder.position_ = model.weight("embed.position.weight");
  encoder.segment_ = model.weight("embed.segment");
  encoder.shape_ = model.weight("embed.shape.weight");
  encoder.norm_ = {model.weight("embed.norm.weight"), model.weight("embed.norm.bias")};
  for (std::size_t k = 0; k < d.layers(); ++k) {
    const std::size_t mixed = d.heads[k] * kHeadSize, inner = d.inner[k];
    const std::string name = "layer" + std::to_string(k) + '.';
    ONRECORD_TRY(Linear qkv, load_linear(model, name + "qkv", 3 * mixed, d.hidden, precision));
    ONRECORD_TRY(Linear attend, load_linear(model, name + "attend", d.hidden, mixed, precision));
    ONRECORD_TRY(Linear up, load_linear(model, name + "up", inner, d.hidden, precision));
    ONRECORD_TRY(Linear down, load_linear(model, name + "down", d.hidden, inner, precision));
    encoder.layers_.push_back({d.heads[k],
                               inner,
                               std::move(qkv),
                               std::move(attend),
                               std::move(up),
                               std::move(down),
                               {model.weight(name + "norm1.weight"), model.weight(name + "norm1.bias")},
                               {model.weight(name + "norm2.weight"), model.weight(name + "norm2.bias")}});
  }
  return encoder;
}

void Encoder::embed(std::span<const Window> windows, EncoderScratch& s) const {
  const std::size_t hidden = sizes_.hidden, rows = count_pieces(windows);
  s.x.resize(rows, hidden);
  s.x_rows.resize(precision_, rows, hidden);
  std::size_t row = 0;
  for (const Window& window : windows) {
    for (std::size_t at = 0; at < window.pieces.size(); ++at, ++row) {
      float* out = s.x.row(row);
      std::memcpy(out, word_.data() + static_cast<std::size_t>(window.pieces[at]) * hidden, hidden * sizeof(float));
      add(out, position_.data() + at * hidden, hidden);
      add(out, segment_.data(), hidden);
      if (window.shapes[at] >= 0)
        add(out, shape_.data() + static_cast<std::size_t>(window.shapes[at]) * hidden, hidden);
      norm_.run(out);
      s.x_rows.put(row, out);
    }
  }
}

// Queries, keys and values of all rows, and attention window by window. After the last layer only words count: with
// `words_only` the other rows are dropped, as soon as their keys and values have been seen.
void Encoder::mix(const Layer& layer, std::span<const Window> windows, bool words_only, EncoderScratch& s) const {
  const std::size_t hidden = sizes_.hidden, mixed = layer.heads * kHeadSize, rows = s.x.rows();
  const bool bytes = precision_ == Precision::Int8;
  StageClock clock(s.times);
  if (bytes) {
    s.qkv_bytes.resize(rows, layer.heads);
    layer.qkv.each(
        s.x_rows, [&](std::size_t row, const float* values) { s.qkv_bytes.put(row, values); }, s.linear);
  } else {
    layer.qkv.run(s.x_rows, s.qkv, s.linear);
  }
  clock.end(EncoderTimes::Qkv);
  s.mixed.resize(kMaxPieces, mixed);
  if (words_only) s.x_rows.resize(precision_, count_words(windows), hidden);
  s.mixed_rows.resize(precision_, s.x_rows.rows(), mixed);
  std::size_t begin = 0, out = 0;
  for (const Window& window : windows) {
    const std::size_t count = window.pieces.size();
    if (!words_only) s.asked.resize(count), std::iota(s.asked.begin(), s.asked.end(), 0U);
    const std::span<const std::uint32_t> asked = words_only ? std::span(window.first) : std::span(s.asked);
    if (bytes) attention_in_bytes(s.qkv_bytes, begin, count, asked, s.mixed.data(), s.attention);
    else attention(s.qkv.row(begin), count, asked, layer.heads, s.mixed.data());
    for (std::size_t k = 0; k < asked.size(); ++k, ++out) {
      s.mixed_rows.put(out, s.mixed.row(k));
      if (words_only) std::memmove(s.x.row(out), s.x.row(begin + asked[k]), hidden * sizeof(float));
    }
    begin += count;
  }
  clock.end(EncoderTimes::Attention);
}

// x = norm(x + linear(in)), row by row, and what the next map takes of it.
void Encoder::add_and_norm(const Linear& linear, const Rows& in, const Norm& norm, EncoderScratch& s) const {
  linear.each(
      in,
      [&](std::size_t row, const float* values) {
        float* x = s.x.row(row);
        add(x, values, sizes_.hidden);
        norm.run(x);
        s.x_rows.put(row, x);
      },
      s.linear);
}

void Encoder::run_layer(const Layer& layer, std::span<const Window> windows, bool words_only,
                        EncoderScratch& s) const {
  mix(layer, windows, words_only, s);
  StageClock clock(s.times);
  add_and_norm(layer.attend, s.mixed_rows, layer.norm1, s);
  clock.end(EncoderTimes::Attend);
  s.inner_rows.resize(precision_, s.mixed_rows.rows(), layer.inner);
  layer.up.each(
      s.x_rows,
      [&](std::size_t row, float* values) {
        gelu(values, layer.inner);
        s.inner_rows.put(row, values);
      },
      s.linear);
  clock.end(EncoderTimes::Up);
  add_and_norm(layer.down, s.inner_rows, layer.norm2, s);
  clock.end(EncoderTimes::Down);
}

void Encoder::encode(std::span<const Window> windows, Matrix& words, EncoderScratch& scratch) const {
  words.resize(count_words(windows), sizes_.hidden);
  std::size_t out = 0;
  while (!windows.empty()) {
    std::size_t count = 0;
    for (std::size_t pieces = 0; count < windows.size(); ++count) {
      pieces += windows[count].pieces.size();
      if (count > 0 && pieces > kChunkPieces) break;
    }
    const std::span<const Window> chunk = windows.first(count);
    StageClock clock(scratch.times);
    embed(chunk, scratch);
    clock.end(EncoderTimes::Embed);
    for (const Layer& layer : layers_) run_layer(layer, chunk, &layer == &layers_.back(), scratch);
    const std::size_t found = count_words(chunk);
    std::memcpy(words.row(out), scratch.x.data(), found * sizes_.hidden * sizeof(float));
    out += found;
    windows = windows.subspan(count);
  }
}

}  // namespace onrecord::nn
