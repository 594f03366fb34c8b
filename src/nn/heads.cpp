// SPDX-License-Identifier: Apache-2.0
#include "nn/heads.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "nn/load_linear.h"
#include "nn/ops.h"
#include "nn/tree.h"

namespace onrecord::nn {
namespace {

void relu(Matrix& x) {
  for (std::size_t k = 0; k < x.rows() * x.cols(); ++k) x.data()[k] = std::max(x.data()[k], 0.0F);
}

Answer best_of(const float* scores, std::size_t count) {
  const float* most = std::max_element(scores, scores + count);
  float total = 0;
  for (std::size_t k = 0; k < count; ++k) total += std::exp(scores[k] - *most);
  return {static_cast<std::uint32_t>(most - scores), 1.0F / total};
}

// arc.weight (arc + 1, arc): score = [child, 1] W head. As a linear map of the child: weight W^T, bias W's last row.
Result<Linear> load_arc(const ModelFile& model, std::size_t size, Precision precision) {
  const std::vector<float> form = model.weight("arc.weight");
  std::vector<float> weight(size * size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) weight[j * size + i] = form[i * size + j];
  }
  return Linear::make(precision, weight.data(), form.data() + size * size, size, size);
}

// rel.weight (relations, rel + 1, rel + 1): [child, 1] W_r [head, 1]. As a linear map of the child to
// (relations, rel + 1), whose rows are then multiplied by [head, 1].
Result<Linear> load_rel(const ModelFile& model, std::size_t relations, std::size_t size, Precision precision) {
  const std::vector<float> form = model.weight("rel.weight");
  const std::size_t wide = size + 1, outputs = relations * wide;
  std::vector<float> weight(outputs * size), bias(outputs);
  for (std::size_t r = 0; r < relations; ++r) {
    for (std::size_t j = 0; j < wide; ++j) {
      const float* column = form.data() + r * wide * wide + j;
      for (std::size_t i = 0; i < size; ++i) weight[(r * wide + j) * size + i] = column[i * wide];
      bias[r * wide + j] = column[size * wide];
    }
  }
  return Linear::make(precision, weight.data(), bias.data(), outputs, size);
}

}  // namespace

std::size_t distance_class(std::ptrdiff_t offset) {
  static constexpr std::ptrdiff_t kFar[] = {1, 2, 3, 4, 6, 8, 12, 16, 32, 64, 128};
  const std::ptrdiff_t size = std::abs(offset);
  const auto steps = std::upper_bound(std::begin(kFar), std::end(kFar), size) - std::begin(kFar);
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(kDistances / 2) + (offset >= 0 ? steps : -steps));
}

Result<Heads> Heads::make(const ModelFile& model, Precision precision) {
  Heads h(model);
  const Dimensions d = h.sizes_;
  const LabelSets& sets = model.labels();
  h.relation_count_ = sets.relations.size();
  h.root_ = model.weight("root");
  h.role_distance_ = model.weight("role_distance");
  const std::pair<const char*, std::size_t> labels[] = {{"tag", sets.tags.size()},
                                                        {"lemma", sets.lemmas.size()},
                                                        {"name", sets.names.size()},
                                                        {"cue", kCues},
                                                        {"boundary", 2}};  // in the order of Label
  for (const auto& [name, classes] : labels) {
    ONRECORD_TRY(Linear linear, load_linear(model, name, classes, d.hidden, precision));
    h.labels_.push_back(std::move(linear));
  }
  ONRECORD_TRY(h.arc_head_, load_linear(model, "arc_head", d.arc, d.hidden, precision));
  ONRECORD_TRY(h.arc_child_, load_linear(model, "arc_child", d.arc, d.hidden, precision));
  ONRECORD_TRY(h.arc_, load_arc(model, d.arc, precision));
  ONRECORD_TRY(h.rel_head_, load_linear(model, "rel_head", d.rel, d.hidden, precision));
  ONRECORD_TRY(h.rel_child_, load_linear(model, "rel_child", d.rel, d.hidden, precision));
  ONRECORD_TRY(h.rel_, load_rel(model, h.relation_count_, d.rel, precision));
  ONRECORD_TRY(h.role_word_, load_linear(model, "role_word", d.cue_hidden, d.hidden, precision));
  ONRECORD_TRY(h.role_cue_, load_linear(model, "role_cue", d.cue_hidden, d.hidden, precision));
  ONRECORD_TRY(h.role_inner_, load_linear(model, "role_inner", d.cue_hidden, d.cue_hidden, precision));
  ONRECORD_TRY(h.role_, load_linear(model, "role", kRoles, d.cue_hidden, precision));
  return h;
}

void Heads::scores(Label head, const float* words, std::size_t count, Matrix& out, HeadScratch& scratch) const {
  labels_[static_cast<std::size_t>(head)].run(words, count, out, scratch.linear);
}

std::vector<Answer> Heads::answers(Label head, const float* words, std::size_t count, HeadScratch& scratch) const {
  scores(head, words, count, scratch.forms, scratch);
  std::vector<Answer> found;
  found.reserve(count);
  for (std::size_t w = 0; w < count; ++w) found.push_back(best_of(scratch.forms.row(w), scratch.forms.cols()));
  return found;
}

const Matrix& Heads::with_root(const float* words, std::size_t count, HeadScratch& scratch) const {
  scratch.words.resize(count + 1, sizes_.hidden);
  std::memcpy(scratch.words.row(0), root_.data(), sizes_.hidden * sizeof(float));
  std::memcpy(scratch.words.row(1), words, count * sizes_.hidden * sizeof(float));
  return scratch.words;
}

std::vector<float> Heads::arc_scores(const float* words, std::size_t count, HeadScratch& scratch) const {
  const Matrix& rooted = with_root(words, count, scratch);
  arc_head_->run(rooted.data(), count + 1, scratch.heads, scratch.linear);
  arc_child_->run(words, count, scratch.children, scratch.linear);
  relu(scratch.heads);
  relu(scratch.children);
  arc_->run(scratch.children.data(), count, scratch.turned, scratch.linear);
  std::vector<float> scores(count * (count + 1));
  for (std::size_t c = 0; c < count; ++c) {
    for (std::size_t h = 0; h <= count; ++h) {
      scores[c * (count + 1) + h] = dot(scratch.turned.row(c), scratch.heads.row(h), sizes_.arc);
    }
  }
  return scores;
}

std::vector<Answer> Heads::relations(const float* words, const std::vector<std::uint32_t>& heads,
                                     HeadScratch& scratch) const {
  const std::size_t count = heads.size(), wide = sizes_.rel + 1;
  const Matrix& rooted = with_root(words, count, scratch);
  rel_head_->run(rooted.data(), count + 1, scratch.heads, scratch.linear);
  rel_child_->run(words, count, scratch.children, scratch.linear);
  relu(scratch.heads);
  relu(scratch.children);
  rel_->run(scratch.children.data(), count, scratch.forms, scratch.linear);
  std::vector<Answer> found;
  std::vector<float> scores(relation_count_);
  for (std::size_t c = 0; c < count; ++c) {
    const float* head = scratch.heads.row(heads[c]);
    for (std::size_t r = 0; r < relation_count_; ++r) {
      const float* form = scratch.forms.row(c) + r * wide;
      scores[r] = dot(form, head, sizes_.rel) + form[sizes_.rel];
    }
    found.push_back(best_of(scores.data(), scores.size()));
  }
  return found;
}

Tree Heads::parse(const float* words, std::size_t count, HeadScratch& scratch) const {
  Tree tree;
  if (count == 0) return tree;
  tree.heads = best_tree(arc_scores(words, count, scratch), count);
  tree.relations = relations(words, tree.heads, scratch);
  return tree;
}

void Heads::roles(const float* words, std::size_t count, const float* cue, std::size_t cue_at, Matrix& out,
                  HeadScratch& scratch) const {
  const std::size_t hidden = sizes_.cue_hidden;
  role_word_->run(words, count, scratch.hidden, scratch.linear);
  role_cue_->run(cue, 1, scratch.inner, scratch.linear);
  for (std::size_t w = 0; w < count; ++w) {
    const auto offset = static_cast<std::ptrdiff_t>(w) - static_cast<std::ptrdiff_t>(cue_at);
    add(scratch.hidden.row(w), scratch.inner.row(0), hidden);
    add(scratch.hidden.row(w), role_distance_.data() + distance_class(offset) * hidden, hidden);
  }
  gelu(scratch.hidden.data(), count * hidden);
  role_inner_->run(scratch.hidden.data(), count, scratch.inner, scratch.linear);
  gelu(scratch.inner.data(), count * hidden);
  role_->run(scratch.inner.data(), count, out, scratch.linear);
}

}  // namespace onrecord::nn
