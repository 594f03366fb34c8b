// SPDX-License-Identifier: Apache-2.0
// --model, --no-model and --precision, shared by the commands that annotate, and where a model is looked for.
#pragma once

#include <string>

#include "cli/layer_choice.h"
#include "onrecord/options.h"

namespace CLI {
class App;
}

namespace onrecord {

struct ModelArguments {
  std::string file;  // empty: looked for
  bool none = false;
  std::string precision = "int8";

  // The model's file, "" for none: what the user said, else onrecord.model beside the program, else
  // ../share/onrecord/onrecord.model from there.
  std::string path() const;
  ModelPrecision precision_value() const;
};

// The engine for these layers. No model is loaded where no layer needs it.
EngineOptions engine_options(const LayerChoice& layers, const ModelArguments& model);

// `may_be_left_out`: with --no-model.
void add_model_arguments(CLI::App& command, ModelArguments& arguments, bool may_be_left_out = true);

}  // namespace onrecord
