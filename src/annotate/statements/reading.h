// SPDX-License-Identifier: Apache-2.0
// Reading: what the finders of statements see of an article, one entry a token: the kinds of its word, whether it
// is a cue, the quotation it stands in, the name it belongs to. Made once per article.
//
// Lifetime: holds references to the layers; lives no longer than one call of find_statements().
#pragma once

#include <string_view>
#include <vector>

#include "annotate/statements/cues.h"
#include "doc/layers.h"
#include "text/text.h"

namespace onrecord::statements {

struct TokenInfo {
  std::uint32_t kinds = 0;
  std::uint16_t cue = 0;  // number of the cue + 1
  VerbForm form = VerbForm::Base;
  bool opens = false;   // first token of a piece of an outermost quotation
  bool closes = false;  // last token of a piece
  Index quote = kNone;  // outermost quotation
  Index name = kNone;   // mention of Names
};

struct Layers {
  const Text& text;
  const Paragraphs& paragraphs;
  const Tokens& tokens;
  const Sentences& sentences;
  const Quotes& quotes;
  const Names& names;
  const Coreference* coreference = nullptr;  // null: not looked for
  const Times* times = nullptr;              // the same
  const Places* places = nullptr;            // the same
  const Syntax* syntax = nullptr;            // the same
};

class Reading {
 public:
  explicit Reading(const Layers& layers);

  const Layers& layers() const { return layers_; }
  const TokenInfo& operator[](Index t) const { return info_[t]; }
  Index size() const { return static_cast<Index>(info_.size()); }
  bool is(Index t, std::uint32_t kinds) const { return (info_[t].kinds & kinds) != 0; }
  bool quoted(Index t) const { return info_[t].quote != kNone; }
  const Token& token(Index t) const { return layers_.tokens[t]; }
  std::string_view form(Index t) const { return layers_.text.bytes(token(t).span); }
  std::string_view lower(Index t) const { return layers_.text.lower(token(t).span); }
  bool word(Index t) const { return token(t).is(kHasLetter) || token(t).is(kHasDigit); }
  bool capital(Index t) const { return token(t).is(kCapitalised); }
  bool comma(Index t) const { return one_char(t, ','); }
  bool colon(Index t) const { return one_char(t, ':'); }
  bool stop(Index t) const { return one_char(t, '.') || one_char(t, '!') || one_char(t, '?'); }
  bool dash(Index t) const;
  bool possessive(Index t) const;
  // The span of tokens [range.begin, range.end). REQUIRES: not empty.
  ByteSpan span(Range range) const { return hull(token(range.begin).span, token(range.end - 1).span); }
  const Sentence& sentence(Index s) const { return layers_.sentences[s]; }
  // The tokens of a sentence without its last full stop and what closes after it, and without an hour that leads it.
  Range body(Index s) const;
  // Tokens of the outermost quotation's pieces, one range a piece.
  const std::vector<Range>& pieces(Index quote) const { return pieces_[quote]; }

 private:
  bool one_char(Index t, char c) const {
    const ByteSpan span = token(t).span;
    return span.size() == 1 && layers_.text.all()[span.begin] == c;
  }
  bool month_here(Index t) const;
  Index past_clock(Range sentence) const;
  void mark_quotes();
  void mark_names();

  Layers layers_;
  std::vector<TokenInfo> info_;
  std::vector<std::vector<Range>> pieces_;
};

}  // namespace onrecord::statements
