// SPDX-License-Identifier: Apache-2.0
// A golden file: an article and the rows expected of it, quoted from the text so that a person can read both.
//
//   name: money in pounds
//   published: 2024-04-25          (optional; any `key: value` of the header)
//
//   The grant is worth some £3 billion a year.
//   ----
//   figures
//     "£3 billion" money 3000000000 GBP about period=P1Y
//
// Below the line every section lists all rows of one layer in text order; layers without a section are not
// compared.
#pragma once

#include <string>
#include <vector>

#include "onrecord/result.h"

namespace onrecord::golden {

struct Section {
  std::string layer;
  std::vector<std::string> rows;
};

struct File {
  std::string path;
  std::string header;  // as written, for rewriting
  std::string name;
  std::string published;  // empty: none
  std::string text;
  std::vector<Section> sections;
};

Result<File> load(const std::string& path);
// The file with other rows, for --update.
std::string print(const File& file);

}  // namespace onrecord::golden
