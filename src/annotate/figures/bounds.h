// SPDX-License-Identifier: Apache-2.0
// Words beside a number that say how exact it is: "at least", "some", "up to", "or more".
#pragma once

#include <optional>

#include "annotate/figures/reader.h"
#include "onrecord/records.h"

namespace onrecord::figures {

// The bound said right before `begin`. `duration`: the number counts time, where "over" may mean "during" and is
// not read as a bound unless "for", "well" or "just" stands before it.
std::optional<Bound> bound_before(const Reader& reader, At begin, bool duration);

// The bound said right behind `end`: "or more", "or so", "+".
std::optional<Bound> bound_after(const Reader& reader, At end);

}  // namespace onrecord::figures
