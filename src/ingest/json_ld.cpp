// SPDX-License-Identifier: Apache-2.0
#include "ingest/json_ld.h"

#include <simdjson.h>

#include "ingest/html_entities.h"
#include "ingest/html_page.h"

namespace onrecord {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMaxObjects = 2'000;

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

enum class Kind { Other, Page, Article };

Kind kind_of_word(std::string_view type) {
  if (contains(type, "Article") || contains(type, "BlogPosting") || contains(type, "Report") ||
      contains(type, "SocialMediaPosting")) {
    return Kind::Article;
  }
  return contains(type, "WebPage") ? Kind::Page : Kind::Other;
}

Kind kind_of(object fields) {
  element type;
  if (fields["@type"].get(type) != simdjson::SUCCESS) return Kind::Other;
  std::string_view word;
  if (type.get(word) == simdjson::SUCCESS) return kind_of_word(word);
  array list;
  Kind best = Kind::Other;
  if (type.get(list) != simdjson::SUCCESS) return best;
  for (const element item : list) {
    if (item.get(word) == simdjson::SUCCESS && kind_of_word(word) > best) best = kind_of_word(word);
  }
  return best;
}

MaybeText clean(std::string_view raw) {
  std::string text = folded(decode_entities(raw));
  return text.empty() ? MaybeText{} : MaybeText(std::move(text));
}

MaybeText text_field(object fields, const char* key) {
  std::string_view value;
  if (fields[key].get(value) == simdjson::SUCCESS) return clean(value);
  array list;
  if (fields[key].get(list) != simdjson::SUCCESS) return std::nullopt;
  for (const element item : list) {
    if (item.get(value) == simdjson::SUCCESS) return clean(value);
  }
  return std::nullopt;
}

// A name given as a string or as an object with a name.
MaybeText name_of(element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return clean(text);
  object fields;
  return value.get(fields) == simdjson::SUCCESS ? text_field(fields, "name") : MaybeText{};
}

std::vector<std::string> names_of(object fields, const char* key) {
  std::vector<std::string> out;
  element value;
  if (fields[key].get(value) != simdjson::SUCCESS) return out;
  array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element item : list) {
      if (MaybeText name = name_of(item)) out.push_back(std::move(*name));
    }
  } else if (MaybeText name = name_of(value)) {
    out.push_back(std::move(*name));
  }
  return out;
}

template <class T>
void keep_first(std::optional<T>& kept, std::optional<T> found) {
  if (!kept) kept = std::move(found);
}

void add_object(object fields, LinkedData& data) {
  const bool is_article = kind_of(fields) == Kind::Article;
  if (is_article && !data.is_article) {  // what a page object said gives way
    LinkedData page = std::move(data);
    data = {};
    data.is_article = true;
    add_object(fields, data);
    keep_first(data.published, page.published);
    keep_first(data.modified, page.modified);
    keep_first(data.language, page.language);
    return;
  }
  if (is_article) keep_first(data.headline, text_field(fields, "headline"));
  keep_first(data.published, text_field(fields, "datePublished"));
  keep_first(data.modified, text_field(fields, "dateModified"));
  keep_first(data.language, text_field(fields, "inLanguage"));
  const std::vector<std::string> publishers = names_of(fields, "publisher");
  if (!publishers.empty()) keep_first(data.publisher, MaybeText(publishers.front()));
  if (data.authors.empty()) data.authors = names_of(fields, "author");
}

// Looks through lists, graphs and main entities without recursion.
void add_root(element root, LinkedData& data) {
  std::vector<element> waiting{root};
  for (std::size_t seen = 0; seen < waiting.size() && seen < kMaxObjects; ++seen) {
    const element value = waiting[seen];
    array list;
    object fields;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element item : list) waiting.push_back(item);
    } else if (value.get(fields) == simdjson::SUCCESS) {
      const Kind kind = kind_of(fields);
      if (kind == Kind::Article || (kind == Kind::Page && !data.is_article)) add_object(fields, data);
      for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        element inner;
        if (fields[key].get(inner) == simdjson::SUCCESS) waiting.push_back(inner);
      }
    }
  }
}

}  // namespace

LinkedData read_json_ld(const std::vector<std::string_view>& scripts) {
  LinkedData data;
  simdjson::dom::parser parser;
  for (const std::string_view script : scripts) {
    // Many a page has raw line ends inside its strings, and comments around the whole.
    std::string json(script);
    for (char& c : json) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    const std::size_t begin = json.find_first_of("{[");
    const std::size_t end = json.find_last_of("}]");
    if (begin == std::string::npos || end == std::string::npos || end < begin) continue;
    element root;
    if (parser.parse(json.substr(begin, end - begin + 1)).get(root) == simdjson::SUCCESS) add_root(root, data);
  }
  return data;
}

}  // namespace onrecord
