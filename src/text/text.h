// SPDX-License-Identifier: Apache-2.0
// Text: the canonical text of an article, frozen. Valid UTF-8, LF line ends, no NUL.
//
// Lifetime: views come from a living Text only (calls on temporaries do not compile).
// Units: UTF-8 bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/assert.h"
#include "onrecord/offsets.h"
#include "text/utf8.h"

namespace onrecord {

class Text {
 public:
  Text() = default;
  // REQUIRES: valid UTF-8 of less than 4 GiB (make_article sees to it).
  explicit Text(std::string utf8);

  std::string_view all() const& { return utf8_; }
  std::string_view all() && = delete;

  // The surface of a span. REQUIRES: inside the text, on code point boundaries.
  std::string_view bytes(ByteSpan span) const& {
    ONRECORD_ASSERT(holds(span));
    return std::string_view(utf8_).substr(span.begin, span.size());
  }
  std::string_view bytes(ByteSpan span) && = delete;

  // The same characters with ASCII capitals made small; as long as the original, so offsets agree.
  std::string_view lower(ByteSpan span) const& {
    ONRECORD_ASSERT(holds(span));
    return std::string_view(lower_).substr(span.begin, span.size());
  }
  std::string_view lower(ByteSpan span) && = delete;
  std::string_view lower() const& { return lower_; }
  std::string_view lower() && = delete;

  std::uint32_t size() const { return static_cast<std::uint32_t>(utf8_.size()); }
  ByteSpan span() const { return {0, size()}; }

  // Whether a span lies inside and on code point boundaries: what the law asks of every span.
  bool holds(ByteSpan span) const {
    return span.begin <= span.end && span.end <= utf8_.size() && is_utf8_boundary(utf8_, span.begin) &&
           is_utf8_boundary(utf8_, span.end);
  }

 private:
  std::string utf8_;
  std::string lower_;
};

}  // namespace onrecord
