// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_page.h"

#include <csetjmp>
#include <cstdlib>

#include "text/char_class.h"
#include "text/utf8.h"

namespace onrecord {

// Memory that is only given back as a whole. When the limit is reached it jumps out of the parser, which is plain C
// and has no other way to be stopped; nothing with a destructor lies between the jump and its target.
class Page::Arena {
 public:
  explicit Arena(std::size_t limit) : left_(limit) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (char* block : blocks_) std::free(block);
  }

  static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
  static void release(void*, void*) {}

  std::jmp_buf on_full;

 private:
  static constexpr std::size_t kBlock = 1 << 18;
  static constexpr std::size_t kAlign = 16;

  void* take(std::size_t size) {
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_) std::longjmp(on_full, 1);
    left_ -= size;
    if (size > free_) add_block(size > kBlock ? size : kBlock);
    char* taken = next_;
    next_ += size;
    free_ -= size;
    return taken;
  }

  void add_block(std::size_t size) {
    char* block = static_cast<char*>(std::malloc(size));
    if (block == nullptr) std::longjmp(on_full, 1);
    blocks_.push_back(block);
    next_ = block;
    free_ = size;
  }

  std::vector<char*> blocks_;
  char* next_ = nullptr;
  std::size_t free_ = 0;
  std::size_t left_;
};

std::string_view PageNode::attribute(const char* name) const {
  if (!is_element()) return {};
  const GumboAttribute* found = gumbo_get_attribute(&gumbo->v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

Page::Page(std::unique_ptr<Arena> arena, std::string_view source) : arena_(std::move(arena)), source_(source) {}
Page::Page(Page&&) noexcept = default;
Page::~Page() = default;

GumboOutput* Page::parse_into(Arena& arena, std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.on_full) != 0) return nullptr;
  return gumbo_parse_with_options(&options, utf8.data(), utf8.size());
}

Result<Page> Page::parse(std::string_view utf8) {
  ONRECORD_CHECK_OK(check_nesting(utf8));
  const std::size_t memory = (std::size_t{64} << 20) + 40 * utf8.size();  // a usual page takes 10 times its size
  Page page(std::make_unique<Arena>(memory), utf8);
  const GumboOutput* output = parse_into(*page.arena_, utf8);
  if (output == nullptr) {
    return Error{
        ErrorCode::TooLarge, "the page takes more than " + std::to_string(memory >> 20) + " MB to parse", {}};
  }
  page.flatten(output->root);
  return page;
}

namespace {

// The parser makes ill-formed UTF-8 of absurd character references (&#xFFFFFFFFFF;): they become question marks, in
// place, in memory that the arena owns.
void make_valid(const char* text) {
  std::string_view left(text);
  for (;;) {
    left.remove_prefix(valid_utf8_prefix(left));
    if (left.empty()) return;
    const std::size_t bad = ill_formed_utf8_size(left);
    for (std::size_t k = 0; k < bad; ++k) const_cast<char*>(left.data())[k] = '?';
  }
}

void make_valid(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT) return make_valid(node.v.text.text);
  const GumboVector& attributes = node.v.element.attributes;
  for (unsigned k = 0; k < attributes.length; ++k) {
    make_valid(static_cast<const GumboAttribute*>(attributes.data[k])->value);
  }
}

}  // namespace

void Page::flatten(const GumboNode* root) {
  struct Open {
    NodeIndex node;
    unsigned next_child;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode* gumbo) {
    make_valid(*gumbo);
    nodes_.push_back({gumbo, open.empty() ? kNoNode : open.back().node, 0});
    open.push_back({static_cast<NodeIndex>(nodes_.size() - 1), 0});
  };
  enter(root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboNode* gumbo = nodes_[top.node].gumbo;
    const bool leaf = gumbo->type != GUMBO_NODE_ELEMENT;
    if (leaf || top.next_child == gumbo->v.element.children.length) {
      nodes_[top.node].end = static_cast<NodeIndex>(nodes_.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(gumbo->v.element.children.data[top.next_child++]);
    if (child->type != GUMBO_NODE_COMMENT && child->type != GUMBO_NODE_TEMPLATE) enter(child);
  }
}

std::string Page::text_below(NodeIndex at, std::size_t most) const {
  std::string out;
  for (NodeIndex k = at; k < nodes_[at].end && out.size() < most; ++k) {
    const GumboTag tag = nodes_[k].tag();
    if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_SVG) k = nodes_[k].end - 1;
    else if (tag == GUMBO_TAG_BR) out += ' ';
    else out += nodes_[k].text();
  }
  return folded(out);
}

std::string folded(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    const bool invisible = c.code == 0x200B || c.code == 0xFEFF || c.code == 0xAD;
    if (!invisible && is_space(c.code)) {
      blank = true;
    } else if (!invisible) {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out.append(text.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

}  // namespace onrecord
