// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_text.h"

#include <algorithm>

#include "ingest/html_lines.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

// For each byte of a decoded text, the offset in the original that it was copied from, or kNowhere. The original has
// character references, CR before LF, and now and then a tag that the parser passed over.
std::vector<std::uint32_t> align(std::string_view text, std::string_view original) {
  std::vector<std::uint32_t> from(text.size(), kNowhere);
  std::size_t o = 0;
  for (std::size_t t = 0; t < text.size() && o < original.size();) {
    const std::size_t size = decode_utf8(text, t).size;
    if (original[o] == '&') {
      std::size_t end = o + 1;
      while (end < original.size() && is_name_byte(original[end])) ++end;
      if (end < original.size() && original[end] == ';') ++end;
      const std::string_view raw = original.substr(o, end - o);
      if (text.substr(t, raw.size()) != raw || raw == "&amp;") {  // decoded: one character in place of the reference
        o = end;
        t += size;
        continue;
      }
    }
    if (text.compare(t, size, original.substr(o, size)) == 0) {
      for (std::size_t k = 0; k < size; ++k) from[t + k] = static_cast<std::uint32_t>(o + k);
      o += size;
      t += size;
    } else if (original[o] == '\r') {
      if (text[t] == '\n' && (o + 1 == original.size() || original[o + 1] != '\n')) t += size;
      ++o;
    } else if (original[o] == '<') {
      o = std::min(original.find('>', o), original.size() - 1) + 1;
    } else {
      break;  // lost: the rest of this text stays without a way back
    }
  }
  return from;
}

class TextWriter {
 public:
  TextWriter(const Page& page, const Body& body) : page_(page), body_(body) {}

  // The lines below a node.
  std::vector<Line> lines(NodeIndex root) && {
    add_part(root);
    return std::move(lines_);
  }

 private:
  void add_part(NodeIndex root) {
    std::vector<NodeIndex> open;  // blocks around the current node
    const NodeIndex end = page_[root].end;
    for (NodeIndex at = root; at < end;) {
      while (!open.empty() && page_[open.back()].end <= at) {
        close(page_[open.back()].tag());
        open.pop_back();
      }
      if (body_.dropped[at]) {
        if (page_[at].is_element() && is_block(page_[at].tag())) end_line();
        at = page_[at].end;
        continue;
      }
      enter(at, open);
      ++at;
    }
    end_line();
  }

  void enter(NodeIndex at, std::vector<NodeIndex>& open) {
    const GumboTag tag = page_[at].tag();
    if (!page_[at].is_element()) return add_text(at);
    if (tag == GUMBO_TAG_BR) return end_line();
    if (!is_block(tag)) return;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) blank_ = true;
    else end_line();
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) line_.kind = LineKind::Heading;
    preformatted_ += tag == GUMBO_TAG_PRE ? 1 : 0;
    open.push_back(at);
  }

  void close(GumboTag tag) {
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) blank_ = true;
    else end_line();
    preformatted_ -= tag == GUMBO_TAG_PRE ? 1 : 0;
  }

  void add_text(NodeIndex at) {
    const GumboText& node = page_[at].gumbo->v.text;
    const std::string_view text(node.text);
    const char* const begin = page_.source().data();
    const bool has_original = node.original_text.data >= begin &&
                              node.original_text.data + node.original_text.length <= begin + page_.source().size();
    const std::string_view original =
        has_original ? std::string_view(node.original_text.data, node.original_text.length) : std::string_view{};
    const std::vector<std::uint32_t> from = align(text, original);
    const auto base = has_original ? static_cast<std::uint32_t>(node.original_text.data - begin) : 0;
    for (std::size_t t = 0; t < text.size();) {
      const Decoded c = decode_utf8(text, t);
      add_character(text.substr(t, c.size), c.code, from[t] == kNowhere ? kNowhere : from[t] + base);
      t += c.size;
    }
  }

  void add_character(std::string_view bytes, char32_t code, std::uint32_t from) {
    if (code == 0x200B || code == 0xFEFF || code == 0xAD) return;  // invisible
    if (code == '\n' && preformatted_ > 0) return end_line();
    if (is_space(code)) {
      if (!blank_) blank_from_ = code == ' ' ? from : kNowhere;
      blank_ = true;
      return;
    }
    if (blank_ && !line_.text.empty()) {
      line_.text += ' ';
      line_.from.push_back(blank_from_);
    }
    blank_ = false;
    blank_from_ = kNowhere;
    for (std::size_t k = 0; k < bytes.size(); ++k) {
      line_.text += bytes[k];
      line_.from.push_back(from == kNowhere ? kNowhere : from + static_cast<std::uint32_t>(k));
    }
  }

  void end_line() {
    if (!line_.text.empty()) lines_.push_back(std::move(line_));
    line_ = {};
    blank_ = false;
    blank_from_ = kNowhere;
  }

  const Page& page_;
  const Body& body_;
  std::vector<Line> lines_;
  Line line_;
  bool blank_ = false;
  std::uint32_t blank_from_ = kNowhere;
  int preformatted_ = 0;
};

// Joins lines and keeps the map monotone: text that the parser moved (out of a table, say) stays without a way back.
class Joiner {
 public:
  void add(const Line& line) {
    if (!out_.text.empty()) out_.text += '\n';
    const auto begin = static_cast<std::uint32_t>(out_.text.size());
    out_.text += line.text;
    for (std::uint32_t k = 0; k < line.from.size();) {
      std::uint32_t end = k + 1;
      if (line.from[k] != kNowhere && line.from[k] >= mapped_) {
        while (end < line.from.size() && line.from[end] == line.from[k] + (end - k)) ++end;
        out_.map.add_run(begin + k, line.from[k], end - k);
        mapped_ = line.from[k] + (end - k);
      }
      k = end;
    }
  }
  PageText finish() && { return std::move(out_); }

 private:
  PageText out_;
  std::uint32_t mapped_ = 0;  // the page's bytes before this have their place
};

}  // namespace

PageText write_text(const Page& page, const Body& body, std::string_view title) {
  Joiner joiner;
  for (const NodeIndex root : body.roots) {
    std::vector<Line> lines = TextWriter(page, body).lines(root);
    drop_furniture_lines(lines, title);
    for (const Line& line : lines) joiner.add(line);
  }
  return std::move(joiner).finish();
}

}  // namespace onrecord
