// SPDX-License-Identifier: Apache-2.0
// Sentences: a stop ends one, with the marks that close after it, unless what follows says that it goes on.
#include <algorithm>

#include "annotate/finders.h"
#include "annotate/tokens/abbreviations.h"
#include "annotate/tokens/sentence_words.h"
#include "annotate/tokens/unmarked_breaks.h"

namespace onrecord {
namespace {

// Tokens. What goes on longer is a table or a list without stops; it is cut, since finders may look back and forth
// over a whole sentence and must not take hours for a page of 16 MB.
constexpr Index kLongest = 1000;

class Splitter {
 public:
  Splitter(const Text& text, const Tokens& tokens, Range paragraph)
      : text_(text), tokens_(tokens), begin_(paragraph.begin), end_(paragraph.end) {}

  // The index after the last token of the sentence that starts at `first`.
  Index sentence_end(Index first) const {
    const Index limit = std::min(end_, first + kLongest);
    for (Index at = first; at + 1 < limit; ++at) {
      const Token& token = tokens_[at];
      const bool stop = token.is(kPunctuation) ? is_stop(at) : ends_with_stop(at);
      if (!stop) {
        if (tokens::breaks_unmarked(text_, tokens_, first, at, end_)) return at + 1;
        if (first == begin_ && token.is(kPunctuation) &&
            tokens::breaks_after_dateline(text_, tokens_, first, at, end_))
          return at + 1;
        continue;
      }
      const Index after = past_closers(at + 1);
      if (after >= end_) return end_;
      if (token.is(kPunctuation) ? ends_after_stop(first, at, after) : ends_after_abbreviation(at, after))
        return after;
      at = after - 1;
    }
    return limit;
  }

 private:
  std::string_view form(Index at) const { return text_.bytes(tokens_[at].span); }
  std::string_view small(Index at) const { return text_.lower(tokens_[at].span); }
  char first_char(Index at) const { return text_.all()[tokens_[at].span.begin]; }
  char last_char(Index at) const { return text_.all()[tokens_[at].span.end - 1]; }
  bool spaced(Index at) const { return tokens_[at].is(kSpaceBefore); }
  bool starts_low(Index at) const {
    return tokens_[at].is(kHasLetter) && !tokens_[at].is(kCapitalised) && !form(at).starts_with("http");
  }

  bool is_stop(Index at) const {
    const char c = first_char(at);
    if (c == '.' || c == '!' || c == '?') return true;
    const std::string_view mark = form(at);
    return mark.starts_with("\u2026") || mark == "\u061F" || mark == "\u0964";  // Arabic question mark, danda
  }
  bool is_dots(Index at) const { return form(at).starts_with("..") || form(at).starts_with("\u2026"); }
  bool ends_with_stop(Index at) const { return last_char(at) == '.' && tokens_[at].is(kHasLetter); }

  // ":)", "=)", ";-)": looks back at what was said.
  bool is_emoticon(Index at) const {
    const char c = first_char(at);
    return form(at) == "^_^" || ((c == ':' || c == ';' || c == '=') && last_char(at) != c);
  }

  // Past a note in brackets: "[7]", "[citation needed]", "[...]".
  Index past_note(Index at) const {
    if (first_char(at) != '[') return at;
    const bool short_note = at + 2 < end_ && first_char(at + 2) == ']';
    if (short_note && (tokens_[at + 1].is(kHasDigit) || is_dots(at + 1))) return at + 3;
    if (at + 3 < end_ && first_char(at + 3) == ']' && small(at + 2) == "needed") return at + 4;
    return at;
  }

  // Past closing quotation marks and brackets, note numbers in brackets and further stops.
  Index past_closers(Index at) const {
    for (; at < end_; ++at) {
      const Token& token = tokens_[at];
      if (!token.is(kPunctuation)) break;
      const char c = first_char(at);
      if (token.is(kClosesQuote) || is_emoticon(at)) continue;
      if (const Index note = past_note(at); note != at) {
        at = note - 1;
        continue;
      }
      if (spaced(at) || !(c == ')' || c == ']' || is_stop(at))) break;
    }
    return at;
  }

  // `stop` is the stop, `after` the token after it and its closers.
  bool ends_after_stop(Index first, Index stop, Index after) const {
    const Token& next = tokens_[after];
    if (!spaced(after) && !next.is(kOpensQuote) && !next.is(kCapitalised)) return false;
    if (next.is(kPunctuation) && !may_start(after)) return false;
    const bool closed = after > stop + 1;
    if (starts_low(after)) return !closed && !is_dots(stop) && !ends_title(first, stop);
    if (is_list_mark(first, stop)) return false;
    if (closed && first_char(stop) != '.' && names_speaker(after)) return false;
    return true;
  }

  // Punctuation that a sentence can start with.
  bool may_start(Index at) const {
    const char c = first_char(at);
    if (tokens_[at].is(kOpensQuote)) return true;
    if (c == '(' && at + 2 < end_ && tokens_[at + 1].span.size() == 4 && first_char(at + 2) == ')')
      return !tokens_[at + 1].is(kHasDigit);  // "(1965)" belongs to the title before it
    return c != ',' && c != ';' && c != ':' && c != '.' && c != '!' && c != '?' && c != ')' && c != ']';
  }

  // "Viva Zapata! was shown": a stop that belongs to a name.
  bool ends_title(Index first, Index stop) const {
    return first_char(stop) != '.' && stop > first + 1 && tokens_[stop - 1].is(kCapitalised);
  }

  // "1." and "(b)" at the start of a sentence count it.
  bool is_list_mark(Index first, Index stop) const {
    if (stop != first + 1 || form(stop) != ".") return false;
    return tokens_[first].span.size() <= 2 && (tokens_[first].is(kHasDigit) || tokens_[first].span.size() == 1);
  }

  // '"Why?" Smith asked', '"Why?" I said': a name and a verb of speech after a quotation; not '"Why?" He said'.
  bool names_speaker(Index at) const {
    if (form(at) != "I" && tokens::starts_sentences(small(at))) return false;
    for (Index near = at; near < end_ && near < at + 6; ++near) {
      if (tokens_[near].is(kPunctuation)) return false;
      if (near > at && tokens::is_speech_verb(small(near))) return true;
    }
    return false;
  }

  // `at` is the abbreviation, `after` the token after it and its closers.
  bool ends_after_abbreviation(Index at, Index after) const {
    if (!spaced(after) || !tokens_[after].is(kCapitalised)) return false;
    std::string_view word = small(at);
    word.remove_suffix(1);
    if (word.size() == 1) return false;
    const tokens::Abbreviation* entry = tokens::find_abbreviation(word);
    if (entry != nullptr && (entry->bits & (tokens::kTitle | tokens::kNeedsMore)) != 0) return false;
    const bool acronym = word.find('.') != std::string_view::npos;
    if (!acronym && (word == "etc" || small(after) == "and")) return true;
    return tokens::starts_sentences(small(after));
  }

  const Text& text_;
  const Tokens& tokens_;
  const Index begin_;
  const Index end_;
};

}  // namespace

Sentences find_sentences(const Text& text, const Paragraphs& paragraphs, const Tokens& tokens) {
  Sentences out;
  out.rows.reserve(tokens.size() / 16 + 1);
  for (Index p = 0; p < paragraphs.spans.size(); ++p) {
    const Range range = tokens.covering(paragraphs.spans[p]);
    const Splitter splitter(text, tokens, range);
    for (Index begin = range.begin; begin < range.end;) {
      const Index end = splitter.sentence_end(begin);
      out.rows.push_back({hull(tokens[begin].span, tokens[end - 1].span), {begin, end}, p});
      begin = end;
    }
  }
  return out;
}

}  // namespace onrecord
