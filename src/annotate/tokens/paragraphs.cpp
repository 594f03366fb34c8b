// SPDX-License-Identifier: Apache-2.0
// Paragraphs. A blank line always ends one. Whether a single line end does, the text itself tells: where lines
// break off in mid-sentence at about the same width, the text is hard-wrapped and a line end is only a blank.
#include "annotate/finders.h"
#include "annotate/tokens/passage.h"
#include "annotate/tokens/sentence_words.h"

namespace onrecord {
namespace {

// A line without its outer blanks.
struct Line {
  ByteSpan span;
  std::uint32_t indent = 0;  // bytes of blanks before it
  bool after_blank = true;   // a blank line, or nothing, stands before it
};

constexpr std::uint32_t kMaxWrappedWidth = 160;  // hard-wrapped lines are not longer than this
constexpr std::uint32_t kMaxTableWidth = 100;    // notes below tables are wrapped at less than this
constexpr std::uint32_t kMinTornSize = 30;       // shorter lines are lists and verse
constexpr std::uint32_t kSlack = 10;             // a line is short when this many bytes more would have fitted

class Lines {
 public:
  explicit Lines(const Text& text) : text_(text.all()) {
    for (std::uint32_t at = 0; at < text_.size();) {
      const std::uint32_t end = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
      add(at, end);
      at = end + 1;
    }
  }

  Paragraphs paragraphs() const {
    Paragraphs out;
    const Wrapping wrapping = find_wrapping();
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const bool joined = !lines_[at].after_blank && (wrapping.on ? continues(at, wrapping) : is_torn(at));
      if (joined) out.spans.back().end = lines_[at].span.end;
      else out.spans.push_back(lines_[at].span);
    }
    return out;
  }

 private:
  struct Wrapping {
    bool on = false;
    std::uint32_t width = 0;   // of the longest line that goes on in the next
    std::uint32_t indent = 0;  // of the lines that only continue
  };

  void add(std::uint32_t from, std::uint32_t to) {
    const tokens::Passage passage{text_, text_, from, to};
    const std::uint32_t begin = passage.skip_space(from);
    if (begin >= to) {
      after_blank_ = true;
      return;
    }
    std::uint32_t end = to;
    for (;;) {
      const Decoded last = decode_utf8_before(text_, end);
      if (!is_space(last.code)) break;
      end -= last.size;
    }
    lines_.push_back({{begin, end}, begin - from, after_blank_});
    longest_ = std::max(longest_, width(lines_.size() - 1));
    after_blank_ = false;
  }

  // A line that starts with a small letter, or follows a comma or a word like "of", was cut out of a sentence.
  bool is_cut(std::size_t at) const { return starts_low(at) || is_unfinished(at - 1); }
  bool starts_low(std::size_t at) const { return is_lower(decode_utf8(text_, lines_[at].span.begin).code); }
  bool is_unfinished(std::size_t at) const {
    const std::string_view line = text_.substr(lines_[at].span.begin, lines_[at].span.size());
    return line.back() == ',' || tokens::needs_a_word_after(line.substr(line.rfind(' ') + 1));
  }

  // In a text that is not wrapped as a whole: a line that was torn in two where a link stood ("bills from" /
  // "entering the house"), or wrapped notes below a table.
  bool is_torn(std::size_t at) const {
    if (!starts_low(at) || lines_[at - 1].span.size() < kMinTornSize) return false;
    if (is_unfinished(at - 1)) return true;
    const bool in_sentence = tokens::is_ascii_alnum(static_cast<unsigned char>(text_[lines_[at - 1].span.end - 1]));
    if (!in_sentence) return false;
    return !starts_low(at - 1) || (longest_ <= kMaxTableWidth && is_full(at - 1, longest_));
  }

  Wrapping find_wrapping() const {
    Wrapping found;
    std::size_t line_ends = 0, cuts = 0;
    found.indent = kMaxWrappedWidth;
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      if (lines_[at].after_blank) continue;
      ++line_ends;
      if (!is_cut(at)) continue;
      ++cuts;
      found.width = std::max(found.width, width(at - 1));
      found.indent = std::min(found.indent, lines_[at].indent);
    }
    found.on = cuts > 0 && cuts * 4 >= line_ends && found.width <= kMaxWrappedWidth;
    return found;
  }

  std::uint32_t width(std::size_t at) const { return lines_[at].indent + lines_[at].span.size(); }

  // In hard-wrapped text: whether this line belongs to the paragraph of the one before.
  bool continues(std::size_t at, const Wrapping& wrapping) const {
    if (lines_[at].indent > wrapping.indent) return false;
    if (is_cut(at)) return true;
    return is_full(at - 1, wrapping.width);
  }

  // Whether the next line's first word would hardly have fitted.
  bool is_full(std::size_t at, std::uint32_t full_width) const {
    const ByteSpan next = lines_[at + 1].span;
    const std::string_view line = text_.substr(next.begin, next.size());
    const std::uint32_t word = static_cast<std::uint32_t>(std::min(line.find(' '), line.size()));
    return width(at) + 1 + word + kSlack > full_width;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::uint32_t longest_ = 0;  // width of the longest line
  bool after_blank_ = true;
};

}  // namespace

Paragraphs find_paragraphs(const Text& text) { return Lines(text).paragraphs(); }

}  // namespace onrecord
