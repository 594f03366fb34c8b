// SPDX-License-Identifier: Apache-2.0
// The model file: weights, vocabulary, label sets, and what the model was made from, in one file.
//
//   "ONRECORD"            8 bytes
//   format version        u32, little-endian (as all numbers)
//   length of the header  u32
//   header                JSON: spec_version, name, card (text), licences, dimensions{…}, vocabulary[],
//                         labels{…}, tensors[{name, dtype, shape, offset, scales}]
//   data                  each tensor at its offset from the data's start, 64-byte aligned
//
// dtype: "f32", "bf16", or "i8" with one f32 scale a row at `scales`. Reading is strict: a missing, extra, misshaped
// or overlapping tensor, a wrong version or a short file is an error that says which.
//
// Lifetime: everything handed out lives as long as the ModelFile.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "nn/spec.h"
#include "onrecord/result.h"

namespace onrecord::nn {

inline constexpr unsigned kModelFormatVersion = 1;

class ModelFile {
 public:
  // ERRORS: NotFound, Unreadable, BadInput (not a model, truncated, mislabelled), WrongVersion.
  static Result<ModelFile> open(const std::string& path);
  static Result<ModelFile> parse(std::string bytes, const std::string& where);

  const std::string& name() const { return name_; }
  const std::string& card() const { return card_; }
  const std::vector<std::string>& licences() const { return licences_; }
  std::uint64_t hash() const;  // of all bytes of the file
  std::uint64_t size_bytes() const { return bytes_.size(); }
  std::uint64_t weight_count() const;  // numbers in all weights
  const std::vector<std::string>& vocabulary() const { return vocabulary_; }
  const LabelSets& labels() const { return labels_; }
  const Dimensions& dimensions() const { return dimensions_; }

  // A weight of the spec, as f32. REQUIRES: a name of weight_specs().
  std::vector<float> weight(const std::string& name) const;

 private:
  struct Entry {
    std::string dtype;
    std::size_t rows = 0, cols = 0;  // the last dimensions together are cols
    std::size_t offset = 0, scales = 0;
  };
  friend class ModelParser;

  std::string bytes_;
  std::string name_, card_;
  std::vector<std::string> licences_;
  std::vector<std::string> vocabulary_;
  LabelSets labels_;
  Dimensions dimensions_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace onrecord::nn
