// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/source_names.h"

#include "annotate/names/lexicon.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

Index chain_at(const Reading& r, Index t) { return r.layers().names.mentions[r[t].name].chain; }

// "US Secretary of State |Ana Pohl|": the noun of the phrase belongs to her title. Refused: "a spokesman for
// President Reyle", whose noun is no part of his.
Index titled_name(const Reading& r, Range source, Index noun) {
  const ByteSpan title = r.span({noun, noun + 1});
  for (Index t = noun + 1; t < source.end; ++t) {
    if (r[t].name == kNone) continue;
    for (const Role& role : r.layers().names.chains[chain_at(r, t)].roles) {
      if (role.span.contains(title)) return chain_at(r, t);
    }
  }
  return kNone;
}

// "the |Nordwire| news agency". Refused: "the |Nordwire| chief".
Index outlet_in(const Reading& r, const People& people, Range head) {
  for (Index t = head.begin; t < head.end; ++t) {
    if (r[t].name == kNone || !people[chain_at(r, t)].outlet) continue;
    const Index end = r.layers().names.mentions[r[t].name].tokens.end;
    return end < head.end && !r.possessive(end) && end + 2 >= head.end ? chain_at(r, t) : kNone;
  }
  return kNone;
}

bool place_word(const Reading& r, Index t) {
  return (names::classes_of(r.lower(t)) & (names::kPlaceName | names::kNationality)) != 0;
}

// Words for people by whom others are known: "the family of one |victim|".
bool kin(const Reading& r, Index t) {
  constexpr std::string_view kKin[] = {"boy",     "brother", "child",     "daughter", "father", "girl",
                                       "husband", "mother",  "patient",   "pupil",    "sister", "son",
                                       "student", "suspect", "defendant", "teenager", "victim", "wife"};
  return among(kKin, r.lower(t));
}

bool title_head(const Reading& r, Index t) { return (names::classes_of(r.lower(t)) & names::kTitleHead) != 0; }

bool title_word(const Reading& r, Index t) {
  return (names::classes_of(r.lower(t)) & (names::kTitleHead | names::kTitleModifier | names::kHonorific)) != 0;
}

// Whether the name after the comma at `comma` may be that of the phrase's head. Refused: "the family of one victim,
// Ana Pohl", which names the victim, and "Reyle, Norland", a place in another.
bool names_the_head(const Reading& r, Index begin, Index comma) {
  const Index before = comma - 1;
  const bool person = r[before].name == kNone && (r.is(before, kPeople) || title_head(r, before) || kin(r, before));
  if (!person) return true;
  for (Index t = begin + 1; t < before; ++t) {
    if (r.is(t, kPreposition) && r[t].name == kNone) return false;
  }
  return true;
}

// "the mayor of Reyle, Colonel |Ana Pohl|", "the contractor, |Nordwire|": a name after a comma that ends the source.
Index apposed_name(const Reading& r, Range source) {
  for (Index t = source.begin + 1; t + 1 < source.end; ++t) {
    if (!r.comma(t) && !r.dash(t)) continue;
    Index first = t + 1;
    while (first < source.end && r[first].name == kNone && title_word(r, first)) ++first;
    if (first >= source.end || r[first].name == kNone) continue;
    const NameMention& mention = r.layers().names.mentions[r[first].name];
    const Index after = mention.tokens.end;
    const bool ends = after >= source.end || r.comma(after) || r.dash(after);
    if (!ends || !names_the_head(r, source.begin, t)) continue;
    const MaybeText& type = r.layers().names.chains[mention.chain].type;
    const bool whole = mention.tokens.size() > 1 && (!type || *type == "PERSON");
    const bool speaks = !type || *type == "PERSON" || *type == "ORG";
    const bool after_noun = r[t - 1].name == kNone && !place_word(r, first) && speaks;
    if (whole || after_noun) return mention.chain;
  }
  return kNone;
}

// "THE MINISTER (|Ana Pohl|)": a person's name alone in brackets.
Index bracketed_name(const Reading& r, Range source) {
  for (Index t = source.begin; t + 2 < source.end; ++t) {
    if (r.form(t) != "(" || r[t + 1].name == kNone) continue;
    const NameMention& mention = r.layers().names.mentions[r[t + 1].name];
    const MaybeText& type = r.layers().names.chains[mention.chain].type;
    if (mention.tokens.end < source.end && r.form(mention.tokens.end) == ")" && type && *type == "PERSON")
      return mention.chain;
  }
  return kNone;
}

}  // namespace

Index name_in_source(const Reading& r, const People& people, Range source, const SourceParts& parts) {
  if (parts.noun != kNone) {
    if (r[parts.noun].name != kNone) return chain_at(r, parts.noun);
    const Index titled = titled_name(r, source, parts.noun);
    if (titled != kNone) return titled;
  }
  const Index outlet = outlet_in(r, people, parts.head);
  if (outlet != kNone) return outlet;
  const Index apposed = apposed_name(r, source);
  return apposed != kNone ? apposed : bracketed_name(r, source);
}

std::vector<Index> several_names(const Reading& r, Range source) {
  const auto chain = [&](Index t) { return t < source.end && r[t].name != kNone ? chain_at(r, t) : kNone; };
  for (Index t = source.begin + 1; t + 1 < source.end; ++t) {
    if (r.is(t, kRelative) || (r.is(t, kPreposition) && r[t].name == kNone)) return {};
    if ((r.lower(t) != "and" && r.lower(t) != "nor") || r[t].name != kNone) continue;
    const Index left = chain(r.comma(t - 1) && t - 1 > source.begin ? t - 2 : t - 1);
    Index next = t + 1;
    while (next < source.end && r[next].name == kNone && (title_word(r, next) || r.is(next, kDeterminer))) ++next;
    const Index right = chain(next);
    if (left == kNone || right == kNone || left == right) continue;
    const NameMention& last = r.layers().names.mentions[r[next].name];
    const bool alone = last.tokens.end >= source.end || !r.possessive(last.tokens.end);
    const std::vector<NameChain>& chains = r.layers().names.chains;
    // "Reyle and Norland officials" are officials.
    const bool ends = last.tokens.end >= source.end || !r.word(last.tokens.end);
    if (alone && ends && chains[left].type == chains[right].type) return {left, right};
  }
  return {};
}

bool capitals(const Reading& r, Range head) {
  if (head.size() < 2) return false;
  for (Index t = head.begin; t < head.end; ++t) {
    if (!r.capital(t) || r.is(t, kDeterminer | kPronoun | kPeople | kPreposition)) return false;
  }
  return true;
}

}  // namespace onrecord::statements
