// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/tense.h"

#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

constexpr std::size_t kReach = 14;  // atoms to each side; a clause is seldom longer

bool looks_ahead(std::string_view word) {
  return is_one_of(word, {"will",    "ll",       "shall",       "won",   "would",    "scheduled", "expected",
                          "due",     "planned",  "plans",       "plan",  "planning", "slated",    "set",
                          "expects", "expect",   "hopes",       "hope",  "may",      "going",     "intends",
                          "intend",  "upcoming", "forthcoming", "could", "should",   "must",      "can"});
}

bool looks_back(std::string_view word) {
  if (word.size() > 4 && word.substr(word.size() - 2) == "ed" && word != "united" && word != "speed") return true;
  return is_one_of(
      word, {"was",    "were", "had",  "did",  "said",   "told",  "has",    "have",    "been", "made",   "took",
             "went",   "came", "gave", "got",  "saw",    "found", "left",   "held",    "met",  "began",  "fell",
             "rose",   "won",  "lost", "led",  "sent",   "sold",  "bought", "brought", "kept", "spoke",  "wrote",
             "broke",  "grew", "drew", "ran",  "became", "put",   "cut",    "hit",     "shot", "struck", "died",
             "killed", "paid", "used", "felt", "threw",  "flew",  "stood",  "ended"});
}

Tense cue(const Atoms& a, std::size_t at) {
  const Atom& atom = a[at];
  if (atom.mark != 0 || atom.number >= 0) return Tense::Unknown;
  const std::string_view word = a.lower(at);
  if (word == "may" && atom.capital) return Tense::Unknown;
  if (word == "won" && a.is(at + 1, "t") == false && !a.is_mark(at + 1, '\'')) return Tense::Past;
  if (looks_ahead(word)) return Tense::Future;
  return looks_back(word) ? Tense::Past : Tense::Unknown;
}

}  // namespace

// The cue nearest to the left decides, as a verb stands before its time more often; else the nearest right.
Tense tense_around(const Atoms& a, std::size_t first, std::size_t last) {
  const Index sentence = a[first].sentence;
  for (std::size_t k = 1; k <= kReach && k <= first && a[first - k].sentence == sentence; ++k) {
    const Tense tense = cue(a, first - k);
    // "is expected", "will be held": a participle is overruled by the auxiliary just before it.
    if (tense == Tense::Past) {
      for (std::size_t back = 1; back <= 3 && k + back <= first && a[first - k - back].sentence == sentence; ++back) {
        const std::string_view word = a.lower(first - k - back);
        if (word == "will" || word == "to" || word == "would" || word == "ll") return Tense::Future;
      }
    }
    if (tense != Tense::Unknown) return tense;
  }
  for (std::size_t k = 0; k < kReach && a[last + k].sentence == sentence; ++k) {
    const Tense tense = cue(a, last + k);
    if (tense != Tense::Unknown) return tense;
  }
  return Tense::Unknown;
}

}  // namespace onrecord::times
