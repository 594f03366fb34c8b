// SPDX-License-Identifier: Apache-2.0
// From amounts to rows.
#pragma once

#include "annotate/figures/amounts.h"
#include "annotate/figures/rules.h"
#include "doc/layers.h"

namespace onrecord::figures {

// Span, value, kind, unit, currency, SI value and rule of an amount or range.
FigureRow make_row(const Reader& reader, const Interval& interval);
FigureRow make_row(const Reader& reader, const Amount& amount);
// The same, of another rule.
FigureRow row_by(const Reader& reader, const Amount& amount, RuleId id);

// readings.cpp: what else the figure may say: other dollars, other tons, a temperature for "degrees".
void add_readings(const Reader& reader, FigureRow& row);
// readings.cpp: the currency of the place that an article is written from, "AUD" under "SYDNEY, April 24 -", where
// that place has a dollar or peso of its own; empty where none is named.
std::string_view home_currency(const Reader& reader);

// Adds what stands around the figure: bound, period, the counted or measured thing (where the row has none yet).
// `previous`: the figure before, whose bound a conversion in brackets shares ("about 160 km (100 miles)").
void complete_row(const Reader& reader, const Amount& amount, const FigureRow* previous, FigureRow& row);

}  // namespace onrecord::figures
