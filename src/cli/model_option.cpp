// SPDX-License-Identifier: Apache-2.0
#include "cli/model_option.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/values.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& precision_words() {
  static const std::vector<std::string> kWords = {"int8", "bf16", "f32"};  // in the order of ModelPrecision
  return kWords;
}

}  // namespace

std::string ModelArguments::path() const {
  if (none || !file.empty()) return none ? "" : file;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return "";
  for (const fs::path& place : {folder / "onrecord.model", folder.parent_path() / "share/onrecord/onrecord.model"}) {
    if (fs::exists(place, error)) return place.string();
  }
  return "";
}

ModelPrecision ModelArguments::precision_value() const {
  const auto& words = precision_words();
  return static_cast<ModelPrecision>(std::find(words.begin(), words.end(), precision) - words.begin());
}

EngineOptions engine_options(const LayerChoice& layers, const ModelArguments& model) {
  EngineOptions options;
  options.skip = layers.skip;
  options.keep_tokens = layers.tokens;
  if (layers.model) options.model = model.path();
  options.precision = model.precision_value();
  return options;
}

void add_model_arguments(CLI::App& command, ModelArguments& arguments, bool may_be_left_out) {
  CLI::Option* file = command.add_option(
      "--model", arguments.file,
      "The language model's file; unless given, onrecord.model beside the program or in ../share/onrecord.");
  file->type_name("FILE");
  if (may_be_left_out) {
    command
        .add_flag("--no-model", arguments.none, "Read by rules alone: no tags, no trees, names by their capitals.")
        ->excludes(file);
  }
  command
      .add_option("--precision", arguments.precision,
                  "What the model computes in: 8-bit numbers are fastest, f32 is the model as it was trained.")
      ->check(one_of(precision_words()))
      ->type_name(choices(precision_words()))
      ->capture_default_str();
}

}  // namespace onrecord
