// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "text/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t kDefaultWidth = 80, kNarrowest = 40, kWidest = 100;  // longer lines are hard to read

bool is_combining(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F);
}

// East Asian wide and emoji, in the blocks that news in English meets.
bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1FAFF);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Bytes of the escape sequence that starts at `at`; 0 where there is none.
std::size_t escape_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\x1b[") return 0;
  const std::size_t end = text.find('m', at);
  return end == std::string_view::npos ? 0 : end + 1 - at;
}

std::size_t window_width() {
  winsize window{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0) return window.ws_col;
  return kDefaultWidth;
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t escape = escape_at(text, at)) {
      at += escape;
      continue;
    }
    const Decoded decoded = decode_utf8(text, at);
    columns += is_combining(decoded.code) ? 0 : is_wide(decoded.code) ? 2 : 1;
    at += decoded.size;
  }
  return columns;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    if (decoded.code == '\t') out += ' ';
    else if (is_control(decoded.code) && decoded.code != '\n') out += "\uFFFD";
    else out += text.substr(at, decoded.size);
    at += decoded.size;
  }
  return out;
}

Terminal Terminal::of_stdout() {
  const char* columns = std::getenv("COLUMNS");
  const unsigned long asked = columns == nullptr ? 0 : std::strtoul(columns, nullptr, 10);
  const char* no_colour = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  const bool dumb = kind != nullptr && std::string_view(kind) == "dumb";
  const bool colours = isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0') && !dumb;
  return Terminal(std::clamp(asked > 0 ? asked : window_width(), kNarrowest, kWidest), colours);
}

std::string Terminal::dress(const char* code, std::string_view text) const {
  if (!colours_ || text.empty()) return std::string(text);
  return std::string("\x1b[") + code + 'm' + std::string(text) + "\x1b[0m";
}

std::string Terminal::wrap(std::string_view text, std::size_t indent) const {
  const std::size_t room = width_ > indent + 10 ? width_ - indent : 10;
  std::string out, line;
  std::size_t filled = 0;
  const auto end_line = [&] {
    if (!line.empty()) out.append(indent, ' ').append(line);
    out += '\n';
    line.clear();
    filled = 0;
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t columns = columns_of(word);
    if (filled > 0 && filled + 1 + columns > room) end_line();
    if (!word.empty()) {
      if (filled > 0) line += ' ';
      filled += columns + (filled > 0 ? 1 : 0);
      line += word;
    }
    const bool line_end = end < text.size() && text[end] == '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line_end && filled > 0) end_line();
  }
  if (filled > 0 || out.empty()) end_line();
  return out;
}

std::string Terminal::pair(std::string_view name, std::string_view value, std::size_t indent,
                           std::size_t column) const {
  std::string out(indent, ' ');
  out += name;
  std::size_t used = indent + columns_of(name);
  if (used + 2 > column) {  // the name is too long: the value begins below it
    out += '\n';
    return out + wrap(value, column);
  }
  out.append(column - used, ' ');
  return out + wrap(value, column).substr(column);
}

}  // namespace onrecord
