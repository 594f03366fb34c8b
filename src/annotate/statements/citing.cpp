// SPDX-License-Identifier: Apache-2.0
// Sources behind sources: "Reuters, citing two officials, reported that …" is a statement of the officials, told
// by Reuters.
#include <algorithm>

#include "annotate/statements/patterns.h"
#include "annotate/statements/source_parts.h"

namespace onrecord::statements {
namespace {

// Whether what is cited can speak: people, a title, a body, a name; not a poll's figure or a rule.
bool can_speak(const Reading& r, Range cited) {
  const SourceParts parts = take_apart(r, cited);
  if (parts.noun == kNone) return false;
  if (r.is(parts.noun, kPeople) || r[parts.noun].name != kNone) return true;
  return one_person(r, parts) || is_body(r.lower(parts.noun));
}

bool same_speaker(const Draft& a, const Draft& b) {
  return a.sentence == b.sentence && a.source.begin == b.source.begin && a.source.end == b.source.end;
}

// The statement of the same speaker in the sentence for which the source is cited.
const Draft* cited_for(const std::vector<Draft>& drafts, std::size_t k) {
  constexpr std::size_t kNearby = 4;
  for (std::size_t j = k - std::min(k, kNearby); j < std::min(drafts.size(), k + kNearby); ++j) {
    if (j != k && same_speaker(drafts[j], drafts[k]) && drafts[j].lemma != "cite") return &drafts[j];
  }
  return nullptr;
}

}  // namespace

void resolve_citing(const Reading& reading, std::vector<Draft>& drafts) {
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    Draft& draft = drafts[k];
    if (draft.lemma != "cite" || draft.source.empty() || draft.content.size() != 1) continue;
    const Range cited = draft.content.front();
    const Draft* told = cited_for(drafts, k);
    if (told == nullptr || !can_speak(reading, cited)) continue;
    draft.told_in = told->cue.begin;
    draft.content = told->content;
    draft.source = cited;
    draft.force = Force::Said;
  }
}

}  // namespace onrecord::statements
