// SPDX-License-Identifier: Apache-2.0
#include "random_model.h"

#include <cstdint>
#include <cstring>
#include <string>

namespace onrecord::bench {
namespace {

using nn::WeightSpec;

std::vector<std::string> numbered(const char* name, std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t k = 0; k < count; ++k) out.push_back(name + std::to_string(k));
  return out;
}

// The names are plain ASCII without quotes, so that no escapes are needed.
std::string json_list(const std::vector<std::string>& values) {
  std::string out = "[";
  for (const std::string& value : values) out += (out.size() == 1 ? "\"" : ",\"") + value + '"';
  return out + ']';
}

std::string json_list(const std::vector<std::size_t>& values) {
  std::string out = "[";
  for (const std::size_t value : values) out += (out.size() == 1 ? "" : ",") + std::to_string(value);
  return out + ']';
}

std::string json_dimensions(const nn::Dimensions& d) {
  const std::pair<const char*, std::size_t> fields[] = {{"hidden", d.hidden},
                                                        {"positions", d.positions},
                                                        {"arc", d.arc},
                                                        {"rel", d.rel},
                                                        {"cue_hidden", d.cue_hidden},
                                                        {"coref_mention", d.coref_mention},
                                                        {"coref_link", d.coref_link},
                                                        {"coref_pair", d.coref_pair},
                                                        {"coref_edge", d.coref_edge}};
  std::string out = "{\"heads\":" + json_list(d.heads) + ",\"inner\":" + json_list(d.inner);
  for (const auto& [name, size] : fields) out += ",\"" + std::string(name) + "\":" + std::to_string(size);
  return out + '}';
}

// Weights as a fresh BERT has them (0.04 rather than 0.02, so that softmax has something to choose), norms that keep.
void fill(const WeightSpec& spec, float* out, std::size_t count, std::mt19937& random) {
  std::normal_distribution<float> value(0, 0.04F);
  const bool keeps = spec.name.find("norm") != std::string::npos && spec.name.ends_with("weight");
  for (std::size_t k = 0; k < count; ++k) out[k] = keeps ? 1.0F : value(random);
}

}  // namespace

Result<nn::ModelFile> random_model(const RandomSizes& sizes) {
  nn::LabelSets labels{numbered("T", sizes.tags),
                       numbered("L", sizes.lemmas),
                       numbered("r", sizes.relations),
                       numbered("N", sizes.names),
                       {}};
  std::mt19937 random(5);
  std::string data, tensors = "[";
  for (const WeightSpec& spec : nn::weight_specs(sizes.dimensions, labels, sizes.vocabulary)) {
    std::size_t count = 1;
    std::string shape;
    for (const std::size_t size : spec.shape) {
      count *= size;
      shape += (shape.empty() ? "" : ",") + std::to_string(size);
    }
    std::vector<float> values(count);
    fill(spec, values.data(), count, random);
    tensors += std::string(tensors.size() == 1 ? "" : ",") + R"({"name":")" + spec.name +
               R"(","dtype":"f32","shape":[)" + shape + R"(],"offset":)" + std::to_string(data.size()) + '}';
    data.append(reinterpret_cast<const char*>(values.data()), count * sizeof(float));
  }
  const std::string header = R"({"spec_version":)" + std::to_string(nn::kSpecVersion) +
                             R"(,"name":"random","card":"random","licences":[],"dimensions":)" +
                             json_dimensions(sizes.dimensions) + R"(,"vocabulary":)" +
                             json_list(numbered("p", sizes.vocabulary)) + R"(,"labels":{"tags":)" +
                             json_list(labels.tags) + R"(,"lemmas":)" + json_list(labels.lemmas) +
                             R"(,"relations":)" + json_list(labels.relations) + R"(,"names":)" +
                             json_list(labels.names) + R"(,"known":["p\tX\tp"]},"tensors":)" + tensors + "]}";
  std::string bytes = "ONRECORD";
  for (const std::uint32_t number : {nn::kModelFormatVersion, static_cast<std::uint32_t>(header.size())}) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  return nn::ModelFile::parse(bytes + header + data, "random");
}

std::vector<nn::Window> random_windows(std::size_t count, std::size_t vocabulary, std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> length(180, 250);
  std::uniform_int_distribution<std::int32_t> piece(0, static_cast<std::int32_t>(vocabulary) - 1);
  std::uniform_int_distribution<int> shape(0, static_cast<int>(nn::kShapes) - 1), continued(0, 99);
  std::vector<nn::Window> windows(count);
  for (nn::Window& window : windows) {
    const std::size_t pieces = length(random);
    for (std::size_t at = 0; at < pieces; ++at) {
      const bool edge = at == 0 || at + 1 == pieces;
      window.pieces.push_back(piece(random));
      window.shapes.push_back(static_cast<std::int8_t>(edge ? -1 : shape(random)));
      if (!edge && (at == 1 || continued(random) >= 13)) window.first.push_back(static_cast<std::uint32_t>(at));
    }
  }
  return windows;
}

}  // namespace onrecord::bench
