// SPDX-License-Identifier: Apache-2.0
// The <meta> elements of a page by name, and the few other elements of the head.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/html_page.h"

namespace onrecord {

class MetaTags {
 public:
  explicit MetaTags(const Page& page);

  // The first value that is not empty under any of the names (name, property, itemprop or http-equiv, small letters),
  // in the order of the names; empty: none. Blanks folded.
  std::string first(std::initializer_list<std::string_view> names) const;
  // All values under any of the names, by name and then in the page's order.
  std::vector<std::string> all(std::initializer_list<std::string_view> names) const;

  // <link rel=canonical>, else og:url; empty: none.
  const std::string& canonical() const { return canonical_; }
  const std::string& title() const { return title_; }        // of <title>
  const std::string& language() const { return language_; }  // of <html lang>
  const std::vector<std::string_view>& json_ld() const { return json_ld_; }

 private:
  void add_meta(const PageNode& node);

  std::vector<std::pair<std::string, std::string>> values_;
  std::vector<std::string_view> json_ld_;
  std::string canonical_, title_, language_;
};

// ASCII capitals made small.
std::string lower_ascii(std::string_view text);

}  // namespace onrecord
