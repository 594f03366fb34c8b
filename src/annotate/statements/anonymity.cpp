// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/anonymity.h"

#include <algorithm>

#include "annotate/names/lexicon.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

// Words of kPeople that are no people who go unnamed: what is written, and those whom everybody knows.
constexpr std::string_view kNotUnnamed[] = {"authorities", "democrats", "document",    "documents",   "email",
                                            "emails",      "police",    "politicians", "poll",        "polls",
                                            "records",     "report",    "reports",     "republicans", "statement",
                                            "study",       "survey",    "surveys",     "voters"};

// More nouns for people, in the singular; besides them those in "-ist" and "-ian".
constexpr std::string_view kMorePeople[] = {
    "academic",   "banker",    "broker",      "captain",  "cleric",   "colleague", "customer",  "delegate",
    "developer",  "donor",     "driver",      "employee", "farmer",   "father",    "fighter",   "fisherman",
    "guard",      "insider",   "investor",    "judge",    "juror",    "lawyer",    "migrant",   "mother",
    "negotiator", "neighbor",  "neighbour",   "nurse",    "officer",  "parent",    "passenger", "patient",
    "pilot",      "policeman", "policewoman", "prisoner", "producer", "protester", "refugee",   "relative",
    "sailor",     "shopper",   "staffer",     "student",  "survivor", "teacher",   "tourist",   "trader",
    "user",       "veteran",   "volunteer",   "worker"};

// How many of a group, and words like it: "|one| of the officials", "|dozens| of residents".
constexpr std::string_view kPartOf[] = {"all",  "both", "couple", "dozens", "group", "handful", "hundreds",
                                        "many", "most", "number", "scores", "some",  "several", "thousands"};

// What stands before a noun for people and tells nothing of where they belong.
constexpr std::string_view kPlainBefore[] = {
    "-",     "anonymous", "another", "public",  "dozen",  "half",    "high",         "key",     "leading", "level",
    "local", "many",      "other",   "ranking", "senior", "several", "unidentified", "unnamed", "top",     "veteran"};
constexpr std::string_view kPlainAlone[] = {"-", "and", "current", "former", "or", "retired", "serving", "sitting"};

bool title_head(const Reading& r, Index t) { return (names::classes_of(r.lower(t)) & names::kTitleHead) != 0; }

std::string text_of(const Reading& r, Range range) { return std::string(r.layers().text.bytes(r.span(range))); }

std::optional<int> count_of(const Reading& r, Index t) {
  constexpr std::string_view kNumbers[] = {"a",     "two",   "three", "four", "five",   "six",
                                           "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  const std::string_view word = r.lower(t);
  if (word == "an" || word == "one" || word == "another") return 1;
  if (word == "both" || word == "couple") return 2;
  const auto found = std::find(std::begin(kNumbers), std::end(kNumbers), word);
  if (found != std::end(kNumbers)) return static_cast<int>(found - std::begin(kNumbers)) + 1;
  if (!r.token(t).is(kHasDigit) || word.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "two", "half a dozen", "the" of one person: how many the words from `begin` to the noun tell.
std::optional<int> count_before(const Reading& r, Index begin, Index noun) {
  const bool several = r.lower(noun).ends_with("s") || r.lower(noun) == "people";
  bool half = false;
  std::optional<int> count;
  for (Index t = begin; t < noun; ++t) {
    const std::string_view word = r.lower(t);
    half = half || word == "half";
    if (word == "dozen") return count && *count > 1 ? *count * 12 : half ? 6 : 12;
    if (!count && !(several && (word == "a" || word == "an"))) count = count_of(r, t);  // "a few officials"
  }
  const bool one = r.lower(begin) == "the" && !several;
  return count || !one ? count : std::optional<int>(1);
}

// Why the source is not named, in the text's own words: the clause of the sentence that says so.
MaybeText reason_of(const Reading& r, Range source) {
  constexpr std::string_view kSigns[] = {"anonymity",  "named", "identified", "authorized",
                                         "authorised", "name",  "names"};
  constexpr std::string_view kUnwilling[] = {"declined", "declining", "refused", "refusing"};
  const Sentences& sentences = r.layers().sentences;
  Range range = sentences[sentences.of_token(source.begin)].tokens;
  constexpr Index kFarthest = 200;  // tokens; more only where a sentence is no sentence
  range = {std::max(range.begin, source.begin - std::min(source.begin, kFarthest)),
           std::min(range.end, source.begin + kFarthest)};
  for (Index t = range.begin; t < range.end; ++t) {
    if (!among(kSigns, r.lower(t))) continue;
    // "declined to give |his name|"; refused: "a man who did not know the name".
    const bool theirs = t > range.begin && r.is(t - 1, kDeterminer | kPronoun);
    if (r.lower(t).starts_with("name") && r.lower(t) != "named" && !theirs) continue;
    Index begin = t;
    bool negated = r.lower(t) == "anonymity";
    while (begin > range.begin && t - begin < 8 && !r.comma(begin - 1) && !r.quoted(begin - 1)) {
      --begin;
      negated = negated || r.is(begin, kNot) || among(kUnwilling, r.lower(begin));
      if (r.is(begin, kRelative) || r.lower(begin) == "on") break;
    }
    if (!negated) continue;
    Index end = t + 1;
    while (end < range.end && !r.comma(end) && r.word(end)) ++end;
    return text_of(r, {begin, end});
  }
  return std::nullopt;
}

// People of whom the text says something: "|two| |US| |officials|".
struct Group {
  Range before;  // determiners, numbers, adjectives
  Index noun = kNone;
};

bool unnamed_people(const Reading& r, Index t) {
  if (r[t].name != kNone || among(kNotUnnamed, r.lower(t))) return false;
  std::string_view word = r.lower(t);
  if (r.is(t, kPeople) || title_head(r, t)) return true;
  if (word.size() > 4 && word.ends_with("s")) word.remove_suffix(1);
  return among(kMorePeople, word) || (word.size() > 5 && (word.ends_with("ist") || word.ends_with("ian")));
}

// The people of "one |of the officials|", "dozens |of residents|".
Group part_of(const Reading& r, const SourceParts& parts, Range source) {
  Group out{parts.head, kNone};
  if (parts.after >= source.end || r.lower(parts.after) != "of") return out;
  if (!count_of(r, parts.noun) && !among(kPartOf, r.lower(parts.noun))) return out;
  for (Index t = parts.after + 1; t < source.end && !r.comma(t) && !r.is(t, kRelative); ++t) {
    if (!unnamed_people(r, t) && !r.is(t, kObjectPronoun)) continue;
    out.noun = t;
    break;
  }
  return out;
}

// Where they belong: "two senior |US| officials"; empty where the words before the noun do not tell.
MaybeText affiliation_in(const Reading& r, Range before) {
  while (!before.empty() && (r.is(before.begin, kDeterminer | kAdverb) || r.token(before.begin).is(kHasDigit) ||
                             among(kPlainBefore, r.lower(before.begin)))) {
    ++before.begin;
  }
  for (Index t = before.begin; t < before.end; ++t) {
    if (among(kPlainAlone, r.lower(t)) || among(kPlainBefore, r.lower(t))) continue;
    if (before.size() > 1 && r.possessive(before.end - 1)) --before.end;  // "the |mayor|'s aides"
    return text_of(r, before);
  }
  return std::nullopt;
}

// "an official |at the ministry|"; refused: "officials on both sides", "a witness at the scene".
MaybeText affiliation_after(const Reading& r, const SourceParts& parts, Range source) {
  constexpr std::string_view kLinks[] = {"at", "for", "from", "in", "inside", "of", "with", "within"};
  constexpr std::string_view kNoBody[] = {"area", "ground", "knowledge", "matter", "scene", "spot", "time"};
  if (parts.after + 1 >= source.end || !among(kLinks, r.lower(parts.after))) return std::nullopt;
  const Range rest = complement(r, parts, source);
  for (Index t = rest.begin; t < rest.end; ++t) {
    if (among(kNoBody, r.lower(t))) return std::nullopt;
  }
  return rest.empty() ? std::nullopt : MaybeText(text_of(r, rest));
}

// "two officials |and a diplomat|": the others.
Group and_others(const Reading& r, const SourceParts& parts, Range source) {
  Group out;
  if (parts.after + 1 >= source.end || r.lower(parts.after) != "and") return out;
  const SourceParts more = take_apart(r, {parts.after + 1, source.end});
  if (more.noun != kNone && unnamed_people(r, more.noun)) out = {more.head, more.noun};
  return out;
}

}  // namespace

std::optional<Anonymity> anonymity_of(const Reading& r, const SourceParts& parts, Range source) {
  if (parts.noun == kNone) return std::nullopt;
  Anonymity out;
  out.reason = reason_of(r, source);
  const bool inexact = parts.head.begin > source.begin;  // "more than 40 officials"
  const Group part = part_of(r, parts, source);
  if (part.noun != kNone) {
    out.count = count_of(r, parts.noun);
    if (!r.is(part.noun, kObjectPronoun)) out.affiliation = affiliation_in(r, {parts.after + 1, part.noun});
    return out;
  }
  if (!unnamed_people(r, parts.noun)) return std::nullopt;
  // "the regional governor", "his lawyer", "President" in a headline: unnamed here but no secret; "the official,
  // who asked not to be named" is one.
  const bool office = title_head(r, parts.noun) && !r.is(parts.noun, kPeople) && !r.lower(parts.noun).ends_with("s");
  constexpr std::string_view kWhose[] = {"her", "his", "its", "my", "our", "their", "your"};
  const std::string_view first = r.lower(parts.head.begin);
  const bool owned = among(kWhose, first) && !r.is(parts.noun, kPeople);
  const bool known = owned || (office && (first == "the" || parts.head.size() == 1));
  if (known && !out.reason) return std::nullopt;
  if (!inexact) out.count = count_before(r, parts.head.begin, parts.noun);
  out.affiliation = affiliation_in(r, {parts.head.begin, parts.noun});
  if (!out.affiliation) out.affiliation = affiliation_after(r, parts, source);
  const Group others = and_others(r, parts, source);
  if (others.noun == kNone) return out;
  const std::optional<int> more = count_before(r, others.before.begin, others.noun);
  out.count = out.count && more ? std::optional<int>(*out.count + *more) : std::nullopt;
  const MaybeText theirs = affiliation_in(r, {others.before.begin, others.noun});
  if (theirs != out.affiliation) out.affiliation.reset();  // of some of them only
  return out;
}

}  // namespace onrecord::statements
