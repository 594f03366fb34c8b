// SPDX-License-Identifier: Apache-2.0
// The finders: each is a pure function of the layers it names and returns one new layer. Their order is in
// analyze.cpp. The tables of rules say what each finder looks for.
//
// Thread rule: finders keep no state; call them from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "doc/layers.h"
#include "onrecord/actors.h"
#include "text/text.h"

namespace onrecord {

namespace statements {
class RoleReader;
}

// Blocks of running text: split at blank lines and, where lines are whole paragraphs, at line ends.
Paragraphs find_paragraphs(const Text& text);

// Words after UD's conventions for English.
Tokens find_tokens(const Text& text, const Paragraphs& paragraphs);
Sentences find_sentences(const Text& text, const Paragraphs& paragraphs, const Tokens& tokens);

// Time expressions with TIMEX3 values. `published` (ISO 8601) is what relative expressions are resolved against;
// without it their value is null and says why.
Times find_times(const Text& text, const Tokens& tokens, const Sentences& sentences,
                 std::optional<std::string_view> published);
Rules time_rules();

// Numbers with what they count or measure; leaves alone what `times` has taken, but for durations.
Figures find_figures(const Text& text, const Tokens& tokens, const Sentences& sentences, const Times& times);
Rules figure_rules();

// Strings that are names, grouped within the article. With `seen` (of the language model) exactly those spans are
// names, of the types it says, and rules tell their titles and which of them are one; with null rules find all.
Names find_names(const Text& text, const Tokens& tokens, const Sentences& sentences, const NameSpans* seen = nullptr);
Rules name_rules();

// What the language model's rows name as their producer: no sentence can show what it accepts, and each row has a
// confidence of its own.
Rules model_rules();

// Names of places with what they mean. Names of persons are no places.
class Gazetteer;
Places find_places(const Text& text, const Tokens& tokens, const Sentences& sentences, const Names& names,
                   const Gazetteer& gazetteer);
Rules place_rules();

// Country and sector of each entity, on the day of publication; without coreference (null) of each chain of names.
// Places, where they were looked for, tell the countries of towns.
Actors find_actors(const Text& text, const Tokens& tokens, const Names& names, const Coreference* coreference,
                   const Places* places, std::optional<std::string_view> published, const ActorTable& table);
Rules actor_rules();

// Quotations by their marks: nested, broken, over several paragraphs, unclosed.
Quotes find_quotes(const Text& text, const Paragraphs& paragraphs);

// What find_statements() uses where it is there; null: it is not.
struct StatementAids {
  const statements::RoleReader* heads = nullptr;  // of the language model: more statements than the rules find
  const Coreference* coreference = nullptr;       // whom pronouns and titles mean
  const Times* times = nullptr;                   // when it was said
  const Places* places = nullptr;                 // where
  const Syntax* syntax = nullptr;                 // how the words hang together
};

// Who said what.
Statements find_statements(const Text& text, const Paragraphs& paragraphs, const Tokens& tokens,
                           const Sentences& sentences, const Quotes& quotes, const Names& names,
                           const StatementAids& aids = {});
Rules statement_rules();
Rules statement_model_rules();  // rows that the model made; apart, as their examples need it

}  // namespace onrecord
