// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace onrecord {
namespace {

using namespace std::chrono_literals;

constexpr auto kDrawEvery = 200ms;
constexpr double kMemorySeconds = 8;  // how fast the rate forgets
constexpr int kBarWidth = 24;

std::string clock_of(double seconds) {
  const auto all = static_cast<long>(std::lround(std::min(seconds, 359999.0)));
  char text[32];
  if (all >= 3600) std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", all / 3600, all / 60 % 60, all % 60);
  else std::snprintf(text, sizeof text, "%ld:%02ld", all / 60, all % 60);
  return text;
}

}  // namespace

std::string with_commas(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, 1, ',');
  return out;
}

Progress::Progress(std::uint64_t total) : on_(::isatty(STDERR_FILENO) == 1), total_(total) {}

void Progress::measure(std::uint64_t bytes, Clock::time_point now) {
  const double seconds = std::chrono::duration<double>(now - measured_).count();
  if (seconds <= 0) return;
  const double rate = static_cast<double>(bytes - measured_bytes_) / seconds;
  const double weight = rate_ > 0 ? 1 - std::exp(-seconds / kMemorySeconds) : 1;
  rate_ += weight * (rate - rate_);
  measured_ = now;
  measured_bytes_ = bytes;
}

void Progress::show(std::uint64_t bytes, std::uint64_t articles) {
  const auto now = Clock::now();
  if (!on_ || now - drawn_ < kDrawEvery) return;
  drawn_ = now;
  measure(bytes, now);
  shown_ = true;
  if (total_ == 0) {
    std::fprintf(stderr, "\r\033[K%s articles", with_commas(articles).c_str());
  } else {
    const double part = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_));
    const int full = static_cast<int>(part * kBarWidth);
    const double left = rate_ > 0 ? static_cast<double>(total_ - std::min(bytes, total_)) / rate_ : 0;
    std::fprintf(stderr, "\r\033[K[%s%s] %3d%%  %s articles  %s left", std::string(full, '#').c_str(),
                 std::string(kBarWidth - full, '-').c_str(), static_cast<int>(part * 100),
                 with_commas(articles).c_str(), clock_of(left).c_str());
  }
  std::fflush(stderr);
}

void Progress::clear() {
  if (!shown_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace onrecord
