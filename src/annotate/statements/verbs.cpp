// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/verbs.h"

#include <algorithm>

#include "annotate/statements/boundaries.h"
#include "annotate/statements/phrases.h"
#include "annotate/statements/source_parts.h"

namespace onrecord::statements {
namespace {

bool has_preposition(const Cue& cue, std::string_view word) {
  const std::size_t at = cue.prepositions.find(word);
  return at != std::string_view::npos && at > 0 && cue.prepositions[at - 1] == ' ' &&
         at + word.size() < cue.prepositions.size() && cue.prepositions[at + word.size()] == ' ';
}

// Reads to the right of a cue, from one class of words to the next.
class RightReader {
 public:
  RightReader(const Reading& reading, const VerbGroup& group, Range body)
      : r_(reading), cue_(cue_at(group.cue)), body_(body) {
    out_.cue_end = group.verb + 1;
  }

  Right read() {
    Index t = out_.cue_end;
    if (has(kTold) && !ends(t) && !opens(t) && !r_.comma(t) && !r_.colon(t)) t = take_hearer(t);
    if (out_.kind == Right::Kind::None) complement(t, 0);
    return out_;
  }

 private:
  bool has(std::uint16_t frame) const { return (cue_.frames & frame) != 0; }
  bool ends(Index t) const { return t >= body_.end; }
  bool opens(Index t) const { return r_[t].opens; }

  void set(Right::Kind kind, Index begin) {
    out_.kind = kind;
    out_.begin = begin;
  }

  // "told |the press| that …", "urged |them| to …".
  Index take_hearer(Index t) {
    if (r_.is(t, kThatWord | kToWord | kWhWord) || (r_.is(t, kPreposition) && !r_.is(t, kObjectPronoun))) return t;
    const Range hearer = hearer_after(r_, t, body_.end);
    if (hearer.empty()) return t;
    if (!ends(hearer.end) && r_.is(hearer.end, kAux)) return t;  // "warned |the storm could return|": no hearer
    out_.addressee = hearer;
    if (has(kOrder) && !ends(hearer.end) && r_.is(hearer.end, kToWord)) {
      set(Right::Kind::Order, hearer.end);
    }
    return hearer.end;
  }

  // The complement that begins at `t`; `skipped` counts the words of adverbials passed over.
  void complement(Index t, int skipped) {
    out_.begin = t;
    if (ends(t)) return;
    if (opens(t)) return quote(t);
    if (r_.quoted(t)) return;
    if (r_.comma(t) || r_.colon(t)) return after_mark(t, skipped);
    const std::string_view form = r_.form(t);
    if (!r_.word(t) && form != "$" && form != "£" && form != "€" && form != "#" && form != "@") return;
    if (r_.is(t, kThatWord)) {
      if (has(kThat) || has(kTold)) set(Right::Kind::That, t);
      else if (has(kNoun)) set(Right::Kind::Noun, t);
      return;
    }
    if (r_.is(t, kToWord) && has(kInfinitive)) return set(Right::Kind::Infinitive, t);
    if (preposition(t)) return;
    if (r_.is(t, kWhWord) && has(kWhether)) return set(Right::Kind::Whether, t);
    if (adverbial(t)) return skip_adverbial(t, skipped);
    if (has(kOrder) && !has(kTold)) return order(t);
    if (has(kClause) || (has(kTold) && !out_.addressee.empty())) return set(Right::Kind::Clause, t);
    if (has(kNoun) && !r_.is(t, kPreposition | kAnd | kAux | kSubordinator | kToWord)) set(Right::Kind::Noun, t);
  }

  void quote(Index t) {
    if (has(kQuote)) set(Right::Kind::Quote, t);
    else if (has(kNoun)) set(Right::Kind::Noun, t);
  }

  void after_mark(Index t, int skipped) {
    const Index next = t + 1;
    if (r_.colon(t)) {
      out_.colon = true;
      if (!ends(next) && has(kQuote)) set(opens(next) ? Right::Kind::Quote : Right::Kind::Clause, next);
      return;
    }
    if (ends(next)) return;
    // "said, |however,| that …"
    if (r_.is(next, kAdverb) && next + 2 < body_.end && r_.comma(next + 1)) return complement(next + 2, skipped + 1);
    if (opens(next) && has(kQuote)) return set(Right::Kind::Quote, next);
    if (r_.is(next, kThatWord) && has(kThat)) return set(Right::Kind::That, next);
    // "said on Tuesday, |the dam was old|"
    const bool begins = r_.is(next, kDeterminer | kPronoun) || r_[next].name != kNone || r_.is(next, kPeople);
    if (skipped > 0 && has(kClause) && begins && has_verb(r_, next, clause_end(next))) set(Right::Kind::Clause, next);
  }

  Index clause_end(Index t) const {
    while (t < body_.end && !r_.comma(t)) ++t;
    return t;
  }

  bool preposition(Index t) {
    if (!has_preposition(cue_, r_.lower(t)) || t + 1 >= body_.end) return false;
    out_.cue_end = t + 1;
    set(r_.is(t + 1, kThatWord) ? Right::Kind::That : Right::Kind::Preposition, t + 1);
    return true;
  }

  void order(Index t) {
    if (r_.is(t, kNot)) return;  // "asked not to be named"
    const Range hearer = hearer_after(r_, t, body_.end);
    const Index next = hearer.end;
    if (!ends(next) && !hearer.empty() && has(kQuote)) {  // "asked |her|: “Why?”"
      const Index open = r_.colon(next) || r_.comma(next) ? next + 1 : next;
      if (!ends(open) && opens(open)) {
        out_.addressee = hearer;
        out_.colon = r_.colon(next);
        return set(Right::Kind::Quote, open);
      }
    }
    const Index order = ends(next) ? next : to_after(next);
    if (!ends(order)) {
      out_.addressee = {t, order};
      return set(Right::Kind::Order, t);
    }
    // "asked |Pohl| about it"; refused: "urged release of a report", which nobody hears.
    const bool about = !ends(next) && has_preposition(cue_, r_.lower(next));
    if (!hearer.empty() && (about || somebody(hearer))) out_.addressee = hearer;
    if (has(kNoun)) set(Right::Kind::Noun, t);
  }

  bool somebody(Range hearer) const {
    const Index last = hearer.end - 1;
    return r_[last].name != kNone || r_.is(last, kPeople) || (hearer.size() == 1 && r_.is(last, kObjectPronoun));
  }

  // "asked a court |in Reyle| to hear it": the "to" of the order; the body's end if there is none.
  Index to_after(Index t) const {
    constexpr Index kFarthest = 6;
    for (Index at = t; at < body_.end && at - t < kFarthest; ++at) {
      if (r_.is(at, kToWord)) return at;
      if (!r_.is(t, kPreposition) || !r_.word(at) || r_.quoted(at) || r_[at].cue != 0 || r_.is(at, kAux | kFinite))
        break;
    }
    return body_.end;
  }

  bool adverbial(Index t) const {
    if (r_.is(t, kTimeWord)) return true;
    if (r_.is(t, kAdverb) && !r_.is(t, kDeterminer)) return true;
    const bool more = t + 1 < body_.end;
    if (more && r_.is(t, kDeterminer) && (r_.is(t + 1, kTimeWord) || r_.lower(t + 1) == "times"))
      return true;  // this week
    if (!r_.capital(t) && r_.lower(t).size() > 4 && r_.lower(t).ends_with("ly")) return true;
    if (r_.is(t, kToWord) && (cue_.frames & kClause) != 0) return true;  // said to cheers
    if ((cue_.frames & (kQuote | kThat)) == 0) return false;
    const std::string_view word = r_.lower(t);
    return r_.is(t, kPreposition) || word == "when" || word == "as" || word == "while";
  }

  // "said |in a statement on Tuesday| that …": to the next mark, "that" or quotation.
  void skip_adverbial(Index t, int skipped) {
    ++skipped;
    const bool clause_may_follow =
        !r_.is(t, kPreposition | kToWord | kSubordinator) || (t + 1 < body_.end && r_.is(t + 1, kTimeWord));
    Index at = t + 1;
    bool after_time = clause_may_follow;
    for (; at < body_.end && skipped < 24; ++at, ++skipped) {
      if (r_.possessive(at)) after_time = false;  // "during Monday|'s talks"
      if (r_.is(at, kPreposition) && !r_.is(at, kTimeWord) && !(at + 1 < body_.end && r_.is(at + 1, kTimeWord))) {
        after_time = false;  // "last week |on CNN"
      }
      if (opens(at) || r_.is(at, kThatWord) || r_.comma(at) || r_.colon(at)) return complement(at, skipped);
      if (after_time && !r_.is(at, kTimeWord | kAdverb | kPreposition) && !r_.token(at).is(kHasDigit) &&
          r_.word(at)) {
        return complement(at, skipped);
      }
      if (!after_time && r_.is(at, kTimeWord) && at + 1 < body_.end && r_.is(at + 1, kPronoun | kDeterminer)) {
        return complement(at + 1, skipped);
      }
      if (r_.is(at, kSubordinator | kAnd | kRelative) && at > t) break;
    }
    out_.begin = at;
  }

  const Reading& r_;
  const Cue& cue_;
  Range body_;
  Right out_;
};

bool plural(const Reading& r, Index t) {
  const std::string_view word = r.lower(t);
  return word.size() > 2 && word.back() == 's' && word[word.size() - 2] != 's' && !r.possessive(t);
}

// The "'s" of "it's been reported", no possessive.
bool shortened(const Reading& r, Index t, Index floor) {
  return t > floor && r.possessive(t) && r.token(t).span.size() > 1 && r.is(t - 1, kPronoun | kRelative | kThatWord);
}

// The last word of a phrase's head: "|Executives| for Hale, which …".
Index head_noun(const Reading& r, Range phrase) {
  Index t = phrase.begin + 1;
  while (t < phrase.end && !r.comma(t) && !r.is(t, kRelative) && r.form(t) != "(" &&
         !(r.is(t, kPreposition) && r[t].name == kNone)) {
    ++t;
  }
  return t - 1;
}

bool article(const Reading& r, Index t) {
  constexpr std::string_view kArticles[] = {"the",   "a",   "an", "his",  "her",  "its",
                                            "their", "our", "my", "your", "every"};
  return std::find(std::begin(kArticles), std::end(kArticles), r.lower(t)) != std::end(kArticles);
}

bool joined(const Reading& r, Range phrase) {
  for (Index t = phrase.begin; t < phrase.end; ++t) {
    if (r.lower(t) == "and") return true;
  }
  return false;
}

bool counts(const Reading& r, Index t) {
  return r.token(t).is(kHasDigit) || (r.is(t, kDeterminer | kPronoun) && !article(r, t) && r.lower(t) != "one");
}

}  // namespace

VerbGroup verb_group(const Reading& r, Index verb, Index floor) {
  VerbGroup group;
  group.verb = verb;
  group.cue = static_cast<std::uint16_t>(r[verb].cue - 1);
  group.form = r[verb].form;
  Index begin = verb;
  bool nearest = true;
  while (begin > floor && !r.quoted(begin - 1) && r.word(begin - 1)) {
    const Index t = begin - 1;
    const bool ly = r.lower(t).size() > 4 && r.lower(t).ends_with("ly") && !r.capital(t);
    const bool short_aux = shortened(r, t, floor);  // it|'s
    if (!r.is(t, kAux | kAdverb | kNot) && !ly && !short_aux) break;
    if (r.is(t, kAux) || short_aux) {
      group.auxiliary = true;
      if (nearest) group.passive = (r.is(t, kBe) || short_aux) && group.form != VerbForm::Ing;
      nearest = false;
    } else {
      group.adverbs = true;
    }
    --begin;
  }
  group.infinitive = begin > floor && r.is(begin - 1, kToWord);
  group.tokens = {begin, verb + 1};
  return group;
}

Force force_in_place(const Reading& r, Range cue, Force force) {
  if (force == Force::Thought) return force;
  for (Index t = cue.begin; t < cue.end; ++t) {
    if (r.is(t, kNot)) return Force::Other;
  }
  return force;
}

bool is_verb_after(const Reading& r, const VerbGroup& group, Range subject) {
  if (subject.empty()) return group.auxiliary || group.form == VerbForm::Past || group.form == VerbForm::Third;
  const Index last = subject.end - 1;
  if (r.possessive(last)) return false;
  if (group.auxiliary) return true;
  const bool pronoun = subject.size() == 1 && r.is(last, kPronoun);
  const std::string_view word = r.lower(last);
  if (pronoun && group.form == VerbForm::Base) return word != "he" && word != "she" && word != "it" && word != "one";
  if (pronoun && group.form == VerbForm::Third) return word == "he" || word == "she" || word == "it" || word == "one";
  const Index head = head_noun(r, subject);
  // "member |states| met": a noun where no name stands before it.
  const bool may_be_noun = cue_at(group.cue).lemma == "state" && group.form != VerbForm::Past;
  if (may_be_noun && r[last].name == kNone && !r.is(last, kPeople)) return false;
  if (article(r, last) || (r.is(last, kPreposition) && head == last)) return false;
  switch (group.form) {
    case VerbForm::Base:
      return r.is(head, kRelative | kPeople) || plural(r, head) || counts(r, head) || joined(r, subject);
    case VerbForm::Third:
      // "Subsequent |estimates| put …": a lone word that is no name is no speaker.
      if (subject.size() == 1 && r[last].name == kNone && !r.is(last, kPeople | kRelative | kDeterminer) &&
          !is_body(r.lower(last)))  // "inquest |hears|"
        return false;
      return !r.is(last, kTimeWord) && (r.capital(head) || r.is(head, kRelative) || !plural(r, head));
    case VerbForm::Participle: return false;
    default: return true;
  }
}

bool reduced_participle(const Reading& r, const VerbGroup& group, Range subject, Range body) {
  if (group.auxiliary || group.form != VerbForm::Past || group.verb + 1 >= body.end || subject.empty()) return false;
  const Index next = group.verb + 1;
  if (r.lower(next) == "by") return true;
  const std::string_view first = r.lower(subject.begin);
  const bool naming = cue_at(group.cue).lemma == "call" || cue_at(group.cue).lemma == "label";
  return naming && (first == "a" || first == "an" || !r.capital(subject.end - 1)) &&
         (r.capital(next) || r[next].opens) && r[subject.end - 1].name == kNone &&
         !r.is(subject.end - 1, kPronoun | kRelative | kPeople);
}

Right read_right(const Reading& reading, const VerbGroup& group, Range body) {
  return RightReader(reading, group, body).read();
}

}  // namespace onrecord::statements
