// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/words_beside.h"

#include <algorithm>

#include "annotate/figures/counted.h"
#include "annotate/figures/currencies.h"

namespace onrecord::figures {
namespace {

using Sort = Amount::Sort;

}  // namespace

FigureRow magnitude_row(const Reader& r, const Amount& a) {
  FigureRow row = row_by(r, a, RuleId::Magnitude);
  row.kind = FigureKind::Other;
  row.unit = "magnitude";
  return row;
}

bool is_magnitude(const Reader& r, const Amount& a) {
  const Numeral& n = a.number;
  if (!n.digits || n.scale != 1 || n.value <= 0 || n.value >= 10 || n.ordinal) return false;
  std::string_view ahead = r.previous_word(a.begin);
  static constexpr std::string_view kBetween[] = {"of", "a", "about", "at", "preliminary", "least"};
  for (int k = 0; k < 3 && in(kBetween, ahead); ++k) ahead = r.previous_word(r.begin_of(ahead));
  if (ahead == "magnitude") return true;
  if (!n.decimal || (ahead != "measuring" && ahead != "measured" && ahead != "registered" && ahead != "registering"))
    return false;
  const At from = a.begin > 160 ? a.begin - 160 : 0;
  const std::string_view near = r.low().substr(from, a.begin + 80 - from);
  static constexpr std::string_view kQuakes[] = {"quake", "aftershock", "tremor", "richter", "seism"};
  return std::any_of(std::begin(kQuakes), std::end(kQuakes),
                     [&](std::string_view cue) { return near.find(cue) != std::string_view::npos; });
}

std::optional<FigureRow> exchange_row(const Reader& r, const Amount& a) {
  const Numeral& n = a.number;
  if (!n.digits || n.scale != 1 || n.fraction || n.value <= 0) return std::nullopt;
  At at = r.skip_blanks(a.end);
  static constexpr std::string_view kJoints[] = {"per", "to", "against", "versus", "for"};
  const std::string_view joint = r.word(at);
  if (at == a.end || !in(kJoints, joint)) return std::nullopt;
  at = r.skip_blanks(r.end_of(joint));
  const bool article = r.starts_word(at, "the") || r.starts_word(at, "one") || r.starts_word(at, "a");
  if (!article && joint != "per") return std::nullopt;
  if (article) at = r.skip_blanks(r.end_of(r.word(at)));
  const std::optional<Money> currency = money_after(r, at - 1, true);
  if (!currency || currency->end == kNowhere || currency->share != 1) return std::nullopt;
  if (r.before(currency->end) == 's') return std::nullopt;
  FigureRow row = row_by(r, a, RuleId::ExchangeRate);
  row.kind = FigureKind::Rate;
  row.of = ByteSpan{at, currency->end};
  return row;
}

std::optional<ByteSpan> noun_of_whole(const Reader& r, At end) {
  At at = r.skip_blanks(end);
  if (at == end || !r.starts_word(at, "of")) return std::nullopt;
  at = r.skip_blanks(at + 2);
  static constexpr std::string_view kDeterminers[] = {"the", "its", "their", "his", "her", "our", "these", "those"};
  if (in(kDeterminers, r.word(at))) at = r.skip_blanks(r.end_of(r.word(at)));
  const std::optional<Amount> whole = read_amount(r, at, at);
  if (!whole || whole->begin != at || whole->sort != Sort::Bare || whole->number.ordinal) return std::nullopt;
  return counted_plural(r, whole->end);
}

std::optional<ByteSpan> size_of(const Reader& r, const Amount& a) {
  static constexpr std::string_view kSizes[] = {"population", "crowd",      "workforce",
                                                "audience",   "electorate", "membership"};
  const std::string_view of = r.previous_word(a.begin);
  if (of != "of" || a.number.decimal) return std::nullopt;
  const std::string_view noun = r.previous_word(r.begin_of(of));
  if (!in(kSizes, noun)) return std::nullopt;
  return ByteSpan{r.begin_of(noun), r.end_of(noun)};
}

std::optional<ByteSpan> toll_before(const Reader& r, const Amount& a) {
  const At from = a.begin > 120 ? a.begin - 120 : 0;
  const std::string_view near = r.low().substr(from, a.begin - from);
  const std::size_t toll = near.rfind(" toll ");
  if (toll == std::string_view::npos) return std::nullopt;
  const std::string_view between = near.substr(toll + 6);
  const bool broken = between.find_first_of("0123456789.;:\n()") != std::string_view::npos;
  if (broken || r.previous_word(a.begin) == "by" || between.find(" in ") != std::string_view::npos)
    return std::nullopt;
  const At begin = from + static_cast<At>(toll) + 1;
  const std::string_view death = r.previous_word(begin);
  return ByteSpan{death == "death" ? r.begin_of(death) : begin, begin + 4};
}

}  // namespace onrecord::figures
