// SPDX-License-Identifier: Apache-2.0
// --layers: which layers a command looks for and writes. "all" is every layer but tokens and syntax; "tokens" beside
// it adds both; any other list is exactly the layers to keep ("syntax" brings the tokens whose columns it fills).
#pragma once

#include <string>
#include <vector>

namespace onrecord {

struct LayerChoice {
  bool tokens = false;
  bool model = false;             // one of them needs the language model
  std::vector<std::string> keep;  // layers of the record
  std::vector<std::string> skip;  // stages that none of them needs
};

// REQUIRES: words of layer_words().
LayerChoice choose_layers(const std::string& list);

// "all" and every layer of the record.
std::vector<std::string> layer_words();

}  // namespace onrecord
