// SPDX-License-Identifier: Apache-2.0
// LanguageModel: a model file made ready to run. Finders get it together with the vectors that its encoder made
// (WordVectors) and ask its heads about them:
//
//   const Range window = vectors.window_of(token);
//   model.heads().roles(vectors.of(window.begin), window.size(), …, scratch.heads);
//
// Thread rule: const after open() and shared by all threads; each thread brings its own LanguageScratch.
// Lifetime: what the accessors hand out lives as long as the model, but syntax_labels(), which is shared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/language/lemma_scripts.h"
#include "doc/layers.h"
#include "nn/coref_head.h"
#include "nn/encoder.h"
#include "nn/heads.h"
#include "nn/model_file.h"
#include "nn/wordpiece.h"
#include "onrecord/result.h"

namespace onrecord {

// Buffers of one thread, kept between articles.
struct LanguageScratch {
  nn::EncoderScratch encoder;
  nn::HeadScratch heads;
  nn::CorefScratch coreference;
  nn::Matrix words, scores;
};

// A label of the name head: O, B-TYPE or I-TYPE.
struct NameLabel {
  enum class Mark : std::uint8_t { Outside, Begin, Inside } mark = Mark::Outside;
  std::string type;  // empty for O
};

// Form -> lemma, looked up by views.
struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using KnownLemmas = std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>>;

// What the file says of itself, and what it was made into.
struct ModelFacts {
  std::string name, card;
  std::vector<std::string> licences;
  std::uint64_t hash = 0;  // of the file's bytes
  std::uint64_t file_bytes = 0, weights = 0;
  std::size_t layers = 0, hidden = 0, word_pieces = 0, tags = 0, lemma_scripts = 0, relations = 0;
  std::vector<std::string> name_types;
  nn::Precision precision = nn::Precision::Int8;
};

class LanguageModel {
 public:
  // ERRORS: those of ModelFile::open and Linear::make; BadInput for labels that cannot be read.
  static Result<LanguageModel> open(const std::string& path, nn::Precision precision);

  const nn::WordPiece& pieces() const { return *pieces_; }
  const nn::Encoder& encoder() const { return *encoder_; }
  const nn::Heads& heads() const { return *heads_; }
  const nn::CorefHead& coreference() const { return *coreference_; }
  const ModelFacts& facts() const { return facts_; }

  // In the order of the heads' classes.
  const std::shared_ptr<const SyntaxLabels>& syntax_labels() const { return syntax_labels_; }
  const std::vector<LemmaScript>& lemma_scripts() const { return lemma_scripts_; }
  // The lemma of a word that training saw with the universal tag of this label; null for others.
  const std::string* known_lemma(std::string_view form, std::uint16_t tag) const;
  const std::vector<NameLabel>& name_labels() const { return name_labels_; }

  // The relation of SyntaxLabels for an arc between the parts of a sentence that is too long for the encoder: "dep".
  std::uint16_t unspecified_relation() const { return unspecified_; }

 private:
  LanguageModel() = default;
  Status read_known(const std::vector<std::string>& rows, const std::string& where);
  Status read_labels(const nn::LabelSets& labels, const std::string& where);

  std::unique_ptr<const nn::WordPiece> pieces_;
  std::unique_ptr<const nn::Encoder> encoder_;
  std::unique_ptr<const nn::Heads> heads_;
  std::unique_ptr<const nn::CorefHead> coreference_;
  std::shared_ptr<const SyntaxLabels> syntax_labels_;
  std::vector<LemmaScript> lemma_scripts_;
  std::vector<KnownLemmas> known_lemmas_;    // a table a universal tag
  std::vector<std::uint16_t> known_of_tag_;  // of each label its table
  std::vector<NameLabel> name_labels_;
  std::uint16_t unspecified_ = 0;
  ModelFacts facts_;
};

}  // namespace onrecord
