// SPDX-License-Identifier: Apache-2.0
// Windows: which tokens the encoder reads together. Runs of whole sentences, as many as fit into `limit` word pieces
// with [CLS] and [SEP], taken greedily from the start: what training/readers.py pack() does. A sentence that fits
// into no window alone is cut between words into windows of its own, each as full as can be; training leaves such
// sentences out, here none is lost.
#pragma once

#include <cstddef>
#include <vector>

#include "doc/layers.h"
#include "nn/encoder.h"
#include "nn/wordpiece.h"
#include "text/text.h"

namespace onrecord {

// The pieces of all tokens, one after the other.
struct TokenPieces {
  std::vector<std::int32_t> pieces;
  std::vector<std::uint32_t> begin;  // of each token; one more at the end

  std::uint32_t count(Index token) const { return begin[token + 1] - begin[token]; }
};

TokenPieces cut_pieces(const Text& text, const Tokens& tokens, const nn::WordPiece& pieces);

// In text order, together all tokens. REQUIRES: limit >= WordPiece::kMaxWordPieces + 2.
std::vector<Range> pack_windows(const TokenPieces& pieces, const Sentences& sentences,
                                std::size_t limit = nn::kMaxPieces);

// What the encoder takes of a window.
nn::Window make_window(const Text& text, const Tokens& tokens, const TokenPieces& pieces, Range window,
                       const nn::WordPiece& vocabulary);

}  // namespace onrecord
