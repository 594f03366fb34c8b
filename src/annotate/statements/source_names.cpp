// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/source_names.h"

#include "annotate/names/lexicon.h"

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

bool title_word(const Reading& r, Index t) {
  return (names::classes_of(r.lower(t)) & (names::kTitleHead | names::kTitleModifier | names::kHonorific)) != 0;
}

// "the mayor of Reyle, Colonel |Ana Pohl|": a name after a comma that ends the source.
Index apposed_name(const Reading& r, Range source) {
  for (Index t = source.begin + 1; t + 1 < source.end; ++t) {
    if (!r.comma(t)) continue;
    Index first = t + 1;
    while (first < source.end && r[first].name == kNone && title_word(r, first)) ++first;
    if (first >= source.end || r[first].name == kNone) continue;
    const NameMention& mention = r.layers().names.mentions[r[first].name];
    const bool ends = mention.tokens.end >= source.end || r.comma(mention.tokens.end);
    const MaybeText& type = r.layers().names.chains[mention.chain].type;
    if (ends && mention.tokens.size() > 1 && (!type || *type == "PERSON")) return mention.chain;
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
  return outlet != kNone ? outlet : apposed_name(r, source);
}

bool capitals(const Reading& r, Range head) {
  if (head.size() < 2) return false;
  for (Index t = head.begin; t < head.end; ++t) {
    if (!r.capital(t) || r.is(t, kDeterminer | kPronoun | kPeople | kPreposition)) return false;
  }
  return true;
}

}  // namespace onrecord::statements
