// SPDX-License-Identifier: Apache-2.0
// Options of the engine and of one input. Defaults are what the CLI does without flags.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace onrecord {

enum class InputFormat { Auto, Text, Jsonl, Html };

// Of the language model's matrix products: 8-bit whole numbers, bfloat16, or as written.
enum class ModelPrecision { Int8, Bf16, F32 };

struct EngineOptions {
  // Layers to leave out, by stage name ("statements"); layers that need them are left out too.
  std::vector<std::string> skip;
  bool keep_tokens = false;  // fill Record::tokens
  // The file of the language model; empty: none, and the layers that need one are left out. The library looks for no
  // model by itself; the CLI does.
  std::string model = {};
  // Files of actors that add rows to the program's own table (actors/README.md).
  std::vector<std::string> actors = {};
  ModelPrecision precision = ModelPrecision::Int8;
  // The file of places and their names; empty: none, and the layer places is left out. The library looks for no
  // gazetteer by itself; the CLI does.
  std::string gazetteer = {};
};

// What is known of an input besides its bytes.
struct InputOptions {
  InputFormat format = InputFormat::Auto;
  std::string source_uri = "-";
  std::optional<std::string> published;  // ISO 8601; beats what the input says
  std::size_t max_article_bytes = 16u << 20;
};

}  // namespace onrecord
