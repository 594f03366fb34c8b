// SPDX-License-Identifier: Apache-2.0
// Numbers without a unit: ages, proportions, fractions, counts, ranks; or no figure at all.
#pragma once

#include "annotate/figures/rows.h"

namespace onrecord::figures {

// The row of an amount without unit; nullopt: it is no figure.
std::optional<FigureRow> unitless_row(const Reader& reader, const Amount& amount);

// The row of a range without unit.
std::optional<FigureRow> unitless_range(const Reader& reader, const Interval& interval);

// The row of an ordinal.
std::optional<FigureRow> rank_row(const Reader& reader, const Amount& amount);

// "a ratio of 3:1", "outnumbered them three to one": the quotient. nullopt where nothing near by speaks of a ratio.
std::optional<FigureRow> ratio_row(const Reader& reader, const Amount& amount);

// "a gallon of milk", "a kilometre is 1,000 metres": one of the unit behind the article at `at`.
std::optional<FigureRow> unit_alone_row(const Reader& reader, At at);

}  // namespace onrecord::figures
