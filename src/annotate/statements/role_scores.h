// SPDX-License-Identifier: Apache-2.0
// What the language model's heads say of who said what: which words are cues and, of a cue, the role of every word
// of its window.
//
// Thread rule: one reader a thread and an article. Lifetime: holds references to the model, its scratch and the
// vectors; what the callbacks get lives no longer than their call.
#pragma once

#include <array>
#include <vector>

#include "annotate/language/language_model.h"
#include "doc/layers.h"

namespace onrecord::statements {

// In the order of the heads' classes (nn::kCues, nn::kRoles).
enum CueLabel : std::uint8_t { kNoCue, kBeginCue, kInsideCue };
enum RoleLabel : std::uint8_t { kNoRole, kBeginSource, kInsideSource, kBeginContent, kInsideContent };

using CueScores = std::array<float, nn::kCues>;    // log-probabilities
using RoleScores = std::array<float, nn::kRoles>;  // log-probabilities

// A cue with the roles of the words of its window.
struct CueRoles {
  Range cue;
  Range window;
  double cue_probability = 0;     // that each of its words belongs to a cue
  std::vector<RoleScores> roles;  // a row a token of the window; the cue's own words have none
};

class RoleReader {
 public:
  RoleReader(const LanguageModel& model, LanguageScratch& scratch, const WordVectors& vectors);

  // Every cue that the head finds, window by window, in text order.
  std::vector<CueRoles> read() const;
  // The greatest probability that one of these tokens belongs to a cue.
  double cue_probability(Range tokens) const;

 private:
  void read_window(Range window, std::vector<CueRoles>& out) const;

  const LanguageModel& model_;
  LanguageScratch& scratch_;
  const WordVectors& vectors_;
  std::vector<CueScores> cues_;  // a row a token
};

// The likeliest labels, no inside without its begin.
std::vector<std::uint8_t> best_cues(const CueScores* scores, std::size_t count);
std::vector<std::uint8_t> best_roles(const std::vector<RoleScores>& scores);

}  // namespace onrecord::statements
