// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/phrases.h"

#include <algorithm>

#include "annotate/statements/boundaries.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

constexpr Index kLongest = 40;  // tokens of a source phrase

// Takes what leads into the clause off the front: "On Tuesday |Ana Pohl", "Yesterday |the board".
Range strip_front(const Reading& r, Range phrase) {
  // "On a visit to Reyle this week |Ana Pohl": a time inside ends what leads in.
  for (Index t = phrase.begin + 1; t + 1 < phrase.end; ++t) {
    const bool time = r.is(t, kTimeWord) && r[t].name == kNone && !r.possessive(t + 1);
    if (time && (r.is(t + 1, kDeterminer) || (r.capital(t + 1) && !r.is(t + 1, kTimeWord)))) phrase.begin = t + 1;
  }
  while (phrase.size() > 1) {
    const Index t = phrase.begin;
    const bool ago = r.is(t, kTimeWord) && !r.capital(t + 1);
    if (r.is(t, kAnd | kTimeWord) || !r.word(t) || ago) {
      ++phrase.begin;
      continue;
    }
    if (r.is(t, kAdverb) && !r.is(t, kDeterminer)) {
      ++phrase.begin;
      continue;
    }
    if (!r.is(t, kPreposition) || r.lower(t) == "of" || r.lower(t) == "like") return phrase;
    Index end = t + 1;
    if (end < phrase.end && r.is(end, kDeterminer)) ++end;
    while (end < phrase.end && !r.is(end, kDeterminer | kPronoun) && !(r.capital(end) && !r.is(end, kTimeWord)))
      ++end;
    if (end == phrase.end) return phrase;
    phrase.begin = end;
  }
  return phrase;
}

// Whether "A and B" is one phrase here: everything from the phrase's start to "and" is a name or belongs to one.
bool joins_names(const Reading& r, Index from, Index conjunction) {
  if (conjunction - from > 8 || from == conjunction) return false;
  for (Index t = from; t < conjunction; ++t) {
    if (!r.capital(t) && !r.is(t, kDeterminer | kPeople) && r.lower(t) != "of" && !r.possessive(t) && r.word(t))
      return false;
  }
  return true;
}

// "a person close |to| the mayor", "an adviser |to| Pohl": no infinitive.
bool to_someone(const Reading& r, Index to, Index floor) {
  if (!r.is(to, kToWord) || to < floor + 2) return false;
  const bool noun = r.is(to + 1, kDeterminer) || r.capital(to + 1);
  const std::string_view before = r.lower(to - 1);
  constexpr std::string_view kBefore[] = {"adviser", "advisor", "aide", "ambassador", "close", "envoy", "privy"};
  return noun && among(kBefore, before);
}

// "current |and| former officials": adjectives of one noun.
bool joins_adjectives(const Reading& r, Index conjunction, Index floor) {
  constexpr std::string_view kStates[] = {"current", "former", "past", "present", "retired", "serving", "sitting"};
  return conjunction > floor && among(kStates, r.lower(conjunction - 1)) && among(kStates, r.lower(conjunction + 1));
}

Index scan_back(const Reading& r, Index end, Index floor) {
  Index begin = end;
  while (begin > floor && end - begin < kLongest &&
         (!blocks(r, begin - 1, floor) || (begin < end && to_someone(r, begin - 1, floor)))) {
    const bool inside_name = r[begin - 1].name != kNone && begin < end && r[begin].name == r[begin - 1].name;
    if (r.is(begin - 1, kAnd) && !r.quoted(begin - 1) && !inside_name && !joins_adjectives(r, begin - 1, floor)) {
      const Index left = scan_back(r, begin - 1, floor);
      if (!joins_names(r, left, begin - 1)) break;
      return left;
    }
    --begin;
    // "… of the missiles |the Kremlin": a determiner after a noun begins a phrase of its own.
    if (r.is(begin, kDeterminer) && begin > floor && plain_noun(r, begin - 1)) break;
  }
  return begin;
}

// Whether what stands between commas is a clause and no apposition: it has a verb but no "who" before it.
bool holds_clause(const Reading& r, Index begin, Index end) {
  if (r.is(begin, kRelative) || r[begin].form == VerbForm::Ing) return false;
  for (Index t = begin; t < end; ++t) {
    if (r.is(t, kRelative | kThatWord)) return false;
    if (r.is(t, kAux) && !r.quoted(t) && r[t].name == kNone) return true;
  }
  return false;
}

// The comma that opens the apposition closed by the comma at `close`: "Ana Pohl|,| the mayor|,| said".
Index opening_comma(const Reading& r, Index close, Index floor) {
  for (Index t = close; t > floor + 1 && close - t < kLongest; --t) {
    if (r.quoted(t - 1)) return kNone;
    if (!r.comma(t - 1)) continue;
    const Index first = t;
    if (first == close) return kNone;
    const bool fits = r.is(first, kRelative | kDeterminer | kPeople) || r.token(first).is(kHasDigit) ||
                      r.lower(first) == "including" || r.lower(first) == "president" || r.lower(first) == "chief" ||
                      r.lower(first) == "who" ||
                      (!r.is(first, kPreposition | kAnd | kSubordinator | kAux | kPronoun) &&
                       (r[first].cue == 0 || r[first].form == VerbForm::Ing));
    if (!fits || r.is(first, kTimeWord)) continue;
    return holds_clause(r, first, close) ? kNone : t - 1;
  }
  return kNone;
}

Index bracket_open(const Reading& r, Index close, Index floor) {
  for (Index t = close; t > floor && close - t < 12; --t) {
    if (r.form(t - 1) == "(" || r.form(t - 1) == "[") return t - 1;
  }
  return kNone;
}

bool time_only(const Reading& r, Range phrase) {
  if (phrase.size() == 1 && r.token(phrase.begin).is(kHasDigit)) return r.token(phrase.begin).span.size() == 4;
  for (Index t = phrase.begin; t < phrase.end; ++t) {
    if (!r.is(t, kTimeWord | kDeterminer | kPreposition) && !r.token(t).is(kHasDigit)) return false;
  }
  return true;
}

// "Ana Pohl |on Tuesday|", "the mayor |later this week|": where the time at a phrase's end begins.
Index without_time(const Reading& r, Index end, Index floor) {
  Index t = end;
  while (t > floor && r.is(t - 1, kTimeWord) && !r.quoted(t - 1) && r[t - 1].name == kNone) --t;
  if (t == end) return end;
  while (t > floor && !r.quoted(t - 1) &&
         (r.lower(t - 1) == "on" || r.lower(t - 1) == "later" || r.lower(t - 1) == "this" ||
          r.lower(t - 1) == "late" || r.lower(t - 1) == "early" || r.lower(t - 1) == "in")) {
    --t;
  }
  return t > floor && r.word(t - 1) ? t : end;
}

// "Ana Pohl, the mayor of Reyle|,| said": the phrase with its apposition; `last` is the comma that closes it.
Range with_apposition(const Reading& r, Index last, Index floor) {
  const Range none = {last + 1, last + 1};
  Index open = opening_comma(r, last, floor);
  // "Ana Pohl, 24|, who …,"
  if (open != kNone && open >= floor + 2 && r.token(open - 1).is(kHasDigit) && r.comma(open - 2)) open -= 2;
  if (open == kNone || open == floor) return none;
  const Range head = phrase_before(r, open, floor);
  if (head.empty() || r.is(head.end - 1, kPronoun | kRelative) || time_only(r, head)) return none;
  // "Ana Pohl, speaking to reporters, said": what she did meanwhile is no part of the source.
  const std::string_view word = r.lower(open + 1);
  const bool doing = !r.capital(open + 1) && word.size() > 4 && word.ends_with("ing") && word != "including";
  return doing ? head : Range{head.begin, last};
}

// "Ana Pohl (Reyle|)| said": the phrase with its brackets.
Range with_brackets(const Reading& r, Index last, Index floor) {
  const Index open = bracket_open(r, last, floor);
  if (open == kNone) return {last + 1, last + 1};
  const Range head = phrase_before(r, open, floor);
  return head.empty() ? Range{last + 1, last + 1} : Range{head.begin, last + 1};
}

// "Ana Pohl - the mayor |-| said".
Range with_dashes(const Reading& r, Index last, Index floor) {
  for (Index t = last; t > floor + 1 && last - t < kLongest; --t) {
    if (!r.dash(t - 1)) continue;
    const Range head = phrase_before(r, t - 1, floor);
    return head.empty() ? Range{last + 1, last + 1} : Range{head.begin, last};
  }
  return {last + 1, last + 1};
}

// A phrase without marks inside.
Range plain_phrase(const Reading& r, Index end, Index floor) {
  Range phrase = strip_front(r, {scan_back(r, end, floor), end});
  // "the man who met the mayor said": the relative clause belongs to what stands before it.
  if (phrase.begin >= floor + 2 && r.is(phrase.begin - 1, kRelative) && !r.comma(phrase.begin - 2)) {
    const Range head = phrase_before(r, phrase.begin - 1, floor);
    if (!head.empty()) phrase.begin = head.begin;
  }
  if (phrase.empty() || time_only(r, phrase) || r.is(phrase.begin, kPreposition)) return {end, end};
  return phrase;
}

}  // namespace

Range phrase_before(const Reading& r, Index end, Index floor) {
  const Range none = {end, end};
  if (end <= floor) return none;
  const Index tail = without_time(r, end, floor);
  if (tail != end) {
    const Range phrase = phrase_before(r, tail, floor);
    return phrase.empty() ? none : phrase;
  }
  const Index last = end - 1;
  if (r.quoted(last) || r.is(last, kPreposition | kAnd)) return none;
  if (r.is(last, kPronoun) || r.is(last, kRelative)) return {last, end};
  if (r.comma(last)) return with_apposition(r, last, floor);
  if (r.form(last) == ")" || r.form(last) == "]") return with_brackets(r, last, floor);
  if (r.dash(last)) return with_dashes(r, last, floor);
  return blocks(r, last, floor) ? none : plain_phrase(r, end, floor);
}

namespace {

// Whether a cue is among the first words of a relative clause.
bool speaks(const Reading& r, Index begin, Index end) {
  for (Index t = begin; t < end && t < begin + 4; ++t) {
    if (r[t].cue != 0 && (r[t].form == VerbForm::Past || r[t].form == VerbForm::Third)) return true;
  }
  return false;
}

}  // namespace

Range phrase_after(const Reading& r, Index begin, Index limit) {
  if (begin >= limit) return {begin, begin};
  if (r.is(begin, kPronoun) && !r.is(begin, kDeterminer)) return {begin, begin + 1};
  bool apposition = false;
  Index t = begin;
  for (; t < limit && t - begin < kLongest; ++t) {
    if (r[t].opens || r.colon(t) || r.form(t) == ";" || r.dash(t)) break;
    if (r.quoted(t)) continue;
    if (r.comma(t)) {
      if (t + 1 >= limit) break;
      const Index next = t + 1;
      if (r.is(next, kAnd | kSubordinator | kAdverb | kTimeWord) ||
          (r.is(next, kPreposition) && r.lower(next) != "of"))
        break;
      if (r[next].opens || r[next].form == VerbForm::Ing || r.lower(next).ends_with("ing") || r.is(next, kPronoun))
        break;
      if (r.is(next, kRelative) && speaks(r, next, limit)) break;  // "…, who noted that": a statement of its own
      apposition = true;
      continue;
    }
    if (!apposition && r.is(t, kTimeWord) && r.token(t).is(kSpaceBefore) &&
        !(t > begin && r.is(t - 1, kDeterminer | kPreposition)))
      break;
    if (apposition) continue;
    const bool so_called = t + 1 < limit && r.lower(t) == "so" && !r.token(t + 1).is(kSpaceBefore);
    if (t > begin && r.is(t, kSubordinator | kToWord | kThatWord | kPronoun | kAux) && !so_called) break;
    if (t > begin && r.is(t, kPreposition)) {
      const std::string_view word = r.lower(t);
      const bool inside =
          word == "of" || ((word == "for" || word == "from" || word == "at" || word == "with") && !r.capital(t - 1));
      if (!inside) break;
    }
  }
  return {begin, t};
}

namespace {

// "today", "evening": what papers and programmes are called, unlike weekdays.
bool part_of_day(const Reading& r, Index t) {
  constexpr std::string_view kWords[] = {"afternoon", "evening", "morning", "night",
                                         "today",     "tonight", "week",    "weekend"};
  return among(kWords, r.lower(t));
}

// "told reporters |Reyle would| wait": a name with a verb of its own begins what is said.
bool clause_of_name(const Reading& r, Index t, Index limit) {
  if (r[t].name == kNone || r[t - 1].name != kNone || r.is(t - 1, kDeterminer | kPreposition)) return false;
  const Index end = r.layers().names.mentions[r[t].name].tokens.end;
  return end < limit && r.is(end, kAux | kFinite);
}

}  // namespace

Range hearer_after(const Reading& r, Index begin, Index limit) {
  if (begin >= limit) return {begin, begin};
  if (r.is(begin, kObjectPronoun)) return {begin, begin + 1};
  Index t = begin;
  if (r.is(t, kDeterminer) || r.lower(t) == "her") ++t;
  for (; t < limit && t - begin < 14; ++t) {
    if (r[t].opens || r.quoted(t) || r.is(t, kThatWord | kToWord | kWhWord | kAux | kNot)) break;
    // "told the |Evening Post|", "the BBC's Farming |Today| programme".
    const bool title = t > begin && r.capital(t) && r.capital(t - 1) && part_of_day(r, t);
    if (t > begin && r.is(t, kAdverb) && !r.is(t, kDeterminer) && !title) break;
    if (!r.word(t)) {
      if (r.possessive(t) || r.form(t) == "-" || r.form(t) == "/" || r.form(t) == "&") continue;
      break;
    }
    const bool inside_name = t > begin && r[t].name != kNone && r[t].name == r[t - 1].name;
    if (t > begin && !inside_name && r.is(t, kDeterminer | kPronoun) &&
        !r.is(t - 1, kPreposition | kAnd | kDeterminer))  // "the |three| judges"
      break;
    if (r.is(t, kPreposition) && r.lower(t) != "of" && r.lower(t) != "at" && r.lower(t) != "from") break;
    // "supporters |at a rally|" is where they heard it; "a doctor |at the hospital|" tells who they are.
    if (r.lower(t) == "at" && t + 1 < limit && (r.lower(t + 1) == "a" || r.lower(t + 1) == "an")) break;
    if (t > begin && clause_of_name(r, t, limit)) break;
    if (r.is(t, kTimeWord) && r[t].name == kNone && !title) break;
    if (t > begin && r[t].name != kNone && r[t - 1].name != kNone && r[t].name != r[t - 1].name) break;
  }
  return {begin, t};
}

}  // namespace onrecord::statements
