// SPDX-License-Identifier: Apache-2.0
// analyze(): an article in, a document with all its layers out.
#pragma once

#include <string>
#include <vector>

#include "doc/document.h"
#include "onrecord/stage_time.h"

namespace onrecord {

class Gazetteer;
class ActorTable;
class LanguageModel;
struct LanguageScratch;

struct AnalyzeOptions {
  const LanguageModel* model = nullptr;     // null: the layers that need one are left out
  LanguageScratch* scratch = nullptr;       // of this thread. REQUIRES: there, if a model is
  const Gazetteer* gazetteer = nullptr;     // null: no places are looked for
  const ActorTable* actors = nullptr;       // null: nobody's country and sector is looked for
  std::vector<std::string> skip;            // stages to leave out; those that need their layers are left out too
  std::vector<StageTime>* times = nullptr;  // gets the time of each stage, if not null
};

// Texts longer than this are read without the model, as its vectors would fill the memory; a note says so. In bytes.
inline constexpr std::size_t kMostModelBytes = 256 * 1024;

// In debug builds the law is checked after each stage.
Document analyze(Article article, const AnalyzeOptions& options);

}  // namespace onrecord
