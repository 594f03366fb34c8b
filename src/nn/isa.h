// SPDX-License-Identifier: Apache-2.0
// Which instructions this program's own kernels may use: chosen once, when it is first asked, by what the processor
// has. The kernels of each level are functions of their own, compiled for it; the rest is compiled for the plain
// machine.
#pragma once

namespace onrecord::nn {

// Each level has what is below it, but that processors with Avx512 need not have AVX-VNNI.
enum class Isa {
  Plain,       // what every machine has that the program is compiled for
  Avx2,        // AVX2 and FMA (x86-64-v3)
  AvxVnni,     // AVX-VNNI: four products of bytes in one, 256 bits wide
  Avx512,      // AVX-512 F, BW, DQ and VL (x86-64-v4)
  Avx512Vnni,  // AVX512-VNNI: four products of bytes in one, 512 bits wide; tiles (tiles.h) are used from here on
};

// The highest level that the processor has and limit_isa() allows.
Isa isa();

// For tests and benchmarks: nothing above `most`. REQUIRES: no linear map or encoder made before is used after.
void limit_isa(Isa most);

}  // namespace onrecord::nn
