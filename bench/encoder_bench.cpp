// SPDX-License-Identifier: Apache-2.0
// encoder_bench [--precision int8|bf16|f32] [--tiles yes|no] [--isa LEVEL] [--model FILE] [--windows N] [--repeats
// N]: word pieces a second of the encoder and words a second of the heads, on one thread, the best of N repeats by
// CPU time, with the time of each stage. LEVEL (plain, avx2, avx-vnni, avx512) forbids our own kernels what is above
// it; oneDNN's are limited by DNNL_MAX_CPU_ISA. Without a model, one with random weights of full size is made. A loop
// of products and sums that touches no memory is timed before each repeat: where it falls, a neighbour was loud, not
// the encoder slow.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "nn/heads.h"
#include "nn/isa.h"
#include "nn/tiles.h"
#include "random_model.h"

namespace onrecord::bench {
namespace {

double user_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// GFLOP/s of products and sums in registers (256 bits wide, not fused: an eighth to a half of what the widest units
// do).
#if defined(__x86_64__)
__attribute__((target("avx2,fma")))
#endif
double
peak() {
  using Lanes = float __attribute__((vector_size(32)));
  constexpr int kSteps = 4'000'000, kChains = 10;
  Lanes chains[kChains] = {}, factor = Lanes{} + 0.999F, addend = Lanes{} + 0.5F;
  const double begin = user_seconds();
  for (int step = 0; step < kSteps; ++step) {
    for (Lanes& chain : chains) chain = chain * factor + addend;
  }
  const double taken = user_seconds() - begin;
  Lanes sum = {};
  for (const Lanes& chain : chains) sum += chain;
  return sum[0] == 0 ? 0 : 2.0 * 8 * kChains * kSteps / taken / 1e9;  // never 0: the loop must stay
}

struct Options {
  nn::Precision precision = nn::Precision::Int8;
  const char* model = nullptr;
  std::size_t windows = 32;
  int repeats = 7;
};

// The levels of nn/isa.h by name; the highest for any other word.
nn::Isa isa_named(std::string_view name) {
  if (name == "plain") return nn::Isa::Plain;
  if (name == "avx2") return nn::Isa::Avx2;
  if (name == "avx-vnni") return nn::Isa::AvxVnni;
  return name == "avx512" ? nn::Isa::Avx512 : nn::Isa::Avx512Vnni;
}

Options read(int argc, char** argv) {
  Options options;
  for (int k = 1; k + 1 < argc; k += 2) {
    const std::string_view name = argv[k], value = argv[k + 1];
    if (name == "--precision") {
      options.precision = value == "f32"    ? nn::Precision::F32
                          : value == "bf16" ? nn::Precision::Bf16
                                            : nn::Precision::Int8;
    }
    if (name == "--tiles") nn::forbid_tiles(value == "no");
    if (name == "--isa") nn::limit_isa(isa_named(value));
    if (name == "--model") options.model = argv[k + 1];
    if (name == "--windows") options.windows = std::strtoul(argv[k + 1], nullptr, 10);
    if (name == "--repeats") options.repeats = std::atoi(argv[k + 1]);
  }
  return options;
}

// Runs `work` over and over and prints the best rate of `count` things by CPU time; returns its seconds.
template <typename Work>
double best(const char* what, const char* unit, std::size_t count, int repeats, const Work& work) {
  double user = 1e9, wall = 1e9, fastest = 0, slowest = 1e9;
  work();  // makes kernels and fills caches
  for (int k = 0; k < repeats; ++k) {
    const double now = peak();
    fastest = std::max(fastest, now);
    slowest = std::min(slowest, now);
    const double user_begin = user_seconds(), wall_begin = wall_seconds();
    work();
    user = std::min(user, user_seconds() - user_begin);
    wall = std::min(wall, wall_seconds() - wall_begin);
  }
  const auto n = static_cast<double>(count);
  std::printf("%-22s %9.0f %s/s by CPU time, %9.0f by the clock   (peak %.0f to %.0f GFLOP/s)\n", what, n / user,
              unit, n / wall, slowest, fastest);
  return user;
}

void print_stages(const nn::EncoderTimes& times) {
  double total = 0;
  for (const double seconds : times.seconds) total += seconds;
  for (std::size_t k = 0; k < times.seconds.size(); ++k) {
    std::printf("  %-20s %5.1f %%\n", nn::EncoderTimes::kNames[k], 100 * times.seconds[k] / total);
  }
}

// What the heads make of the words: five labels, trees of ten sentences a window, roles of two cues a window.
class HeadsBench {
 public:
  HeadsBench(const nn::Heads& heads, const std::vector<nn::Window>& windows, const nn::Matrix& words)
      : heads_(heads), words_(words) {
    for (const nn::Window& window : windows) {
      const std::size_t count = window.first.size(), sentence = (count + 9) / 10;
      windows_.push_back(count);
      for (std::size_t at = 0; at < count; at += sentence) sentences_.push_back(std::min(sentence, count - at));
    }
  }

  void labels() {
    using Label = nn::Heads::Label;
    for (const Label label : {Label::Tag, Label::Lemma, Label::Name, Label::Cue}) {
      heads_.answers(label, words_.data(), words_.rows(), scratch_);
    }
  }
  void trees() { heads_.parse_all(words_.data(), sentences_, scratch_); }
  void trees_one_by_one() {
    std::size_t begin = 0;
    for (const std::size_t count : sentences_) {
      heads_.parse(words_.row(begin), count, scratch_);
      begin += count;
    }
  }
  void roles() {
    std::size_t begin = 0;
    for (const std::size_t count : windows_) {
      const nn::RoleCue cues[] = {{words_.row(begin + count / 4), count / 4},
                                  {words_.row(begin + count / 2), count / 2}};
      heads_.roles_all(words_.row(begin), count, cues, roles_, scratch_);
      begin += count;
    }
  }

 private:
  const nn::Heads& heads_;
  const nn::Matrix& words_;
  std::vector<std::size_t> windows_, sentences_;
  nn::HeadScratch scratch_;
  nn::Matrix roles_;
};

int run(const Options& options) {
  Result<nn::ModelFile> model = options.model ? nn::ModelFile::open(options.model) : random_model({});
  if (!model.ok()) return std::fprintf(stderr, "%s\n", to_string(model.error()).c_str()), 1;
  Result<nn::Encoder> encoder = nn::Encoder::make(*model, options.precision);
  Result<nn::Heads> heads = nn::Heads::make(*model, options.precision);
  if (!encoder.ok() || !heads.ok()) return std::fprintf(stderr, "the model cannot be used\n"), 1;
  std::mt19937 random(11);
  const auto windows = random_windows(options.windows, model->vocabulary().size(), random);
  std::size_t pieces = 0;
  for (const nn::Window& window : windows) pieces += window.pieces.size();
  nn::EncoderScratch scratch;
  nn::EncoderTimes times;
  nn::Matrix words;
  const double encoding =
      best("encoder", "pieces", pieces, options.repeats, [&] { encoder->encode(windows, words, scratch); });
  scratch.times = &times;
  encoder->encode(windows, words, scratch);
  print_stages(times);
  HeadsBench bench(*heads, windows, words);
  const std::size_t count = words.rows();
  const double labels = best("labels", "words", count, options.repeats, [&] { bench.labels(); });
  const double trees = best("trees", "words", count, options.repeats, [&] { bench.trees(); });
  best("trees, one by one", "words", count, options.repeats, [&] { bench.trees_one_by_one(); });
  const double roles = best("roles", "words", count, options.repeats, [&] { bench.roles(); });
  std::printf("heads together %.0f words/s, %.0f %% of the encoder's time\n",
              static_cast<double>(count) / (labels + trees + roles), 100 * (labels + trees + roles) / encoding);
  return 0;
}

}  // namespace
}  // namespace onrecord::bench

int main(int argc, char** argv) { return onrecord::bench::run(onrecord::bench::read(argc, argv)); }
