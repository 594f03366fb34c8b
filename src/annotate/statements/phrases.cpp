// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/phrases.h"

#include <algorithm>

namespace onrecord::statements {
namespace {

constexpr Index kLongest = 40;  // tokens of a source phrase

// "belittled", "weighed": a past form after a name or noun, as far as the ending tells.
bool past_by_ending(const Reading& r, Index t, Index floor) {
  if (t <= floor || r.capital(t) || r.quoted(t)) return false;
  const std::string_view word = r.lower(t);
  if (word.size() < 5 || !word.ends_with("ed") || word.ends_with("eed")) return false;
  return r[t - 1].name != kNone || r.is(t - 1, kRelative) || (r.is(t - 1, kPronoun) && !r.is(t - 1, kDeterminer));
}

// A finite verb as far as the word alone can tell: no name, not after a determiner or a possessive.
bool finite_verb(const Reading& r, Index t, Index floor) {
  if (r.capital(t) && r[t].name != kNone) return false;
  if (r.is(t, kFinite | kAux) || past_by_ending(r, t, floor)) return true;
  if (r[t].cue == 0 || r[t].form == VerbForm::Base || r[t].form == VerbForm::Ing) return false;
  if (t == floor) return r[t].form == VerbForm::Past;
  if (r.is(t - 1, kDeterminer | kPreposition) || r.possessive(t - 1)) return false;
  return r[t].form == VerbForm::Past;
}

// Whether a quotation is only a name inside a phrase: Roberto “Bob” Hale.
bool nickname(const Reading& r, Index t) {
  for (const Range& piece : r.pieces(r[t].quote)) {
    if (piece.contains(t)) return piece.size() <= 5 && r.word(piece.end - 2);
  }
  return false;
}

// Whether a phrase cannot reach back over this token.
bool blocks(const Reading& r, Index t, Index floor) {
  if (r.quoted(t)) return !nickname(r, t);
  if (!r.word(t)) {
    const std::string_view f = r.form(t);
    return !(f == "-" || f == "&" || f == "/" || f == "–" || f == "$" || f == "£" || f == "€" || f == "%" ||
             f == "‑" || f == "#" || f == "@" || r.possessive(t) || f == ")" || f == "(");
  }
  if (r.is(t, kPronoun)) return !r.is(t, kDeterminer) && r.lower(t) != "one";
  if (r.is(t, kThatWord | kToWord | kRelative)) return true;
  if (r.is(t, kSubordinator) && !r.is(t, kPreposition)) return true;
  return finite_verb(r, t, floor);
}

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

bool plain_noun(const Reading& r, Index t) {
  constexpr std::uint32_t kOther = kAux | kAdverb | kNot | kDeterminer | kPreposition | kAnd | kSubordinator |
                                   kToWord | kThatWord | kWhWord | kPronoun;
  return r.word(t) && !r.is(t, kOther) && !r.possessive(t) && !r.quoted(t);
}

Index scan_back(const Reading& r, Index end, Index floor) {
  Index begin = end;
  while (begin > floor && end - begin < kLongest && !blocks(r, begin - 1, floor)) {
    if (r.is(begin - 1, kAnd) && !r.quoted(begin - 1)) {
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

}  // namespace

Range phrase_before(const Reading& r, Index end, Index floor) {
  if (end <= floor) return {end, end};
  const Index tail = without_time(r, end, floor);
  if (tail != end) {
    const Range phrase = phrase_before(r, tail, floor);
    return phrase.empty() ? Range{end, end} : phrase;
  }
  const Index last = end - 1;
  if (r.quoted(last) || r.is(last, kPreposition | kAnd)) return {end, end};
  if (r.is(last, kPronoun) || r.is(last, kRelative)) return {last, end};
  if (r.comma(last)) {
    Index open = opening_comma(r, last, floor);
    // "Ana Pohl, 24|, who …,"
    if (open != kNone && open >= floor + 2 && r.token(open - 1).is(kHasDigit) && r.comma(open - 2)) open -= 2;
    if (open == kNone || open == floor) return {end, end};
    const Range head = phrase_before(r, open, floor);
    if (head.empty() || r.is(head.end - 1, kPronoun | kRelative) || time_only(r, head)) return {end, end};
    // "Ana Pohl, speaking to reporters, said": what she did meanwhile is no part of the source.
    const bool doing = !r.capital(open + 1) && r.lower(open + 1).size() > 4 && r.lower(open + 1).ends_with("ing");
    return doing && r.lower(open + 1) != "including" ? head : Range{head.begin, last};
  }
  if (r.form(last) == ")" || r.form(last) == "]") {
    const Index open = bracket_open(r, last, floor);
    if (open == kNone) return {end, end};
    const Range head = phrase_before(r, open, floor);
    return head.empty() ? Range{end, end} : Range{head.begin, end};
  }
  if (r.dash(last)) {
    for (Index t = last; t > floor + 1 && last - t < kLongest; --t) {
      if (!r.dash(t - 1)) continue;
      const Range head = phrase_before(r, t - 1, floor);
      return head.empty() ? Range{end, end} : Range{head.begin, last};
    }
    return {end, end};
  }
  if (blocks(r, last, floor)) return {end, end};
  Range phrase = strip_front(r, {scan_back(r, end, floor), end});
  // "the man who met the mayor said": the relative clause belongs to what stands before it.
  if (phrase.begin > floor && r.is(phrase.begin - 1, kRelative) && phrase.begin >= floor + 2 &&
      !r.comma(phrase.begin - 2)) {
    const Range head = phrase_before(r, phrase.begin - 1, floor);
    if (!head.empty()) phrase.begin = head.begin;
  }
  if (phrase.empty() || time_only(r, phrase) || r.is(phrase.begin, kPreposition)) return {end, end};
  return phrase;
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
    if (t > begin && r.is(t, kSubordinator | kToWord | kThatWord | kPronoun | kAux)) break;
    if (t > begin && r.is(t, kPreposition)) {
      const std::string_view word = r.lower(t);
      const bool inside =
          word == "of" || ((word == "for" || word == "from" || word == "at" || word == "with") && !r.capital(t - 1));
      if (!inside) break;
    }
  }
  return {begin, t};
}

Range hearer_after(const Reading& r, Index begin, Index limit) {
  if (begin >= limit) return {begin, begin};
  if (r.is(begin, kObjectPronoun)) return {begin, begin + 1};
  Index t = begin;
  if (r.is(t, kDeterminer) || r.lower(t) == "her") ++t;
  for (; t < limit && t - begin < 14; ++t) {
    if (r[t].opens || r.quoted(t) || r.is(t, kThatWord | kToWord | kWhWord | kAux)) break;
    if (!r.word(t)) {
      if (r.possessive(t) || r.form(t) == "-" || r.form(t) == "/" || r.form(t) == "&") continue;
      break;
    }
    if (t > begin && r.is(t, kDeterminer | kPronoun) && !r.is(t - 1, kPreposition) && !r.is(t - 1, kAnd)) break;
    if (r.is(t, kPreposition) && r.lower(t) != "of" && r.lower(t) != "at" && r.lower(t) != "from") break;
    if (r.is(t, kTimeWord)) break;
    if (t > begin && r[t].name != kNone && r[t - 1].name != kNone && r[t].name != r[t - 1].name) break;
  }
  return {begin, t};
}

namespace {

// Whether a coordinated cue of the same speaker begins at `t` ("… and |added").
bool cue_follows(const Reading& r, Index t, Index end) {
  while (t < end && r.is(t, kAdverb | kAux) && !r.quoted(t)) ++t;
  return t < end && r[t].cue != 0 && !r.quoted(t) && (r[t].form == VerbForm::Past || r[t].form == VerbForm::Third) &&
         !(t + 1 < end && r.lower(t + 1) == "by");
}

bool cut_after_comma(const Reading& r, Index next, Index end, Extent extent) {
  if (r[next].cue != 0 && r[next].form == VerbForm::Ing) return true;
  if (cue_follows(r, next, end)) return true;
  const std::string_view word = r.lower(next);
  if (word == "according" || word == "but") return true;
  if (word == "and") return extent == Extent::Noun || cue_follows(r, next + 1, end);
  if (extent == Extent::That) return false;
  if (word == "while" || word == "although" || word == "though") {
    return next + 1 < end && (r[next + 1].name != kNone || r.is(next + 1, kPronoun | kDeterminer));
  }
  if (extent == Extent::Clause) return false;
  return r.is(next, kRelative | kSubordinator | kPronoun | kDeterminer) || word == "including" ||
         word.ends_with("ing");
}

// Where an object ends without a comma: "the plan |in a speech", "the plan |as he left", "the plan |by saying".
bool cut_after_object(const Reading& r, Index t, Index end) {
  const std::string_view word = r.lower(t);
  if (word == "after" || word == "before" || word == "during" || word == "when" || word == "while" ||
      word == "because") {
    return true;
  }
  if (t + 2 >= end) return false;
  if (word == "as") return r.is(t + 1, kPronoun) && !r.is(t + 1, kDeterminer);
  if (word == "by") return r.lower(t + 1).ends_with("ing");
  if (word == "on") return r.is(t + 1, kTimeWord);
  if (word != "in" || !r.is(t + 1, kDeterminer)) return false;
  constexpr std::string_view kOccasions[] = {"speech", "interview",  "statement", "appearance", "letter",
                                             "tweet",  "email",      "briefing",  "debate",     "post",
                                             "video",  "interviews", "broadcast", "column",     "conference"};
  for (Index k = t + 2; k < end && k < t + 5; ++k) {
    if (std::find(std::begin(kOccasions), std::end(kOccasions), r.lower(k)) != std::end(kOccasions)) return true;
  }
  return false;
}

Index piece_end(const Reading& r, Index t) {
  for (const Range& piece : r.pieces(r[t].quote)) {
    if (piece.contains(t)) return piece.end;
  }
  return t + 1;
}

// Where the clause or phrase is cut off; content_end() then keeps quotations whole.
Index cut(const Reading& r, Index begin, Range body, Extent extent, bool cut_at_comma) {
  int brackets = 0;
  for (Index t = begin; t < body.end; ++t) {
    if (r.quoted(t)) continue;
    const std::string_view f = r.form(t);
    if (f == "(" || f == "[") ++brackets;
    if (f == ")" || f == "]") --brackets;
    if (brackets > 0 || t == begin) continue;
    if (f == ";") return t;
    if (t + 1 >= body.end) continue;
    if (r.comma(t) && (cut_at_comma || cut_after_comma(r, t + 1, body.end, extent))) return t;
    if (extent == Extent::Noun && (r.dash(t) || cut_after_object(r, t, body.end))) return t;
    if (r.dash(t) && (r.is(t + 1, kAnd) || r[t + 1].form == VerbForm::Ing)) return t;
    if (r.is(t, kAnd) && cue_follows(r, t + 1, body.end)) return r.comma(t - 1) ? t - 1 : t;
  }
  return body.end;
}

}  // namespace

Index content_end(const Reading& r, Index begin, Range body, Extent extent, bool cut_at_comma) {
  const Index end = cut(r, begin, body, extent, cut_at_comma);
  // A quotation that is begun belongs to the content as a whole, over sentences too.
  return end > begin && r.quoted(end - 1) && !r[end - 1].closes ? piece_end(r, end - 1) : end;
}
bool has_verb(const Reading& r, Index begin, Index end) {
  for (Index t = begin; t < end; ++t) {
    if (r.quoted(t)) continue;
    if (r.is(t, kAux | kFinite) || past_by_ending(r, t, begin) ||
        (t > begin && r.is(t, kPronoun) && !r.is(t, kDeterminer)))
      return true;
    if (t > begin && r[t].cue != 0 && r[t].form == VerbForm::Past && !r.is(t - 1, kDeterminer | kPreposition))
      return true;
  }
  return false;
}

Index clause_begin(const Reading& r, Range body) {
  if (body.empty() || !r.token(body.begin).is(kAllCaps)) return body.begin;
  for (Index t = body.begin; t < body.end && t - body.begin < 12; ++t) {
    if (r.dash(t)) return t + 1;
  }
  return body.begin;
}

namespace {

Index past_comma(const Reading& r, Index t, Index end) {
  while (t < end && !(r.comma(t) && !r.quoted(t))) ++t;
  return t + 1;
}

// Past what leads into the main clause: "In a speech on Tuesday, ", "Asked about it, ", "But ".
Index main_begin(const Reading& r, Range body) {
  Index t = clause_begin(r, body);
  if (t >= body.end) return t;
  const std::string_view word = r.lower(t);
  const bool verbal = r[t].name == kNone && word.size() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
  const bool led = r.is(t, kAdverb | kTimeWord) && t + 1 < body.end && r.is(t + 1, kPreposition);  // "Early in May, "
  if (verbal || led || r.is(t, kPreposition | kSubordinator)) {
    t = past_comma(r, t, body.end);
    // "In Reyle, Norland, |Ana Pohl": a place has a comma of its own.
    Index inside = t;
    while (inside < body.end && inside < t + 3 && r.capital(inside)) ++inside;
    if (inside > t && inside < body.end && r.comma(inside) && !r.is(t, kPronoun | kDeterminer)) t = inside + 1;
  }
  while (t < body.end && !r.quoted(t) && r.is(t, kAnd | kAdverb | kTimeWord) && !r.is(t, kDeterminer)) ++t;
  if (t < body.end && r.comma(t)) ++t;
  return t;
}

// A word that can only stand after the phrase: a verb, as far as can be told after a noun.
bool verb_after_noun(const Reading& r, Index t, Index first) {
  if (t == first) return false;
  const std::string_view word = r.lower(t);
  const bool past = !r.capital(t) && word.size() > 4 && word.ends_with("ed");
  return past && !r.is(t - 1, kDeterminer | kPreposition | kAnd);
}

}  // namespace

Range first_phrase(const Reading& r, Range body) {
  const Index first = main_begin(r, body);
  if (first >= body.end || r.quoted(first) || !r.word(first) || r.is(first, kPreposition)) return {};
  if (r.is(first, kPronoun)) return {first, first + 1};
  Index t = first;
  while (t < body.end && t - first < kLongest && !r.is(t, kRelative) &&
         !(r.is(t, kAdverb) && !r.is(t, kDeterminer)) && !r.comma(t) && !r.dash(t) &&
         (!blocks(r, t, first) || t == first) && (r[t].cue == 0 || r[t].name != kNone) &&
         !verb_after_noun(r, t, first)) {
    ++t;
  }
  return {first, t};
}

}  // namespace onrecord::statements
