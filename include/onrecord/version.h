// SPDX-License-Identifier: Apache-2.0
// Versions that outside code may rely on.
#pragma once

namespace onrecord {

inline constexpr const char* kVersion = "0.1.0";
inline constexpr const char* kRecordFormat = "onrecord/1";
// Raised whenever the same input may give other rows; a re-run then reads such articles again.
inline constexpr int kPipelineVersion = 1;

}  // namespace onrecord
