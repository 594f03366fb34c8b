// SPDX-License-Identifier: Apache-2.0
#include "annotate/language/language_model.h"

#include <algorithm>
#include <limits>

namespace onrecord {
namespace {

// "NOUN|NN|Number=Sing": features hold bars of their own.
SyntaxLabels::Tag tag_of(std::string_view label) {
  std::string_view parts[3];
  for (std::size_t k = 0; k < 3; ++k) {
    const std::size_t bar = k < 2 ? label.find('|') : std::string_view::npos;
    parts[k] = label.substr(0, bar);
    label = bar == std::string_view::npos ? std::string_view() : label.substr(bar + 1);
  }
  const auto known = [](std::string_view value) { return value == "_" ? std::string() : std::string(value); };
  return {known(parts[0]), known(parts[1]), known(parts[2])};
}

std::optional<NameLabel> name_label_of(std::string_view label) {
  if (label == "O") return NameLabel{};
  if (label.size() < 3 || label[1] != '-' || (label[0] != 'B' && label[0] != 'I')) return std::nullopt;
  return NameLabel{label[0] == 'B' ? NameLabel::Mark::Begin : NameLabel::Mark::Inside, std::string(label.substr(2))};
}

ModelFacts facts_of(const nn::ModelFile& file, nn::Precision precision) {
  const nn::LabelSets& labels = file.labels();
  ModelFacts facts;
  facts.name = file.name();
  facts.card = file.card();
  facts.licences = file.licences();
  facts.hash = file.hash();
  facts.file_bytes = file.size_bytes();
  facts.weights = file.weight_count();
  facts.layers = file.dimensions().layers();
  facts.hidden = file.dimensions().hidden;
  facts.word_pieces = file.vocabulary().size();
  facts.tags = labels.tags.size();
  facts.lemma_scripts = labels.lemmas.size();
  facts.relations = labels.relations.size();
  facts.precision = precision;
  return facts;
}

}  // namespace

Result<LanguageModel> LanguageModel::open(const std::string& path, nn::Precision precision) {
  ONRECORD_TRY(const nn::ModelFile file, nn::ModelFile::open(path));
  ONRECORD_TRY(nn::Encoder encoder, nn::Encoder::make(file, precision));
  ONRECORD_TRY(nn::Heads heads, nn::Heads::make(file, precision));
  ONRECORD_TRY(nn::CorefHead coreference, nn::CorefHead::make(file, precision));
  LanguageModel model;
  model.facts_ = facts_of(file, precision);
  ONRECORD_CHECK_OK(model.read_labels(file.labels(), path));
  model.pieces_ = std::make_unique<nn::WordPiece>(file.vocabulary());
  model.encoder_ = std::make_unique<nn::Encoder>(std::move(encoder));
  model.heads_ = std::make_unique<nn::Heads>(std::move(heads));
  model.coreference_ = std::make_unique<nn::CorefHead>(std::move(coreference));
  return model;
}

Status LanguageModel::read_labels(const nn::LabelSets& labels, const std::string& where) {
  const auto bad = [&](const std::string& label) {
    return Error{ErrorCode::BadInput, "the model file cannot be used: the label \"" + label + "\" cannot be read",
                 where};
  };
  SyntaxLabels syntax;
  for (const std::string& label : labels.tags) syntax.tags.push_back(tag_of(label));
  syntax.relations = labels.relations;
  const auto dep = std::find(syntax.relations.begin(), syntax.relations.end(), "dep");
  unspecified_ = static_cast<std::uint16_t>(dep - syntax.relations.begin());
  if (dep == syntax.relations.end()) syntax.relations.emplace_back("dep");
  if (std::max(syntax.tags.size(), syntax.relations.size()) > std::numeric_limits<std::uint16_t>::max()) {
    return bad(labels.tags.back());
  }
  syntax_labels_ = std::make_shared<const SyntaxLabels>(std::move(syntax));
  for (const std::string& label : labels.lemmas) {
    const std::optional<LemmaScript> script = LemmaScript::parse(label);
    if (!script) return bad(label);
    lemma_scripts_.push_back(*script);
  }
  ONRECORD_CHECK_OK(read_known(labels.known, where));
  for (const std::string& label : labels.names) {
    std::optional<NameLabel> name = name_label_of(label);
    if (!name) return bad(label);
    if (name->mark == NameLabel::Mark::Begin) facts_.name_types.push_back(name->type);
    name_labels_.push_back(*std::move(name));
  }
  return Ok{};
}

// Rows "form TAB UPOS TAB lemma".
Status LanguageModel::read_known(const std::vector<std::string>& rows, const std::string& where) {
  std::vector<std::string_view> upos;  // of each table
  for (const SyntaxLabels::Tag& tag : syntax_labels_->tags) {
    const auto at = std::find(upos.begin(), upos.end(), tag.upos);
    known_of_tag_.push_back(static_cast<std::uint16_t>(at - upos.begin()));
    if (at == upos.end()) upos.push_back(tag.upos);
  }
  known_lemmas_.resize(upos.size());
  for (const std::string& row : rows) {
    const std::size_t first = row.find('\t'), second = row.find('\t', first + 1);
    if (first == 0 || second == std::string::npos || second + 1 == row.size()) {
      return Error{ErrorCode::BadInput,
                   "the model file cannot be used: the known word \"" + row + "\" cannot be read", where};
    }
    const auto table =
        std::find(upos.begin(), upos.end(), std::string_view(row).substr(first + 1, second - first - 1));
    if (table == upos.end()) continue;  // a tag too rare to be a label
    known_lemmas_[static_cast<std::size_t>(table - upos.begin())].emplace(row.substr(0, first),
                                                                          row.substr(second + 1));
  }
  return Ok{};
}

const std::string* LanguageModel::known_lemma(std::string_view form, std::uint16_t tag) const {
  const KnownLemmas& table = known_lemmas_[known_of_tag_[tag]];
  const auto found = table.find(form);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace onrecord
