// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/coordinates.h"

#include <initializer_list>

namespace onrecord::figures {
namespace {

constexpr At kFineDecimals = 4;  // digits behind the point that only a position has: ten metres

// Over a number and one of the marks behind it; `at` where they do not stand there.
At skip_part(const Reader& r, At at, std::initializer_list<std::string_view> marks) {
  At end = at;
  while (r.digit_at(end) || (end != at && r.at(end) == '.' && r.digit_at(end + 1))) ++end;
  if (end == at) return at;
  const At mark = r.skip_blanks(end);
  for (const std::string_view one : marks) {
    if (r.has(mark, one)) return mark + static_cast<At>(one.size());
  }
  return at;
}

// "59°10′25″N": degrees, perhaps minutes and seconds, and a point of the compass.
At with_degrees(const Reader& r, At begin) {
  At end = skip_part(r, begin, {"°", "º"});
  if (end == begin) return kNowhere;
  end = skip_part(r, r.skip_blanks(end), {"′", "’", "'"});
  end = skip_part(r, r.skip_blanks(end), {"″", "”", "\"", "′′", "''"});
  const At point = r.skip_blanks(end);
  const char c = r.at(point);
  return (c == 'N' || c == 'S' || c == 'E' || c == 'W') && !r.letter_at(point + 1) ? point + 1 : kNowhere;
}

At fine_decimal_end(const Reader& r, At at) {
  if (r.at(at) == '-') ++at;
  const At begin = at;
  while (r.digit_at(at)) ++at;
  if (at == begin || at - begin > 3 || r.at(at) != '.') return kNowhere;
  const At point = at++;
  while (r.digit_at(at)) ++at;
  return at - point > kFineDecimals ? at : kNowhere;
}

// "59.1736; 18.1680": two numbers so fine, side by side.
At as_decimals(const Reader& r, At begin) {
  const At end = fine_decimal_end(r, begin);
  if (end == kNowhere || (r.at(end) != ';' && r.at(end) != ',')) return kNowhere;
  return fine_decimal_end(r, r.skip_blanks(end + 1));
}

}  // namespace

At position_end(const Reader& r, const Numeral& n) {
  if (!r.digit_at(n.begin)) return kNowhere;
  const At end = with_degrees(r, n.begin);
  return end != kNowhere ? end : as_decimals(r, n.begin);
}

}  // namespace onrecord::figures
