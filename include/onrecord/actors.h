// SPDX-License-Identifier: Apache-2.0
// Actors: which country a person, body or group belongs to and what sort of actor it is, by a table of names and
// words that users can extend (actors/README.md).
//
// Thread rule: an ActorTable is immutable after open() and may be shared. Lifetime: readings own their texts.
// Words: countries are ISO 3166-1 alpha-3, with XKX for Kosovo and the codes of ISO 3166-3 for states that are no
// more (SUN, YUG). Sectors are PLOVER's: GOV MIL SPY COP JUD LEG PTY OPP REB UAF PRM CRM BUS LAB AGR EDU MED JRN REL
// REF NGO IGO SOC CVL ELI PRE.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/records.h"
#include "onrecord/result.h"
#include "onrecord/rules.h"

namespace onrecord {

// What is known of a phrase besides its words.
struct ActorQuestion {
  std::string_view date = {};     // ISO 8601, may be a year or month only; "": unknown
  std::string_view country = {};  // alpha-3 that decides between readings; never an answer by itself
};

// What a phrase names. Unknown is null and the reason says why.
struct ActorReading {
  MaybeText country;
  MaybeText body;  // the international body it belongs to: "EU", "UN"; "IGO" for others
  MaybeText sector, second_sector;
  MaybeText country_reason, sector_reason;
  MaybeText evidence;  // the row of the table: "Ada Brook, premier, NLD GOV, 2011-05-02 to 2014-06"
  std::vector<ActorAlternative> alternatives;
  const Rule* rule = nullptr;  // null: nothing was found
  double confidence = 0;
};

// The same as PLOVER writes it: "IGO" or "EUR" as the country of international bodies, "UNK" for an actor of unknown
// sector, "JNK" for what is no actor, "" for none.
struct PloverCodes {
  std::string country, code_1, code_2;
};
PloverCodes plover_codes(const ActorReading& reading);

class ActorTable {
 public:
  // The table that the program holds, and the rows of `more` files. ERRORS: NotFound, Unreadable, BadInput with file
  // and line.
  static Result<ActorTable> open(const std::vector<std::string>& more = {});
  ActorTable(ActorTable&&) noexcept;
  ActorTable& operator=(ActorTable&&) noexcept;
  ~ActorTable();

  // Of a noun phrase that stands for an actor: "four Saudi men", "the defence ministry of Ukraine".
  ActorReading resolve(std::string_view phrase, const ActorQuestion& question = {}) const;

  // Of all rows: what results depend on.
  std::uint64_t hash() const;

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  explicit ActorTable(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
