// SPDX-License-Identifier: Apache-2.0
// The contract between training and the program: fixed numbers, and the name and shape of every weight. The twin
// of training/spec.py; a model file that differs in one name or one dimension is refused.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace onrecord::nn {

inline constexpr int kSpecVersion = 2;
inline constexpr std::size_t kHeadSize = 32;    // of attention; the kernels are written for it
inline constexpr std::size_t kMaxPieces = 256;  // of a window, [CLS] and [SEP] counted
inline constexpr std::size_t kShapes = 14;      // classes of shape_of()
inline constexpr std::size_t kDistances = 24;   // classes of distance_class()
inline constexpr std::size_t kRoles = 5;        // O, B-source, I-source, B-content, I-content
inline constexpr std::size_t kCues = 3;         // O, B-cue, I-cue

// Numbers of classes of a pair's features; what they are stands in training/coref.py.
inline constexpr std::size_t kPairWords = 20, kPairSentences = 8, kPairMatch = 15, kPairQuotes = 5;
inline constexpr std::size_t kPronounClasses = 21;

// Sizes that a model may choose, by default those of MiniLM-L6-H384. A layer may be narrower than the others.
struct Dimensions {
  std::size_t hidden = 384, positions = 512;
  std::vector<std::size_t> heads = std::vector<std::size_t>(6, 12);    // of attention, layer by layer
  std::vector<std::size_t> inner = std::vector<std::size_t>(6, 1536);  // between a layer's two last maps
  std::size_t arc = 384, rel = 128, cue_hidden = 256;
  std::size_t coref_mention = 128, coref_link = 192, coref_pair = 64, coref_edge = 64;

  std::size_t layers() const { return inner.size(); }
};

// The label sets that training found, in the order of the heads' outputs.
struct LabelSets {
  std::vector<std::string> tags;       // upos|xpos|feats
  std::vector<std::string> lemmas;     // edit scripts
  std::vector<std::string> relations;  // UD relations
  std::vector<std::string> names;      // BIO labels of entity types
  std::vector<std::string> known;      // "form TAB UPOS TAB lemma" of the words that training saw
};

struct WeightSpec {
  std::string name;
  std::vector<std::size_t> shape;
};

// Every weight of a model of these sizes, label sets and number of word pieces.
std::vector<WeightSpec> weight_specs(const Dimensions& d, const LabelSets& labels, std::size_t vocabulary);

}  // namespace onrecord::nn
