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

}  // namespace onrecord::figures
