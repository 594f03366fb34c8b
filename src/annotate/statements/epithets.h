// SPDX-License-Identifier: Apache-2.0
// Persons called by what the article has told of them: "the 54-year-old", "the Italian".
#pragma once

#include "annotate/statements/people.h"

namespace onrecord::statements {

// Of "the 54-year-old" the one person of whom that age is told ("Ana Pohl, 54,"); kNone if there is none, or two.
Index by_age(const Reading& reading, Range head);

// "the Italian": one person by nationality. Refused: "the Italians", "the French", who are many.
bool one_national(const Reading& reading, Range head);

}  // namespace onrecord::statements
