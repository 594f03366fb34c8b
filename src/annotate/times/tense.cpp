// SPDX-License-Identifier: Apache-2.0
#include "annotate/times/tense.h"

#include "annotate/times/word_list.h"

namespace onrecord::times {
namespace {

constexpr std::size_t kReach = 25;  // atoms to each side; a clause is seldom longer

// "Had been due", "as previously planned": a future that is over.
bool was_ahead(const Atoms& a, std::size_t at) {
  if (is_one_of(a.lower(at - 1), {"previously", "originally", "initially"})) return true;
  if (!a.is(at - 1, "been")) return false;
  return a.is(at - 2, "had") || a.is(at - 3, "had");
}

// A participle before its noun tells no time: "a hastily planned trip", "an unspecified date", "its proposed sale".
bool is_adjective(const Atoms& a, std::size_t at) {
  const std::string_view word = a.lower(at), before = a.lower(at - 1);
  if (word.size() < 5 || word.substr(word.size() - 2) != "ed") return false;
  if (a[at + 1].mark != 0 || is_one_of(a.lower(at + 1), {"to", "for", "on", "in", "at", "by"})) return false;
  return word.substr(0, 2) == "un" || is_one_of(before, {"a", "an", "the", "its", "their", "his", "her"}) ||
         (before.size() > 5 && before.substr(before.size() - 2) == "ly" && a.is(at - 2, "the"));
}

// Auxiliaries and participles that look ahead.
bool looks_ahead(const Atoms& a, std::size_t at) {
  const std::string_view word = a.lower(at);
  if (is_one_of(word, {"plan", "plans", "planning", "hope", "hopes"})) return a.is(at + 1, "to");
  if (word == "set") return a.is(at + 1, "to") || a.is(at + 1, "for");
  return is_one_of(
      word, {"will", "ll", "shall", "would", "scheduled", "expected", "expects", "expect", "due", "planned", "slated",
             "going", "intends", "intend", "upcoming", "forthcoming", "payable", "effective"});
}

bool is_participle(std::string_view word) {
  return word.size() > 4 && word.substr(word.size() - 2) == "ed" && word != "united" && word != "speed";
}

bool looks_back(std::string_view word) {
  if (is_participle(word)) return true;
  return is_one_of(
      word,
      {"was",  "were",   "had",  "did",  "said",   "told",    "has",    "have",  "been",  "made",  "took",  "went",
       "came", "gave",   "got",  "saw",  "found",  "left",    "held",   "met",   "began", "fell",  "rose",  "won",
       "lost", "led",    "sent", "sold", "bought", "brought", "kept",   "spoke", "wrote", "broke", "grew",  "drew",
       "ran",  "became", "put",  "cut",  "hit",    "shot",    "struck", "felt",  "threw", "flew",  "stood", "says"});
}

// "Could not be reached", "neither could be found": tried, and so over.
bool is_negated(const Atoms& a, std::size_t auxiliary) {
  if (is_one_of(a.lower(auxiliary + 1), {"not", "n", "never"})) return true;
  for (std::size_t k = 1; k <= 10; ++k) {
    if (is_one_of(a.lower(auxiliary - k), {"neither", "none", "nobody", "nor"})) return true;
  }
  return false;
}

// "to meet", "to be held": an infinitive, as far as a word list can tell.
bool begins_infinitive(const Atoms& a, std::size_t to) {
  const Atom& next = a[to + 1];
  if (!a.is(to, "to") || next.mark != 0 || next.number >= 0 || next.capital || next.word != nullptr) return false;
  const std::string_view verb = a.lower(to + 1);
  const bool gerund = verb.size() > 5 && verb.substr(verb.size() - 3) == "ing";  // "the way to supplying it"
  return verb.size() > 1 && verb.back() != 's' && !gerund &&
         !is_one_of(verb, {"his", "her", "their", "its", "our", "my", "all", "any", "it", "them", "him", "us", "what",
                           "no"});
}

// "will cut", "would still be held", "may be resolved", "to be signed": the auxiliary overrules the verb.
bool follows_auxiliary(const Atoms& a, std::size_t at) {
  const std::string_view before = a.lower(at - 1);
  if (is_one_of(before, {"will", "would", "ll", "shall", "to"})) return true;
  if (before != "be" && before != "have" && before != "not") return false;
  for (std::size_t k = 2; k <= 3; ++k) {
    if (is_one_of(a.lower(at - k), {"will", "would", "ll", "shall", "to", "may", "can", "could", "should", "must"})) {
      return !(a.is(at - k, "could") && is_negated(a, at - k));
    }
  }
  return false;
}

// "[on] Tuesday", "[at] 3 p.m. on Friday" right behind a verb.
bool stands_at_time(const Atoms& a, std::size_t at) {
  if (a.is(at, "on")) ++at;
  return a.is(at, WordClass::Weekday) && a[at].capital && !a.is_mark(at + 1, '-');
}

Tense cue(const Atoms& a, std::size_t at, bool left) {
  const Atom& atom = a[at];
  if (atom.mark != 0 || atom.number >= 0) return Tense::Unknown;
  const std::string_view word = a.lower(at);
  if (word == "due" && a.is(at + 1, "to") && !begins_infinitive(a, at + 1)) return Tense::Unknown;
  if (is_adjective(a, at)) return Tense::Unknown;
  // "the decision in January to close it": an infinitive to the right says nothing of the January.
  if (looks_ahead(a, at)) return was_ahead(a, at) ? Tense::Past : Tense::Future;
  if (left && word == "about" && a.is(at - 1, "how")) return Tense::Future;  // "how about Friday?"
  if (word == "set") return Tense::Past;
  if (left && (word == "deadline" || word == "deadlines")) return Tense::Future;
  // What is on the calendar: "they meet on Monday", "parliament reconvenes on May 6".
  if (left && !a.is(at - 1, "to") &&
      is_one_of(word, {"meet",     "meets",   "begins", "starts",  "resume", "resumes", "reconvenes",
                       "convenes", "expires", "expire", "arrives", "arrive", "begin",   "start",
                       "vote",     "votes",   "opens",  "closes",  "face",   "faces"}))
    return Tense::Future;
  if (left && (word == "is" || word == "are") && stands_at_time(a, at + 1))
    return Tense::Future;  // "it is on Tuesday"
  if (left && begins_infinitive(a, at)) {
    if (!looks_ahead(a, at - 1)) return Tense::Purpose;
    return was_ahead(a, at - 1) ? Tense::Past : Tense::Future;  // "had been due to expire"
  }
  if (!looks_back(word)) return Tense::Unknown;
  return follows_auxiliary(a, at) ? Tense::Future : Tense::Past;
}

}  // namespace

// The cue nearest to the left decides, as a verb stands before its time more often; else the nearest right.
Tense tense_around(const Atoms& a, std::size_t first, std::size_t last) {
  const Index sentence = a[first].sentence;
  const std::string_view before = a.lower(first - 1);
  if (before == "since") return Tense::Over;
  if (before == "ended" || (before == "of" && a.is(first - 2, "as"))) return Tense::Past;
  if (before == "in" && a.is(first - 2, "back")) return Tense::Past;  // "back in February"
  if (before == "as" && is_one_of(a.lower(first - 2), {"soon", "early"}))
    return Tense::Future;  // "as early as Tuesday"
  if (before == "through") return Tense::Unknown;
  const bool opens = first < 2 || a[first - 2].sentence != sentence;
  if (!opens && (before == "until" || before == "till")) return Tense::Future;
  for (std::size_t k = 1; k <= kReach && k <= first && a[first - k].sentence == sentence; ++k) {
    const Tense tense = cue(a, first - k, true);
    if (tense != Tense::Unknown) return tense;
    if (a.is_mark(first - k, ';') || is_one_of(a.lower(first - k), {"but", "when", "while", "because"})) break;
  }
  for (std::size_t k = 0; k < kReach && a[last + k].sentence == sentence; ++k) {
    const Tense tense = cue(a, last + k, false);
    if (tense != Tense::Unknown) return tense;
  }
  return Tense::Unknown;
}

}  // namespace onrecord::times
