// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/source_parts.h"

#include <algorithm>

#include "annotate/names/lexicon.h"

namespace onrecord::statements {
namespace {

// Heads of bodies that speak as one: "the German government".
constexpr std::string_view kBodies[] = {
    "administration", "agency",     "airline",    "air force",    "alliance",     "army",       "association",
    "authority",      "bank",       "body",       "broadcaster",  "bureau",       "cabinet",    "campaign",
    "channel",        "charity",    "club",       "coalition",    "command",      "commission", "committee",
    "company",        "congress",   "consulate",  "council",      "court",        "daily",      "delegation",
    "department",     "embassy",    "federation", "firm",         "force",        "foundation", "government",
    "group",          "hospital",   "institute",  "intelligence", "judiciary",    "league",     "media",
    "military",       "militia",    "ministry",   "mission",      "monarchy",     "movement",   "navy",
    "newspaper",      "office",     "opposition", "organisation", "organization", "parliament", "party",
    "police",         "presidency", "regime",     "secretariat",  "senate",       "service",    "staff",
    "team",           "television", "treasury",   "tribunal",     "union",        "university", "watchdog"};


// What a minister, a secretary or a prosecutor is of: with the head it names one office.
constexpr std::string_view kPortfolios[] = {
    "agriculture", "attorney", "communications", "culture",  "defence", "defense",  "economy",   "education",
    "energy",      "finance",  "foreign",        "health",   "home",    "housing",  "industry",  "information",
    "interior",    "justice",  "labor",          "labour",   "oil",     "planning", "prime",     "security",
    "state",       "tourism",  "trade",          "transport", "treasury", "water",  "environment"};

// What is written, drawn or counted, and so has an author: "|reports| from the hospital".
constexpr std::string_view kDocuments[] = {
    "analysis", "announcement", "assessment", "briefing", "communique", "data",     "document",   "documents",
    "estimate", "estimates",    "figures",    "filing",   "imagery",    "images",   "imaging",    "letter",
    "memo",     "notice",       "paper",      "poll",     "post",       "readout",  "records",    "release",
    "report",   "reports",      "research",   "review",   "statement",  "statements", "statistics", "study",
    "survey",   "testimony"};

template <std::size_t N>
bool among(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_body(std::string_view word) { return among(kBodies, word); }

bool title_head(const Reading& r, Index t) { return (names::classes_of(r.lower(t)) & names::kTitleHead) != 0; }

std::string text_of(const Reading& r, Range range) { return std::string(r.layers().text.bytes(r.span(range))); }

bool holds_name(const Reading& r, Range range) {
  for (Index t = range.begin; t < range.end; ++t) {
    if (r[t].name != kNone || (r.capital(t) && t > range.begin)) return true;
  }
  return false;
}

// Without its determiner: "the |German government|".
Range bare(const Reading& r, Range range) {
  while (range.size() > 1 && r.is(range.begin, kDeterminer)) ++range.begin;
  return range;
}

// The phrase after "for", "of", "in": to the next comma.
Range complement(const Reading& r, const SourceParts& parts, Range source) {
  Index end = parts.after + 1;
  while (end < source.end && !r.comma(end) && !r.is(end, kRelative) && !r.dash(end)) ++end;
  return {std::min(parts.after + 1, end), end};
}

std::optional<int> count_of(const Reading& r, Index t) {
  constexpr std::string_view kNumbers[] = {"a",     "two",   "three", "four", "five",   "six",
                                           "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  const std::string_view word = r.lower(t);
  if (word == "an" || word == "one") return 1;
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

// Why the source is not named, in the text's own words: the clause of the sentence that says so.
MaybeText reason_of(const Reading& r, Range source) {
  constexpr std::string_view kSigns[] = {"anonymity", "named", "identified", "authorized", "authorised"};
  const Sentences& sentences = r.layers().sentences;
  Range range = sentences[sentences.of_token(source.begin)].tokens;
  constexpr Index kFarthest = 200;  // tokens; more only where a sentence is no sentence
  range = {std::max(range.begin, source.begin - std::min(source.begin, kFarthest)),
           std::min(range.end, source.begin + kFarthest)};
  for (Index t = range.begin; t < range.end; ++t) {
    if (!among(kSigns, r.lower(t))) continue;
    Index begin = t;
    bool negated = r.lower(t) == "anonymity";
    while (begin > range.begin && t - begin < 8 && !r.comma(begin - 1) && !r.quoted(begin - 1)) {
      --begin;
      negated = negated || r.is(begin, kNot) || r.lower(begin) == "declined" || r.lower(begin) == "refused";
      if (r.is(begin, kRelative) || r.lower(begin) == "on") break;
    }
    if (!negated) continue;
    Index end = t + 1;
    while (end < range.end && !r.comma(end) && r.word(end)) ++end;
    return text_of(r, {begin, end});
  }
  return std::nullopt;
}

}  // namespace

SourceParts take_apart(const Reading& r, Range source) {
  SourceParts out;
  Index t = source.begin;
  while (t < source.end && !r.comma(t) && !r.is(t, kRelative) && r.form(t) != "(" && !r.dash(t) &&
         !(t > source.begin && r.is(t, kPreposition) && r[t].name == kNone)) {
    ++t;
  }
  out.head = {source.begin, t};
  out.after = t;
  if (t > source.begin) out.noun = t - 1;
  return out;
}

bool one_person(const Reading& r, const SourceParts& parts) {
  return parts.noun != kNone && (title_head(r, parts.noun) || r.lower(parts.noun) == "official");
}

Described describe_source(const Reading& r, const SourceParts& parts, Range source) {
  if (parts.noun == kNone) return {};
  const std::string_view noun = r.lower(parts.noun);
  const std::string_view first = r.lower(parts.head.begin);
  const bool indefinite = first == "a" || first == "an" || first == "one" || first == "another" || first == "some";
  const bool spokes = noun.starts_with("spokes") || noun.starts_with("spox");
  const Range rest =
      parts.after < source.end && r.is(parts.after, kPreposition) ? complement(r, parts, source) : Range{};
  if (spokes) {
    const bool body = !rest.empty() && (is_body(r.lower(rest.end - 1)) || is_body(r.lower(bare(r, rest).begin)));
    return body ? Described{text_of(r, bare(r, rest)), false} : Described{};
  }
  const bool ministry = noun == "ministry" || noun == "department";  // "the |interior ministry|"
  if (ministry && first == "the" && parts.head.size() > 2 && parts.after == parts.noun + 1 &&
      parts.after >= source.end) {
    return {text_of(r, bare(r, parts.head)), true};
  }
  if (indefinite || (!is_body(noun) && !title_head(r, parts.noun))) return {};
  // "the |defence minister|" is one office; refused: "the former minister".
  if (first == "the" && parts.head.size() == 3 && title_head(r, parts.noun) &&
      among(kPortfolios, r.lower(parts.noun - 1)) && parts.after >= source.end) {
    return {text_of(r, bare(r, parts.head)), false};
  }
  if (holds_name(r, parts.head)) return {text_of(r, bare(r, parts.head)), true};
  const std::string_view link = rest.empty() ? std::string_view{} : r.lower(parts.after);
  if ((link == "in" || link == "of") && holds_name(r, {rest.begin, rest.end}) && is_body(noun)) {
    return {text_of(r, bare(r, {parts.head.begin, rest.end})), true};
  }
  return {};
}

Author author_of(const Reading& r, const SourceParts& parts, Range source) {
  if (parts.noun == kNone || !among(kDocuments, r.lower(parts.noun))) return {};
  for (Index t = parts.after; t + 1 < source.end; ++t) {
    if (r.lower(t) != "from" && r.lower(t) != "by") continue;
    Index end = t + 1;
    while (end < source.end && !r.comma(end) && !r.is(end, kRelative | kPreposition) && !r.dash(end)) ++end;
    const Range rest = bare(r, {t + 1, end});
    if (rest.empty()) continue;
    const Index name = r[rest.end - 1].name;
    if (name == kNone && is_body(r.lower(rest.end - 1)) && holds_name(r, rest)) return {kNone, text_of(r, rest)};
    if (name == kNone) continue;
    const Index chain = r.layers().names.mentions[name].chain;
    const MaybeText& type = r.layers().names.chains[chain].type;
    if (type && (*type == "ORG" || *type == "PERSON")) return {chain, {}};
  }
  return {};
}

std::optional<Anonymity> anonymity_of(const Reading& r, const SourceParts& parts, Range source) {
  if (parts.noun == kNone || (!r.is(parts.noun, kPeople) && !title_head(r, parts.noun))) return std::nullopt;
  Anonymity out;
  Index first = parts.head.begin;
  while (first < parts.noun && (r.is(first, kDeterminer | kAdverb) || r.token(first).is(kHasDigit))) {
    if (!out.count) out.count = count_of(r, first);
    ++first;
  }
  if (first < parts.noun) out.affiliation = text_of(r, {first, parts.noun});
  if (!out.affiliation && parts.after + 1 < source.end && r.is(parts.after, kPreposition)) {
    const Range rest = complement(r, parts, source);
    if (!rest.empty()) out.affiliation = text_of(r, rest);
  }
  out.reason = reason_of(r, source);
  // "the regional governor" is unnamed here but no secret; "the official, who asked not to be named" is one.
  const bool known_office = r.lower(parts.head.begin) == "the" && title_head(r, parts.noun);
  if (known_office && !out.reason) return std::nullopt;
  return out;
}

}  // namespace onrecord::statements
