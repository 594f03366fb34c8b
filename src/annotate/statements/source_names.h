// SPDX-License-Identifier: Apache-2.0
// The name within the words of a source: whom "the mayor of Reyle, Colonel Ana Pohl," names.
#pragma once

#include <vector>

#include "annotate/statements/people.h"
#include "annotate/statements/source_parts.h"

namespace onrecord::statements {

// The chain of Names that the source names as the speaker; kNone if it names nobody.
Index name_in_source(const Reading& reading, const People& people, Range source, const SourceParts& parts);

// "|Ana Pohl| and |Ben Ruiz|": the chains of a source that names more than one; empty for any other.
std::vector<Index> several_names(const Reading& reading, Range source);

// Words with capitals that the names layer does not have: "Evening Courier". Alone and at a sentence's start a
// capital tells nothing.
bool capitals(const Reading& reading, Range head);

}  // namespace onrecord::statements
