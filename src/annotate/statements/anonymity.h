// SPDX-License-Identifier: Apache-2.0
// Sources that go unnamed: how many, where they belong, and why.
#pragma once

#include <optional>

#include "annotate/statements/source_parts.h"

namespace onrecord::statements {

// nullopt where the head is no word for people whose names are kept back: "the report", "police", "the governor".
std::optional<Anonymity> anonymity_of(const Reading& reading, const SourceParts& parts, Range source);

}  // namespace onrecord::statements
