// SPDX-License-Identifier: Apache-2.0
// What a number counts or measures: the noun phrase behind it, by closed-class words and plural endings.
#pragma once

#include <optional>
#include <string_view>

#include "annotate/figures/reader.h"

namespace onrecord::figures {

// "strike and air defence missiles" behind a number other than one: the phrase up to its plural head.
// nullopt: no plural noun before the phrase ends.
std::optional<ByteSpan> counted_plural(const Reader& reader, At at);

// "unvaccinated person" behind "one".
std::optional<ByteSpan> counted_singular(const Reader& reader, At at);

// "page" behind "12" in "a 12 page document": a singular noun that with its number describes the noun behind it.
std::optional<ByteSpan> counted_compound(const Reader& reader, At at);

// The noun phrase at `at`, articles and possessives left out: what stands behind "percent of".
std::optional<ByteSpan> noun_phrase(const Reader& reader, At at);

// Words of the closed classes, and verbs of news so frequent that a noun phrase ends before them. Lower case.
bool ends_noun_phrase(std::string_view word);

}  // namespace onrecord::figures
