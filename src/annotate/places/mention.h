// SPDX-License-Identifier: Apache-2.0
// A string that may be a place's name, with what was seen around it: what the steps of find_places() pass on.
//
// Lifetime: views into a living Text and Gazetteer.
#pragma once

#include <bitset>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/places/evidence.h"
#include "annotate/places/gazetteer.h"
#include "doc/layers.h"
#include "text/text.h"

namespace onrecord::places {

// How the string was found.
enum class Found : std::uint8_t {
  Name,       // in the gazetteer
  Contained,  // not there, but before a comma and a division: "Elmsby, Ill."
  Street,     // by its last word: "Tanner Street"
  Road,       // by its number: "Highway 12"
  Landmark,   // by its first or last word: "Lake Orrin", "Orrin River"
  Typed,      // by the type that the names have: GPE, LOC, FAC
};

struct Mention {
  Range tokens;
  ByteSpan span;
  Found found = Found::Name;
  std::string key;
  std::span<const Posting> readings;  // without demonyms
  bool abbreviation = false;          // only as an abbreviation a place: "Ill.", "U.S."
  bool postal = false;                // of two capitals: "IN"
  Index container = kNone;            // mention that follows it: "Elmsby, |Ill.|"
  Index held = kNone;                 // the mention whose container this is
  Index sentence = 0;
  std::bitset<kEvidences> evidence;
  bool of_region = false;    // "|Donetsk| region", "the state of |Bolívar|"
  bool beside_town = false;  // there is a town of note of that name, which is another place
  bool of_nation = false;    // "|Georgia|'s foreign minister"
  double score = 0;          // log-odds that it is a place
  bool accepted = false;
};

// A demonym or adjective of a place: no place, but it tells what countries an article is about.
struct DemonymMention {
  ByteSpan span;
  Index row = kNone;
};

struct Mentions {
  std::vector<Mention> rows;  // in text order, disjoint
  std::vector<DemonymMention> demonyms;
};

// Whether a chain of names is of a type that only places have.
inline bool is_place_type(const MaybeText& type) { return type == "GPE" || type == "LOC" || type == "FAC"; }

// What the steps share.
struct Words {
  const Text& text;
  const Tokens& tokens;
  const Sentences& sentences;
  const Names& names;
  const Gazetteer& gazetteer;

  std::string_view form(Index t) const { return text.bytes(tokens[t].span); }
  std::string_view lower(Index t) const { return text.lower(tokens[t].span); }
  bool capital(Index t) const { return tokens[t].is(kCapitalised); }
  ByteSpan span(Range range) const { return hull(tokens[range.begin].span, tokens[range.end - 1].span); }
};

// Names of the gazetteer and strings that look like places, longest first at each word.
Mentions scan(const Words& words);

// Links a name to the division or country after its comma: "Elmsby, Ill.".
void link_containers(const Words& words, std::vector<Mention>& mentions);

// Where the language model sees a longer name of a place behind a small town's ("|Punta| Tombo"), the whole of it is
// the mention.
void yield_to_names(const Words& words, std::vector<Mention>& mentions);

// Sets what the words right beside a name say: a region's or a nation's.
void read_words_beside(const Words& words, std::vector<Mention>& mentions);

// Names that are places by their type and that no mention overlaps; only a model gives such types.
void add_typed_names(const Words& words, std::vector<Mention>& mentions);

// Weighs the evidence of each mention and decides which are places.
void recognise(const Words& words, Mentions& mentions);

// Who holds the place by the words around it ("Russian-occupied …", "… annexed by Russia"): ISO 3166-1 alpha-3; ""
// where they do not say so.
std::string_view controller_of(const Words& words, const Mention& mention);

// The country whose government a name stands for: a capital that says or decides something, the seat of a
// government. "" where the name is meant as a place.
std::string_view metonym_of(const Words& words, const Mention& mention, Index capital);

// One reading of a mention and how likely it is.
struct Reading {
  Index row = kNone;
  double confidence = 0;
};

// For each mention, its readings with the likeliest first; empty for what the gazetteer lacks. Mentions that are no
// places get none.
std::vector<std::vector<Reading>> resolve(const Words& words, const Mentions& mentions);

}  // namespace onrecord::places
