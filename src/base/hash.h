// SPDX-License-Identifier: Apache-2.0
// A fast 64-bit hash (XXH3 by libxxhash) for ids inside one article and for tables; stable across machines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

std::uint64_t hash64(std::string_view bytes);
std::string hex16(std::uint64_t value);  // 16 lower-case hexadecimal digits

}  // namespace onrecord
