// SPDX-License-Identifier: Apache-2.0
// The shape bits of a token that its own characters decide.
#pragma once

#include <cstdint>
#include <string_view>

#include "doc/layers.h"

namespace onrecord::tokens {

// Letters, digits, capitals, punctuation; not the bits about blanks and quotation marks.
std::uint16_t shape_of(std::string_view form);

}  // namespace onrecord::tokens
