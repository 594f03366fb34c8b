// SPDX-License-Identifier: Apache-2.0
#include "cli/layer_choice.h"

#include <algorithm>

#include "cli/values.h"
#include "format/format.h"

namespace onrecord {
namespace {

bool contains(const std::vector<std::string>& words, const char* word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A stage that can be left out where none of the layers is wanted. A stage that is not listed always runs.
struct StageUse {
  const char* stage;
  std::vector<const char*> layers;
};

const std::vector<StageUse>& stage_uses() {
  static const std::vector<StageUse> kUses = {
      // The model's stages: what stands on them names them here, and a run that needs none loads no model.
      {"encoder", {"syntax", "entities", "places", "statements", "events", "transfers", "sources"}},
      {"syntax", {"syntax", "entities", "places", "statements", "events", "transfers", "sources"}},
      {"name spans", {"entities", "places", "statements", "events", "transfers", "sources"}},
      {"times", {"times", "figures", "statements", "events", "transfers", "sources"}},
      {"figures", {"figures", "events", "transfers"}},
      {"places", {"places", "events", "transfers"}},
      {"names", {"entities", "places", "statements", "events", "transfers", "sources"}},
      {"coreference", {"entities", "places", "statements", "events", "transfers", "sources"}},
      {"actors", {"entities", "events", "transfers"}},
      {"quotes", {"statements", "events", "transfers", "sources"}},
      {"statements", {"statements", "events", "transfers", "sources"}},
  };
  return kUses;
}

}  // namespace

std::vector<std::string> layer_words() {
  std::vector<std::string> words = {"all"};
  words.insert(words.end(), record_layers().begin(), record_layers().end());
  return words;
}

LayerChoice choose_layers(const std::string& list) {
  LayerChoice choice;
  choice.keep = split_list(list);
  choice.tokens = contains(choice.keep, "tokens") || contains(choice.keep, "syntax");
  if (contains(choice.keep, "all")) choice.keep = record_layers();
  if (!choice.tokens) std::erase_if(choice.keep, [](const std::string& x) { return x == "tokens" || x == "syntax"; });
  for (const char* layer : {"tokens", "sentences"}) {  // a token names its sentence
    if (choice.tokens && !contains(choice.keep, layer)) choice.keep.emplace_back(layer);
  }
  for (const StageUse& use : stage_uses()) {
    const bool used = std::any_of(use.layers.begin(), use.layers.end(),
                                  [&](const char* layer) { return contains(choice.keep, layer); });
    if (!used) choice.skip.emplace_back(use.stage);
  }
  choice.model = !contains(choice.skip, "encoder");
  return choice;
}

}  // namespace onrecord
