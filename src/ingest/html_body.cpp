// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_body.h"

#include <algorithm>

#include "ingest/html_meta_tags.h"
#include "ingest/html_words.h"

namespace onrecord {
namespace {

constexpr double kMostLinks = 0.4;         // share of linked characters in a block of running text
constexpr std::uint32_t kLeastChars = 60;  // of a block of running text
constexpr double kNearlyAll = 0.85;        // of the weight: then a child stands for its parent
constexpr double kFurnitureMost = 0.4;     // of the weight that furniture may hold
constexpr double kCommentsMost = 0.85;

// What is never text.
bool is_never_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_MAP: return true;
    default: return false;
  }
}

bool is_furniture_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_LABEL: return true;
    default: return false;
  }
}

bool is_furniture_role(std::string_view role) {
  static constexpr std::string_view kRoles[] = {"navigation",  "banner", "contentinfo", "complementary", "search",
                                                "dialog",      "alert",  "menu",        "menubar",       "toolbar",
                                                "alertdialog", "form",   "tooltip",     "tablist",       "button"};
  return std::find(std::begin(kRoles), std::end(kRoles), role) != std::end(kRoles);
}

bool is_hidden(const PageNode& node) {
  if (node.attribute("aria-hidden") == "true" || has_hiding_class(node)) return true;
  if (gumbo_get_attribute(&node.gumbo->v.element.attributes, "hidden") != nullptr) return true;
  std::string style = lower_ascii(node.attribute("style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

// Frames of the whole page, whatever their class says.
bool is_frame(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
}

struct Counts {
  std::uint32_t chars = 0;   // not blank, below the node
  std::uint32_t linked = 0;  // of these, inside links
  double weight = 0;         // characters of running text below the node
};

std::uint32_t count_chars(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool ends_sentences(std::string_view text) { return text.find_first_of(".!?,") != std::string_view::npos; }

class BodyFinder {
 public:
  explicit BodyFinder(const Page& page) : page_(page), counts_(page.size()) {
    body_.dropped.assign(page.size(), false);
  }

  Body find() && {
    drop_never_text();
    count();
    drop_furniture();
    count();
    const NodeIndex root = descend(start());
    add_lead(root);
    body_.roots.push_back(root);
    drop_link_lists();
    return std::move(body_);
  }

 private:
  void drop(NodeIndex at) { body_.dropped[at] = true; }

  // Calls `visit` for every node that is not dropped, in order.
  template <class Visit>
  void each_kept(NodeIndex from, NodeIndex to, const Visit& visit) {
    for (NodeIndex at = from; at < to;) {
      if (!body_.dropped[at]) visit(at);
      at = body_.dropped[at] ? page_[at].end : at + 1;
    }
  }

  void drop_never_text() {
    each_kept(0, page_.size(), [&](NodeIndex at) {
      if (is_never_text(page_[at].tag())) drop(at);
    });
  }

  NodeIndex block_of(NodeIndex at) const {
    while (page_[at].parent != kNoNode && !(page_[at].is_element() && is_block(page_[at].tag())))
      at = page_[at].parent;
    return at;
  }

  void count() {
    counts_.assign(page_.size(), {});
    std::vector<Counts> own(page_.size());  // of the text whose nearest block a node is
    std::vector<bool> sentences(page_.size());
    std::vector<bool> linked(page_.size());
    each_kept(0, page_.size(), [&](NodeIndex at) {
      const NodeIndex parent = page_[at].parent;
      linked[at] = page_[at].tag() == GUMBO_TAG_A || (parent != kNoNode && linked[parent]);
      if (page_[at].is_element()) return;
      const std::uint32_t chars = count_chars(page_[at].text());
      const NodeIndex block = block_of(at);
      counts_[at].chars = chars;
      counts_[at].linked = linked[at] ? chars : 0;
      own[block].chars += chars;
      own[block].linked += counts_[at].linked;
      if (ends_sentences(page_[at].text())) sentences[block] = true;
    });
    for (NodeIndex at = page_.size(); at-- > 0;) {
      const bool running =
          own[at].chars >= kLeastChars && sentences[at] && own[at].linked < kMostLinks * own[at].chars;
      if (running) counts_[at].weight += own[at].chars;
      if (page_[at].parent == kNoNode) continue;
      Counts& parent = counts_[page_[at].parent];
      parent.chars += counts_[at].chars;
      parent.linked += counts_[at].linked;
      parent.weight += counts_[at].weight;
    }
  }

  bool in_article(NodeIndex at) const {
    for (; at != kNoNode; at = page_[at].parent) {
      if (page_[at].tag() == GUMBO_TAG_ARTICLE || page_[at].tag() == GUMBO_TAG_MAIN) return true;
    }
    return false;
  }

  bool has_headline(NodeIndex at) const {
    for (NodeIndex below = at; below < page_[at].end; ++below) {
      if (page_[below].tag() == GUMBO_TAG_H1) return true;
    }
    return false;
  }

  void drop_furniture() {
    const double all = std::max(counts_[0].weight, 1.0);
    each_kept(0, page_.size(), [&](NodeIndex at) {
      const PageNode& node = page_[at];
      if (!node.is_element() || is_frame(node.tag())) return;
      const double share = counts_[at].weight / all;
      const ClassWords words = class_words(node);
      if (share <= kCommentsMost && comment_words().has_any(words)) return drop(at);
      if (share > kFurnitureMost) return;
      const bool frame_header = node.tag() == GUMBO_TAG_HEADER && !in_article(at) && !has_headline(at);
      const bool furniture = frame_header || is_furniture_tag(node.tag()) ||
                             is_furniture_role(node.attribute("role")) || furniture_words().has_any(words) ||
                             is_hidden(node);
      if (furniture) drop(at);
    });
  }

  // <article> or what is marked as the article's body, where it holds most of the weight.
  NodeIndex start() const {
    NodeIndex best = 0;
    for (NodeIndex at = 0; at < page_.size(); ++at) {
      if (body_.dropped[at]) continue;
      const PageNode& node = page_[at];
      const bool marked = node.tag() == GUMBO_TAG_ARTICLE || node.tag() == GUMBO_TAG_MAIN ||
                          node.attribute("itemprop") == "articleBody" || node.attribute("role") == "main";
      if (marked && counts_[at].weight >= 0.6 * counts_[best].weight) best = at;
    }
    return best;
  }

  NodeIndex descend(NodeIndex at) const {
    for (;;) {
      NodeIndex heaviest = kNoNode;
      for (NodeIndex child = at + 1; child < page_[at].end; child = page_[child].end) {
        if (body_.dropped[child] || !page_[child].is_element()) continue;
        if (heaviest == kNoNode || counts_[child].weight > counts_[heaviest].weight) heaviest = child;
      }
      if (heaviest == kNoNode || counts_[heaviest].weight < kNearlyAll * counts_[at].weight) return at;
      if (!may_hold_article(page_[heaviest].tag()) || counts_[heaviest].weight == 0) return at;
      at = heaviest;
    }
  }

  static bool may_hold_article(GumboTag tag) {
    switch (tag) {
      case GUMBO_TAG_P:
      case GUMBO_TAG_BLOCKQUOTE:
      case GUMBO_TAG_PRE:
      case GUMBO_TAG_LI:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_DD:
      case GUMBO_TAG_DL: return false;
      default: return true;
    }
  }

  // What stands between the headline and the body and is marked as a lead.
  void add_lead(NodeIndex root) {
    NodeIndex headline = kNoNode;
    for (NodeIndex at = 0; at < root; ++at) {
      if (page_[at].tag() == GUMBO_TAG_H1 && !body_.dropped[at]) headline = at;
    }
    if (headline == kNoNode) return;
    NodeIndex header_end = 0;  // of the <header> around the headline
    for (NodeIndex at = headline; at != kNoNode; at = page_[at].parent) {
      if (page_[at].tag() == GUMBO_TAG_HEADER) header_end = page_[at].end;
    }
    std::size_t found = 0;
    each_kept(0, root, [&](NodeIndex at) {
      const PageNode& node = page_[at];
      if (at < headline || node.end > root || !node.is_element() || !is_block(node.tag()) || found > 0) return;
      if (counts_[at].chars < 30 || counts_[at].chars > 600 || counts_[at].linked * 3 > counts_[at].chars) return;
      const bool beside_headline = (node.tag() == GUMBO_TAG_P || node.tag() == GUMBO_TAG_H2) && at < header_end;
      if (!beside_headline && !lead_words().has_any(class_words(node))) return;
      body_.roots.push_back(at);
      ++found;
    });
  }

  void drop_link_lists() {
    each_kept(body_.roots.front(), page_[body_.roots.back()].end, [&](NodeIndex at) {
      if (at == body_.roots.back()) return;
      const PageNode& node = page_[at];
      if (!node.is_element() || !is_block(node.tag())) return;
      const Counts& count = counts_[at];
      const bool paragraph = node.tag() == GUMBO_TAG_P || node.tag() == GUMBO_TAG_LI;
      if (count.weight > 0 || count.chars == 0) return;
      if (count.linked > (paragraph ? 0.8 : 0.5) * count.chars) drop(at);
    });
  }

  const Page& page_;
  std::vector<Counts> counts_;
  Body body_;
};

}  // namespace

Body find_body(const Page& page) { return BodyFinder(page).find(); }

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_P:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DIR: return true;
    default: return false;
  }
}

}  // namespace onrecord
