// SPDX-License-Identifier: Apache-2.0
#include "nn/coref_head.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

#include "nn/load_linear.h"
#include "nn/ops.h"

namespace onrecord::nn {
namespace {

constexpr std::size_t kBlock = 512;  // pairs that go through the pair network at a time

constexpr std::size_t kWordSteps[] = {2, 3, 4, 5, 7, 9, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768};
constexpr std::size_t kSentenceSteps[] = {1, 2, 3, 4, 6, 10, 20};
static_assert(std::size(kWordSteps) + 1 == kPairWords && std::size(kSentenceSteps) + 1 == kPairSentences);

template <std::size_t N>
std::uint8_t steps_reached(const std::size_t (&steps)[N], std::size_t distance) {
  return static_cast<std::uint8_t>(std::upper_bound(steps, steps + N, distance) - steps);
}

// The rows of `from` that `chosen` names.
void gather(const float* from, std::span<const std::uint32_t> chosen, std::size_t cols, Matrix& out) {
  out.resize(chosen.size(), cols);
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    std::memcpy(out.row(k), from + chosen[k] * cols, cols * sizeof(float));
  }
}

std::vector<float> sums_of_rows(const std::vector<float>& a, const std::vector<float>& b, std::size_t cols) {
  std::vector<float> out;
  out.reserve(a.size() / cols * b.size());
  for (std::size_t i = 0; i < a.size(); i += cols) {
    for (std::size_t j = 0; j < b.size(); j += cols) {
      for (std::size_t c = 0; c < cols; ++c) out.push_back(a[i + c] + b[j + c]);
    }
  }
  return out;
}

// The bilinear form later^T B earlier as a linear map of the later word: weight B^T.
Result<Linear> load_bilinear(const ModelFile& model, std::size_t size, Precision precision) {
  const std::vector<float> form = model.weight("coref.bilinear");
  std::vector<float> weight(size * size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) weight[j * size + i] = form[i * size + j];
  }
  const std::vector<float> zeros(size);
  return Linear::make(precision, weight.data(), zeros.data(), size, size);
}

// The place of the greatest score; the first of equals.
template <class Score>
std::uint32_t best_place(std::span<const std::uint32_t> places, const Score& score) {
  std::uint32_t best = places[0];
  float most = -std::numeric_limits<float>::infinity();
  for (const std::uint32_t place : places) {
    const float now = score(place);
    if (now > most || (now == most && place < best)) {
      most = now;
      best = place;
    }
  }
  return best;
}

}  // namespace

std::uint8_t word_distance_class(std::size_t words) { return steps_reached(kWordSteps, words); }
std::uint8_t sentence_distance_class(std::size_t sentences) { return steps_reached(kSentenceSteps, sentences); }

std::vector<std::uint32_t> best_words(std::span<const float> scores, double share, std::size_t most) {
  const auto wanted = static_cast<std::size_t>(share * static_cast<double>(scores.size()));
  const std::size_t count = std::min({most, std::max<std::size_t>(1, wanted), scores.size()});
  std::vector<std::uint32_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto better = [&](std::uint32_t a, std::uint32_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
  };
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(count);
  if (middle != order.end()) std::nth_element(order.begin(), middle, order.end(), better);
  order.erase(middle, order.end());
  std::sort(order.begin(), order.end());
  return order;
}

Result<CorefHead> CorefHead::make(const ModelFile& model, Precision precision) {
  CorefHead h(model);
  const Dimensions d = h.sizes_;
  ONRECORD_TRY(h.mention_inner_, load_linear(model, "coref.mention_inner", d.coref_mention, d.hidden, precision));
  ONRECORD_TRY(h.later_, load_linear(model, "coref.later", d.coref_link, d.hidden, precision));
  ONRECORD_TRY(h.earlier_, load_linear(model, "coref.earlier", d.coref_link, d.hidden, precision));
  ONRECORD_TRY(h.bilinear_, load_bilinear(model, d.coref_link, precision));
  ONRECORD_TRY(h.pair_later_, load_linear(model, "coref.pair_later", d.coref_pair, d.hidden, precision));
  ONRECORD_TRY(h.pair_earlier_, load_linear(model, "coref.pair_earlier", d.coref_pair, d.hidden, precision));
  ONRECORD_TRY(h.pair_inner_, load_linear(model, "coref.pair_inner", d.coref_pair, d.coref_pair, precision));
  ONRECORD_TRY(h.edge_head_, load_linear(model, "coref.edge_head", 2 * d.coref_edge, d.hidden, precision));
  ONRECORD_TRY(h.edge_left_, load_linear(model, "coref.edge_left", d.coref_edge, d.hidden, precision));
  ONRECORD_TRY(h.edge_right_, load_linear(model, "coref.edge_right", d.coref_edge, d.hidden, precision));
  h.mention_ = model.weight("coref.mention.weight");
  h.mention_bias_ = model.weight("coref.mention.bias")[0];
  h.pair_ = model.weight("coref.pair.weight");
  h.pair_bias_ = model.weight("coref.pair.bias")[0];
  h.word_rows_ = model.weight("coref.pair_words.weight");
  h.place_rows_ = sums_of_rows(model.weight("coref.pair_sentences.weight"), model.weight("coref.pair_quotes.weight"),
                               d.coref_pair);
  h.match_rows_ = model.weight("coref.pair_match.weight");
  h.pronoun_rows_ = model.weight("coref.pair_pronouns.weight");
  h.edge_distance_ = model.weight("coref.edge_distance");
  return h;
}

std::vector<float> CorefHead::mentions(const float* words, std::size_t count, CorefScratch& scratch) const {
  mention_inner_->run(words, count, scratch.hidden, scratch.linear);
  gelu(scratch.hidden.data(), count * sizes_.coref_mention);
  std::vector<float> scores(count);
  for (std::size_t w = 0; w < count; ++w) {
    scores[w] = dot(mention_.data(), scratch.hidden.row(w), sizes_.coref_mention) + mention_bias_;
  }
  return scores;
}

// The input of the pair network for one later word and the chosen words from `first` on.
void CorefHead::add_pair_rows(std::size_t later, std::size_t first, std::span<const PairClasses> classes, float* out,
                              const CorefScratch& scratch) const {
  const std::size_t cols = sizes_.coref_pair;
  const float* mine = scratch.pair_later.row(later);
  for (std::size_t k = 0; k < classes.size(); ++k, out += cols) {
    const PairClasses& c = classes[k];
    const float* other = scratch.pair_earlier.row(first + k);
    const float* words = word_rows_.data() + c.words * cols;
    const float* place = place_rows_.data() + (c.sentences * kPairQuotes + c.quotes) * cols;
    const float* match = match_rows_.data() + c.match * cols;
    const float* pronouns = pronoun_rows_.data() + c.pronouns * cols;
    for (std::size_t i = 0; i < cols; ++i) {
      out[i] = mine[i] + other[i] + words[i] + place[i] + match[i] + pronouns[i];
    }
  }
}

// Adds the pair network's scores of the first `count` rows of scratch.pairs to `out`.
void CorefHead::score_pairs(std::size_t count, float* out, CorefScratch& scratch) const {
  const std::size_t cols = sizes_.coref_pair;
  gelu(scratch.pairs.data(), count * cols);
  pair_inner_->run(scratch.pairs.data(), count, scratch.inner, scratch.linear);
  gelu(scratch.inner.data(), count * cols);
  for (std::size_t k = 0; k < count; ++k) out[k] += dot(pair_.data(), scratch.inner.row(k), cols) + pair_bias_;
}

LinkScores CorefHead::antecedents(const float* words, std::span<const float> mentions,
                                  std::span<const std::uint32_t> chosen, std::size_t reach,
                                  const ClassesOf& classes_of, CorefScratch& scratch) const {
  const std::size_t count = chosen.size(), cols = sizes_.coref_pair;
  gather(words, chosen, sizes_.hidden, scratch.chosen);
  const float* mine = scratch.chosen.data();
  later_->run(mine, count, scratch.later, scratch.linear);
  gelu(scratch.later.data(), count * sizes_.coref_link);
  earlier_->run(mine, count, scratch.earlier, scratch.linear);
  gelu(scratch.earlier.data(), count * sizes_.coref_link);
  bilinear_->run(scratch.later.data(), count, scratch.turned, scratch.linear);
  pair_later_->run(mine, count, scratch.pair_later, scratch.linear);
  pair_earlier_->run(mine, count, scratch.pair_earlier, scratch.linear);

  LinkScores found{reach, {}, {0}};
  for (std::size_t k = 0; k < count; ++k) found.begins.push_back(found.begins.back() + std::min(k, reach));
  found.values.resize(found.begins.back());
  scratch.pairs.resize(kBlock, cols);
  std::size_t waiting = 0, scored = 0;  // pairs in the block; pairs before it
  const auto flush = [&] {
    score_pairs(waiting, found.values.data() + scored, scratch);
    scored += waiting;
    waiting = 0;
  };
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t first = found.first(k);
    float* row = found.values.data() + found.begins[k];
    scratch.classes.resize(k - first);
    classes_of(k, first, k, scratch.classes);
    for (std::size_t j = first; j < k; ++j) {
      row[j - first] = dot(scratch.turned.row(k), scratch.earlier.row(j), sizes_.coref_link) + mentions[chosen[k]] +
                       mentions[chosen[j]];
    }
    for (std::size_t j = first; j < k;) {
      const std::size_t take = std::min(k - j, kBlock - waiting);
      add_pair_rows(k, j, std::span(scratch.classes).subspan(j - first, take), scratch.pairs.row(waiting), scratch);
      waiting += take;
      j += take;
      if (waiting == kBlock) flush();
    }
  }
  if (waiting > 0) flush();
  return found;
}

std::vector<MentionEdges> CorefHead::edges(const float* words, std::size_t count,
                                           std::span<const std::uint32_t> heads, std::span<const EdgePlaces> places,
                                           CorefScratch& scratch) const {
  const std::size_t cols = sizes_.coref_edge;
  gather(words, heads, sizes_.hidden, scratch.chosen);
  edge_head_->run(scratch.chosen.data(), heads.size(), scratch.head, scratch.linear);
  edge_left_->run(words, count, scratch.left, scratch.linear);
  edge_right_->run(words, count, scratch.right, scratch.linear);
  std::vector<MentionEdges> found;
  for (std::size_t k = 0; k < heads.size(); ++k) {
    const std::uint32_t head = heads[k];
    const float* mine = scratch.head.row(k);
    const auto first = [&](std::uint32_t w) {
      return dot(mine, scratch.left.row(w), cols) + edge_distance_[word_distance_class(head - w)];
    };
    const auto last = [&](std::uint32_t w) {
      return dot(mine + cols, scratch.right.row(w), cols) +
             edge_distance_[kPairWords + word_distance_class(w - head)];
    };
    found.push_back({best_place(places[k].firsts, first), best_place(places[k].lasts, last)});
  }
  return found;
}

}  // namespace onrecord::nn
