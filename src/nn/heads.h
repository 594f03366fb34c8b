// SPDX-License-Identifier: Apache-2.0
// The heads: from word vectors to labels, trees and roles. Each is a few linear maps; weights are named as in
// training/spec.py.
//
// Thread rule: const after make(); each thread brings its own HeadScratch.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "nn/encoder.h"

namespace onrecord::nn {

// The class of a signed distance in words from a cue's first word, 0..kDistances-1; the middle is the cue.
std::size_t distance_class(std::ptrdiff_t offset);

// A label head's answer for one word: the best class and its probability.
struct Answer {
  std::uint32_t label = 0;
  float probability = 0;
};

// Of a group of sentences, by rows: where the relation of a child to its head belongs.
struct Arc {
  std::uint32_t head, child;
  Answer* answer;
};

struct HeadScratch {
  LinearScratch linear;
  Rows words, bytes, hidden, inner;
  Matrix vectors, projected, cue;  // `vectors` and `bytes`: of children and heads, as each product takes them
  std::vector<float> scores;
  std::vector<Arc> arcs;
};

// The tree of one sentence; indices as in tree.h.
struct Tree {
  std::vector<std::uint32_t> heads;
  std::vector<Answer> relations;
};

// A cue as the roles head sees it: the mean vector of its words, and the index of its first word in the window.
struct RoleCue {
  const float* vector = nullptr;
  std::size_t at = 0;
};

class Heads {
 public:
  static Result<Heads> make(const ModelFile& model, Precision precision);

  enum class Label { Tag, Lemma, Name, Cue };
  // Scores (words, classes), before softmax.
  void scores(Label head, const float* words, std::size_t count, Matrix& out, HeadScratch& scratch) const;
  std::vector<Answer> answers(Label head, const float* words, std::size_t count, HeadScratch& scratch) const;

  // The tree over the words of one sentence.
  Tree parse(const float* words, std::size_t count, HeadScratch& scratch) const;

  // The trees of sentences whose words stand one after another; `lengths` in words. The same trees as parse() gives
  // of each, in fewer products: give it whole articles.
  std::vector<Tree> parse_all(const float* words, std::span<const std::size_t> lengths, HeadScratch& scratch) const;

  // Scores (words, kRoles) of a window's words for one cue, given the mean vector of its words and the index of its
  // first word.
  void roles(const float* words, std::size_t count, const float* cue, std::size_t cue_at, Matrix& out,
             HeadScratch& scratch) const;

  // The same of several cues of one window: (cues * words, kRoles), cue by cue.
  void roles_all(const float* words, std::size_t count, std::span<const RoleCue> cues, Matrix& out,
                 HeadScratch& scratch) const;

 private:
  Heads(const ModelFile& model, Precision precision) : sizes_(model.dimensions()), precision_(precision) {}
  void find_arcs(std::span<const std::size_t> lengths, std::span<Tree> trees, HeadScratch& scratch) const;
  void find_relations(std::span<const std::size_t> lengths, std::span<Tree> trees, HeadScratch& scratch) const;
  Answer relation(const float* child, const float* forms, HeadScratch& scratch) const;

  Dimensions sizes_;
  Precision precision_;
  std::size_t relation_count_ = 0;
  std::vector<Linear> labels_;  // in the order of Label
  // "arc" is its bilinear form as a linear map of the child, "rel" as one of the head; the constant 1 of that side is
  // its bias. All are there after make().
  std::optional<Linear> arc_head_, arc_child_, arc_, rel_head_, rel_child_, rel_;
  std::optional<Linear> role_word_, role_cue_, role_inner_, role_;
  Matrix root_arc_, root_rel_;  // the root as the head of an arc; what `rel_` makes of it
  std::vector<float> role_distance_;
};

}  // namespace onrecord::nn
