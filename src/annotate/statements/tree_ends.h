// SPDX-License-Identifier: Apache-2.0
// Ends of contents that lie inside a phrase, put right by the dependency tree.
#pragma once

#include "annotate/statements/reading.h"

namespace onrecord::statements {

// A piece of a content with its end where a phrase ends; `limit`: one past the farthest token that it may hold. As it
// was where there is no tree or the end is a quotation's.
Range end_by_tree(const Reading& reading, Range piece, Index limit);

}  // namespace onrecord::statements
