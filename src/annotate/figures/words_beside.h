// SPDX-License-Identifier: Apache-2.0
// Numbers that the words beside them explain: magnitudes, exchange rates, parts of wholes, tolls and sizes.
#pragma once

#include <optional>

#include "annotate/figures/rows.h"

namespace onrecord::figures {

// "A 7.1-magnitude quake": a point on a scale; it counts nothing.
FigureRow magnitude_row(const Reader& reader, const Amount& amount);

// "Magnitude 6.3", "a magnitude of 6.3", "measuring 5.9" where an earthquake is spoken of.
bool is_magnitude(const Reader& reader, const Amount& amount);

// "92.5 per dollar", "157 to the dollar", "82.97 against the US dollar": what one unit of a currency buys.
std::optional<FigureRow> exchange_row(const Reader& reader, const Amount& amount);

// "Four of the 27 members": the part has the noun of the whole.
std::optional<ByteSpan> noun_of_whole(const Reader& reader, At end);

// "A population of 800,000": what the number is the size of.
std::optional<ByteSpan> size_of(const Reader& reader, const Amount& amount);

// "The death toll has risen to more than 2,000": the number that a toll has reached.
std::optional<ByteSpan> toll_before(const Reader& reader, const Amount& amount);

}  // namespace onrecord::figures
