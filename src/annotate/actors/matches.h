// SPDX-License-Identifier: Apache-2.0
// Names and words of the table in a phrase, and in which part of it each stands.
#pragma once

#include <vector>

#include "annotate/actors/phrase.h"
#include "annotate/actors/table.h"

namespace onrecord::actors {

// The part of a phrase that a match stands in: "|Kenyan police| of |Nairobi| in |the east| for |the ministry| to …".
enum class Zone : std::uint8_t { Core, Of, In, For, Other };

struct Match {
  std::size_t begin = 0, end = 0;  // words of the phrase
  Zone zone = Zone::Core;
  SenseKind kind = SenseKind::Word;
  Index row = 0;
  std::vector<Sense> others;  // further readings of the same kind, or of Shared
  bool aside = false;  // a country that leads or bore the actor ("-led"), or that of "ethnic": the last to count
  bool apart = false;  // one that backs or fights it ("-backed", "pro-"): not the actor's
};

struct Matches {
  std::vector<Match> rows;  // in order, disjoint
  bool former = false;      // "former", "ex-", "retired"
  std::size_t former_at = 0;
};

// In the words [begin, end) of a phrase, longest names first.
Matches find_matches(const Phrase& phrase, std::size_t begin, std::size_t end, const ActorTable::Impl& table,
                     const ActorQuestion& question);

}  // namespace onrecord::actors
