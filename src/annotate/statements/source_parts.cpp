// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/source_parts.h"

#include <algorithm>
#include <vector>

#include "annotate/names/lexicon.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

// Heads of bodies that speak as one: "the German government".
constexpr std::string_view kBodies[] = {
    "administration", "agency",       "airline",    "air force",    "alliance",     "army",       "association",
    "authority",      "bank",         "body",       "broadcaster",  "bureau",       "cabinet",    "campaign",
    "channel",        "charity",      "club",       "coalition",    "command",      "commission", "committee",
    "company",        "congress",     "consulate",  "council",      "court",        "daily",      "delegation",
    "department",     "embassy",      "federation", "firm",         "force",        "foundation", "government",
    "group",          "hospital",     "institute",  "intelligence", "judiciary",    "league",     "media",
    "military",       "militia",      "ministry",   "mission",      "monarchy",     "movement",   "navy",
    "newspaper",      "office",       "opposition", "organisation", "organization", "parliament", "party",
    "police",         "presidency",   "regime",     "secretariat",  "senate",       "service",    "staff",
    "team",           "television",   "treasury",   "tribunal",     "union",        "university", "watchdog",
    "board",          "chamber",      "church",     "directorate",  "exchange",     "fund",       "inquiry",
    "inquest",        "inspectorate", "jury",       "network",      "ombudsman",    "operator",   "panel",
    "regulator",      "society",      "trust"};

// What a minister, a secretary or a prosecutor is of: with the head it names one office.
constexpr std::string_view kPortfolios[] = {
    "agriculture", "attorney", "communications", "culture",   "defence",  "defense",  "economy",    "education",
    "energy",      "finance",  "foreign",        "health",    "home",     "housing",  "industry",   "information",
    "interior",    "justice",  "labor",          "labour",    "oil",      "planning", "prime",      "security",
    "state",       "tourism",  "trade",          "transport", "treasury", "water",    "environment"};

// What is written, drawn or counted, and so has an author: "|reports| from the hospital".
constexpr std::string_view kDocuments[] = {
    "affidavit", "analysis",   "announcement", "assessment", "audit",   "briefing", "communique", "data",
    "document",  "documents",  "estimate",     "estimates",  "figures", "filing",   "imagery",    "images",
    "imaging",   "indictment", "lawsuit",      "letter",     "memo",    "notice",   "paper",      "poll",
    "post",      "readout",    "records",      "release",    "report",  "reports",  "research",   "review",
    "statement", "statements", "statistics",   "study",      "survey",  "testimony"};

// What is done with a document by whoever it is from.
constexpr std::string_view kMade[] = {"compiled", "conducted", "drafted",  "issued", "made",   "posted", "prepared",
                                      "produced", "published", "released", "sent",   "signed", "written"};

// What follows a noun for people and is no part of it: "three people |briefed| on the plan".
constexpr std::string_view kAfterPeople[] = {"aware",   "briefed",  "close",    "directly",      "familiar",
                                             "here",    "informed", "involved", "knowledgeable", "near",
                                             "present", "privy",    "speaking", "there",         "working"};

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

// "|More than| 40 officials", "|At least| two people".
Index past_quantifier(const Reading& r, Range source) {
  constexpr std::string_view kFirst[] = {"at", "fewer", "less", "more", "up"};
  constexpr std::string_view kSecond[] = {"least", "most", "than", "to"};
  const Index t = source.begin;
  if (source.size() > 3 && among(kFirst, r.lower(t)) && among(kSecond, r.lower(t + 1))) return t + 2;
  constexpr std::string_view kAbout[] = {"about", "almost", "around", "nearly", "over"};
  return source.size() > 2 && among(kAbout, r.lower(t)) ? t + 1 : t;
}

// "two officials |and a diplomat|"; refused: "minister |and government spokesman Ana Pohl|", who is one.
bool others_follow(const Reading& r, Index conjunction, Index end) {
  Index last = conjunction;
  while (last + 1 < end && r.word(last + 1) && !r.is(last + 1, kRelative | kPreposition | kToWord)) ++last;
  return last > conjunction && r[last].name == kNone;
}

}  // namespace

bool is_body(std::string_view word) {
  return among(kBodies, word) || (word.ends_with("s") && among(kBodies, word.substr(0, word.size() - 1)));
}

SourceParts take_apart(const Reading& r, Range source) {
  SourceParts out;
  source.begin = past_quantifier(r, source);
  const auto people = [&](Index t) { return r[t].name == kNone && (r.is(t, kPeople) || title_head(r, t)); };
  Index t = source.begin;
  while (t < source.end && !r.comma(t) && !r.is(t, kRelative) && r.form(t) != "(" && !r.dash(t)) {
    const bool inside = t > source.begin;
    if (inside && r.is(t, kPreposition | kToWord) && r[t].name == kNone) break;
    if (inside && people(t - 1) && among(kAfterPeople, r.lower(t))) break;
    if (inside && people(t - 1) && r.lower(t) == "and" && others_follow(r, t, source.end)) break;
    ++t;
  }
  if (t > source.begin + 1 && r.lower(t - 1).ends_with("self")) --t;  // "Pohl |herself|"
  out.head = {source.begin, t};
  out.after = t;
  if (t > source.begin) out.noun = t - 1;
  return out;
}

Range complement(const Reading& r, const SourceParts& parts, Range source) {
  Index end = parts.after + 1;
  while (end < source.end && !r.comma(end) && !r.is(end, kRelative) && !r.dash(end)) ++end;
  return {std::min(parts.after + 1, end), end};
}

bool same_office(const Reading& r, Range head, std::string_view lower_title) {
  constexpr std::string_view kRanks[] = {"assistant", "deputy", "ex", "former", "prime", "shadow", "vice"};
  std::vector<std::string_view> words;
  while (!lower_title.empty()) {
    const std::size_t end = std::min(lower_title.find(' '), lower_title.size());
    words.push_back(lower_title.substr(0, end));
    lower_title.remove_prefix(std::min(end + 1, lower_title.size()));
  }
  const auto in_title = [&](std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  bool same = true;
  for (Index t = head.begin; t + 1 < head.end; ++t) {
    const std::string_view word = r.lower(t);
    same = same && (in_title(word) || !(among(kRanks, word) || among(kPortfolios, word)));
  }
  const auto in_head = [&](std::string_view word) {
    for (Index t = head.begin; t < head.end; ++t) {
      if (r.lower(t) == word) return true;
    }
    return false;
  };
  return same && std::none_of(words.begin(), words.end(),
                              [&](std::string_view word) { return among(kRanks, word) && !in_head(word); });
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
    // Refused: "a memo, read aloud |by| Pohl".
    if (t != parts.after && !r.comma(t - 1) && !among(kMade, r.lower(t - 1))) continue;
    Index end = t + 1;
    while (end < source.end && !r.comma(end) && !r.is(end, kRelative | kPreposition | kToWord) && !r.dash(end)) ++end;
    const Range rest = bare(r, {t + 1, end});
    if (rest.empty()) continue;
    const Index name = r[rest.end - 1].name;
    if (name == kNone && is_body(r.lower(rest.end - 1))) {
      // "by the port's union" is one union; "by a union" any.
      if (holds_name(r, rest)) return {kNone, text_of(r, rest), true};
      if (r.lower(t + 1) == "the") return {kNone, text_of(r, rest), false};
    }
    if (name == kNone) continue;
    const Index chain = r.layers().names.mentions[name].chain;
    const MaybeText& type = r.layers().names.chains[chain].type;
    if (type && (*type == "ORG" || *type == "PERSON")) return {chain, {}, true};
  }
  return {};
}

}  // namespace onrecord::statements
