// SPDX-License-Identifier: Apache-2.0
#include "annotate/language/windows.h"

namespace onrecord {
namespace {

constexpr std::uint32_t kEnds = 2;  // [CLS] and [SEP]

class Packer {
 public:
  Packer(const TokenPieces& pieces, std::size_t limit)
      : pieces_(pieces), room_(static_cast<std::uint32_t>(limit) - kEnds) {}

  void add(Range sentence) {
    const std::uint32_t cost = pieces_.begin[sentence.end] - pieces_.begin[sentence.begin];
    if (cost > room_) return add_long(sentence);
    if (used_ + cost > room_) close(sentence.begin);
    used_ += cost;
    now_.end = sentence.end;
  }

  std::vector<Range> finish() && {
    close(now_.end);
    return std::move(windows_);
  }

 private:
  void add_long(Range sentence) {
    close(sentence.begin);
    for (Index t = sentence.begin; t < sentence.end; ++t) {
      if (used_ + pieces_.count(t) > room_) close(t);
      used_ += pieces_.count(t);
      now_.end = t + 1;
    }
    close(sentence.end);
  }

  // Ends the window under way; the next one begins at `next`.
  void close(Index next) {
    if (!now_.empty()) windows_.push_back(now_);
    now_ = {next, next};
    used_ = 0;
  }

  const TokenPieces& pieces_;
  const std::uint32_t room_;
  std::vector<Range> windows_;
  Range now_;
  std::uint32_t used_ = 0;
};

}  // namespace

TokenPieces cut_pieces(const Text& text, const Tokens& tokens, const nn::WordPiece& pieces) {
  TokenPieces out;
  out.begin.reserve(tokens.rows.size() + 1);
  out.begin.push_back(0);
  for (const Token& token : tokens.rows) {
    pieces.append(text.bytes(token.span), out.pieces);
    out.begin.push_back(static_cast<std::uint32_t>(out.pieces.size()));
  }
  return out;
}

std::vector<Range> pack_windows(const TokenPieces& pieces, const Sentences& sentences, std::size_t limit) {
  Packer packer(pieces, limit);
  for (const Sentence& sentence : sentences.rows) packer.add(sentence.tokens);
  return std::move(packer).finish();
}

nn::Window make_window(const Text& text, const Tokens& tokens, const TokenPieces& pieces, Range window,
                       const nn::WordPiece& vocabulary) {
  nn::Window out;
  out.pieces.push_back(vocabulary.first());
  out.shapes.push_back(-1);
  for (Index t = window.begin; t < window.end; ++t) {
    out.first.push_back(static_cast<std::uint32_t>(out.pieces.size()));
    const auto* begin = pieces.pieces.data() + pieces.begin[t];
    out.pieces.insert(out.pieces.end(), begin, begin + pieces.count(t));
    out.shapes.resize(out.pieces.size(), nn::shape_of(text.bytes(tokens[t].span)));
  }
  out.pieces.push_back(vocabulary.last());
  out.shapes.push_back(-1);
  return out;
}

}  // namespace onrecord
