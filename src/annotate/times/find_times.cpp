// SPDX-License-Identifier: Apache-2.0
#include "annotate/finders.h"
#include "annotate/times/resolve.h"
#include "annotate/times/scan.h"

namespace onrecord {

Times find_times(const Text& text, const Tokens& tokens, const Sentences& sentences,
                 std::optional<std::string_view> published) {
  // The words, cut so that hyphens, ordinals and digits stand alone.
  const times::Atoms atoms(text, tokens, sentences);

  // What stretches of words speak of time, and what they say.
  const std::vector<times::Expression> expressions = times::scan(atoms);

  // News, seen from its day of publication, or a story of other days.
  const auto day = published ? times::parse_iso_date(*published) : std::nullopt;
  times::Resolver resolver(times::setting_of(expressions, day));

  // Values, in text order, since one date anchors the next.
  Times out;
  out.rows.reserve(expressions.size());
  for (const times::Expression& e : expressions) {
    const times::Tense tense = times::tense_around(atoms, e.first, e.last);
    TimeRow row = resolver.resolve(e, tense, static_cast<Index>(out.rows.size()));
    row.span = {atoms[e.first].begin, atoms[e.last - 1].end};
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace onrecord
