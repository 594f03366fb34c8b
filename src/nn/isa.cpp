// SPDX-License-Identifier: Apache-2.0
#include "nn/isa.h"

#include <atomic>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace onrecord::nn {
namespace {

std::atomic<Isa> limit{Isa::Avx512Vnni};

#if defined(__x86_64__)

// Intel's manual, CPUID leaf 7, subleaf 1: bit 4 of EAX. Not every compiler's __builtin_cpu_supports knows it.
bool has_avx_vnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a & 1U << 4) != 0;
}

// The highest level up to `most`.
Isa best_up_to(Isa most) {
  static const bool kAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  static const bool kAvxVnni = kAvx2 && has_avx_vnni();
  static const bool kAvx512 = kAvx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                              __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  static const bool kAvx512Vnni = kAvx512 && __builtin_cpu_supports("avx512vnni");
  if (kAvx512Vnni && most >= Isa::Avx512Vnni) return Isa::Avx512Vnni;
  if (kAvx512 && most >= Isa::Avx512) return Isa::Avx512;
  if (kAvxVnni && most >= Isa::AvxVnni) return Isa::AvxVnni;
  return kAvx2 && most >= Isa::Avx2 ? Isa::Avx2 : Isa::Plain;
}

#else

Isa best_up_to(Isa) { return Isa::Plain; }

#endif

}  // namespace

Isa isa() { return best_up_to(limit); }

void limit_isa(Isa most) { limit = most; }

}  // namespace onrecord::nn
