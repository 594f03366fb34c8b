// SPDX-License-Identifier: Apache-2.0
// The table of actors in memory: rows of countries, offices, organisations and words, and the names that lead to
// them. Its files are described in actors/README.md.
//
// Lifetime: views live as long as the table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "doc/layers.h"
#include "onrecord/actors.h"

namespace onrecord::actors {

// A day as the number yyyymmdd, so that days compare; 0: unknown.
using Day = std::uint32_t;

// A day from an ISO 8601 date, date-time, month or year: the first of a month or year, or with `last` its end. 0
// where it is none.
Day day_of(std::string_view iso, bool last = false);

enum class SenseKind : std::uint8_t { Country, Person, Organisation, Seat, Shared, Region, Surname, Word };

// What a key may mean. `row` counts rows of the kind's list; of Person and Surname rows of persons.
struct Sense {
  SenseKind kind = SenseKind::Word;
  Index row = 0;
  std::uint8_t capitals = 0;  // the surface must have: 0 nothing, 1 a capital, 2 capitals only
  bool alone = true;  // false: a surname that needs a title; an everyday word ("Apple") that counts only where no
                      // other capitalised word stands beside it
};

struct CountryEntry {
  std::string alpha3, name;
};

struct Office {
  std::string title, country, body, sector, second;  // sector: PLOVER
  Day from = 0, to = 0;                              // 0: unknown or still
  std::string from_text, to_text;                    // as the row says them
  std::string title_key;
};

struct Person {
  std::string name;
  std::vector<Index> offices;
};

struct Organisation {
  std::string name, country, body, sector, second;
};

// How much a word says of the sector: a strong head decides, a modifier where the head is weak or thin, a weak head
// only if nothing else does; thin ones are heads that say nothing, and None is no actor at all.
enum class Strength : std::uint8_t { None, Thin, Weak, Modifier, Strong };

struct Word {
  std::string phrase, sector, second;
  Strength strength = Strength::Strong;
  bool office = false;  // who held it once is of the elite (ELI)
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace onrecord::actors

namespace onrecord {

struct ActorTable::Impl {
  std::vector<actors::CountryEntry> countries;
  std::vector<actors::Office> offices;
  std::vector<actors::Person> persons;
  std::vector<actors::Organisation> organisations;
  std::vector<actors::Word> words;
  std::uint64_t hash = 0;

  // The senses of a folded key; null where there are none.
  const std::vector<actors::Sense>* find(std::string_view key) const;
  // The words of the longest key that begins with this word; 0: none begins so.
  std::size_t longest(std::string_view first_word) const;

  // Adds the rows of a file. ERRORS: BadInput with line and what is wrong.
  Status add_country_names(std::string_view tsv);
  Status add_countries(std::string_view tsv, const char* where);
  Status add_offices(std::string_view tsv, const char* where);
  Status add_organisations(std::string_view tsv, const char* where);
  Status add_words(std::string_view tsv, const char* where);
  Status add_users(std::string_view tsv, const std::string& where);

 private:
  using Fields = std::vector<std::string_view>;
  Status add_country(const Fields& fields);
  Status add_office(const Fields& fields);
  Status add_organisation(const Fields& fields);
  Status add_word(const Fields& fields);
  void add_key(std::string_view name, actors::Sense sense);
  void add_names(std::string_view names, actors::Sense sense);
  Index country_row(std::string_view alpha3);

  actors::TextMap<std::vector<actors::Sense>> senses_;
  actors::TextMap<std::uint8_t> longest_;
  actors::TextMap<Index> persons_by_name_, countries_by_code_;
  actors::TextMap<std::string> alpha3_of_, names_of_, adjectives_of_;  // by alpha-2
};

}  // namespace onrecord
