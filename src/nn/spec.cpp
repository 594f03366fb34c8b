// SPDX-License-Identifier: Apache-2.0
#include "nn/spec.h"

namespace onrecord::nn {
namespace {

void add_linear(std::vector<WeightSpec>& specs, const std::string& name, std::size_t out, std::size_t in) {
  specs.push_back({name + ".weight", {out, in}});
  specs.push_back({name + ".bias", {out}});
}

void add_norm(std::vector<WeightSpec>& specs, const std::string& name, std::size_t size) {
  specs.push_back({name + ".weight", {size}});
  specs.push_back({name + ".bias", {size}});
}

void add_encoder(std::vector<WeightSpec>& specs, const Dimensions& d, std::size_t vocabulary) {
  specs.push_back({"embed.word.weight", {vocabulary, d.hidden}});
  specs.push_back({"embed.position.weight", {d.positions, d.hidden}});
  specs.push_back({"embed.segment", {d.hidden}});
  specs.push_back({"embed.shape.weight", {kShapes, d.hidden}});
  add_norm(specs, "embed.norm", d.hidden);
  for (std::size_t k = 0; k < d.layers(); ++k) {
    const std::size_t mixed = d.heads[k] * kHeadSize;
    const std::string layer = "layer" + std::to_string(k) + '.';
    add_linear(specs, layer + "qkv", 3 * mixed, d.hidden);
    add_linear(specs, layer + "attend", d.hidden, mixed);
    add_linear(specs, layer + "up", d.inner[k], d.hidden);
    add_linear(specs, layer + "down", d.hidden, d.inner[k]);
    add_norm(specs, layer + "norm1", d.hidden);
    add_norm(specs, layer + "norm2", d.hidden);
  }
}

void add_coreference(std::vector<WeightSpec>& specs, const Dimensions& d) {
  add_linear(specs, "coref.mention_inner", d.coref_mention, d.hidden);
  add_linear(specs, "coref.mention", 1, d.coref_mention);
  add_linear(specs, "coref.later", d.coref_link, d.hidden);
  add_linear(specs, "coref.earlier", d.coref_link, d.hidden);
  specs.push_back({"coref.bilinear", {d.coref_link, d.coref_link}});
  add_linear(specs, "coref.pair_later", d.coref_pair, d.hidden);
  add_linear(specs, "coref.pair_earlier", d.coref_pair, d.hidden);
  add_linear(specs, "coref.pair_inner", d.coref_pair, d.coref_pair);
  add_linear(specs, "coref.pair", 1, d.coref_pair);
  specs.push_back({"coref.pair_words.weight", {kPairWords, d.coref_pair}});
  specs.push_back({"coref.pair_sentences.weight", {kPairSentences, d.coref_pair}});
  specs.push_back({"coref.pair_match.weight", {kPairMatch, d.coref_pair}});
  specs.push_back({"coref.pair_pronouns.weight", {kPronounClasses * kPronounClasses, d.coref_pair}});
  specs.push_back({"coref.pair_quotes.weight", {kPairQuotes, d.coref_pair}});
  add_linear(specs, "coref.edge_head", 2 * d.coref_edge, d.hidden);
  add_linear(specs, "coref.edge_left", d.coref_edge, d.hidden);
  add_linear(specs, "coref.edge_right", d.coref_edge, d.hidden);
  specs.push_back({"coref.edge_distance", {2, kPairWords}});
}

}  // namespace

std::vector<WeightSpec> weight_specs(const Dimensions& d, const LabelSets& labels, std::size_t vocabulary) {
  std::vector<WeightSpec> specs;
  add_encoder(specs, d, vocabulary);
  add_linear(specs, "tag", labels.tags.size(), d.hidden);
  add_linear(specs, "lemma", labels.lemmas.size(), d.hidden);
  add_linear(specs, "name", labels.names.size(), d.hidden);
  add_linear(specs, "cue", kCues, d.hidden);
  add_linear(specs, "arc_head", d.arc, d.hidden);
  add_linear(specs, "arc_child", d.arc, d.hidden);
  add_linear(specs, "rel_head", d.rel, d.hidden);
  add_linear(specs, "rel_child", d.rel, d.hidden);
  add_linear(specs, "role_word", d.cue_hidden, d.hidden);
  add_linear(specs, "role_cue", d.cue_hidden, d.hidden);
  specs.push_back({"root", {d.hidden}});
  specs.push_back({"arc.weight", {d.arc + 1, d.arc}});
  specs.push_back({"rel.weight", {labels.relations.size(), d.rel + 1, d.rel + 1}});
  specs.push_back({"role_distance", {kDistances, d.cue_hidden}});
  add_linear(specs, "role_inner", d.cue_hidden, d.cue_hidden);
  add_linear(specs, "role", kRoles, d.cue_hidden);
  add_coreference(specs, d);
  return specs;
}

}  // namespace onrecord::nn
