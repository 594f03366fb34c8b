// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "doc/document.h"

namespace onrecord {
namespace {

// Collects the first breach; after that every check is free.
class Checker {
 public:
  explicit Checker(const Document& document) : document_(document) {}

  void inside(const char* layer, std::size_t row, ByteSpan span) {
    if (!document_.text().holds(span)) fail(layer, row, span, "is not inside the text on code point boundaries");
    else if (span.empty()) fail(layer, row, span, "is empty");
  }

  void inside(const char* layer, std::size_t row, const ByteSpans& spans) {
    for (std::size_t k = 0; k < spans.size(); ++k) {
      inside(layer, row, spans[k]);
      if (k > 0 && spans[k].begin < spans[k - 1].end) fail(layer, row, spans[k], "stands before the piece before it");
    }
  }

  void after(const char* layer, std::size_t row, ByteSpan before, ByteSpan span) {
    if (span.begin < before.end) fail(layer, row, span, "overlaps the row before it");
  }

  void index(const char* layer, std::size_t row, Index at, std::size_t size) {
    if (at != kNone && at >= size) fail(layer, row, {}, "points at a row that does not exist");
  }

  Status status() && {
    if (failed_) return std::move(error_);
    return Ok{};
  }

 private:
  void fail(const char* layer, std::size_t row, ByteSpan span, const char* what) {
    if (failed_) return;
    failed_ = true;
    error_ = {ErrorCode::LawBroken,
              std::string(layer) + " row " + std::to_string(row) + ": span [" + std::to_string(span.begin) + ", " +
                  std::to_string(span.end) + ") " + what,
              document_.article().about.source_uri};
  }

  const Document& document_;
  bool failed_ = false;
  Error error_;
};

void check_text_layers(const Document& document, Checker& check) {
  if (document.paragraphs.present()) {
    const auto& spans = document.paragraphs->spans;
    for (std::size_t k = 0; k < spans.size(); ++k) {
      check.inside("paragraphs", k, spans[k]);
      if (k > 0) check.after("paragraphs", k, spans[k - 1], spans[k]);
    }
  }
  if (document.tokens.present()) {
    const auto& rows = document.tokens->rows;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      check.inside("tokens", k, rows[k].span);
      if (k > 0) check.after("tokens", k, rows[k - 1].span, rows[k].span);
    }
  }
  if (document.sentences.present()) {
    const auto& rows = document.sentences->rows;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      check.inside("sentences", k, rows[k].span);
      if (k > 0) check.after("sentences", k, rows[k - 1].span, rows[k].span);
    }
  }
}

// One row a token, one root a sentence, no arc that leaves its sentence.
void check_syntax(const Document& document, Checker& check) {
  if (!document.syntax.present() || !document.sentences.present()) return;
  const Syntax& syntax = *document.syntax;
  const auto fail = [&](Index row) { check.index("syntax", row, syntax.size(), syntax.size()); };
  if (syntax.size() != document.tokens->size() || syntax.lemmas.size() != syntax.rows.size()) return fail(0);
  for (const Sentence& sentence : document.sentences->rows) {
    Index roots = 0;
    for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Index head = syntax[t].head;
      if (head == kNone) ++roots;
      else if (!sentence.tokens.contains(head) || head == t) fail(t);
    }
    if (roots != 1 && !sentence.tokens.empty()) fail(sentence.tokens.begin);
  }
}

void check_values(const Document& document, Checker& check) {
  if (document.times.present()) {
    const auto& rows = document.times->rows;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      check.inside("times", k, rows[k].span);
      check.index("times", k, rows[k].anchor_time, rows.size());
    }
  }
  if (document.figures.present()) {
    const auto& rows = document.figures->rows;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      check.inside("figures", k, rows[k].span);
      if (rows[k].of) check.inside("figures.of", k, *rows[k].of);
    }
  }
}

void check_places(const Document& document, Checker& check) {
  if (!document.places.present()) return;
  const auto& rows = document.places->rows;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    check.inside("places", k, rows[k].span);
    if (k > 0) check.after("places", k, rows[k - 1].span, rows[k].span);
  }
}

void check_names(const Document& document, Checker& check) {
  if (!document.names.present()) return;
  const Names& names = *document.names;
  for (std::size_t k = 0; k < names.mentions.size(); ++k) {
    check.inside("names", k, names.mentions[k].span);
    check.index("names", k, names.mentions[k].chain, names.chains.size());
  }
  for (std::size_t k = 0; k < names.chains.size(); ++k) {
    for (const Role& role : names.chains[k].roles) check.inside("names.roles", k, role.span);
  }
}

void check_coreference(const Document& document, Checker& check) {
  if (!document.coreference.present()) return;
  const Coreference& found = *document.coreference;
  for (std::size_t k = 0; k < found.mentions.size(); ++k) {
    const EntityMention& mention = found.mentions[k];
    check.inside("coreference", k, mention.span);
    check.index("coreference", k, mention.entity, found.entities.size());
    check.index("coreference", k, mention.head, mention.tokens.end);
  }
  for (std::size_t k = 0; k < found.entities.size(); ++k) {
    for (const Index m : found.entities[k].mentions) check.index("coreference.entities", k, m, found.mentions.size());
  }
  for (std::size_t k = 0; k < found.entity_of_chain.size(); ++k) {
    check.index("coreference.entity_of_chain", k, found.entity_of_chain[k], found.entities.size());
  }
}

void check_statements(const Document& document, Checker& check) {
  if (document.quotes.present()) {
    const auto& rows = document.quotes->rows;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      check.inside("quotes", k, rows[k].pieces);
      check.index("quotes", k, rows[k].parent, k);
    }
  }
  if (document.statements.present()) {
    const auto& rows = document.statements->rows;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      check.inside("statements.source", k, rows[k].source);
      check.inside("statements.cue", k, rows[k].cue);
      check.inside("statements.content", k, rows[k].content);
      check.inside("statements.addressee", k, rows[k].addressee);
      check.index("statements", k, rows[k].within, rows.size());
      if (rows[k].occasion) check.inside("statements.occasion", k, *rows[k].occasion);
      if (document.times.present()) check.index("statements.time", k, rows[k].time, document.times->rows.size());
      if (document.places.present()) check.index("statements.place", k, rows[k].place, document.places->rows.size());
      for (const Index other : rows[k].speaker_others) {
        if (document.names.present()) check.index("statements.others", k, other, document.names->chains.size());
      }
      if (document.names.present()) check.index("statements", k, rows[k].speaker, document.names->chains.size());
    }
  }
}

}  // namespace

Status verify(const Document& document) {
  Checker check(document);
  check_text_layers(document, check);
  check_syntax(document, check);
  check_values(document, check);
  check_names(document, check);
  check_coreference(document, check);
  check_places(document, check);
  check_statements(document, check);
  return std::move(check).status();
}

}  // namespace onrecord
