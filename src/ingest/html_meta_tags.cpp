// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_meta_tags.h"

namespace onrecord {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

MetaTags::MetaTags(const Page& page) {
  for (NodeIndex at = 0; at < page.size(); ++at) {
    const PageNode& node = page[at];
    switch (node.tag()) {
      case GUMBO_TAG_META: add_meta(node); break;
      case GUMBO_TAG_HTML: language_ = folded(node.attribute("lang")); break;
      case GUMBO_TAG_TITLE:
        if (title_.empty()) title_ = page.text_below(at, 1'000);
        break;
      case GUMBO_TAG_LINK:
        if (canonical_.empty() && node.attribute("rel") == "canonical") canonical_ = node.attribute("href");
        break;
      case GUMBO_TAG_SCRIPT:
        if (lower_ascii(node.attribute("type")).find("ld+json") != std::string::npos && node.end > at + 1) {
          json_ld_.push_back(page[at + 1].text());
        }
        break;
      default: break;
    }
  }
  if (canonical_.empty()) canonical_ = first({"og:url"});
}

void MetaTags::add_meta(const PageNode& node) {
  const std::string value = folded(node.attribute("content"));
  if (value.empty()) return;
  for (const char* key : {"name", "property", "itemprop", "http-equiv"}) {
    const std::string_view name = node.attribute(key);
    if (!name.empty()) values_.emplace_back(lower_ascii(name), value);
  }
}

std::string MetaTags::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [key, value] : values_) {
      if (key == name) return value;
    }
  }
  return {};
}

std::vector<std::string> MetaTags::all(std::initializer_list<std::string_view> names) const {
  std::vector<std::string> out;
  for (const std::string_view name : names) {
    for (const auto& [key, value] : values_) {
      if (key == name) out.push_back(value);
    }
  }
  return out;
}

}  // namespace onrecord
