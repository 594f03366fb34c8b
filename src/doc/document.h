// SPDX-License-Identifier: Apache-2.0
// Document: an article and the layers found in it. No algorithm lives here.
//
// Law: for every span in every layer, text().bytes(span) is the surface; verify() checks it.
// Thread rule: a Document belongs to one thread. It is moved, never copied.
// Lifetime: layers are put once, by analyze(), and are const afterwards.
#pragma once

#include <optional>
#include <utility>

#include "doc/layers.h"
#include "onrecord/result.h"
#include "text/article.h"

namespace onrecord {

// A layer that can be put once and then only be read.
template <class Rows>
class Layer {
 public:
  void put(Rows rows) {
    ONRECORD_ASSERT(!rows_.has_value());
    rows_.emplace(std::move(rows));
  }
  bool present() const { return rows_.has_value(); }
  // REQUIRES: present().
  const Rows& operator*() const {
    ONRECORD_ASSERT(present());
    return *rows_;
  }
  const Rows* operator->() const { return &**this; }

 private:
  std::optional<Rows> rows_;
};

class Document {
 public:
  explicit Document(Article article) : article_(std::move(article)) {}
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const Article& article() const& { return article_; }
  const Text& text() const& { return article_.text; }
  const Article& article() && = delete;
  const Text& text() && = delete;

  Layer<Paragraphs> paragraphs;
  Layer<Tokens> tokens;
  Layer<Sentences> sentences;
  Layer<WordVectors> vectors;
  Layer<Syntax> syntax;
  Layer<NameSpans> name_spans;
  Layer<Times> times;
  Layer<Figures> figures;
  Layer<Names> names;
  Layer<Coreference> coreference;
  Layer<Places> places;
  Layer<Actors> actors;
  Layer<Quotes> quotes;
  Layer<Statements> statements;

 private:
  Article article_;
};

// Checks the law and the order rules stated at each layer. ERRORS: LawBroken, naming layer, row and span.
Status verify(const Document& document);

}  // namespace onrecord
