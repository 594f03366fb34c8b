// SPDX-License-Identifier: Apache-2.0
// Names and the divisions they lie in ("Elmsby, Ill."), and names that only their type makes places.
#include <algorithm>

#include "annotate/places/mention.h"

namespace onrecord::places {
namespace {

bool holds(const Gazetteer& gazetteer, const Mention& outer, const Mention& inner) {
  for (const Posting big : outer.readings) {
    const PlaceKind kind = gazetteer.kind(big.row());
    if (kind == PlaceKind::City || kind == PlaceKind::Region) continue;
    for (const Posting small : inner.readings) {
      if (gazetteer.inside(small.row(), big.row())) return true;
    }
  }
  return false;
}

bool is_state(const Gazetteer& gazetteer, const Mention& m) {
  return std::any_of(m.readings.begin(), m.readings.end(), [&](Posting p) {
    return gazetteer.kind(p.row()) == PlaceKind::Division && gazetteer[p.row()].geonames != 0;
  });
}

// "In Plains, Georgia, on Sunday": the state behind the comma ends the phrase, as in no list.
bool closes_apposition(const Words& w, const Mention& outer) {
  const Range sentence = w.sentences[outer.sentence].tokens;
  const Index t = outer.tokens.end;
  if (t >= sentence.end) return false;
  const bool comma = w.form(t) == ",";
  if (!comma) return false;
  return t + 1 < sentence.end && !w.capital(t + 1) && w.lower(t + 1) != "and" && w.lower(t + 1) != "or";
}

// Whether all that the gazetteer has of a name are towns.
bool is_town(const Gazetteer& gazetteer, const Mention& m) {
  return std::all_of(m.readings.begin(), m.readings.end(),
                     [&](Posting p) { return gazetteer.kind(p.row()) == PlaceKind::City; });
}

}  // namespace

void link_containers(const Words& w, std::vector<Mention>& mentions) {
  for (Index k = 0; k + 1 < mentions.size(); ++k) {
    Mention& inner = mentions[k];
    Mention& outer = mentions[k + 1];
    const bool comma = outer.tokens.begin == inner.tokens.end + 1 && w.form(inner.tokens.end) == ",";
    const bool bracket = outer.tokens.begin == inner.tokens.end + 1 && w.form(inner.tokens.end) == "(";
    const bool beside = outer.tokens.begin == inner.tokens.end && outer.abbreviation;
    if (!comma && !bracket && !beside) continue;
    const bool named = inner.found == Found::Name;
    const bool linked =
        named ? holds(w.gazetteer, outer, inner) : inner.found == Found::Landmark && is_state(w.gazetteer, outer);
    const bool listed = inner.tokens.begin > 0 && w.form(inner.tokens.begin - 1) == ",";
    const bool state = outer.abbreviation || (!listed && closes_apposition(w, outer));
    if (!linked && !(comma && named && state && is_state(w.gazetteer, outer) && is_town(w.gazetteer, inner) &&
                     !inner.abbreviation))
      continue;
    if (!linked) {  // "Elmsby, Ill." where the gazetteer knows no Elmsby in Illinois
      inner.found = Found::Contained;
    }
    inner.container = k + 1;
    outer.held = k;
  }
  // Names that the gazetteer lacks: a run of capitals, a comma and a state.
  std::vector<Mention> more;
  for (Index k = 0; k < mentions.size(); ++k) {
    const Mention& outer = mentions[k];
    const Index begin = outer.tokens.begin;
    if (outer.held != kNone || !is_state(w.gazetteer, outer) ||
        begin < w.sentences[outer.sentence].tokens.begin + 2 || w.form(begin - 1) != ",") {
      continue;
    }
    Index first = begin - 1;
    while (first > w.sentences[outer.sentence].tokens.begin && w.capital(first - 1) && begin - 1 - first < 3) --first;
    const bool free = k == 0 || mentions[k - 1].tokens.end <= first;
    if (first == begin - 1 || !free) continue;
    Mention m;
    m.tokens = {first, begin - 1};
    m.span = w.span(m.tokens);
    m.found = Found::Contained;
    m.sentence = outer.sentence;
    m.container = k;
    w.gazetteer.append_key(w.text.bytes(m.span), m.key);
    more.push_back(std::move(m));
  }
  if (more.empty()) return;
  // Put them in their places; the links are told by number and move along.
  std::vector<Mention> all;
  std::vector<Index> moved(mentions.size());
  std::size_t next = 0;
  for (Index k = 0; k < mentions.size(); ++k) {
    for (; next < more.size() && more[next].tokens.begin < mentions[k].tokens.begin; ++next)
      all.push_back(more[next]);
    moved[k] = static_cast<Index>(all.size());
    all.push_back(std::move(mentions[k]));
  }
  for (Index k = 0; k < all.size(); ++k) {
    if (all[k].container != kNone) {
      all[k].container = moved[all[k].container];
      all[all[k].container].held = k;
    }
  }
  mentions = std::move(all);
}

void add_typed_names(const Words& w, std::vector<Mention>& mentions) {
  std::vector<Mention> more;
  for (const NameMention& name : w.names.mentions) {
    if (!is_place_type(w.names.chains[name.chain].type) || name.form != MentionForm::Name) continue;
    const auto next = std::partition_point(mentions.begin(), mentions.end(),
                                           [&](const Mention& m) { return m.tokens.end <= name.tokens.begin; });
    const bool free = next == mentions.end() || next->tokens.begin >= name.tokens.end;
    const Range t = name.tokens;
    const bool agency = t.begin > 0 && t.end + 1 < w.tokens.size() && w.form(t.begin - 1) == "(" &&
                        w.form(t.end) == ")" &&
                        (w.form(t.end + 1) == "—" || w.form(t.end + 1) == "–" || w.form(t.end + 1) == "-" ||
                         w.form(t.end + 1) == "--");
    const bool told = t.begin > 0 && w.lower(t.begin - 1) == "told";
    if (agency || told)
      continue;  // "COPENHAGEN (Nordwire) —", "he told Nordwire": no places, if the gazetteer has none
    if (!free || (!more.empty() && more.back().tokens.end > name.tokens.begin)) continue;
    Mention m;
    m.tokens = name.tokens;
    m.span = w.span(m.tokens);
    m.found = Found::Typed;
    m.sentence = w.sentences.of_token(name.tokens.begin);
    w.gazetteer.append_key(w.text.bytes(m.span), m.key);
    m.readings = w.gazetteer.find(m.key + " county");  // "Wayne and Orrin counties"
    if (!m.readings.empty()) m.found = Found::Name;
    more.push_back(std::move(m));
  }
  if (more.empty()) return;
  mentions.insert(mentions.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
}

}  // namespace onrecord::places
