// SPDX-License-Identifier: Apache-2.0
// The only file that knows oneDNN (2.6, C++ API).
#include "nn/linear.h"

#include <omp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <mutex>
#include <oneapi/dnnl/dnnl.hpp>
#include <optional>

#include "nn/byte_weights.h"
#include "nn/float_weights.h"
#include "nn/isa.h"
#include "nn/ops.h"
#include "nn/tiles.h"

namespace onrecord::nn {
namespace {

using dnnl::memory;
using Type = memory::data_type;

// Rows are multiplied in blocks, so that the sums of a block are still in the cache when they are finished. The last
// block is shorter, in whole tiles' rows: few kernels are ever made, and little is padded.
constexpr std::size_t kBlock = 64, kBlockSizes = kBlock / kTileRows;

constexpr std::size_t kByteRows = 8;  // that our own products of bytes take together

std::size_t whole(std::size_t count, std::size_t unit) { return (count + unit - 1) / unit * unit; }

// 8 bits of activations: round(x / scale) + kByteOffset, within kByteLimit of it. The same on every machine, as every
// kernel of bytes sums exactly.
constexpr int kByteLimit = 127, kByteOffset = 128;

const dnnl::engine& cpu() {
  static const dnnl::engine kEngine(dnnl::engine::kind::cpu, 0);
  return kEngine;
}

Type type_of(Precision precision) { return precision == Precision::Bf16 ? Type::bf16 : Type::f32; }

// Of one input.
std::size_t bytes_of(Precision precision) {
  return precision == Precision::Int8 ? 1 : precision == Precision::Bf16 ? 2 : 4;
}

// Whether oneDNN may use the instructions of `level`: it is asked, as it may be told to use less than the processor
// has.
bool onednn_has(dnnl::cpu_isa level) {
  static const auto kHas = static_cast<unsigned>(dnnl::get_effective_cpu_isa());
  const auto wanted = static_cast<unsigned>(level);
  return (kHas & wanted) == wanted;
}

// Whether oneDNN's products are what we want of them. Of f32, from AVX-512 on (float_weights.h says why).
bool onednn_good_for(Precision precision) {
  return precision == Precision::Bf16 || (onednn_has(dnnl::cpu_isa::avx512_core) && isa() >= Isa::Avx512);
}

// Whether oneDNN has products of bfloat16 for this machine: version 2.6 has none without AVX-512.
bool onednn_has_halves() {
  static const bool kHas = [] {
    try {
      const memory::desc matrix({32, 32}, Type::bf16, memory::format_tag::ab);
      const memory::desc out({32, 32}, Type::f32, memory::format_tag::ab);
      return static_cast<bool>(dnnl::matmul::primitive_desc(dnnl::matmul::desc(matrix, matrix, out), cpu()));
    } catch (const dnnl::error&) {
      return false;
    }
  }();
  return kHas;
}

}  // namespace

Precision available(Precision asked) {
  return asked == Precision::Bf16 && !tiles_usable() && !onednn_has_halves() ? Precision::F32 : asked;
}

void Rows::resize(Precision precision, std::size_t rows, std::size_t cols) {
  precision = available(precision);
  precision_ = precision;
  rows_ = rows;
  cols_ = cols;
  const std::size_t padded = whole(rows, kTileRows);
  memory_.resize(padded, whole(cols * bytes_of(precision), kTileBytes) / sizeof(float));
  if (padded > rows) std::memset(memory_.row(rows), 0, (padded - rows) * row_bytes());
  if (precision == Precision::Int8) scales_.resize(padded, 0);
}

void Rows::put(std::size_t row, const float* values) {
  auto* out = reinterpret_cast<std::uint8_t*>(memory_.row(row));
  const std::size_t bytes = cols_ * bytes_of(precision_);
  if (precision_ == Precision::Int8) {
    scales_[row] = quantise_row(values, cols_, kByteLimit, kByteOffset, out);
  } else if (precision_ == Precision::Bf16) {
    to_halves(values, cols_, reinterpret_cast<std::uint16_t*>(out));
  } else {
    std::memcpy(out, values, bytes);
  }
  if (row_bytes() > bytes) std::memset(out + bytes, 0, row_bytes() - bytes);
}

void Rows::put_all(const float* values) {
  for (std::size_t r = 0; r < rows_; ++r) put(r, values + r * cols_);
}

struct Linear::Impl {
  Precision precision = Precision::Int8;
  std::size_t outputs = 0, inputs = 0;
  std::vector<float> bias, column_scale;
  std::vector<std::int32_t> offset_sums;  // offset times the sum of a column's weights

  // One of four: tiles if the machine has them, our own products of bytes, oneDNN's of f32 and bfloat16, our own
  // where those are not good enough.
  std::optional<TileWeights> tiles;
  std::optional<ByteWeights> own_bytes;
  std::optional<FloatWeights> own_floats;
  memory packed;
  // Kernels are made on first use, one a number of rows.
  mutable std::array<std::once_flag, kBlockSizes> made;
  mutable std::array<dnnl::matmul, kBlockSizes> kernels;
  mutable std::array<memory::desc, kBlockSizes> kernel_memory;  // that a call must bring

  std::size_t sums_stride() const;
  std::size_t row_bytes() const { return whole(inputs * bytes_of(precision), kTileBytes); }
  memory::desc rows_of(std::size_t rows) const;
  dnnl::matmul::primitive_desc describe(std::size_t rows, const memory::desc& weight) const;
  std::vector<std::int8_t> quantise(const float* weight);
  void pack(const float* weight);
  void pack_for_onednn(const void* weight);
  void multiply(const std::uint8_t* in, std::size_t rows, LinearScratch& scratch) const;
  void make_kernel(std::size_t rows) const;
  void finish(const float* sums, float scale, float* out) const;
};

std::size_t Linear::Impl::sums_stride() const {
  if (tiles) return tiles->stride();
  if (own_bytes) return own_bytes->stride();
  return own_floats ? own_floats->stride() : outputs;
}

memory::desc Linear::Impl::rows_of(std::size_t rows) const {
  const auto n = static_cast<memory::dim>(rows), k = static_cast<memory::dim>(inputs);
  return {{n, k}, type_of(precision), memory::dims{static_cast<memory::dim>(row_bytes() / bytes_of(precision)), 1}};
}

dnnl::matmul::primitive_desc Linear::Impl::describe(std::size_t rows, const memory::desc& weight) const {
  const auto n = static_cast<memory::dim>(rows), m = static_cast<memory::dim>(outputs);
  const memory::desc out({n, m}, Type::f32, memory::format_tag::ab);
  dnnl::primitive_attr own_memory;  // else threads would share the kernel's
  own_memory.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  return {dnnl::matmul::desc(rows_of(rows), weight, out), own_memory, cpu()};
}

// Weights to 8 bits, each output with a scale of its own.
std::vector<std::int8_t> Linear::Impl::quantise(const float* weight) {
  std::vector<std::int8_t> bytes(outputs * inputs);
  for (std::size_t o = 0; o < outputs; ++o) {
    const float* row = weight + o * inputs;
    float most = 0;
    for (std::size_t i = 0; i < inputs; ++i) most = std::max(most, std::fabs(row[i]));
    column_scale.push_back(most == 0 ? 1.0F : most / 127.0F);
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < inputs; ++i) {
      const auto q = static_cast<std::int8_t>(std::lround(row[i] / column_scale[o]));
      bytes[o * inputs + i] = q;
      sum += q;
    }
    offset_sums.push_back(kByteOffset * sum);
  }
  return bytes;
}

// Quantises or rounds the weights and lays them out for the kernels.
void Linear::Impl::pack(const float* weight) {
  std::vector<std::int8_t> bytes;
  std::vector<std::uint16_t> halves;
  const void* source = weight;
  if (precision == Precision::Int8) {
    bytes = quantise(weight);
    source = bytes.data();
  } else if (precision == Precision::Bf16) {
    halves.resize(outputs * inputs);
    to_halves(weight, halves.size(), halves.data());
    source = halves.data();
  }
  if (precision != Precision::F32 && tiles_usable()) {
    tiles.emplace(precision == Precision::Int8 ? TileType::Bytes : TileType::Halves, source, outputs, inputs);
  } else if (precision == Precision::Int8) {
    own_bytes.emplace().pack(bytes.data(), inputs, outputs, inputs);
    bias.resize(own_bytes->stride(), 0);
    column_scale.resize(own_bytes->stride(), 0);
    offset_sums.resize(own_bytes->stride(), 0);
  } else if (onednn_good_for(precision)) {
    pack_for_onednn(source);
  } else {
    own_floats.emplace(weight, outputs, inputs);
  }
}

void Linear::Impl::pack_for_onednn(const void* weight) {
  omp_set_num_threads(1);
  const Type type = type_of(precision);
  const auto k = static_cast<memory::dim>(inputs), m = static_cast<memory::dim>(outputs);
  // Our rows are outputs, so the (k, m) matrix that oneDNN wants is stored column by column: "ba".
  memory plain({{k, m}, type, memory::format_tag::ba}, cpu(), const_cast<void*>(weight));
  packed = memory(describe(kBlock, {{k, m}, type, memory::format_tag::any}).weights_desc(), cpu());
  dnnl::stream stream(cpu());
  dnnl::reorder(plain, packed).execute(stream, plain, packed);
  stream.wait();
}

void Linear::Impl::make_kernel(std::size_t rows) const {
  const auto chosen = describe(rows, packed.get_desc());
  kernels[rows / kTileRows - 1] = dnnl::matmul(chosen);
  kernel_memory[rows / kTileRows - 1] = chosen.scratchpad_desc();
}

// To scratch.sums. REQUIRES: rows a multiple of kTileRows, at most kBlock.
void Linear::Impl::multiply(const std::uint8_t* in, std::size_t rows, LinearScratch& scratch) const {
  float* out = scratch.sums.data();
  if (tiles) return tiles->multiply(in, rows, out);
  if (own_bytes)
    return own_bytes->multiply(in, row_bytes(), rows, reinterpret_cast<std::int32_t*>(out), scratch.kernel);
  if (own_floats)
    return own_floats->multiply(reinterpret_cast<const float*>(in), row_bytes() / sizeof(float), rows, out);
  const std::size_t size = rows / kTileRows - 1;
  std::call_once(made[size], [&] { make_kernel(rows); });
  const auto n = static_cast<memory::dim>(rows), m = static_cast<memory::dim>(outputs);
  scratch.kernel.resize(1, kernel_memory[size].get_size() / sizeof(float) + 1);
  memory in_memory(rows_of(rows), cpu(), const_cast<std::uint8_t*>(in));
  memory out_memory({{n, m}, Type::f32, memory::format_tag::ab}, cpu(), out);
  memory own_memory(kernel_memory[size], cpu(), scratch.kernel.data());
  dnnl::stream stream(cpu());
  kernels[size].execute(stream, {{DNNL_ARG_SRC, in_memory},
                                 {DNNL_ARG_WEIGHTS, packed},
                                 {DNNL_ARG_DST, out_memory},
                                 {DNNL_ARG_SCRATCHPAD, own_memory}});
  stream.wait();
}

// From sums to the result: scales in 8 bits, and the bias. `sums` are s32 there, f32 else.
void Linear::Impl::finish(const float* sums, float scale, float* out) const {
  if (precision == Precision::Int8) {
    dequantise_row(reinterpret_cast<const std::int32_t*>(sums), outputs, scale, column_scale.data(),
                   offset_sums.data(), bias.data(), out);
  } else {
    std::memcpy(out, sums, outputs * sizeof(float));
    add(out, bias.data(), outputs);
  }
}

Linear::Linear(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Linear::Linear(Linear&&) noexcept = default;
Linear& Linear::operator=(Linear&&) noexcept = default;
Linear::~Linear() = default;

std::size_t Linear::outputs() const { return impl_->outputs; }
std::size_t Linear::inputs() const { return impl_->inputs; }

Result<Linear> Linear::make(Precision precision, const float* weight, const float* bias, std::size_t outputs,
                            std::size_t inputs) {
  auto impl = std::make_unique<Impl>();
  impl->precision = available(precision);
  impl->outputs = outputs;
  impl->inputs = inputs;
  impl->bias.assign(bias, bias + outputs);
  try {
    impl->pack(weight);
  } catch (const dnnl::error& error) {
    return Error{ErrorCode::Internal, std::string("oneDNN: ") + error.what(), "linear layer"};
  }
  return Linear(std::move(impl));
}

void Linear::each(const Rows& in, const Take& take, LinearScratch& scratch) const {
  const Impl& impl = *impl_;
  if (!impl.tiles) omp_set_num_threads(1);  // per thread: one worker a core, no threads inside a product
  scratch.sums.resize(kBlock, impl.sums_stride());
  scratch.finished.resize(1, impl.outputs);
  const bool in_one_go = impl.own_bytes && impl.own_bytes->scales_too();
  for (std::size_t begin = 0; begin < in.rows(); begin += kBlock) {
    const std::size_t count = std::min(in.rows() - begin, kBlock);
    if (in_one_go) {
      const ByteScales scales = {in.scales(begin), impl.column_scale.data(), impl.offset_sums.data(),
                                 impl.bias.data()};
      impl.own_bytes->multiply_and_scale(in.row(begin), in.row_bytes(), whole(count, kByteRows), scales,
                                         scratch.sums.data());
      for (std::size_t r = 0; r < count; ++r) take(begin + r, scratch.sums.row(r));
      continue;
    }
    impl.multiply(in.row(begin), whole(count, kTileRows), scratch);
    for (std::size_t r = 0; r < count; ++r) {
      const float scale = impl.precision == Precision::Int8 ? in.scale(begin + r) : 1;
      impl.finish(scratch.sums.row(r), scale, scratch.finished.data());
      take(begin + r, scratch.finished.data());
    }
  }
}

void Linear::run(const Rows& in, Matrix& out, LinearScratch& scratch) const {
  out.resize(in.rows(), impl_->outputs);
  const std::size_t bytes = impl_->outputs * sizeof(float);
  each(
      in, [&](std::size_t row, const float* values) { std::memcpy(out.row(row), values, bytes); }, scratch);
}

void Linear::run(const float* in, std::size_t rows, Matrix& out, LinearScratch& scratch) const {
  scratch.rows.resize(impl_->precision, rows, impl_->inputs);
  scratch.rows.put_all(in);
  run(scratch.rows, out, scratch);
}

}  // namespace onrecord::nn
