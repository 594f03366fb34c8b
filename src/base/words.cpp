// SPDX-License-Identifier: Apache-2.0
// The words of the record format for each enumerator, in the order of the enumerations.
#include "onrecord/records.h"

namespace onrecord {
namespace {

template <class Enum, std::size_t N>
const char* pick(const char* const (&words)[N], Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

const char* word_of(MentionForm form) {
  static constexpr const char* kWords[] = {"name", "nominal", "pronoun"};
  return pick(kWords, form);
}

const char* word_of(TimeType type) {
  static constexpr const char* kWords[] = {"DATE", "TIME", "DURATION", "SET"};
  return pick(kWords, type);
}

const char* word_of(FigureKind kind) {
  static constexpr const char* kWords[] = {"money",    "count", "percent",     "length", "mass", "area", "volume",
                                           "duration", "speed", "temperature", "rate",   "rank", "other"};
  return pick(kWords, kind);
}

const char* word_of(Bound bound) {
  static constexpr const char* kWords[] = {"exact",     "about",     "at_least", "at_most",
                                           "more_than", "less_than", "between"};
  return pick(kWords, bound);
}

const char* word_of(StatementForm form) {
  static constexpr const char* kWords[] = {"direct", "indirect", "mixed"};
  return pick(kWords, form);
}

const char* word_of(Force force) {
  static constexpr const char* kWords[] = {"said",     "claimed", "denied",  "confirmed", "warned",   "promised",
                                           "demanded", "asked",   "thought", "announced", "reported", "other"};
  return pick(kWords, force);
}

}  // namespace onrecord
