// SPDX-License-Identifier: Apache-2.0
#include "nn/byte_weights.h"

#include "nn/byte_kernels.h"

namespace onrecord::nn {
namespace {

std::size_t whole(std::size_t count, std::size_t unit) { return (count + unit - 1) / unit; }

// To [outputs / 16][inputs / kGroup][16][kGroup], with zeros where there are no inputs or outputs.
template <typename Word, std::size_t kGroup, typename Given>
void lay_out(const Given* weight, std::size_t stride, std::size_t outputs, std::size_t inputs,
             std::vector<Word>& panels) {
  const std::size_t groups = whole(inputs, kGroup);
  panels.assign(whole(outputs, kPanel) * groups * kPanel * kGroup, 0);
  for (std::size_t o = 0; o < outputs; ++o) {
    const Given* row = weight + o * stride;
    Word* to = panels.data() + (o / kPanel * groups * kPanel + o % kPanel) * kGroup;
    std::size_t i = 0;
    for (; i + kGroup <= inputs; i += kGroup, to += kPanel * kGroup) {
      for (std::size_t k = 0; k < kGroup; ++k) to[k] = row[i + k];
    }
    for (std::size_t k = 0; i + k < inputs; ++k) to[k] = row[i + k];
  }
}

void widen_plain(const std::uint8_t* in, std::size_t count, std::int16_t* out) {
  for (std::size_t k = 0; k < count; ++k) out[k] = in[k];
}

void multiply_plain(const PanelRows& of, const std::int16_t* panel, std::int32_t* out, std::size_t stride) {
  for (std::size_t r = 0; r < of.rows; ++r) {
    const std::int16_t* row = of.in + r * of.row_words;
    std::int32_t sums[kPanel] = {};
    for (std::size_t p = 0; p < of.pairs; ++p) {
      const std::int16_t* weights = panel + p * kPanel * 2;
      for (std::size_t o = 0; o < kPanel; ++o)
        sums[o] += row[2 * p] * weights[2 * o] + row[2 * p + 1] * weights[2 * o + 1];
    }
    for (std::size_t o = 0; o < kPanel; ++o) out[r * stride + o] = sums[o];
  }
}

const WordKernels& kernels_of(Isa level) {
  static constexpr WordKernels kPlain = {widen_plain, multiply_plain};
#if defined(__x86_64__)
  if (level >= Isa::Avx512Vnni) return kAvx512VnniWords;
  if (level >= Isa::Avx512) return kAvx512Words;
  if (level >= Isa::Avx2) return kAvx2Words;
#endif
  return kPlain;
}

}  // namespace

void ByteWeights::pack(const std::int8_t* weight, std::size_t stride, std::size_t outputs, std::size_t inputs) {
  isa_ = isa();
  inputs_ = inputs;
  stride_ = whole(outputs, kPanel) * kPanel;
  const bool fours = isa_ == Isa::AvxVnni || isa_ == Isa::Avx512Vnni;
  if (fours) lay_out<std::int8_t, 4>(weight, stride, outputs, inputs, bytes_);
  else lay_out<std::int16_t, 2>(weight, stride, outputs, inputs, words_);
}

void ByteWeights::multiply(const std::uint8_t* in, std::size_t row_bytes, std::size_t rows, std::int32_t* out,
                           Matrix& scratch) const {
#if defined(__x86_64__)
  const std::size_t fours = whole(inputs_, 4);
  if (isa_ == Isa::Avx512Vnni) {
    multiply_bytes_avx512_vnni({in, row_bytes, rows, fours}, bytes_.data(), stride_, out);
    return;
  }
  if (isa_ == Isa::AvxVnni) {
    for (std::size_t o = 0; o < stride_; o += kPanel) {
      multiply_bytes_avx_vnni({in, row_bytes, rows, fours}, bytes_.data() + o * fours * 4, out + o, stride_);
    }
    return;
  }
#endif
  const WordKernels& use = kernels_of(isa_);
  const std::size_t pairs = whole(inputs_, 2);
  scratch.resize(rows, row_bytes * sizeof(std::int16_t) / sizeof(float));
  auto* words = reinterpret_cast<std::int16_t*>(scratch.data());
  use.widen(in, rows * row_bytes, words);
  // Outputs outside, rows inside: the weights of 16 outputs stay in a near cache for all rows.
  for (std::size_t o = 0; o < stride_; o += kPanel) {
    use.multiply({words, row_bytes, rows, pairs}, words_.data() + o * pairs * 2, out + o, stride_);
  }
}

void ByteWeights::multiply_and_scale([[maybe_unused]] const std::uint8_t* in, [[maybe_unused]] std::size_t row_bytes,
                                     [[maybe_unused]] std::size_t rows, [[maybe_unused]] const ByteScales& scales,
                                     [[maybe_unused]] float* out) const {
#if defined(__x86_64__)
  multiply_and_scale_avx512_vnni({in, row_bytes, rows, whole(inputs_, 4)}, bytes_.data(), stride_, scales, out);
#endif
}

void WordWeights::pack(const std::int16_t* weight, std::size_t stride, std::size_t outputs, std::size_t inputs) {
  inputs_ = inputs;
  stride_ = whole(outputs, kPanel) * kPanel;
  lay_out<std::int16_t, 2>(weight, stride, outputs, inputs, words_);
}

void WordWeights::multiply(const std::int16_t* in, std::size_t row_words, std::size_t rows, std::int32_t* out) const {
  const WordKernels& use = kernels_of(isa());
  const std::size_t pairs = whole(inputs_, 2);
  for (std::size_t o = 0; o < stride_; o += kPanel) {
    use.multiply({in, row_words, rows, pairs}, words_.data() + o * pairs * 2, out + o, stride_);
  }
}

}  // namespace onrecord::nn
