// SPDX-License-Identifier: Apache-2.0
// Units of measurement with their SI values, after the SI brochure (9th edition), UCUM and NIST SP 811.
#pragma once

#include <span>
#include <string_view>

#include "onrecord/records.h"

namespace onrecord::figures {

struct Unit {
  std::string_view name;     // singular English name
  std::string_view words;    // spellings in any case, blank-separated; "_" stands for a blank or a hyphen
  std::string_view symbols;  // spellings whose case matters, blank-separated
  FigureKind kind;
  double factor;              // times this gives `si`; 0: no agreed value ("gallon")
  std::string_view si;        // the SI unit; empty where there is none
  std::string_view prefixes;  // symbols of SI prefixes that may stand before its symbols; "-" also admits names' only
  bool glued = false;         // its symbols count only right after the digits ("5s", not "5 s")
};

std::span<const Unit> units();

// SI prefixes.
struct Prefix {
  std::string_view name;
  std::string_view symbol;
  double factor;
};
std::span<const Prefix> prefixes();

}  // namespace onrecord::figures
