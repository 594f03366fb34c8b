// SPDX-License-Identifier: Apache-2.0
// Name spans of one sentence: runs of capitalised words, with the title before them taken apart.
#pragma once

#include <vector>

#include "doc/layers.h"
#include "text/text.h"

namespace onrecord::names {

// Token ranges; `title` and `of` may be empty.
struct RawName {
  Range tokens;                    // the name without its title
  Range title;                     // "US |National Security Advisor| Jake Sullivan"
  Range of;                        // whose title: "|US| National Security Advisor"
  bool starts = false;             // only a sentence's start gives it its capital
  const NameSpan* seen = nullptr;  // of the language model, if that found it
  const char* thing = nullptr;     // WEAPON or VEHICLE, of a designation or of what the text says the kind of
  bool kind = false;               // the latter
  const char* dateline = nullptr;  // GPE or ORG, where a dateline says so
};

// What the finders of this folder pass around.
struct Words {
  const Text& text;
  const Tokens& tokens;
  const Sentences& sentences;

  std::string_view form(Index t) const { return text.bytes(tokens[t].span); }
  std::string_view lower(Index t) const { return text.lower(tokens[t].span); }
  ByteSpan span(Range range) const { return hull(tokens[range.begin].span, tokens[range.end - 1].span); }
  bool capital(Index t) const { return tokens[t].is(kCapitalised); }
};

// Appends the names of a sentence in running case.
void find_spans(const Words& words, const Sentence& sentence, std::vector<RawName>& out);

// A name of the language model with its title, where the rules see a person's title there. Words of a title that the
// model took for a part of a name are taken off it: of the person's ("|Chancellor| Ilse Brandt") and of the name
// before the title ("US |National Security| Advisor Jake Sullivan"), whose type then is not the model's to tell.
RawName with_title(const NameSpan& seen, const std::vector<RawName>& ruled);

// Whether nearly every word of a sentence is capitalised, so that capitals tell nothing ("Minister Warns Of War").
bool is_headline(const Words& words, const Sentence& sentence);

// The title that follows a name after a comma ("…, the French defence minister,"); empty range if none.
// `of` is set to the name after "of", "at" or "for".
Range title_after(const Words& words, const Sentence& sentence, Index name_end, Range& of);

}  // namespace onrecord::names
