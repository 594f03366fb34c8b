// SPDX-License-Identifier: Apache-2.0
// The coreference head (training/coref.py): which words are heads of mentions, which earlier mention each continues,
// and where each begins and ends. It looks at the word vectors of a whole document, and at classes of pairs of words
// that the caller makes from their forms and places.
//
// Cost: linear maps for all words; for each of the pairs that are asked for, a small network. The caller bounds the
// pairs by choosing few words and a reach.
//
// Thread rule: const after make(); each thread brings its own CorefScratch.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "nn/linear.h"
#include "nn/model_file.h"

namespace onrecord::nn {

// What the forms and places of two words say; the numbers of training/coref.py, below kPairWords and so on.
struct PairClasses {
  std::uint8_t words = 0, sentences = 0, match = 0, quotes = 0;
  std::uint16_t pronouns = 0;
};

// Gives the classes of the pairs of the chosen word `later` with each of `earlier` [first, end).
using ClassesOf =
    std::function<void(std::size_t later, std::size_t first, std::size_t end, std::span<PairClasses> out)>;

// The class of a distance: how many of the steps of training/coref.py it reaches.
std::uint8_t word_distance_class(std::size_t words);
std::uint8_t sentence_distance_class(std::size_t sentences);

// Scores of each chosen word with those before it, at most `reach` of them; "no antecedent" scores 0.
struct LinkScores {
  std::size_t reach = 0;
  std::vector<float> values;        // row after row
  std::vector<std::size_t> begins;  // of each row, one more at the end

  // The first chosen word that row `later` has a score of.
  std::size_t first(std::size_t later) const { return later - (begins[later + 1] - begins[later]); }
  std::span<const float> row(std::size_t later) const {
    return std::span(values).subspan(begins[later], begins[later + 1] - begins[later]);
  }
};

// First and last word of a mention.
struct MentionEdges {
  std::uint32_t first = 0, last = 0;
};
// The words that may be the first and the last of a head's mention: not after it, not before it. Neither is empty.
struct EdgePlaces {
  std::vector<std::uint32_t> firsts, lasts;
};

struct CorefScratch {
  LinearScratch linear;
  Matrix hidden, chosen, later, earlier, turned, pair_later, pair_earlier, pairs, inner, head, left, right;
  std::vector<PairClasses> classes;
};

// The words of the best scores, in rising order: `share` of all, at least one, at most `most`. Of equal scores the
// earlier word is better.
std::vector<std::uint32_t> best_words(std::span<const float> scores, double share, std::size_t most);

class CorefHead {
 public:
  static Result<CorefHead> make(const ModelFile& model, Precision precision);

  // Of each word, how much it looks like the head of a mention that others corefer with (a logit).
  std::vector<float> mentions(const float* words, std::size_t count, CorefScratch& scratch) const;

  // `chosen` are words in rising order, `mentions` the scores of all words.
  LinkScores antecedents(const float* words, std::span<const float> mentions, std::span<const std::uint32_t> chosen,
                         std::size_t reach, const ClassesOf& classes_of, CorefScratch& scratch) const;

  // Edges of mentions in one sentence: its words, and the heads as indices into them; `places` of each head. Of equal
  // scores the earlier place is better.
  std::vector<MentionEdges> edges(const float* words, std::size_t count, std::span<const std::uint32_t> heads,
                                  std::span<const EdgePlaces> places, CorefScratch& scratch) const;

 private:
  explicit CorefHead(const ModelFile& model) : sizes_(model.dimensions()) {}
  void add_pair_rows(std::size_t later, std::size_t first, std::span<const PairClasses> classes, float* out,
                     const CorefScratch& scratch) const;
  void score_pairs(std::size_t count, float* out, CorefScratch& scratch) const;

  Dimensions sizes_;
  // All are there after make(). "bilinear" is a linear map of the later word without bias.
  std::optional<Linear> mention_inner_, later_, earlier_, bilinear_, pair_later_, pair_earlier_, pair_inner_,
      edge_head_, edge_left_, edge_right_;
  std::vector<float> mention_, pair_;  // weights of the one output
  float mention_bias_ = 0, pair_bias_ = 0;
  // Rows of pair_words; sums of the rows of pair_sentences and pair_quotes; pair_match; pair_pronouns.
  std::vector<float> word_rows_, place_rows_, match_rows_, pronoun_rows_;
  std::vector<float> edge_distance_;  // (2, kPairWords)
};

}  // namespace onrecord::nn
