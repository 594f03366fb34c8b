// SPDX-License-Identifier: Apache-2.0
// Cues: the verbs by which a text says that somebody said something, with what may follow each of them.
#pragma once

#include <cstdint>
#include <string_view>

#include "onrecord/records.h"

namespace onrecord::statements {

// What a cue may be followed by (or, for kQuote, preceded by).
enum Frame : std::uint16_t {
  kQuote = 1,         // "…," she said; also she said: "…"
  kThat = 2,          // said that …
  kClause = 4,        // said … without "that"
  kNoun = 8,          // praised the plan
  kInfinitive = 16,   // promised to …
  kWhether = 32,      // asked whether …
  kTold = 64,         // told the press that …: the hearer stands between
  kOrder = 128,       // urged them to …: hearer, then infinitive
  kPassive = 256,     // is expected to …
  kFiniteOnly = 512,  // its -ing form says too little: "a film showing …"
  kAside = 1024       // …, a study found: after what is said, though no quotation goes with it
};

struct Cue {
  std::string_view lemma;
  Force force;
  std::uint16_t frames;
  std::string_view prepositions;  // " for on ": called for …, each with blanks around it
};

enum class VerbForm : std::uint8_t { Base, Third, Past, Participle, Ing };

// A form of a cue ("warned"): which cue, and which form. `Past` forms that are also participles are Past.
struct CueForm {
  std::uint16_t cue = 0;
  VerbForm form = VerbForm::Base;
};

const Cue& cue_at(std::uint16_t cue);

// Kinds of words that shape clauses; one word may be several.
enum WordKind : std::uint32_t {
  kAux = 1,               // has, would, did
  kBe = 2,                // is, was, been (also kAux)
  kAdverb = 4,            // also, repeatedly, later
  kNot = 8,               // not, n't, never
  kPronoun = 16,          // he, she, they: subjects
  kDeterminer = 32,       // the, a, his, many
  kPreposition = 64,      //
  kAnd = 128,             // and, or, but
  kSubordinator = 256,    // because, when, if
  kRelative = 512,        // who, which, whose
  kTimeWord = 1024,       // Tuesday, today, last, week
  kObjectPronoun = 2048,  // him, them
  kFinite = 4096,         // a finite verb that is no cue: went, made, took
  kThatWord = 8192,
  kToWord = 16384,
  kWhWord = 32768,      // whether, how, what, why
  kPeople = 65536,      // officials, residents: sources without a name
  kAdjective = 131072,  // before a noun at a source's start: senior, two
};

struct WordEntry {
  std::uint32_t kinds = 0;
  std::uint16_t cue = 0;  // number of the cue + 1; 0: no cue
  VerbForm form = VerbForm::Base;
};

// What is known of a word (ASCII lower case); an empty entry for most words.
WordEntry look_up(std::string_view lower_word);

}  // namespace onrecord::statements
