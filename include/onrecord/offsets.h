// SPDX-License-Identifier: Apache-2.0
// Offsets into text. Three units are real and never mix: UTF-8 bytes (inside C++ and SQLite), Unicode code
// points (JSON, Python, brat) and UTF-16 units (the page). A span's type names its unit; there is no implicit
// conversion. All conversions live in src/text/offsets.cpp.
//
// The law of the project: for every span written anywhere, text[begin, end) is the surface shown.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <vector>

namespace onrecord {

// Half-open range [begin, end) in the unit that `Unit` names.
template <class Unit>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

struct ByteUnit {};
struct CodepointUnit {};
struct Utf16Unit {};

using ByteSpan = Span<ByteUnit>;            // always on code point boundaries
using CodepointSpan = Span<CodepointUnit>;  // Python str, JSON records, brat
using Utf16Span = Span<Utf16Unit>;          // JavaScript

// The pieces of a broken quotation, in text order and disjoint.
using ByteSpans = std::vector<ByteSpan>;

// The smallest span that covers both.
template <class Unit>
constexpr Span<Unit> hull(Span<Unit> a, Span<Unit> b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace onrecord
