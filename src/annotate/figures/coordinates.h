// SPDX-License-Identifier: Apache-2.0
// Positions on the globe, which are places and no figures: "59°10′25″N", "54° 30' S", "59.1736°N",
// "59.1736; 18.1680".
#pragma once

#include "annotate/figures/numerals.h"

namespace onrecord::figures {

// The end of a position, or of one half of it, that begins with the number; kNowhere where there is none. Refused:
// "30°C", "a slope of 12°", "1.5, 2.5".
At position_end(const Reader& reader, const Numeral& numeral);

}  // namespace onrecord::figures
