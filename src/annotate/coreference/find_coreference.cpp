// SPDX-License-Identifier: Apache-2.0
#include "annotate/coreference/find_coreference.h"

#include <algorithm>

#include "annotate/coreference/agreement.h"
#include "annotate/coreference/edge_places.h"
#include "annotate/coreference/links.h"
#include "annotate/coreference/merge_names.h"
#include "annotate/coreference/pair_features.h"

namespace onrecord {
namespace {

using coreference::Agreement;
using coreference::FoundChain;
using coreference::FoundMention;
using coreference::PairFeatures;

// Words that may be heads of mentions: this share of all, of the best scores, none below kLeastScore (a logit); and
// how many of them a mention looks back at. More gains nothing on the development documents.
constexpr double kShare = 0.25;
constexpr float kLeastScore = -2.5F;
constexpr std::size_t kReach = 250;

PairFeatures features_of(const Text& text, const Tokens& tokens, const Sentences& sentences) {
  std::vector<std::string_view> forms;
  forms.reserve(tokens.size());
  for (const Token& token : tokens.rows) forms.push_back(text.bytes(token.span));
  std::vector<Range> ranges;
  for (const Sentence& sentence : sentences.rows) ranges.push_back(sentence.tokens);
  return {forms, ranges};
}

class Finder {
 public:
  Finder(const Sentences& sentences, const WordVectors& vectors, const Syntax& syntax, const LanguageModel& model,
         LanguageScratch& scratch, const PairFeatures& features)
      : sentences_(sentences),
        vectors_(vectors),
        syntax_(syntax),
        head_(model.coreference()),
        scratch_(scratch.coreference),
        features_(features) {}

  std::vector<FoundChain> run(const Agreement& agreement) {
    const float* words = vectors_.values.data();
    const std::vector<float> scores = head_.mentions(words, vectors_.size(), scratch_);
    std::vector<std::uint32_t> chosen = nn::best_words(scores, kShare, scores.size());
    std::erase_if(chosen, [&](std::uint32_t word) { return scores[word] < kLeastScore; });
    const nn::LinkScores links = head_.antecedents(
        words, scores, chosen, kReach,
        [&](std::size_t later, std::size_t first, std::size_t end, std::span<nn::PairClasses> out) {
          for (std::size_t k = first; k < end; ++k) out[k - first] = features_.of(chosen[later], chosen[k]);
        },
        scratch_);
    const auto chains = coreference::link_words(
        links, chosen.size(), [&](std::size_t a, std::size_t b) { return agreement.apart(chosen[a], chosen[b]); });
    return spans_of(chains, chosen, agreement);
  }

 private:
  std::vector<FoundChain> spans_of(const std::vector<std::vector<std::size_t>>& chains,
                                   const std::vector<std::uint32_t>& chosen, const Agreement& agreement) {
    std::vector<Index> heads;
    for (const auto& chain : chains) {
      for (const std::size_t k : chain) heads.push_back(chosen[k]);
    }
    std::sort(heads.begin(), heads.end());
    const std::vector<Range> spans = edges_of(heads);
    std::vector<FoundChain> found;
    for (const auto& chain : chains) {
      FoundChain& out = found.emplace_back();
      for (const std::size_t k : chain) {
        const Index head = chosen[k];
        const auto at = std::lower_bound(heads.begin(), heads.end(), head) - heads.begin();
        const std::uint16_t traits = agreement.traits(head);
        const bool person =
            (traits & coreference::kPronoun) != 0 && (traits & (coreference::kMale | coreference::kFemale)) != 0;
        out.push_back({spans[static_cast<std::size_t>(at)], head, features_.pronoun(head) != 0, person});
      }
    }
    return found;
  }

  // Of heads in rising order, the tokens of their mentions.
  std::vector<Range> edges_of(const std::vector<Index>& heads) {
    std::vector<Range> spans;
    for (std::size_t k = 0; k < heads.size();) {
      const Range sentence = sentences_[sentences_.of_token(heads[k])].tokens;
      const coreference::EdgePlaces tree(syntax_, sentence);
      std::vector<std::uint32_t> here;
      std::vector<nn::EdgePlaces> places;
      for (; k < heads.size() && heads[k] < sentence.end; ++k) {
        here.push_back(heads[k] - sentence.begin);
        places.push_back(tree.of(heads[k], features_.pronoun(heads[k])));
      }
      const float* words = vectors_.of(sentence.begin);
      for (const nn::MentionEdges& edges : head_.edges(words, sentence.size(), here, places, scratch_)) {
        spans.push_back({sentence.begin + edges.first, sentence.begin + edges.last + 1});
      }
    }
    return spans;
  }

  const Sentences& sentences_;
  const WordVectors& vectors_;
  const Syntax& syntax_;
  const nn::CorefHead& head_;
  nn::CorefScratch& scratch_;
  const PairFeatures& features_;
};

}  // namespace

Coreference find_coreference(const Text& text, const Tokens& tokens, const Sentences& sentences, const Names& names,
                             const WordVectors& vectors, const Syntax& syntax, const LanguageModel& model,
                             LanguageScratch& scratch) {
  const PairFeatures features = features_of(text, tokens, sentences);
  const Agreement agreement(text, tokens, names, features);
  std::vector<FoundChain> chains;
  if (tokens.size() > 0) chains = Finder(sentences, vectors, syntax, model, scratch, features).run(agreement);
  return coreference::merge_names(text, tokens, names, std::move(chains));
}

Meant who_is_meant(const Coreference& found, Range tokens, Index head) {
  const EntityMention* best = nullptr;
  // Mentions are in text order by their first byte, hence by their first token.
  auto at = std::partition_point(found.mentions.begin(), found.mentions.end(),
                                 [&](const EntityMention& m) { return m.tokens.begin < tokens.begin; });
  for (; at != found.mentions.end() && at->tokens.begin < tokens.end; ++at) {
    if (at->tokens.end > tokens.end) continue;
    const bool whole = at->tokens.size() == tokens.size();
    if (!whole && (head == kNone || head < at->tokens.begin || head >= at->tokens.end || at->head != head)) continue;
    if (best == nullptr || at->tokens.size() > best->tokens.size()) best = &*at;
  }
  if (best == nullptr) return {kNone, kNone, "the phrase stands for nothing else in the article"};
  const EntityRow& entity = found.entities[best->entity];
  if (!entity.named) return {best->entity, kNone, "what the phrase stands for has no name in the article"};
  return {best->entity, entity.chains[0], nullptr};
}

}  // namespace onrecord
