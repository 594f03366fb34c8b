// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_words.h"

namespace onrecord {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

void add_words(std::string_view names, ClassWords& out) {
  std::string word;
  char before = '\0';
  for (const char c : names) {
    const bool letter = is_upper(c) || is_lower(c);
    if (!word.empty() && (!letter || (is_upper(c) && is_lower(before)))) {
      out.push_back(std::move(word));
      word.clear();
    }
    if (letter) word += is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
    before = c;
  }
  if (!word.empty()) out.push_back(std::move(word));
}

}  // namespace

ClassWords class_words(const PageNode& node) {
  ClassWords out;
  if (!node.is_element()) return out;
  add_words(node.attribute("class").substr(0, 400), out);
  add_words(node.attribute("id").substr(0, 200), out);
  return out;
}

}  // namespace onrecord
