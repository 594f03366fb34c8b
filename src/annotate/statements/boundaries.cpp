// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/boundaries.h"

namespace onrecord::statements {

bool past_by_ending(const Reading& r, Index t, Index floor) {
  if (t <= floor || r.capital(t) || r.quoted(t)) return false;
  const std::string_view word = r.lower(t);
  if (word.size() < 5 || !word.ends_with("ed") || word.ends_with("eed")) return false;
  return r[t - 1].name != kNone || r.is(t - 1, kRelative) || (r.is(t - 1, kPronoun) && !r.is(t - 1, kDeterminer));
}

namespace {

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

}  // namespace

bool blocks(const Reading& r, Index t, Index floor) {
  if (r.quoted(t)) return !nickname(r, t);
  if (!r.word(t)) {
    const std::string_view f = r.form(t);
    return !(f == "-" || f == "&" || f == "/" || f == "–" || f == "$" || f == "£" || f == "€" || f == "%" ||
             f == "‑" || f == "#" || f == "@" || r.possessive(t) || f == ")" || f == "(");
  }
  if (r.is(t, kPronoun)) return !r.is(t, kDeterminer) && r.lower(t) != "one";
  if (r.is(t, kThatWord | kToWord | kRelative | kNot)) return true;
  if (r.is(t, kSubordinator) && !r.is(t, kPreposition)) return true;
  return finite_verb(r, t, floor);
}

bool plain_noun(const Reading& r, Index t) {
  constexpr std::uint32_t kOther = kAux | kAdverb | kNot | kDeterminer | kPreposition | kAnd | kSubordinator |
                                   kToWord | kThatWord | kWhWord | kPronoun;
  return r.word(t) && !r.is(t, kOther) && !r.possessive(t) && !r.quoted(t);
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

}  // namespace onrecord::statements
