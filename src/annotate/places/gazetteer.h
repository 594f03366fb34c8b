// SPDX-License-Identifier: Apache-2.0
// The gazetteer: one read-only file of places and their names (docs/places.md), mapped into memory.
//
// Thread rule: immutable after open(); share it. Lifetime: views and spans live as long as the Gazetteer.
// Units: degrees (WGS 84).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "doc/layers.h"
#include "onrecord/result.h"

namespace onrecord {

// What sort of thing a row is; the feature code says more.
enum class PlaceKind : std::uint8_t { City, Country, Division, County, Region };

// What a name is to its place.
enum NameUse : std::uint8_t { kOtherName = 0, kPrimaryName = 1, kAbbreviation = 2, kDemonym = 4 };

// One place of the file, as it lies there.
struct GazetteerRow {
  std::uint32_t geonames;        // 0: none known
  std::int32_t lat_e5, lon_e5;   // hundred-thousandths of a degree
  std::uint32_t population;      // 0: unknown; of a division, of the towns in it
  std::uint32_t name;            // offset of the main name
  std::uint32_t admin1, admin2;  // rows of the divisions it lies in; kNone
  std::uint16_t country;         // index of country(); 0xFFFF: none or several
  std::uint8_t feature;          // index of the feature codes
  std::uint8_t kind;             // PlaceKind
};
static_assert(sizeof(GazetteerRow) == 32);

// One reading of a name.
struct Posting {
  std::uint32_t bits;
  Index row() const { return bits >> 3; }
  std::uint8_t use() const { return bits & 7; }
};

struct CountryRow {
  char iso2[4], iso3[4];
  std::uint32_t row;
};

class Gazetteer {
 public:
  // ERRORS: NotFound, Unreadable, BadInput (not a gazetteer, cut short), WrongVersion.
  static Result<Gazetteer> open(const std::string& path);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  // The places of a name by its key (append_key), those with most people first; empty where none has it.
  std::span<const Posting> find(std::string_view key) const;

  // Appends what a name is looked up by: small letters without marks, no stops and apostrophes, one blank between
  // words, "Saint", "Mount" and "Fort" shortened. False where the surface holds what no name has (a bracket).
  bool append_key(std::string_view surface, std::string& key) const;

  Index size() const { return static_cast<Index>(rows_.size()); }
  const GazetteerRow& operator[](Index row) const { return rows_[row]; }
  std::string_view name(Index row) const { return text(rows_[row].name); }
  std::string_view feature(Index row) const;  // GeoNames feature code: "PPLC", "ADM1"
  PlaceKind kind(Index row) const { return static_cast<PlaceKind>(rows_[row].kind); }
  // ISO 3166-1 alpha-3; "" where it lies in none or several.
  std::string_view country(Index row) const;
  Index country_row(Index row) const;  // kNone: as above
  Index country_of_iso2(std::string_view iso2) const;
  // Whether `inner` lies in `outer`: a country, a division or a county.
  bool inside(Index inner, Index outer) const;

  std::string_view notice() const { return notice_; }
  std::uint64_t hash() const { return hash_; }

 private:
  struct File;
  Gazetteer();
  std::string_view text(std::uint32_t offset) const { return strings_.data() + offset; }

  std::unique_ptr<File> file_;
  std::string_view notice_, strings_;
  std::span<const char> folds_, features_;
  std::span<const CountryRow> countries_;
  std::span<const GazetteerRow> rows_;
  std::span<const std::uint32_t> slots_;
  struct Entry {
    std::uint32_t key, first;
  };
  std::span<const Entry> entries_;
  std::span<const Posting> postings_;
  std::uint64_t hash_ = 0;
};

// Kilometres between two places along a great circle.
double kilometres(const GazetteerRow& a, const GazetteerRow& b);

}  // namespace onrecord
