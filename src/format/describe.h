// SPDX-License-Identifier: Apache-2.0
// Rows in words for people: what the page and the terminal show. Never parsed, may be reworded at will.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "onrecord/records.h"

namespace onrecord {

// The pieces of the text, joined by " … ".
std::string surface_of(const Record& record, const ByteSpans& spans);

// Without an exponent as long as a reader can count the digits: 2000000, 2.5, 1e+20.
std::string plain_number(double value);

// 1600 -> "1,600"; 2.5 -> "2.5"
std::string grouped_number(double value);

std::string value_in_words(const Figure& figure);      // "at least 3,000,000,000 GBP a year"; "" where unknown
std::string value_in_words(const Time& time);          // "2024-02"; "" where unknown
std::string confidence_in_words(const Producer& one);  // "0.87"

// Another reading and how likely it is: "2023-06-05 (0.50)", "40,000,000 AUD (0.30)".
std::string reading_in_words(const TimeReading& reading);
std::string reading_in_words(const FigureReading& reading);
std::string reading_in_words(const PlaceReading& reading);  // "Paris, Texas, USA (0.31)"

// Rows of a record by id. Lifetime: looks into the record.
class RowNames {
 public:
  explicit RowNames(const Record& record);

  // A name a reader knows the row by: an entity's name, a time's or figure's surface, a statement's speaker;
  // the id itself where there is none.
  std::string name_of(const Id& id) const;

  // Who speaks: the resolved name, else the words of the source, else "" (the text names none).
  std::string speaker_of(const Statement& statement) const;

  const Entity* entity(const std::optional<Id>& id) const;

 private:
  const Record& record_;
  std::unordered_map<std::string_view, const Entity*> entities_;
  std::unordered_map<std::string_view, ByteSpan> spans_;
  std::unordered_map<std::string_view, const Statement*> statements_;
};

}  // namespace onrecord
