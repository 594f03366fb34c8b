// SPDX-License-Identifier: Apache-2.0
#include "format/html_text.h"

#include <algorithm>
#include <span>

#include "format/marks.h"

namespace onrecord {
namespace {

// The lines of a text that are not empty.
std::vector<ByteSpan> lines_of(std::string_view text) {
  std::vector<ByteSpan> blocks;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) blocks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return blocks;
}

// Writes one block. Marks are met in order of their begin; those still open are kept in `open_`.
class BlockWriter {
 public:
  BlockWriter(std::string_view text, const std::vector<Mark>& marks, std::string& out)
      : text_(text), marks_(marks), out_(out) {}

  // REQUIRES: blocks in text order.
  void write(ByteSpan block) {
    for (std::uint32_t at = block.begin; at < block.end;) {
      open_until(at);
      const std::uint32_t next = next_boundary(at, block.end);
      piece({at, next});
      at = next;
    }
  }

 private:
  void open_until(std::uint32_t at) {
    std::erase_if(open_, [&](const Mark* mark) { return mark->span.end <= at; });
    while (next_ < marks_.size() && marks_[next_].span.begin <= at) {
      if (marks_[next_].span.end > at) open_.push_back(&marks_[next_]);
      ++next_;
    }
  }

  std::uint32_t next_boundary(std::uint32_t at, std::uint32_t end) const {
    if (next_ < marks_.size()) end = std::min(end, marks_[next_].span.begin);
    for (const Mark* mark : open_) {
      if (mark->span.end > at) end = std::min(end, mark->span.end);
    }
    return end;
  }

  void piece(ByteSpan span) {
    const std::string_view words = text_.substr(span.begin, span.size());
    if (open_.empty()) return append_escaped(out_, words);
    std::vector<const Mark*> marks = open_;
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark* a, const Mark* b) { return a->span.size() < b->span.size(); });
    std::string rows, styles;
    for (const Mark* mark : marks) {
      add_word(rows, mark->row);
      add_word(styles, mark->style);
    }
    out_.append("<span class=\"m ").append(styles).append("\" data-rows=\"");
    append_escaped(out_, rows);
    out_ += "\">";
    append_escaped(out_, words);
    out_ += "</span>";
  }

  // Adds a word to a list parted by blanks, once.
  static void add_word(std::string& list, std::string_view word) {
    if (word.empty()) return;
    for (std::size_t at = list.find(word); at != std::string::npos; at = list.find(word, at + 1)) {
      const bool whole =
          (at == 0 || list[at - 1] == ' ') && (at + word.size() == list.size() || list[at + word.size()] == ' ');
      if (whole) return;
    }
    list.append(list.empty() ? "" : " ").append(word);
  }

  std::string_view text_;
  const std::vector<Mark>& marks_;
  std::string& out_;
  std::size_t next_ = 0;  // the first mark that has not begun
  std::vector<const Mark*> open_;
};

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) out += "\xEF\xBF\xBD";
        else out += c;
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

void append_marked_text(const Record& record, std::string& out) {
  std::vector<Mark> marks = marks_of(record);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  // Where the layer of paragraphs was left out, lines are shown instead.
  std::vector<ByteSpan> lines;
  if (record.paragraphs.empty()) lines = lines_of(record.article.text);
  BlockWriter writer(record.article.text, marks, out);
  for (const ByteSpan block : lines.empty() ? std::span<const ByteSpan>(record.paragraphs) : std::span(lines)) {
    out += "<p>";
    writer.write(block);
    out += "</p>\n";
  }
}

}  // namespace onrecord
