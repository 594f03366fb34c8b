// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/atoms.h"

#include <algorithm>

#include "text/utf8.h"

namespace onrecord::times {
namespace {

enum class Kind { Letters, Digits, Mark };

Kind kind_of(char c) {
  if (c >= '0' && c <= '9') return Kind::Digits;
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter ? Kind::Letters : Kind::Mark;
}

// Marks of other alphabets that stand for an ASCII one; '~' for the rest, letters among them.
char mark_of(char32_t c) {
  if (c == U'~') return '-';  // "5~7 May"; in posts "now~"
  if (c < 0x80) return static_cast<char>(c);
  if (c == U'\u2018' || c == U'\u2019' || c == U'\u02BC') return '\'';
  if (c >= U'\u2010' && c <= U'\u2015') return '-';
  return '~';
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

Atoms::Atoms(const Text& text, const Tokens& tokens, const Sentences& sentences) : text_(&text) {
  rows_.reserve(tokens.rows.size() + tokens.rows.size() / 4 + kTail);
  const std::string_view all = text.all();
  Index paragraph = sentences.size() == 0 ? 0 : sentences[0].paragraph;
  for (Index s = 0; s < sentences.size(); ++s) {
    if (sentences[s].paragraph != paragraph) {
      const std::uint32_t at = sentences[s].span.begin;
      rows_.push_back({at, at, nullptr, -1, 0, '\n', false, false, s});
      paragraph = sentences[s].paragraph;
    }
    const Range range = sentences[s].tokens;
    for (Index t = range.begin; t < range.end; ++t) {
      const Token& token = tokens[t];
      std::uint32_t at = token.span.begin;
      bool glued = !token.is(kSpaceBefore);
      while (at < token.span.end) {
        std::uint32_t end = at + 1;
        const Kind kind = kind_of(all[at]);
        if (kind == Kind::Mark) {
          end = at + decode_utf8(all, at).size;
        } else {
          while (end < token.span.end && kind_of(all[end]) == kind) ++end;
        }
        add(at, end, glued, s);
        glued = true;
        at = end;
      }
    }
  }
  rows_.insert(rows_.end(), kTail, {text.size(), text.size(), nullptr, -1, 0, '\n', false, false, kNone});
}

void Atoms::add(std::uint32_t begin, std::uint32_t end, bool glued, Index sentence) {
  Atom atom;
  atom.begin = begin;
  atom.end = end;
  atom.glued = glued;
  atom.sentence = sentence;
  const std::string_view all = text_->all();
  switch (kind_of(all[begin])) {
    case Kind::Letters:
      atom.word = find_word(text_->lower({begin, end}));
      atom.capital = is_capital(all[begin]);
      break;
    case Kind::Digits:
      atom.digits = static_cast<std::uint8_t>(std::min<std::uint32_t>(end - begin, 255));
      atom.number = 0;
      for (std::uint32_t at = begin; at < end && at < begin + 9; ++at)
        atom.number = atom.number * 10 + (all[at] - '0');
      break;
    case Kind::Mark: atom.mark = mark_of(decode_utf8(all, begin).code); break;
  }
  rows_.push_back(atom);
}

}  // namespace onrecord::times
