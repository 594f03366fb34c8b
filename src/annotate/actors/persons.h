// SPDX-License-Identifier: Apache-2.0
// What a person of the table was on a day.
#pragma once

#include "annotate/actors/table.h"

namespace onrecord::actors {

struct Standing {
  const Office* office = nullptr;  // the one held, else the last or first one; never null
  bool former = false;             // all offices have ended by the day
  bool undated = false;            // no day was asked for, and the office has ended
  bool not_yet = false;            // the day lies before all offices
};

Standing standing_of(const ActorTable::Impl& table, Index person, Day day);

// "Ada Brook, premier, NLD GOV, 2011-05-02 to 2014-06-30".
std::string evidence_of(const Person& person, const Office& office);
std::string evidence_of(const Organisation& organisation);

// Whether who leaves such an office is a former official (ELI).
bool is_official(std::string_view sector);

}  // namespace onrecord::actors
