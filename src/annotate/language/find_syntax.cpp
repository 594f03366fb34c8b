// SPDX-License-Identifier: Apache-2.0
#include "annotate/language/find_syntax.h"

#include <algorithm>

namespace onrecord {
namespace {

using Label = nn::Heads::Label;

class SyntaxFinder {
 public:
  SyntaxFinder(const Text& text, const Tokens& tokens, const WordVectors& vectors, const LanguageModel& model,
               LanguageScratch& scratch)
      : text_(text), tokens_(tokens), vectors_(vectors), model_(model), scratch_(scratch) {
    out_.labels = model.syntax_labels();
    out_.rows.resize(tokens.size());
    out_.lemmas.reserve(tokens.size());
  }

  // Tags and lemmas, a window at a time.
  void label(Range window) {
    const float* words = vectors_.of(window.begin);
    const std::vector<nn::Answer> tags = model_.heads().answers(Label::Tag, words, window.size(), scratch_.heads);
    const std::vector<nn::Answer> lemmas = model_.heads().answers(Label::Lemma, words, window.size(), scratch_.heads);
    for (Index k = 0; k < window.size(); ++k) {
      SyntaxRow& row = out_.rows[window.begin + k];
      row.tag = static_cast<std::uint16_t>(tags[k].label);
      row.confidence = tags[k].probability;
      out_.lemmas.push_back(lemma_of(text_.bytes(tokens_[window.begin + k].span), row.tag, lemmas[k].label));
    }
  }

  // All sentences at once, so that the heads have much to do at a time.
  void parse(const Sentences& sentences) {
    if (out_.rows.empty()) return;
    std::vector<Range> parts;
    for (const Sentence& sentence : sentences.rows) add_parts(sentence.tokens, parts);
    std::vector<std::size_t> lengths;
    for (const Range part : parts) lengths.push_back(part.size());
    const std::vector<nn::Tree> trees = model_.heads().parse_all(vectors_.of(0), lengths, scratch_.heads);
    Index sentence = 0, root = kNone;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      const Index part_root = put(parts[k], trees[k]);
      const bool opens = k == 0 || !sentences[sentence].tokens.contains(parts[k].begin);
      if (opens) {
        sentence = sentences.of_token(parts[k].begin);
        root = part_root;
      } else {
        out_.rows[part_root].head = root;
        out_.rows[part_root].relation = model_.unspecified_relation();
      }
    }
  }

  Syntax finish() && { return std::move(out_); }

 private:
  // Words that training saw with this tag have the lemma they had there ("found" as a verb: "find"); others get the
  // script of the head ("refounded": "refound"). A script that does not fit the form leaves it, in small letters.
  std::string lemma_of(std::string_view form, std::uint16_t tag, std::uint32_t script) const {
    if (const std::string* known = model_.known_lemma(form, tag)) return *known;
    std::optional<std::string> lemma = model_.lemma_scripts()[script].apply(form);
    return lemma ? *std::move(lemma) : small_letters(form);
  }

  // A sentence cut where its windows end.
  void add_parts(Range sentence, std::vector<Range>& parts) const {
    for (Index begin = sentence.begin; begin < sentence.end;) {
      const Index end = std::min(sentence.end, vectors_.window_of(begin).end);
      parts.push_back({begin, end});
      begin = end;
    }
  }

  // Returns the root.
  Index put(Range part, const nn::Tree& tree) {
    Index root = part.begin;
    for (Index k = 0; k < part.size(); ++k) {
      SyntaxRow& row = out_.rows[part.begin + k];
      row.head = tree.heads[k] == 0 ? kNone : part.begin + tree.heads[k] - 1;
      row.relation = static_cast<std::uint16_t>(tree.relations[k].label);
      row.confidence *= tree.relations[k].probability;
      if (row.head == kNone) root = part.begin + k;
    }
    return root;
  }

  const Text& text_;
  const Tokens& tokens_;
  const WordVectors& vectors_;
  const LanguageModel& model_;
  LanguageScratch& scratch_;
  Syntax out_;
};

}  // namespace

Syntax find_syntax(const Text& text, const Tokens& tokens, const Sentences& sentences, const WordVectors& vectors,
                   const LanguageModel& model, LanguageScratch& scratch) {
  SyntaxFinder finder(text, tokens, vectors, model, scratch);
  for (const Range window : vectors.windows) finder.label(window);
  finder.parse(sentences);
  return std::move(finder).finish();
}

}  // namespace onrecord
