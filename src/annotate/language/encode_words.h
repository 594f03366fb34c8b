// SPDX-License-Identifier: Apache-2.0
// The encoder's pass over an article. What a window gives does not depend on the windows beside it, so the layer is
// the same however many are encoded at a time.
#pragma once

#include "annotate/language/language_model.h"
#include "text/text.h"

namespace onrecord {

// Windows that are encoded at a time: what bounds the buffers of a long article.
inline constexpr std::size_t kWindowsAtATime = 8;

WordVectors encode_words(const Text& text, const Tokens& tokens, const Sentences& sentences,
                         const LanguageModel& model, LanguageScratch& scratch,
                         std::size_t windows_at_a_time = kWindowsAtATime);

}  // namespace onrecord
