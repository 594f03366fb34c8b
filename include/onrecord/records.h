// SPDX-License-Identifier: Apache-2.0
// The rows that onrecord makes of an article: plain values, the same in memory, in SQLite and (with offsets
// turned into code points) in JSON. Format "onrecord/1", described field by field in docs/record.md.
//
// Units: every ByteSpan is in UTF-8 bytes of article.text, half-open, on code point boundaries.
// Unknown is std::nullopt or an empty list, and where a field can say why, `reason` says why.
// Ids come from content (text hash, layer, spans), never from counters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/offsets.h"

namespace onrecord {

using Id = std::string;
using MaybeText = std::optional<std::string>;

// Who made a row and how sure: a rule or model with its version ("times.weekday/1"), a probability in [0, 1].
struct Producer {
  std::string name;
  double confidence = 0;
};

// Something odd met on the way; never an error. `code` is stable ("unclosed_quote"), `message` is for people.
struct Note {
  std::string code;
  std::string message;
  std::optional<ByteSpan> span;
};

struct ArticleRow {
  Id id;
  MaybeText source_id;     // the id given in JSON Lines input
  std::string source_uri;  // path, URL or input.jsonl#id
  MaybeText title;
  MaybeText published;       // ISO 8601 date or date-time
  MaybeText published_from;  // argument | metadata | url | text
  MaybeText updated;
  MaybeText publisher;
  std::vector<std::string> authors;
  MaybeText language;
  std::string text;  // canonical: valid UTF-8, LF, frozen and hashed
  std::string text_sha256;
};

struct TokenRow {
  ByteSpan span;
  std::string form;
  MaybeText lemma, upos, xpos, feats, deprel;
  std::optional<std::uint32_t> head;  // index into the article's tokens
  std::uint32_t sentence = 0;
};

enum class MentionForm { Name, Nominal, Pronoun };

struct Mention {
  ByteSpan span;
  MentionForm form = MentionForm::Name;
};

struct Role {
  std::string title;
  MaybeText of;
  ByteSpan span;
};

// Another reading of who an entity is.
struct ActorAlternative {
  MaybeText country, sector;
  double confidence = 0;
};

struct Entity {
  Id id;
  MaybeText type;  // PERSON ORG GPE …; null until something can tell
  std::string name;
  std::vector<Mention> mentions;
  MaybeText country, sector;
  std::vector<Role> roles;
  MaybeText wikidata, geonames;
  Producer producer;
  MaybeText second_sector = {};  // "MIL" of a defence minister
  MaybeText body = {};           // the international body it belongs to: "EU", "UN"; "IGO" for others
  MaybeText reason = {};         // why country or sector is null
  std::vector<ActorAlternative> alternatives = {};
  Producer actor = {};      // what gave country and sector; no name: nothing did
  MaybeText evidence = {};  // the row of the table of actors behind them
};

enum class TimeType { Date, Time, Duration, Set };

// Another way to read the words of a Time, and how likely it is. Confidences of one row's readings add up to at
// most 1.
struct TimeReading {
  std::string value;
  MaybeText begin, end_excl;
  double confidence = 0;
};

struct Time {
  Id id;
  ByteSpan span;
  TimeType type = TimeType::Date;
  MaybeText value;            // TIMEX3; null with a reason
  MaybeText begin, end_excl;  // ISO dates (or date-times) that bound it, end exclusive
  MaybeText anchor;           // what it was resolved against: "published", "dateline", "text", an id of a time
  MaybeText reason;           // why value is null
  MaybeText mod;              // TIMEX3 mod: START MID END APPROX BEFORE AFTER …
  Producer producer;
  std::vector<TimeReading> alternatives = {};  // other readings, likeliest first
};

enum class FigureKind {
  Money,
  Count,
  Percent,
  Length,
  Mass,
  Area,
  Volume,
  Duration,
  Speed,
  Temperature,
  Rate,
  Rank,
  Other
};
enum class Bound { Exact, About, AtLeast, AtMost, MoreThan, LessThan, Between };

// A text cut from the article together with where it stands.
struct Cut {
  std::string text;
  ByteSpan span;
};

struct SiValue {
  double value = 0;
  std::string unit;
};

// Another way to read a Figure: "$" as another dollar, "tons" as metric ones.
struct FigureReading {
  FigureKind kind = FigureKind::Count;
  std::optional<double> value, low, high;
  MaybeText unit, currency;
  std::optional<SiValue> si;
  double confidence = 0;
};

struct Figure {
  Id id;
  ByteSpan span;
  FigureKind kind = FigureKind::Count;
  std::optional<double> value, low, high;
  Bound bound = Bound::Exact;
  MaybeText unit, currency;  // unit: singular name ("mile"); currency: ISO 4217
  std::optional<SiValue> si;
  std::optional<Cut> of;  // the counted or measured thing
  MaybeText period;       // TIMEX3 duration of "a year" ("P1Y")
  MaybeText reason;       // why value is null
  Producer producer;
  std::vector<FigureReading> alternatives = {};  // other readings, likeliest first
};

// One place that a name may mean.
struct PlaceReading {
  MaybeText name;  // as the gazetteer has it
  std::optional<std::int64_t> geonames;
  std::optional<double> lat, lon;  // degrees, WGS 84
  MaybeText country;               // ISO 3166-1 alpha-3; of a disputed territory the one that ISO has it under
  MaybeText admin1, feature;       // name of the first-level division; GeoNames feature code
  double confidence = 0;
};

struct Place {
  Id id;
  ByteSpan span;
  MaybeText name;
  std::optional<std::int64_t> geonames;
  std::optional<double> lat, lon;
  MaybeText country, admin1, feature;
  std::optional<Id> entity;
  MaybeText reason;
  Producer producer;
  MaybeText controller = {};                    // ISO 3166-1 alpha-3: who holds it, where the text says so
  std::vector<PlaceReading> alternatives = {};  // other readings, likeliest first
};

enum class StatementForm { Direct, Indirect, Mixed };
enum class Force {
  Said,
  Claimed,
  Denied,
  Confirmed,
  Warned,
  Promised,
  Demanded,
  Asked,
  Thought,
  Announced,
  Reported,
  Other
};

struct Anonymity {
  std::optional<int> count;
  MaybeText affiliation, reason;
};

struct Statement {
  Id id;
  StatementForm form = StatementForm::Direct;
  Force force = Force::Said;
  ByteSpans source;                // empty: the text names none
  std::optional<Id> entity;        // of the speaker
  MaybeText speaker;               // resolved name
  MaybeText speaker_reason;        // why speaker is null
  MaybeText speaker_by;            // how the speaker was found: "coreference"
  std::vector<Id> speaker_others;  // entities that were thought of besides, the likeliest first
  bool named = false;
  std::optional<Anonymity> anonymity;
  ByteSpans cue;
  MaybeText cue_lemma;
  ByteSpans content;
  ByteSpans addressee;
  std::optional<Id> addressee_entity;
  std::optional<Id> within;  // the enclosing statement
  std::vector<Id> via;       // outermost outlet first
  std::optional<Id> time, place;
  MaybeText occasion;
  Producer producer;
};

struct Actor {
  std::optional<Id> entity;
  std::string text;
  MaybeText country, sector;
};

struct Event {
  Id id;
  std::string type;  // PLOVER 0.8
  MaybeText mode;
  std::vector<std::string> contexts;
  MaybeText cameo;
  ByteSpans trigger;
  std::vector<Actor> actors, recipients;
  std::optional<Id> place, time;
  std::vector<Id> figures;
  std::string status;
  std::optional<Id> asserted_by;
  Producer producer;
};

struct TransferItem {
  Cut cut;
  MaybeText item_class, model;
};

struct Transfer {
  Id id;
  std::optional<Actor> donor, recipient;
  std::optional<TransferItem> item;
  std::optional<Id> count, amount;
  MaybeText period;
  std::string status;
  std::optional<Id> time, asserted_by;
  ByteSpans evidence;
  Producer producer;
};

struct Source {
  Id id;
  std::optional<Id> statement;  // null: the article itself cites it
  MaybeText cites;              // entity or outlet
  ByteSpans phrase;
  std::string kind;  // outlet official document agency anonymous own_reporting
  Producer producer;
};

// Everything said of one article. `layers` lists the layers that were looked for: an empty list of a layer
// that is not named there means "not looked for", never "none".
struct Record {
  ArticleRow article;
  std::vector<std::string> layers;
  std::vector<ByteSpan> sentences, paragraphs;
  std::vector<TokenRow> tokens;
  std::vector<Entity> entities;
  std::vector<Time> times;
  std::vector<Figure> figures;
  std::vector<Place> places;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Transfer> transfers;
  std::vector<Source> sources;
  std::vector<Note> notes;
};

// The words of the format for each enumerator ("at_least"), and back (nullopt: no such word).
const char* word_of(MentionForm);
const char* word_of(TimeType);
const char* word_of(FigureKind);
const char* word_of(Bound);
const char* word_of(StatementForm);
const char* word_of(Force);

}  // namespace onrecord
