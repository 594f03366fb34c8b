// SPDX-License-Identifier: Apache-2.0
// What a model file says of itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/result.h"

namespace onrecord {

struct ModelInfo {
  std::string name, card;             // the card is a text for people
  std::vector<std::string> licences;  // SPDX
  std::string hash;                   // of the file: 16 hexadecimal digits
  std::uint64_t file_bytes = 0, weights = 0;
  std::size_t layers = 0, hidden = 0, word_pieces = 0, tags = 0, lemma_scripts = 0, relations = 0;
  std::vector<std::string> name_types;
};

// ERRORS: those of Engine::open().
Result<ModelInfo> read_model_info(const std::string& path);

}  // namespace onrecord
