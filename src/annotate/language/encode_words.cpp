// SPDX-License-Identifier: Apache-2.0
#include "annotate/language/encode_words.h"

#include <algorithm>

#include "annotate/language/windows.h"

namespace onrecord {

WordVectors encode_words(const Text& text, const Tokens& tokens, const Sentences& sentences,
                         const LanguageModel& model, LanguageScratch& scratch, std::size_t windows_at_a_time) {
  const TokenPieces pieces = cut_pieces(text, tokens, model.pieces());
  WordVectors vectors;
  vectors.width = model.facts().hidden;
  vectors.windows = pack_windows(pieces, sentences);
  vectors.values.reserve(tokens.rows.size() * vectors.width);
  std::vector<nn::Window> windows;
  for (std::size_t begin = 0; begin < vectors.windows.size(); begin += windows_at_a_time) {
    const std::size_t end = std::min(begin + windows_at_a_time, vectors.windows.size());
    windows.clear();
    for (std::size_t w = begin; w < end; ++w) {
      windows.push_back(make_window(text, tokens, pieces, vectors.windows[w], model.pieces()));
    }
    model.encoder().encode(windows, scratch.words, scratch.encoder);
    const float* values = scratch.words.data();
    vectors.values.insert(vectors.values.end(), values, values + scratch.words.rows() * vectors.width);
  }
  return vectors;
}

}  // namespace onrecord
