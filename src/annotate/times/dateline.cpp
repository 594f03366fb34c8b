// SPDX-License-Identifier: Apache-2.0
// The dateline: place and day before a dispatch begins, "MOSCOW, April 23 (Xinhua) --", "Kyiv, 24 April 2024 –".
// What the dispatch calls today is that day, whenever it is printed.
#include <cstdlib>

#include "annotate/times/resolve.h"
#include "annotate/times/scan.h"
#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

constexpr std::size_t kMostDates = 3;   // a dateline heads the text
constexpr std::size_t kMostAtoms = 12;  // before its date and in its brackets

// All letters of the atom are capitals, and there are three of them or more.
bool in_capitals(const Atoms& a, std::size_t at) {
  const std::string_view word = a.text().bytes({a[at].begin, a[at].end});
  for (const char c : word) {
    if (c < 'A' || c > 'Z') return false;
  }
  return word.size() >= 3;
}

// Where the paragraph of the date begins, if only names and marks stand between: "SHARM EL-SHEIKH, Egypt, ".
std::optional<std::size_t> names_before(const Atoms& a, std::size_t date) {
  std::size_t at = date;
  while (at > 0 && !a.is_mark(at - 1, '\n')) {
    --at;
    const Atom& atom = a[at];
    const bool mark = is_one_of(std::string_view(&atom.mark, 1), {",", ".", "(", ")", "/", "-", "'", "~"});
    if (date - at > kMostAtoms || !(mark || (atom.capital && atom.number < 0))) return std::nullopt;
  }
  const bool preposition = is_one_of(a.lower(at), {"in", "on", "by", "at", "from", "since", "until", "after"});
  const bool apart = date > at && (a.is_mark(date - 1, ',') || a.is_mark(date - 1, '(') || a.is_mark(date - 1, ')'));
  return apart && a[at].capital && !preposition ? std::optional(at) : std::nullopt;
}

// Behind the date: an agency in brackets or none, then a dash. `end` is behind the dash.
bool ends_dateline(const Atoms& a, std::size_t at, bool capitals) {
  while (a.is_mark(at, ',') || a.is_mark(at, '.') || a.is_mark(at, ')')) ++at;
  bool agency = false;
  if (a.is_mark(at, '(')) {
    const std::size_t most = at + kMostAtoms;
    while (at < most && !a.is_mark(at, ')')) ++at;
    if (!a.is_mark(at, ')')) return false;
    agency = true;
    ++at;
  }
  return a.is_mark(at, '-') || a.is_mark(at, '_') || (capitals && (agency || a.is_mark(at, ':')));
}

}  // namespace

std::optional<std::size_t> find_dateline(const Atoms& a, const std::vector<Expression>& expressions) {
  for (std::size_t k = 0; k < expressions.size() && k < kMostDates; ++k) {
    const Expression& e = expressions[k];
    const bool day = (e.rule == RuleId::FullDate || e.rule == RuleId::DayAndMonth) && !e.clock && e.day != 0;
    if (!day || e.year_relation != Relation::None) continue;
    const auto begin = names_before(a, e.first);
    if (!begin) continue;
    bool capitals = false;
    for (std::size_t at = *begin; at < e.first; ++at) capitals = capitals || in_capitals(a, at);
    if (ends_dateline(a, e.last, capitals)) return k;
  }
  return std::nullopt;
}

std::optional<Date> dateline_day(const Expression& date, std::optional<Date> published) {
  if (!date.year && !published) return std::nullopt;
  Date best{date.year ? *date.year : published->year, date.month, date.day};
  if (date.year || !published) return exists(best) ? std::optional(best) : std::nullopt;
  const auto apart = [&](const Date& day) { return std::abs(day_number(day) - day_number(*published)); };
  for (const int year : {published->year - 1, published->year + 1}) {
    const Date other{year, date.month, date.day};
    if (exists(other) && (!exists(best) || apart(other) < apart(best))) best = other;
  }
  return exists(best) ? std::optional(best) : std::nullopt;
}

}  // namespace onrecord::times
