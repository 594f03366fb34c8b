// SPDX-License-Identifier: Apache-2.0
// A source phrase taken apart, and what it tells of a speaker without a name of their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "annotate/statements/reading.h"

namespace onrecord::statements {

// "|two| |US| |officials| familiar with the plan".
struct SourceParts {
  Range head;           // to the first comma, bracket or preposition
  Index noun = kNone;   // last word of the head
  Index after = kNone;  // what follows the head; the source's end if nothing does
};

SourceParts take_apart(const Reading& reading, Range source);

// A speaker known by description: "German government", "Ukraine's ambassador", "defence minister"; of "a spokeswoman
// for the finance ministry" the ministry, with `named` false. Empty where the phrase singles nobody out.
struct Described {
  std::string text;
  bool named = false;
};
Described describe_source(const Reading& reading, const SourceParts& parts, Range source);

// Who wrote the document that is the source: "a report by |the Northern Bank|" a chain of names, "reports from |Reyle
// hospital|" a description. Refused: "reports from Moscow" (a place writes nothing), "a letter from residents".
struct Author {
  Index chain = kNone;
  std::string text;
  bool named = false;  // refused: "a statement by the union", which has no name
};
Author author_of(const Reading& reading, const SourceParts& parts, Range source);

// The phrase after "for", "of", "in" that follows the head: to the next comma.
Range complement(const Reading& reading, const SourceParts& parts, Range source);

// Whether it is a word for a body that speaks as one: "government", "ministry".
bool is_body(std::string_view lower_word);

// Whether a title may be that of the phrase: "Finance Minister" of "the minister" and "the finance minister", not of
// "the prime minister"; "Deputy Mayor" not of "the mayor". The title in lower case.
bool same_office(const Reading& reading, Range head, std::string_view lower_title);

// Whether the head is a word for one person: "a spokesman", "the minister".
bool one_person(const Reading& reading, const SourceParts& parts);

}  // namespace onrecord::statements
