// SPDX-License-Identifier: Apache-2.0
#include "annotate/names/spans.h"

#include "annotate/names/lexicon.h"

namespace onrecord::names {
namespace {

constexpr Index kLongestName = 16;  // tokens

bool dash(std::string_view form) { return form == "-" || form == "‑" || form == "–"; }

// Reads the sentence from left to right.
class Reader {
 public:
  Reader(const Words& words, const Sentence& sentence, std::vector<RawName>& out)
      : w_(words), begin_(sentence.tokens.begin), end_(sentence.tokens.end), out_(out) {}

  void read() {
    for (Index t = begin_; t < end_;) {
      if (!starts_name(t)) {
        ++t;
        continue;
      }
      const Index stop = run_end(t);
      take({t, stop});
      t = stop;
    }
  }

 private:
  // "Kyiv"; or the "al" of "al-Assad" and the "bin" of "bin Salman".
  bool starts_name(Index t) const {
    if (w_.capital(t)) return w_.tokens[t].is(kHasLetter);
    if (t + 2 >= end_ || (w_.lower(t) != "al" && w_.lower(t) != "el")) return false;
    return dash(w_.form(t + 1)) && glued(t + 2) && w_.capital(t + 2);
  }

  bool glued(Index t) const { return !w_.tokens[t].is(kSpaceBefore); }

  std::uint32_t classes(Index t) const { return classes_of(w_.lower(t)); }

  // One past the last token of the run that begins at `t`.
  Index run_end(Index t) const {
    Index last = w_.capital(t) ? t : t + 2;
    bool head_seen = (classes(last) & (kOfHead | kOrgHead | kTitleHead)) != 0;
    while (true) {
      const Index next = extend(t, last, head_seen);
      if (next == last) return last + 1;
      last = next;
      head_seen = head_seen || (classes(last) & (kOfHead | kOrgHead)) != 0;
    }
  }

  // The last token after taking in one more part of the name; `last` itself when the name ends there.
  Index extend(Index first, Index last, bool head_seen) const {
    const Index next = last + 1;
    if (next >= end_) return last;
    if (w_.capital(next) && !glued(next)) return next;
    const std::string_view form = w_.form(next);
    if (form == "." && glued(next) && initial(last) && next + 1 < end_ && w_.capital(next + 1)) return next + 1;
    if (next + 1 >= end_) return last;
    if ((form == "'" || form == "’") && glued(next) && w_.capital(next + 1) && (classes(next + 1) & kOrgHead) != 0) {
      return next + 1;  // Farmers|'| Party
    }
    if (dash(form) && glued(next) && glued(next + 1) && w_.capital(next + 1)) return next + 1;
    if (form == "&" && w_.capital(next + 1)) return next + 1;
    if (!w_.tokens[next].is(kHasLetter) || w_.capital(next)) return last;
    return extend_by_word(first, last, next, head_seen);
  }

  Index extend_by_word(Index first, Index last, Index next, bool head_seen) const {
    const std::string_view word = w_.lower(next);
    const bool capital_after = w_.capital(next + 1) && (classes(next + 1) & kCalendar) == 0;
    if (word == "of" && (classes(last) & (kOfHead | kTitleHead)) != 0) {
      if (capital_after) return next + 1;
      if (next + 2 < end_ && w_.lower(next + 1) == "the" && w_.capital(next + 2)) return next + 2;
      return last;
    }
    if (word == "and" && capital_after) return two_part_head(first, last) ? next + 1 : last;
    if ((word == "for" || word == "on") && capital_after && head_seen && (classes(last) & kOrgHead) != 0) {
      return next + 1;
    }
    if ((classes(next) & kConnector) == 0) return last;
    if (capital_after) return next + 1;
    if (dash(w_.form(next + 1)) && glued(next + 1) && next + 2 < end_ && w_.capital(next + 2)) return next + 2;
    if (next + 2 < end_ && (classes(next + 1) & kConnector) != 0 && w_.capital(next + 2)) return next + 2;
    return last;
  }

  // "Department of Health |and| Human Services", "the Centers for Disease Control |and| Prevention". Refused: "the
  // University of Reyle and Norland".
  bool two_part_head(Index first, Index last) const {
    if (w_.lower(first) == "the" && first < last) ++first;
    if (first + 2 > last) return false;
    const std::string_view head = w_.lower(first), link = w_.lower(first + 1);
    constexpr std::string_view kOf[] = {"department", "ministry", "bureau", "office", "committee", "commission"};
    constexpr std::string_view kFor[] = {"center",   "centers",      "centre",       "centres",
                                         "council",  "organization", "organisation", "agency",
                                         "ministry", "commission",   "committee"};
    return (link == "of" && std::find(std::begin(kOf), std::end(kOf), head) != std::end(kOf)) ||
           (link == "for" && std::find(std::begin(kFor), std::end(kFor), head) != std::end(kFor));
  }

  bool initial(Index t) const { return w_.tokens[t].span.size() == 1; }

  bool at_start(Index t) const {
    if (t == begin_) return true;
    const Token& before = w_.tokens[t - 1];
    if (!before.is(kPunctuation)) return false;
    const std::string_view form = w_.form(t - 1);
    return before.is(kOpensQuote) || form == ":" || form == "\"" || form == "“" || form == "‘" || form == "'" ||
           form == "—" || form == "–" || form == "•" || form == "*" || form == "``";
  }

  // A run of capitals too long for a name, or shouting: "BREAKING NEWS FROM REYLE".
  bool no_name(Range run) const {
    if (run.size() > kLongestName) return true;
    for (Index t = run.begin; t < run.end; ++t) {
      if (!w_.tokens[t].is(kAllCaps)) return false;
    }
    return run.size() >= 4;
  }

  void take(Range run) {
    if (no_name(run)) return;
    bool starts = at_start(run.begin);
    while (starts && !run.empty() && drops_at_start(run)) ++run.begin;
    while (!run.empty() && drops_at_end(run.begin)) ++run.begin;
    while (!run.empty() && drops_at_end(run.end - 1)) --run.end;
    if (run.empty() || !w_.capital(run.end - 1)) return;
    if (!w_.capital(run.begin) && w_.lower(run.begin) != "al" && w_.lower(run.begin) != "el") return;
    if (w_.form(run.begin) == "I" || (run.size() == 1 && w_.lower(run.begin) == "the")) return;
    if (w_.lower(run.begin) == "the" && run.size() > 1) ++run.begin;
    starts = starts && at_start(run.begin);
    split_title(run, starts);
  }

  // A common word at the start; not when it is a title and the name follows ("General Petraeus").
  bool drops_at_start(Range run) const {
    const std::uint32_t bits = classes(run.begin);
    if ((bits & kCommon) == 0 || w_.tokens[run.begin].is(kAllCaps)) return false;  // "US" is not "us"
    if (run.size() == 1) return true;
    if ((bits & (kTitleHead | kOrgHead | kOfHead)) != 0) return false;
    const bool headed = title_word(run.begin + 1) || (classes(run.begin + 1) & kOrgHead) != 0;  // Security |Council|
    return (bits & kTitleModifier) == 0 || !headed;
  }

  bool drops_at_end(Index t) const {
    const std::uint32_t bits = classes(t);
    return (bits & kCalendar) != 0 && (bits & (kGivenFemale | kGivenMale)) == 0;
  }

  bool title_word(Index t) const { return (classes(t) & (kTitleHead | kTitleModifier)) != 0; }

  // Sets off "President", "US Secretary of State" before the name, in capitals or small letters.
  void split_title(Range run, bool starts) {
    RawName name;
    name.tokens = run;
    name.starts = starts && run.size() == 1;
    const Index after = name_after_title(run, name);
    if (after == run.end) return take_of(run, name);  // a bare title: no name but that of its country
    name.tokens.begin = after;
    if (after == run.begin) title_before(run.begin, name);
    if (!name.of.empty() && name.of.begin >= run.begin) out_.push_back({name.of, {}, {}, false});
    if (!name.title.empty()) name.starts = false;
    out_.push_back(name);
  }

  void take_of(Range run, const RawName& name) {
    if (!name.of.empty()) out_.push_back({name.of, {}, {}, false});
    if (name.title.end + 1 < run.end && w_.lower(name.title.end) == "of")
      out_.push_back({{name.title.end + 1, run.end}, {}, {}, false});
  }

  // The first token of the run after its title; sets the title and whose it is.
  Index name_after_title(Range run, RawName& name) const {
    Index head = kNone;
    for (Index t = run.begin; t < run.end; ++t) {
      const std::uint32_t bits = classes(t);
      if ((bits & (kOrgHead | kCompanySuffix)) != 0 && (bits & (kTitleModifier | kTitleHead)) == 0) {
        if (head != kNone) return run.begin;  // "General Motors", "President Barack Obama Foundation"
      }
      if ((title_head(t) || (bits & kHonorific) != 0) && (t == run.begin || t + 1 < run.end || head == kNone))
        head = t;
      if (head != kNone && t > head + 2) break;
    }
    if (head == kNone) return run.begin;
    Index after = head + 1;
    if (after < run.end && w_.form(after) == "." && glued(after)) ++after;
    Index first = head;
    for (;;) {
      const bool hyphen = first > run.begin + 1 && w_.form(first - 1) == "-" && glued(first);  // "Secretary-General"
      if (hyphen && title_word(first - 2)) first -= 2;
      else if (first > run.begin && title_word(first - 1) && !nationality(first - 1)) --first;
      else break;
    }
    if (after + 1 < run.end && w_.lower(after) == "of") {
      after = after_of(after + 1, run.end);
      if (w_.lower(after - 1) == "of") {  // "Prime Minister of |Norland|"
        name.title = {first, after - 1};
        return run.end;
      }
    }
    if (head == run.begin && after == run.end && run.size() == 1 && (classes(head) & kGivenMale) != 0)
      return run.begin;
    name.title = {first, after};
    name.of = {run.begin, first};
    while (name.of.size() > 1 && passing(name.of.begin)) ++name.of.begin;  // "|Former| U.S. President"
    if (name.of.empty()) name.of = owner_before(run.begin);
    return after;
  }

  // Words of time before a title that are no part of whose it is.
  bool passing(Index t) const {
    const std::string_view word = w_.lower(t);
    return word == "former" || word == "acting" || word == "then" || word == "outgoing" || word == "incoming" ||
           word == "interim" || word == "late" || word == "ousted";
  }

  bool possessive(Index t) const { return w_.form(t) == "'s" || w_.form(t) == "’s"; }

  // The capitalised words before "'s": "|Norland|'s Foreign Minister", "|Norland|'s far-right president". Empty:
  // none.
  Range owner_before(Index title) const {
    Index t = title;
    for (int k = 0; k < 4 && t > begin_ && !possessive(t - 1); ++k) {
      if (w_.capital(t - 1) || (!w_.tokens[t - 1].is(kHasLetter) && w_.form(t - 1) != "-")) return {};
      --t;
    }
    if (t < begin_ + 2 || !possessive(t - 1)) return {};
    const Index end = t - 1;
    Index from = end;
    constexpr Index kMostWords = 6;
    while (from > begin_ && end - from < kMostWords && w_.capital(from - 1) && !w_.tokens[from - 1].is(kPunctuation))
      --from;
    if (from + 1 < end && from == begin_ && (classes(from) & kCommon) != 0) ++from;
    return {from, end};
  }

  bool nationality(Index t) const { return (classes(t) & kNationality) != 0; }

  // "Secretary of |State| John …": past the words that belong to the title.
  Index after_of(Index t, Index end) const {
    Index after = t;
    if (after + 1 < end && w_.lower(after) == "the" && title_word(after + 1)) ++after;  // Speaker of |the House|
    while (after < end && (title_word(after) || w_.lower(after) == "homeland" || w_.lower(after) == "and")) ++after;
    if (after == t) return t;
    return after;
  }

  // "the Kremlin |spokesman| Dmitry Peskov": titles in small letters right before the name.
  void title_before(Index first, RawName& name) const {
    Index head = first;
    if (head == begin_) return;
    --head;
    // "Norland's president, |Ada Brook|, flew": the comma of an apposition, known by whose the title is.
    const bool apart = head > begin_ + 1 && w_.form(head) == ",";
    if (apart) --head;
    if (!(apart ? plain_title(head) : lower_title(head))) return;
    Index from = head;
    while (from > begin_ && w_.tokens[from - 1].is(kHasLetter) && !w_.capital(from - 1) &&
           (classes(from - 1) & (kTitleHead | kTitleModifier)) != 0 && !glued(from)) {
      --from;
    }
    if (from > begin_ && from < head + 1 && from == begin_ + 1 && (classes(from - 1) & kTitleModifier) != 0 &&
        !glued(from))
      --from;  // "|Chief| executive" at a sentence's start
    const Range owner = owner_before(from);
    if (apart && owner.empty() && !owned(from)) return;
    name.title = {from, head + 1};
    Index of = from;
    while (of > begin_ && w_.capital(of - 1) && !glued(of)) --of;
    if (of == begin_ && of < from && (classes(of) & kCommon) != 0) ++of;
    if (of < from) name.of = {of, from};
    else name.of = owner;
  }

  // "Its spokesman", "their leader".
  bool owned(Index title) const {
    if (title == begin_) return false;
    const std::string_view word = w_.lower(title - 1);
    return word == "its" || word == "their" || word == "his" || word == "her" || word == "whose" || word == "our";
  }

  // One title in small letters: "president", not "presidents".
  bool plain_title(Index t) const {
    return !w_.capital(t) && w_.tokens[t].is(kHasLetter) && (classes(t) & kTitleHead) != 0;
  }

  bool lower_title(Index t) const {
    return !w_.capital(t) && w_.tokens[t].is(kHasLetter) && w_.tokens[t + 1].is(kSpaceBefore) && title_head(t);
  }

  // "president", "senators".
  bool title_head(Index t) const {
    const std::string_view word = w_.lower(t);
    if ((classes_of(word) & kTitleHead) != 0) return true;
    return word.size() > 4 && word.back() == 's' && (classes_of(word.substr(0, word.size() - 1)) & kTitleHead) != 0;
  }

  const Words& w_;
  Index begin_;
  Index end_;
  std::vector<RawName>& out_;
};

// What may follow a title that stands after its name: punctuation or a link, never the next name or a verb.
bool ends_apposition(const Words& words, Index t, Index end) {
  if (t >= end) return true;
  if (words.tokens[t].is(kPunctuation)) return !dash(words.form(t));
  const std::string_view word = words.lower(t);
  return word == "of" || word == "for" || word == "at" || word == "to" || word == "in" || word == "and" ||
         word == "who" || word == "under" || word == "from" || word == "with";
}

}  // namespace

void find_spans(const Words& words, const Sentence& sentence, std::vector<RawName>& out) {
  Reader(words, sentence, out).read();
}

RawName with_title(const NameSpan& seen, const std::vector<RawName>& ruled) {
  RawName name;
  name.tokens = seen.tokens;
  name.seen = &seen;
  for (const RawName& rule : ruled) {
    if (!rule.of.empty() && rule.of.begin == seen.tokens.begin && rule.title.contains(seen.tokens.end - 1)) {
      name.tokens = rule.of;
      name.seen = nullptr;
      return name;
    }
    if (seen.type != "PERSON") continue;
    const bool same_name = rule.tokens.begin < seen.tokens.end && seen.tokens.begin < rule.tokens.end;
    if (!same_name || rule.title.empty() || rule.title.end > rule.tokens.begin) continue;
    if (name.tokens.begin < rule.title.end) name.tokens.begin = rule.tokens.begin;
    if (name.tokens.begin != rule.tokens.begin) continue;
    name.title = rule.title;
    name.of = rule.of;
    return name;
  }
  return name;
}

bool is_headline(const Words& words, const Sentence& sentence) {
  std::uint32_t longer = 0, capitals = 0;
  for (Index t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (words.tokens[t].span.size() < 4 || !words.tokens[t].is(kHasLetter)) continue;
    ++longer;
    if (words.capital(t)) ++capitals;
  }
  if (words.form(sentence.tokens.end - 1) == ".") return false;
  return longer >= 5 && capitals * 5 >= longer * 4;
}

Range title_after(const Words& words, const Sentence& sentence, Index name_end, Range& of) {
  const Index end = std::min(sentence.tokens.end, name_end + 14);
  if (name_end + 1 >= end || words.form(name_end) != ",") return {};
  Index first = name_end + 1;
  const std::string_view word = words.lower(first);
  if (word == "the" || word == "a" || word == "an" || word == "his" || word == "her" || word == "its") ++first;
  for (Index t = first; t < end && t < first + 6; ++t) {
    if (!words.tokens[t].is(kHasLetter)) {
      if (dash(words.form(t)) || words.form(t) == "'" || words.form(t) == "’") continue;
      return {};
    }
    const std::string_view lower = words.lower(t);
    if (lower == "who" || lower == "which" || lower == "and" || lower == "said" || lower == "of") return {};
    if ((classes_of(lower) & kTitleHead) == 0) continue;
    Index last = t;
    while (last + 1 < end && (classes_of(words.lower(last + 1)) & kTitleHead) != 0) ++last;
    if (last + 2 < end && !words.capital(last + 1)) {
      const std::string_view link = words.lower(last + 1);
      if (link == "of" || link == "for" || link == "at" || link == "to") {
        Index from = last + 2;
        if (words.lower(from) == "the" && from + 1 < end) ++from;
        Index to = from;
        while (to < end && words.capital(to)) ++to;
        of = {from, to};
      }
    }
    return ends_apposition(words, last + 1, end) ? Range{first, last + 1} : Range{};
  }
  return {};
}

}  // namespace onrecord::names
