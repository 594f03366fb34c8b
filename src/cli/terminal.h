// SPDX-License-Identifier: Apache-2.0
// Text for a terminal: wrapped to its width, coloured only where somebody looks (not in a pipe, not with NO_COLOR,
// https://no-color.org), and clean: an article's control characters never reach the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// Columns that a text takes on a terminal: wide characters two, combining ones none.
std::size_t columns_of(std::string_view text);

// `text` with control characters (but line ends) as U+FFFD and tabs as blanks.
std::string printable(std::string_view text);

class Terminal {
 public:
  // Standard output: its width (COLUMNS, else the window's, else 80) and whether it takes colours.
  static Terminal of_stdout();
  Terminal(std::size_t width, bool colours) : width_(width), colours_(colours) {}

  std::size_t width() const { return width_; }

  std::string bold(std::string_view text) const { return dress("1", text); }
  std::string dim(std::string_view text) const { return dress("2", text); }
  std::string red(std::string_view text) const { return dress("31", text); }
  std::string cyan(std::string_view text) const { return dress("36", text); }

  // Lines no wider than the terminal, cut at blanks, each with `indent` blanks before it; ends with a line end.
  // Escape sequences of the calls above take no columns.
  std::string wrap(std::string_view text, std::size_t indent) const;

  // A name, padded, and beside it the value, wrapped in its own column.
  std::string pair(std::string_view name, std::string_view value, std::size_t indent, std::size_t column) const;

 private:
  std::string dress(const char* code, std::string_view text) const;

  std::size_t width_;
  bool colours_;
};

}  // namespace onrecord
