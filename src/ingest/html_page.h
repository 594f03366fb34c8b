// SPDX-License-Identifier: Apache-2.0
// Page: a parsed page as a flat list of nodes in document order, so that no pass over it needs recursion.
//
// Lifetime: nodes point into the Page and into the bytes it was parsed from; both must outlive their use.
// Danger: the parser (gumbo, HTML5) is quadratic on absurd nesting and frees its tree by recursion. Absurd pages are
// refused before it sees them, it gets a bounded arena to allocate from, and the arena is dropped whole.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/result.h"

namespace onrecord {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFF;

// An element or a text.
struct PageNode {
  const GumboNode* gumbo = nullptr;
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;  // one behind the last node below this one

  bool is_element() const { return gumbo->type == GUMBO_NODE_ELEMENT; }
  // GUMBO_TAG_LAST for a text.
  GumboTag tag() const { return is_element() ? gumbo->v.element.tag : GUMBO_TAG_LAST; }
  // The decoded characters of a text; empty for an element.
  std::string_view text() const { return is_element() ? std::string_view{} : std::string_view(gumbo->v.text.text); }
  // The value of an attribute, empty where there is none. REQUIRES: a lower-case name.
  std::string_view attribute(const char* name) const;
};

class Page {
 public:
  // `utf8` must outlive the page. ERRORS: BadInput and TooLarge for absurd pages.
  static Result<Page> parse(std::string_view utf8);
  Page(Page&&) noexcept;
  ~Page();

  const std::vector<PageNode>& nodes() const { return nodes_; }
  const PageNode& operator[](NodeIndex at) const { return nodes_[at]; }
  NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
  std::string_view source() const { return source_; }

  // All characters below a node without scripts and styles, blanks folded, no outer blanks; at most about `most`
  // bytes.
  std::string text_below(NodeIndex at, std::size_t most) const;

 private:
  class Arena;
  Page(std::unique_ptr<Arena> arena, std::string_view source);
  static GumboOutput* parse_into(Arena& arena, std::string_view utf8);
  void flatten(const GumboNode* root);

  std::unique_ptr<Arena> arena_;
  std::string_view source_;
  std::vector<PageNode> nodes_;
};

// Refuses a page whose elements nest deeper than a limit, or so that the parser would take forever. A scan of the
// tags alone, in linear time. ERRORS: BadInput.
Status check_nesting(std::string_view html);

// `text` with every run of blanks as one space and none outside; invisible characters (zero-width space, soft
// hyphen, byte order mark) go.
std::string folded(std::string_view text);

}  // namespace onrecord
