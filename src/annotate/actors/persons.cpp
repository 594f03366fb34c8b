// SPDX-License-Identifier: Apache-2.0
#include "annotate/actors/persons.h"

#include <algorithm>

namespace onrecord::actors {
namespace {

constexpr Day kEver = 99999999;

Day end_of(const Office& office) { return office.to == 0 ? kEver : office.to; }

std::string codes(std::string_view country, std::string_view body, std::string_view sector, std::string_view second) {
  std::string out(country.empty() ? body : country);
  for (const std::string_view code : {sector, second}) {
    if (!code.empty()) (out += out.empty() ? "" : " ") += code;
  }
  return out;
}

}  // namespace

bool is_official(std::string_view sector) {
  constexpr std::string_view kOfficial[] = {"GOV", "MIL", "SPY", "COP", "JUD", "LEG", "IGO"};
  return std::find(std::begin(kOfficial), std::end(kOfficial), sector) != std::end(kOfficial);
}

Standing standing_of(const ActorTable::Impl& table, Index person, Day day) {
  Standing out;
  const Office *held = nullptr, *last = nullptr, *first = nullptr;
  for (const Index k : table.persons[person].offices) {
    const Office& office = table.offices[k];
    const bool begun = office.from <= day || day == 0;
    if (day == 0 ? office.to == 0 : begun && day <= end_of(office)) {
      if (held == nullptr || office.from > held->from) held = &office;
    }
    if (begun && (last == nullptr || end_of(office) > end_of(*last))) last = &office;
    if (first == nullptr || office.from < first->from) first = &office;
  }
  if (held != nullptr) return out.office = held, out;
  if (last != nullptr) {
    out.office = last;
    out.former = day != 0 && is_official(last->sector);
    out.undated = day == 0;
    return out;
  }
  out.office = first;
  out.not_yet = true;
  return out;
}

std::string evidence_of(const Person& person, const Office& office) {
  std::string out =
      person.name + ", " + office.title + ", " + codes(office.country, office.body, office.sector, office.second);
  if (office.from != 0) out += ", from " + office.from_text;
  if (office.to != 0) out += (office.from == 0 ? ", until " : " to ") + office.to_text;
  return out;
}

std::string evidence_of(const Organisation& organisation) {
  return organisation.name + ", " +
         codes(organisation.country, organisation.body, organisation.sector, organisation.second);
}

}  // namespace onrecord::actors
