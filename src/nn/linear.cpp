// SPDX-License-Identifier: Apache-2.0
// The only file that knows oneDNN (2.6, C++ API).
#include "nn/linear.h"

#include <omp.h>

#include <array>
#include <cmath>
#include <cstring>
#include <mutex>
#include <oneapi/dnnl/dnnl.hpp>

#include "nn/ops.h"

namespace onrecord::nn {
namespace {

using dnnl::memory;
using Type = memory::data_type;

// Rows are fed in blocks of these sizes (the last one padded), so that few kernels are ever made.
constexpr std::array<std::size_t, 4> kBlocks = {32, 64, 128, 512};

std::size_t block_for(std::size_t rows) {
  for (std::size_t k = 0; k < kBlocks.size(); ++k) {
    if (rows <= kBlocks[k]) return k;
  }
  return kBlocks.size() - 1;
}

// Without VNNI, oneDNN multiplies pairs of bytes into 16 bits, which full-range bytes overflow: use 7 bits there.
bool has_vnni() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512vnni") != 0;
#else
  return true;
#endif
}

const dnnl::engine& cpu() {
  static const dnnl::engine kEngine(dnnl::engine::kind::cpu, 0);
  return kEngine;
}

// Round to nearest even, as hardware does.
std::uint16_t to_bf16(float value) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

struct Types {
  Type in, weight, out;
};

Types types_of(Precision precision) {
  switch (precision) {
    case Precision::Int8: return {Type::u8, Type::s8, Type::s32};
    case Precision::Bf16: return {Type::bf16, Type::bf16, Type::f32};
    default: return {Type::f32, Type::f32, Type::f32};
  }
}

}  // namespace

struct Linear::Impl {
  Precision precision = Precision::Int8;
  std::size_t outputs = 0, inputs = 0;
  std::vector<float> bias, column_scale;
  std::vector<std::int32_t> offset_sums;  // offset times the sum of a column's weights
  int limit = 127, offset = 128;

  memory packed;
  // Kernels are made on first use, one a block size.
  mutable std::array<std::once_flag, kBlocks.size()> made;
  mutable std::array<dnnl::matmul, kBlocks.size()> kernels;

  dnnl::matmul::primitive_desc describe(std::size_t rows, const memory::desc& weight) const;
  void pack(const float* weight);
  void multiply(std::size_t block, const void* in, void* out) const;

  void run_int8(const float* in, std::size_t rows, float* out, LinearScratch& scratch) const;
  void run_float(const float* in, std::size_t rows, float* out, LinearScratch& scratch) const;
};

dnnl::matmul::primitive_desc Linear::Impl::describe(std::size_t rows, const memory::desc& weight) const {
  const Types types = types_of(precision);
  const auto n = static_cast<memory::dim>(rows), k = static_cast<memory::dim>(inputs),
             m = static_cast<memory::dim>(outputs);
  const memory::desc in({n, k}, types.in, memory::format_tag::ab);
  const memory::desc out({n, m}, types.out, memory::format_tag::ab);
  return {dnnl::matmul::desc(in, weight, out), cpu()};
}

// Quantises or rounds the weights and lets oneDNN lay them out for its kernels.
void Linear::Impl::pack(const float* weight) {
  const Types types = types_of(precision);
  const auto k = static_cast<memory::dim>(inputs), m = static_cast<memory::dim>(outputs);
  std::vector<std::int8_t> bytes;
  std::vector<std::uint16_t> halves;
  const void* source = weight;
  if (precision == Precision::Int8) {
    bytes.resize(outputs * inputs);
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
      offset_sums.push_back(offset * sum);
    }
    source = bytes.data();
  } else if (precision == Precision::Bf16) {
    halves.resize(outputs * inputs);
    for (std::size_t i = 0; i < halves.size(); ++i) halves[i] = to_bf16(weight[i]);
    source = halves.data();
  }
  // Our rows are outputs, so the (k, m) matrix that oneDNN wants is stored column by column: "ba".
  memory plain({{k, m}, types.weight, memory::format_tag::ba}, cpu(), const_cast<void*>(source));
  const auto chosen = describe(kBlocks.back(), {{k, m}, types.weight, memory::format_tag::any});
  packed = memory(chosen.weights_desc(), cpu());
  dnnl::stream stream(cpu());
  dnnl::reorder(plain, packed).execute(stream, plain, packed);
  stream.wait();
}

void Linear::Impl::multiply(std::size_t block, const void* in, void* out) const {
  std::call_once(made[block], [&] { kernels[block] = dnnl::matmul(describe(kBlocks[block], packed.get_desc())); });
  const Types types = types_of(precision);
  const auto n = static_cast<memory::dim>(kBlocks[block]), k = static_cast<memory::dim>(inputs),
             m = static_cast<memory::dim>(outputs);
  memory in_memory({{n, k}, types.in, memory::format_tag::ab}, cpu(), const_cast<void*>(in));
  memory out_memory({{n, m}, types.out, memory::format_tag::ab}, cpu(), out);
  dnnl::stream stream(cpu());
  kernels[block].execute(stream, {{DNNL_ARG_SRC, in_memory}, {DNNL_ARG_WEIGHTS, packed}, {DNNL_ARG_DST, out_memory}});
  stream.wait();
}

void Linear::Impl::run_int8(const float* in, std::size_t rows, float* out, LinearScratch& scratch) const {
  const std::size_t block = block_for(rows), padded = kBlocks[block];
  scratch.bytes.resize(padded * inputs);
  scratch.sums.resize(padded * outputs);
  scratch.scales.resize(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    scratch.scales[r] = quantise_row(in + r * inputs, inputs, limit, offset, scratch.bytes.data() + r * inputs);
  }
  multiply(block, scratch.bytes.data(), scratch.sums.data());
  for (std::size_t r = 0; r < rows; ++r) {
    dequantise_row(scratch.sums.data() + r * outputs, outputs, scratch.scales[r], column_scale.data(),
                   offset_sums.data(), bias.data(), out + r * outputs);
  }
}

void Linear::Impl::run_float(const float* in, std::size_t rows, float* out, LinearScratch& scratch) const {
  const std::size_t block = block_for(rows), padded = kBlocks[block];
  scratch.padded.resize(padded, outputs);
  const void* source = nullptr;
  std::vector<float> wide;
  if (precision == Precision::Bf16) {
    scratch.halves.assign(padded * inputs, 0);
    for (std::size_t i = 0; i < rows * inputs; ++i) scratch.halves[i] = to_bf16(in[i]);
    source = scratch.halves.data();
  } else {
    wide.assign(padded * inputs, 0.0F);
    std::memcpy(wide.data(), in, rows * inputs * sizeof(float));
    source = wide.data();
  }
  multiply(block, source, scratch.padded.data());
  for (std::size_t r = 0; r < rows; ++r) {
    const float* sums = scratch.padded.row(r);
    for (std::size_t o = 0; o < outputs; ++o) out[r * outputs + o] = sums[o] + bias[o];
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
  impl->precision = precision;
  impl->outputs = outputs;
  impl->inputs = inputs;
  impl->bias.assign(bias, bias + outputs);
  if (!has_vnni()) {
    impl->limit = 63;
    impl->offset = 64;
  }
  try {
    omp_set_num_threads(1);
    impl->pack(weight);
  } catch (const dnnl::error& error) {
    return Error{ErrorCode::Internal, std::string("oneDNN: ") + error.what(), "linear layer"};
  }
  return Linear(std::move(impl));
}

void Linear::run(const float* in, std::size_t rows, Matrix& out, LinearScratch& scratch) const {
  out.resize(rows, impl_->outputs);
  omp_set_num_threads(1);  // per thread: one worker a core, no threads inside a product
  for (std::size_t begin = 0; begin < rows; begin += kBlocks.back()) {
    const std::size_t count = std::min(rows - begin, kBlocks.back());
    const float* from = in + begin * impl_->inputs;
    if (impl_->precision == Precision::Int8) impl_->run_int8(from, count, out.row(begin), scratch);
    else impl_->run_float(from, count, out.row(begin), scratch);
  }
}

}  // namespace onrecord::nn
