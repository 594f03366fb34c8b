// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4), by libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// The 32 bytes of the hash in base64, as content security policies want them.
std::string sha256_base64(std::string_view bytes);

// An id: `prefix` and the first 16 hexadecimal digits of the hash of `content`.
std::string content_id(std::string_view prefix, std::string_view content);

}  // namespace onrecord
