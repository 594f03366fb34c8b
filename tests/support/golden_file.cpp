// SPDX-License-Identifier: Apache-2.0
#include "support/golden_file.h"

#include <fstream>
#include <sstream>

namespace onrecord::golden {
namespace {

constexpr std::string_view kLine = "----";

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

Error malformed(const std::string& path, const std::string& what) { return {ErrorCode::BadInput, what, path}; }

void read_header(const std::string& line, File& file) {
  file.header += line + '\n';
  const std::size_t colon = line.find(':');
  const std::string key = line.substr(0, colon);
  if (colon == std::string::npos) return;
  if (key == "name") file.name = trimmed(line.substr(colon + 1));
  if (key == "published") file.published = trimmed(line.substr(colon + 1));
}

}  // namespace

Result<File> load(const std::string& path) {
  std::ifstream stream(path);
  if (!stream) return Error{ErrorCode::Unreadable, "cannot be opened", path};
  File file;
  file.path = path;
  std::string line;
  while (std::getline(stream, line) && !line.empty()) read_header(line, file);
  bool below = false;
  while (std::getline(stream, line)) {
    if (line == kLine) below = true;
    else if (!below) file.text += line + '\n';
    else if (line.empty()) continue;
    else if (line[0] != ' ') file.sections.push_back({line, {}});
    else if (file.sections.empty()) return malformed(path, "a row stands before the first section: " + line);
    else file.sections.back().rows.push_back(trimmed(line));
  }
  if (file.name.empty()) return malformed(path, "the header has no name");
  if (file.sections.empty()) return malformed(path, "nothing is expected: no section below ----");
  file.text = trimmed(file.text);
  return file;
}

std::string print(const File& file) {
  std::string out = file.header + '\n' + file.text + '\n' + std::string(kLine) + '\n';
  for (const Section& section : file.sections) {
    out += section.layer + '\n';
    for (const std::string& row : section.rows) out += "  " + row + '\n';
  }
  return out;
}

}  // namespace onrecord::golden
