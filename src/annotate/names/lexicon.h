// SPDX-License-Identifier: Apache-2.0
// What single words tell about names: titles, given names, heads of organisations, words of the calendar and
// common words that stand at the start of a sentence. Words are ASCII lower case.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::names {

enum WordClass : std::uint32_t {
  kTitleHead = 1,         // president, minister, spokesman: may stand right before a name
  kTitleModifier = 2,     // prime, vice, deputy: part of a title before its head
  kHonorific = 4,         // Mr., Mrs., Sir
  kGivenMale = 8,         //
  kGivenFemale = 16,      //
  kOrgHead = 32,          // ministry, party, university: makes an organisation
  kCalendar = 64,         // days and months
  kCommon = 128,          // an everyday word; at a sentence's start its capital tells nothing
  kConnector = 256,       // de, bin, von: inside a name
  kOfHead = 512,          // may be followed by "of" inside a name: Bank of …, House of …
  kMaleTitle = 1024,      // Mr., King, spokesman
  kFemaleTitle = 2048,    // Mrs., Queen, spokeswoman
  kOutlet = 4096,         // BBC, Reuters: says what others say
  kNationality = 8192,    // Russian, French: before a title, no part of a name
  kPlaceName = 16384,     // countries and much-named cities: no person
  kCompanySuffix = 32768  // Inc, Ltd: closes a company's name
};

// All classes of a word; 0 for a word that is in no table.
std::uint32_t classes_of(std::string_view lower_word);

// What title and given name tell.
struct Gender {
  bool male = false, female = false;
};
inline Gender gender_of(std::uint32_t bits) {
  return {(bits & (kMaleTitle | kGivenMale)) != 0, (bits & (kFemaleTitle | kGivenFemale)) != 0};
}

// Names of news outlets of more than one word ("new york times"), lower case.
bool is_outlet(std::string_view lower_name);

}  // namespace onrecord::names
