// SPDX-License-Identifier: Apache-2.0
// What the batch runner needs of an Engine and programs outside do not: the record of an article that has been read
// already. Kept out of the public header, so that it names no type of src/.
#pragma once

#include "onrecord/engine.h"
#include "text/article.h"

namespace onrecord {

class EngineAccess {
 public:
  // ERRORS: LawBroken.
  static Result<Record> annotate(const Engine& engine, Article&& article);
};

}  // namespace onrecord
