// SPDX-License-Identifier: Apache-2.0
#include "api/model_info.h"

#include "annotate/language/language_model.h"
#include "base/hash.h"

namespace onrecord {

Result<ModelInfo> read_model_info(const std::string& path) {
  ONRECORD_TRY(const LanguageModel model, LanguageModel::open(path, nn::Precision::Int8));
  const ModelFacts& facts = model.facts();
  ModelInfo info;
  info.name = facts.name;
  info.card = facts.card;
  info.licences = facts.licences;
  info.hash = hex16(facts.hash);
  info.file_bytes = facts.file_bytes;
  info.weights = facts.weights;
  info.layers = facts.layers;
  info.hidden = facts.hidden;
  info.word_pieces = facts.word_pieces;
  info.tags = facts.tags;
  info.lemma_scripts = facts.lemma_scripts;
  info.relations = facts.relations;
  info.name_types = facts.name_types;
  return info;
}

}  // namespace onrecord
