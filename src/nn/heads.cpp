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

constexpr std::size_t kGroupWords = 256;  // words in a product, about: what fits the caches

// arc.weight (arc + 1, arc): score = [child, 1] W head. As a linear map of the child: weight W^T, bias W's last row.
Result<Linear> load_arc(const ModelFile& model, std::size_t size, Precision precision) {
  const std::vector<float> form = model.weight("arc.weight");
  std::vector<float> weight(size * size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) weight[j * size + i] = form[i * size + j];
  }
  return Linear::make(precision, weight.data(), form.data() + size * size, size, size);
}

// rel.weight (relations, rel + 1, rel + 1): [child, 1] W_r [head, 1]. As a linear map of the head to
// (relations, rel + 1), whose rows are then multiplied by [child, 1].
Result<Linear> load_rel(const ModelFile& model, std::size_t relations, std::size_t size, Precision precision) {
  const std::vector<float> form = model.weight("rel.weight");
  const std::size_t wide = size + 1, outputs = relations * wide;
  std::vector<float> weight(outputs * size), bias(outputs);
  for (std::size_t o = 0; o < outputs; ++o) {
    const float* row = form.data() + o * wide;
    std::copy(row, row + size, weight.data() + o * size);
    bias[o] = row[size];
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
  Heads h(model, precision);
  const Dimensions d = h.sizes_;
  const LabelSets& sets = model.labels();
  h.relation_count_ = sets.relations.size();
  h.role_distance_ = model.weight("role_distance");
  const std::pair<const char*, std::size_t> labels[] = {{"tag", sets.tags.size()},
                                                        {"lemma", sets.lemmas.size()},
                                                        {"name", sets.names.size()},
                                                        {"cue", kCues}};  // in the order of Label
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
  const std::vector<float> root = model.weight("root");
  LinearScratch scratch;
  h.arc_head_->run(root.data(), 1, h.root_arc_, scratch);
  relu(h.root_arc_.data(), d.arc);
  Matrix root_head;
  h.rel_head_->run(root.data(), 1, root_head, scratch);
  relu(root_head.data(), d.rel);
  h.rel_->run(root_head.data(), 1, h.root_rel_, scratch);
  return h;
}

void Heads::scores(Label head, const float* words, std::size_t count, Matrix& out, HeadScratch& scratch) const {
  labels_[static_cast<std::size_t>(head)].run(words, count, out, scratch.linear);
}

std::vector<Answer> Heads::answers(Label head, const float* words, std::size_t count, HeadScratch& scratch) const {
  const Linear& linear = labels_[static_cast<std::size_t>(head)];
  std::vector<Answer> found;
  found.reserve(count);
  scratch.words.resize(precision_, count, sizes_.hidden);
  scratch.words.put_all(words);
  linear.each(
      scratch.words,
      [&](std::size_t, const float* scores) {
        const Greatest best = greatest_of(scores, linear.outputs());
        found.push_back({best.at, best.probability});
      },
      scratch.linear);
  return found;
}

// Reads scratch.words. A child's scores are made while its row is in the cache; a tree, when its last child is there.
void Heads::find_arcs(std::span<const std::size_t> lengths, std::span<Tree> trees, HeadScratch& scratch) const {
  const std::size_t size = sizes_.arc, rows = scratch.words.rows();
  scratch.vectors.resize(rows, size);
  scratch.bytes.resize(precision_, rows, size);
  arc_head_->each(
      scratch.words,
      [&](std::size_t row, float* values) {
        relu(values, size);
        std::memcpy(scratch.vectors.row(row), values, size * sizeof(float));
      },
      scratch.linear);
  arc_child_->each(
      scratch.words,
      [&](std::size_t row, float* values) {
        relu(values, size);
        scratch.bytes.put(row, values);
      },
      scratch.linear);
  std::size_t sentence = 0, begin = 0;
  arc_->each(
      scratch.bytes,
      [&](std::size_t row, const float* child) {
        while (row == begin + lengths[sentence]) begin += lengths[sentence++];
        const std::size_t count = lengths[sentence], wide = count + 1;
        scratch.scores.resize(count * wide);
        float* scores = scratch.scores.data() + (row - begin) * wide;
        scores[0] = dot(child, root_arc_.data(), size);
        dots(child, scratch.vectors.row(begin), count, size, size, scores + 1);
        if (row + 1 == begin + count) trees[sentence].heads = best_tree(scratch.scores, count);
      },
      scratch.linear);
}

// The relation of a child, given what `rel_` made of its head.
Answer Heads::relation(const float* child, const float* forms, HeadScratch& scratch) const {
  const std::size_t size = sizes_.rel, wide = size + 1;
  scratch.scores.resize(relation_count_);
  float* scores = scratch.scores.data();
  dots(child, forms, relation_count_, wide, size, scores);
  for (std::size_t r = 0; r < relation_count_; ++r) scores[r] += forms[r * wide + size];
  const Greatest best = greatest_of(scores, relation_count_);
  return {best.at, best.probability};
}

// Reads scratch.words and the trees' heads. The dear product is made once for each word that is a head: of every
// second word or so.
void Heads::find_relations(std::span<const std::size_t> lengths, std::span<Tree> trees, HeadScratch& scratch) const {
  const std::size_t size = sizes_.rel, rows = scratch.words.rows();
  scratch.vectors.resize(rows, size);
  rel_child_->each(
      scratch.words,
      [&](std::size_t row, float* values) {
        relu(values, size);
        std::memcpy(scratch.vectors.row(row), values, size * sizeof(float));
      },
      scratch.linear);
  scratch.arcs.clear();
  std::uint32_t begin = 0;
  for (std::size_t s = 0; s < lengths.size(); begin += static_cast<std::uint32_t>(lengths[s++])) {
    trees[s].relations.resize(lengths[s]);
    for (std::uint32_t w = 0; w < lengths[s]; ++w) {
      Answer* answer = &trees[s].relations[w];
      const std::uint32_t head = trees[s].heads[w];
      if (head == 0) *answer = relation(scratch.vectors.row(begin + w), root_rel_.data(), scratch);
      else scratch.arcs.push_back({begin + head - 1, begin + w, answer});
    }
  }
  std::sort(scratch.arcs.begin(), scratch.arcs.end(), [](const Arc& a, const Arc& b) { return a.head < b.head; });
  std::size_t heads = 0;
  for (std::size_t k = 0; k < scratch.arcs.size(); ++k)
    heads += k == 0 || scratch.arcs[k].head != scratch.arcs[k - 1].head ? 1 : 0;
  scratch.bytes.resize(precision_, heads, size);
  std::size_t next = 0, slot = 0;
  rel_head_->each(
      scratch.words,
      [&](std::size_t row, float* values) {
        if (next == scratch.arcs.size() || scratch.arcs[next].head != row) return;
        relu(values, size);
        scratch.bytes.put(slot++, values);
        while (next < scratch.arcs.size() && scratch.arcs[next].head == row) ++next;
      },
      scratch.linear);
  next = 0;
  rel_->each(
      scratch.bytes,
      [&](std::size_t, const float* forms) {
        for (const std::uint32_t head = scratch.arcs[next].head;
             next < scratch.arcs.size() && scratch.arcs[next].head == head; ++next) {
          *scratch.arcs[next].answer = relation(scratch.vectors.row(scratch.arcs[next].child), forms, scratch);
        }
      },
      scratch.linear);
}

std::vector<Tree> Heads::parse_all(const float* words, std::span<const std::size_t> lengths,
                                   HeadScratch& scratch) const {
  std::vector<Tree> trees(lengths.size());
  for (std::size_t begin = 0; begin < lengths.size();) {
    std::size_t end = begin, count = 0;
    while (end < lengths.size() && (end == begin || count + lengths[end] <= kGroupWords)) count += lengths[end++];
    const auto group = lengths.subspan(begin, end - begin);
    const auto found = std::span(trees).subspan(begin, end - begin);
    scratch.words.resize(precision_, count, sizes_.hidden);
    scratch.words.put_all(words);
    find_arcs(group, found, scratch);
    find_relations(group, found, scratch);
    words += count * sizes_.hidden;
    begin = end;
  }
  return trees;
}

Tree Heads::parse(const float* words, std::size_t count, HeadScratch& scratch) const {
  return std::move(parse_all(words, {&count, 1}, scratch).front());
}

void Heads::roles(const float* words, std::size_t count, const float* cue, std::size_t cue_at, Matrix& out,
                  HeadScratch& scratch) const {
  const RoleCue one{cue, cue_at};
  roles_all(words, count, {&one, 1}, out, scratch);
}

void Heads::roles_all(const float* words, std::size_t count, std::span<const RoleCue> cues, Matrix& out,
                      HeadScratch& scratch) const {
  const std::size_t hidden = sizes_.cue_hidden;
  role_word_->run(words, count, scratch.projected, scratch.linear);
  scratch.hidden.resize(precision_, cues.size() * count, hidden);
  std::vector<float> row(hidden);
  for (std::size_t c = 0; c < cues.size(); ++c) {
    role_cue_->run(cues[c].vector, 1, scratch.cue, scratch.linear);
    for (std::size_t w = 0; w < count; ++w) {
      const auto offset = static_cast<std::ptrdiff_t>(w) - static_cast<std::ptrdiff_t>(cues[c].at);
      std::memcpy(row.data(), scratch.projected.row(w), hidden * sizeof(float));
      add(row.data(), scratch.cue.data(), hidden);
      add(row.data(), role_distance_.data() + distance_class(offset) * hidden, hidden);
      gelu(row.data(), hidden);
      scratch.hidden.put(c * count + w, row.data());
    }
  }
  scratch.inner.resize(precision_, scratch.hidden.rows(), hidden);
  role_inner_->each(
      scratch.hidden,
      [&](std::size_t at, float* values) {
        gelu(values, hidden);
        scratch.inner.put(at, values);
      },
      scratch.linear);
  role_->run(scratch.inner, out, scratch.linear);
}

}  // namespace onrecord::nn
