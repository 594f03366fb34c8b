// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/role_scores.h"

#include <algorithm>
#include <cmath>

namespace onrecord::statements {
namespace {

template <std::size_t N>
std::array<float, N> log_softmax(const float* scores) {
  const float most = *std::max_element(scores, scores + N);
  float sum = 0;
  for (std::size_t k = 0; k < N; ++k) sum += std::exp(scores[k] - most);
  const float norm = most + std::log(sum);
  std::array<float, N> out;
  for (std::size_t k = 0; k < N; ++k) out[k] = scores[k] - norm;
  return out;
}

// The likeliest path. `may_follow[from][to]`; no path begins with a label that may not follow label 0.
template <std::size_t N>
std::vector<std::uint8_t> best_path(const std::array<float, N>* scores, std::size_t count,
                                    const bool (&may_follow)[N][N]) {
  std::vector<std::array<std::uint8_t, N>> from(count);
  std::array<float, N> now{};
  constexpr float kNever = -1e30F;
  for (std::size_t w = 0; w < count; ++w) {
    std::array<float, N> next;
    for (std::size_t to = 0; to < N; ++to) {
      float best = kNever;
      for (std::size_t k = 0; k < N; ++k) {
        if (!may_follow[k][to] || (w == 0 && k != 0) || now[k] <= best) continue;
        best = now[k];
        from[w][to] = static_cast<std::uint8_t>(k);
      }
      next[to] = best == kNever ? kNever : best + scores[w][to];
    }
    now = next;
  }
  std::vector<std::uint8_t> labels(count);
  auto at = static_cast<std::uint8_t>(std::max_element(now.begin(), now.end()) - now.begin());
  for (std::size_t w = count; w > 0; --w) {
    labels[w - 1] = at;
    at = from[w - 1][at];
  }
  return labels;
}

constexpr bool kCueFollows[3][3] = {{true, true, false}, {true, true, true}, {true, true, true}};
constexpr bool kRoleFollows[5][5] = {{true, true, false, true, false},
                                     {true, true, true, true, false},
                                     {true, true, true, true, false},
                                     {true, true, false, true, true},
                                     {true, true, false, true, true}};

// How much less likely than no cue, in nats, the beginning of one may be that is asked about all the same: what is
// said then tells whether it was one. Tuned on PolNeAR's development part.
constexpr float kFaint = 1.5;

// Marks words between words that are no cue.
void add_faint_cues(const CueScores* scores, std::vector<std::uint8_t>& labels) {
  const auto none = [&](std::size_t w) { return w >= labels.size() || labels[w] == kNoCue; };
  for (std::size_t w = 0; w < labels.size(); ++w) {
    const bool alone = none(w) && none(w + 1) && (w == 0 || none(w - 1));
    if (!alone || scores[w][kBeginCue] + kFaint < scores[w][kNoCue]) continue;
    labels[w] = kBeginCue;
    for (std::size_t k = w + 1; k < labels.size() && none(k); ++k) {
      if (scores[k][kInsideCue] <= std::max(scores[k][kNoCue], scores[k][kBeginCue])) break;
      labels[k] = kInsideCue;
    }
  }
}

constexpr RoleScores kOwnWord = {0, -9, -9, -9, -9};  // a word of the cue plays no other part

}  // namespace

std::vector<std::uint8_t> best_cues(const CueScores* scores, std::size_t count) {
  return best_path(scores, count, kCueFollows);
}

std::vector<std::uint8_t> best_roles(const std::vector<RoleScores>& scores) {
  return best_path(scores.data(), scores.size(), kRoleFollows);
}

RoleReader::RoleReader(const LanguageModel& model, LanguageScratch& scratch, const WordVectors& vectors)
    : model_(model), scratch_(scratch), vectors_(vectors), cues_(vectors.size()) {
  for (const Range window : vectors.windows) {
    model.heads().scores(nn::Heads::Label::Cue, vectors.of(window.begin), window.size(), scratch.scores,
                         scratch.heads);
    for (Index k = 0; k < window.size(); ++k) {
      cues_[window.begin + k] = log_softmax<nn::kCues>(scratch.scores.row(k));
    }
  }
}

double RoleReader::cue_probability(Range tokens) const {
  double best = 0;
  for (Index t = tokens.begin; t < tokens.end; ++t) best = std::max(best, -std::expm1(double{cues_[t][kNoCue]}));
  return best;
}

std::vector<CueRoles> RoleReader::read() const {
  std::vector<CueRoles> out;
  for (const Range window : vectors_.windows) read_window(window, out);
  return out;
}

void RoleReader::read_window(Range window, std::vector<CueRoles>& out) const {
  std::vector<std::uint8_t> labels = best_cues(cues_.data() + window.begin, window.size());
  add_faint_cues(cues_.data() + window.begin, labels);
  const std::size_t first = out.size();
  for (Index k = 0; k < window.size(); ++k) {
    const Index t = window.begin + k;
    if (labels[k] == kBeginCue) out.push_back({{t, t}, window, 1, {}});
    if (labels[k] == kNoCue) continue;
    out.back().cue.end = t + 1;
    out.back().cue_probability = std::min(out.back().cue_probability, -std::expm1(double{cues_[t][kNoCue]}));
  }
  if (out.size() == first) return;
  std::vector<float> means((out.size() - first) * vectors_.width);
  std::vector<nn::RoleCue> asked;
  for (std::size_t c = first; c < out.size(); ++c) {
    float* mean = means.data() + (c - first) * vectors_.width;
    const Range cue = out[c].cue;
    for (Index t = cue.begin; t < cue.end; ++t) {
      for (std::size_t k = 0; k < vectors_.width; ++k) mean[k] += vectors_.of(t)[k];
    }
    for (std::size_t k = 0; k < vectors_.width; ++k) mean[k] /= static_cast<float>(cue.size());
    asked.push_back({mean, cue.begin - window.begin});
  }
  model_.heads().roles_all(vectors_.of(window.begin), window.size(), asked, scratch_.scores, scratch_.heads);
  for (std::size_t c = first; c < out.size(); ++c) {
    for (Index k = 0; k < window.size(); ++k) {
      const bool own = out[c].cue.contains(window.begin + k);
      const float* scores = scratch_.scores.row((c - first) * window.size() + k);
      out[c].roles.push_back(own ? kOwnWord : log_softmax<nn::kRoles>(scores));
    }
  }
}

}  // namespace onrecord::statements
