// SPDX-License-Identifier: Apache-2.0
// The layers of a Document: tables of plain rows, made once by a finder and const from then on. Rows hold
// spans, indices and short values; no pointers into the document and no views.
//
// Units: ByteSpan, UTF-8 bytes of the article's canonical text. Indices count rows of the named layer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/actors.h"
#include "onrecord/records.h"
#include "onrecord/rules.h"

namespace onrecord {

using Index = std::uint32_t;
inline constexpr Index kNone = 0xFFFFFFFF;

// Half-open range of row indices.
struct Range {
  Index begin = 0;
  Index end = 0;
  Index size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Index at) const { return begin <= at && at < end; }
};

// ---- paragraphs, tokens, sentences ---------------------------------------------------------------------------

// Blocks of running text without outer blanks, in text order, disjoint.
struct Paragraphs {
  std::vector<ByteSpan> spans;
};

// What a token looks like, decided once by the tokenizer so that finders need not look at characters again.
enum Shape : std::uint16_t {
  kHasLetter = 1,
  kHasDigit = 2,
  kCapitalised = 4,    // the first letter is a capital: "Kyiv", "NATO"
  kAllCaps = 8,        // two or more letters and all are capitals: "NATO"
  kPunctuation = 16,   // no letter and no digit
  kOpensQuote = 32,    // an opening quotation mark, or a straight one that opens
  kClosesQuote = 64,   // a closing quotation mark, or a straight one that closes
  kSpaceBefore = 128,  // blank (or the paragraph's start) before it
};

struct Token {
  ByteSpan span;
  std::uint16_t shape = 0;

  bool is(Shape bits) const { return (shape & bits) != 0; }
};

// Syntactic words after Universal Dependencies' conventions for English ("do|n't", "Russia|'s"), in text order,
// disjoint, none across a blank.
struct Tokens {
  std::vector<Token> rows;

  Index size() const { return static_cast<Index>(rows.size()); }
  const Token& operator[](Index at) const { return rows[at]; }
  // Tokens that overlap a span.
  Range covering(ByteSpan span) const;
};

struct Sentence {
  ByteSpan span;
  Range tokens;
  Index paragraph = 0;
};

// In text order; together they hold every token, and none crosses a paragraph's end.
struct Sentences {
  std::vector<Sentence> rows;

  Index size() const { return static_cast<Index>(rows.size()); }
  const Sentence& operator[](Index at) const { return rows[at]; }
  // The sentence that holds a token. REQUIRES: a token of the same document.
  Index of_token(Index token) const;
};

// ---- what the language model makes of the tokens -------------------------------------------------------------

// A vector a token, and which tokens were read together. For finders; not part of the record.
struct WordVectors {
  std::size_t width = 0;       // values of a vector
  std::vector<float> values;   // (tokens, width)
  std::vector<Range> windows;  // of tokens, in text order; together they hold every token

  Index size() const { return windows.empty() ? 0 : windows.back().end; }
  // The vectors of a token and of those after it stand one after the other. REQUIRES: a token of the document.
  const float* of(Index token) const { return values.data() + token * width; }
  // The tokens that were read together with this one: all that its vector knows of. REQUIRES: as above.
  Range window_of(Index token) const;
};

// What the rows of Syntax point into; it belongs to the model and is shared by all documents.
struct SyntaxLabels {
  struct Tag {
    std::string upos, xpos, feats;  // empty: none
  };
  std::vector<Tag> tags;
  std::vector<std::string> relations;
};

// A row a token: tag, lemma and place in the dependency tree of its sentence (Universal Dependencies).
struct SyntaxRow {
  std::uint16_t tag = 0, relation = 0;  // of SyntaxLabels
  Index head = kNone;                   // token; kNone at the root, one a sentence
  float confidence = 0;                 // that tag and relation are right, as the model has it
};
struct Syntax {
  std::shared_ptr<const SyntaxLabels> labels;
  std::vector<SyntaxRow> rows;
  std::vector<std::string> lemmas;

  Index size() const { return static_cast<Index>(rows.size()); }
  const SyntaxRow& operator[](Index token) const { return rows[token]; }
  const std::string& upos(Index token) const { return labels->tags[rows[token].tag].upos; }
  const std::string& xpos(Index token) const { return labels->tags[rows[token].tag].xpos; }
  const std::string& feats(Index token) const { return labels->tags[rows[token].tag].feats; }
  const std::string& relation(Index token) const { return labels->relations[rows[token].relation]; }
};

// ---- values --------------------------------------------------------------------------------------------------

struct TimeRow {
  ByteSpan span;
  TimeType type = TimeType::Date;
  MaybeText value;            // TIMEX3
  MaybeText begin, end_excl;  // ISO
  enum class Anchor : std::uint8_t { None, Published, Dateline, Text, Time } anchor = Anchor::None;
  Index anchor_time = kNone;     // the row, with Anchor::Time
  const char* reason = nullptr;  // why value is null
  const char* mod = nullptr;     // TIMEX3 mod
  const Rule* rule = nullptr;
  std::vector<TimeReading> alternatives;
};
struct Times {
  std::vector<TimeRow> rows;
  std::vector<Note> notes;  // dates that do not exist
};

struct FigureRow {
  ByteSpan span;
  FigureKind kind = FigureKind::Count;
  std::optional<double> value, low, high;
  Bound bound = Bound::Exact;
  MaybeText unit, currency;
  std::optional<SiValue> si;
  std::optional<ByteSpan> of;
  MaybeText period;
  const char* reason = nullptr;  // why value is null
  const Rule* rule = nullptr;
  std::vector<FigureReading> alternatives;
};
struct Figures {
  std::vector<FigureRow> rows;
};

// ---- places --------------------------------------------------------------------------------------------------

struct PlaceRow {
  ByteSpan span;
  PlaceReading place;            // null where the gazetteer lacks it
  const char* reason = nullptr;  // why it has no coordinates
  MaybeText controller;          // ISO 3166-1 alpha-3
  std::vector<PlaceReading> alternatives;
  const Rule* rule = nullptr;
};
// A word that tells a country but no place: a demonym ("Danish"), or a capital that stands for its government
// ("Moscow said"). For finders of actors; not part of the record.
struct CountryWord {
  ByteSpan span;
  std::string country;  // ISO 3166-1 alpha-3; "" where several or none
};
struct Places {
  std::vector<PlaceRow> rows;  // in text order, disjoint
  std::vector<CountryWord> demonyms, metonyms;
};

// ---- names ---------------------------------------------------------------------------------------------------

// What the language model takes for a name; null types are not there.
struct NameSpan {
  Range tokens;
  std::string type;       // PERSON ORG GPE …
  float probability = 0;  // of the span with its type, as the model has it
};
struct NameSpans {
  std::vector<NameSpan> rows;  // in text order, disjoint, none across a sentence's end
};

struct NameMention {
  ByteSpan span;
  Range tokens;
  Index chain = 0;
  MentionForm form = MentionForm::Name;
};
// All mentions of one name string in the article ("Jake Sullivan" … "Sullivan"); a string, not yet an entity.
struct NameChain {
  std::string name;  // the fullest form
  MaybeText type;    // PERSON ORG GPE … where the model or a rule can tell, else null
  std::vector<Index> mentions;
  std::vector<Role> roles;  // titles before or after the name
  const Rule* rule = nullptr;
  std::optional<float> confidence;  // of this row, where a model made it; else that of the rule
};
struct Names {
  std::vector<NameMention> mentions;  // in text order
  std::vector<NameChain> chains;      // in order of first mention
};

// ---- coreference ---------------------------------------------------------------------------------------------

// A phrase that stands for an entity: a name, "the minister", "she".
struct EntityMention {
  ByteSpan span;
  Range tokens;
  Index head = kNone;  // the token that the phrase hangs on
  Index entity = 0;
  MentionForm form = MentionForm::Name;
};
// Someone or something that the article names, or comes back to.
struct EntityRow {
  std::string name;   // the fullest name; of an entity without one, its first phrase
  bool named = true;  // whether `name` is a name
  MaybeText type;     // as in NameChain; PERSON for what is called he or she
  std::vector<Index> mentions;
  std::vector<Index> chains;  // of Names, in their order
  const Rule* rule = nullptr;
  std::optional<float> confidence;  // of this row, where it is that of a name alone; else that of the rule
};
struct Coreference {
  std::vector<EntityMention> mentions;  // in text order, of those that begin together the longest first
  std::vector<EntityRow> entities;      // in order of first mention
  std::vector<Index> entity_of_chain;   // of each chain of Names
};

// ---- actors --------------------------------------------------------------------------------------------------

// Who the entities are: country and sector.
struct Actors {
  std::vector<ActorReading> of_entity;  // one for each entity of Coreference; without it, for each chain of Names
};

// ---- quotations and statements -------------------------------------------------------------------------------

// One quotation with its marks. A quotation that runs over paragraphs has one piece per paragraph.
struct Quote {
  ByteSpans pieces;      // marks included
  Index parent = kNone;  // the quotation it stands in
  bool closed = true;    // false: the closing mark is missing; a note says so
};
struct Quotes {
  std::vector<Quote> rows;  // in order of their first byte, parents before children
  std::vector<Note> notes;
};

struct StatementRow {
  StatementForm form = StatementForm::Direct;
  Force force = Force::Said;
  ByteSpans source, cue, content, addressee;
  Index speaker = kNone;                 // chain of Names
  std::string speaker_name;              // a speaker known by description only ("German government"); else empty
  const char* speaker_reason = nullptr;  // why there is no speaker
  const char* speaker_by = nullptr;      // how the speaker was found
  std::vector<Index> speaker_others;     // chains of Names that were thought of besides, the likeliest first
  bool named = false;
  std::optional<Anonymity> anonymity;
  std::string cue_lemma;
  Index within = kNone;              // the enclosing statement
  std::vector<Index> via;            // chains of Names, outermost outlet first
  Index time = kNone;                // of Times: when it was said
  Index place = kNone;               // of Places: where
  std::optional<ByteSpan> occasion;  // "a news conference in Kyiv"
  const Rule* rule = nullptr;
  std::optional<float> confidence;  // of this row, where the model's heads had a say; else that of the rule
};
struct Statements {
  std::vector<StatementRow> rows;  // in order of their first byte
};

}  // namespace onrecord
