// SPDX-License-Identifier: Apache-2.0
#include "annotate/places/gazetteer.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "base/hash.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

constexpr std::string_view kMagic{"ONRGAZ\0\0", 8};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHead = 16, kSections = 9;
constexpr std::uint16_t kNoCountry = 0xFFFF;

// The sections of the file, in its order.
enum Section : std::size_t { kNotice, kFolds, kCountries, kFeatures, kRows, kSlots, kEntries, kPostings, kStrings };

std::uint32_t fnv1a(std::string_view key) {
  std::uint32_t value = 0x811C9DC5;
  for (const char c : key) value = (value ^ static_cast<unsigned char>(c)) * 0x01000193;
  return value;
}

Error bad(const std::string& what, const std::string& path) { return {ErrorCode::BadInput, what, path}; }

}  // namespace

// The file, mapped while this lives.
struct Gazetteer::File {
  void* data = MAP_FAILED;
  std::size_t size = 0;

  File() = default;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (data != MAP_FAILED) ::munmap(data, size);
  }

  Status map(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
      const bool missing = errno == ENOENT;
      return Error{missing ? ErrorCode::NotFound : ErrorCode::Unreadable, "cannot open the gazetteer", path};
    }
    struct stat about {};
    const bool usable = ::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0;
    if (usable) {
      size = static_cast<std::size_t>(about.st_size);
      data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    }
    ::close(descriptor);
    if (data == MAP_FAILED) return Error{ErrorCode::Unreadable, "cannot read the gazetteer", path};
    return Ok{};
  }

  std::string_view bytes() const { return {static_cast<const char*>(data), size}; }

  template <class T>
  T number(std::size_t at) const {
    T value;
    std::memcpy(&value, bytes().data() + at, sizeof value);
    return value;
  }

  template <class T>
  std::span<const T> section(std::size_t index) const {
    const auto offset = number<std::uint64_t>(kHead + 16 * index);
    const auto length = number<std::uint64_t>(kHead + 16 * index + 8);
    return {reinterpret_cast<const T*>(bytes().data() + offset), static_cast<std::size_t>(length) / sizeof(T)};
  }
};

Gazetteer::Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const std::string& path) {
  Gazetteer made;
  made.file_ = std::make_unique<File>();
  const File& file = *made.file_;
  ONRECORD_CHECK_OK(made.file_->map(path));
  if (file.size < kHead + 16 * kSections || file.bytes().substr(0, 8) != kMagic) {
    return bad("this is no gazetteer", path);
  }
  if (const auto version = file.number<std::uint32_t>(8); version != kVersion) {
    return Error{
        ErrorCode::WrongVersion,
        "the gazetteer has version " + std::to_string(version) + ", this program reads " + std::to_string(kVersion),
        path};
  }
  for (std::size_t k = 0; k < kSections; ++k) {
    const auto offset = file.number<std::uint64_t>(kHead + 16 * k);
    const auto length = file.number<std::uint64_t>(kHead + 16 * k + 8);
    if (offset % 16 != 0 || offset > file.size || length > file.size - offset) {
      return bad("the gazetteer is cut short", path);
    }
  }
  const std::span<const char> notice = file.section<char>(kNotice), strings = file.section<char>(kStrings);
  made.notice_ = {notice.data(), notice.size()};
  while (!made.notice_.empty() && made.notice_.back() == '\0') made.notice_.remove_suffix(1);
  made.strings_ = {strings.data(), strings.size()};
  made.folds_ = file.section<char>(kFolds);
  made.countries_ = file.section<CountryRow>(kCountries);
  made.features_ = file.section<char>(kFeatures);
  made.rows_ = file.section<GazetteerRow>(kRows);
  made.slots_ = file.section<std::uint32_t>(kSlots);
  made.entries_ = file.section<Entry>(kEntries);
  made.postings_ = file.section<Posting>(kPostings);
  const std::size_t slots = made.slots_.size();
  if (slots == 0 || (slots & (slots - 1)) != 0 || made.strings_.empty() || made.strings_.back() != '\0' ||
      made.entries_.size() * 2 > slots + 2 || made.entries_.empty()) {
    return bad("the gazetteer's parts do not fit together", path);
  }
  made.hash_ = hash64(file.bytes());
  return made;
}

std::span<const Posting> Gazetteer::find(std::string_view key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = fnv1a(key) & mask;; at = (at + 1) & mask) {
    const std::uint32_t slot = slots_[at];
    if (slot == 0) return {};
    const Entry& entry = entries_[slot - 1];
    if (text(entry.key) == key) return postings_.subspan(entry.first, entries_[slot].first - entry.first);
  }
}

namespace {

// Letters that only end a word in a key: "Saint Paul" is found as "st paul".
void shorten_word(std::string& key, std::size_t begin) {
  constexpr std::string_view kLong[][2] = {{"saint", "st"}, {"mount", "mt"}, {"fort", "ft"}};
  for (const auto& [word, brief] : kLong) {
    if (std::string_view(key).substr(begin) == word) key.replace(begin, std::string::npos, brief);
  }
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BB || c == 0x02BC || c == '`';
}
bool is_joint(char32_t c) { return c == ' ' || c == '-' || c == 0x2013 || c == '/' || c == '\n' || c == 0xA0; }

}  // namespace

bool Gazetteer::append_key(std::string_view surface, std::string& key) const {
  std::size_t word = key.size();
  if (word > 0 && key.back() != ' ') {  // goes on with the word before
    const std::size_t blank = key.rfind(' ');
    word = blank == std::string::npos ? 0 : blank + 1;
  }
  for (std::size_t at = 0; at < surface.size();) {
    const Decoded c = decode_utf8(surface, at);
    if (is_joint(c.code)) {
      if (key.size() > word) {
        shorten_word(key, word);
        key += ' ';
      }
      word = key.size();
    } else if (c.code >= 'A' && c.code <= 'Z') {
      key += static_cast<char>(c.code | 0x20);
    } else if (c.code < 0x80) {
      if (c.code == '(' || c.code == ')' || c.code == ',' || c.code == '"' || c.code == ';' || c.code == ':')
        return false;
      if (c.code != '.' && !is_apostrophe(c.code)) key += static_cast<char>(c.code);
    } else if (!is_apostrophe(c.code)) {
      const bool extended = c.code >= 0x1E00;
      const std::size_t row = extended ? 0x250 - 0xC0 + (c.code - 0x1E00) : c.code - 0xC0;
      const bool known =
          c.code >= 0xC0 && (extended ? c.code < 0x1F00 : c.code < 0x250) && 2 * row + 1 < folds_.size();
      if (known && folds_[2 * row] != '\0') {
        key += folds_[2 * row];
        if (folds_[2 * row + 1] != '\0') key += folds_[2 * row + 1];
      } else if (!known) {
        key.append(surface, at, c.size);
      }
    }
    at += c.size;
  }
  if (key.size() > word) shorten_word(key, word);
  return true;
}

std::string_view Gazetteer::feature(Index row) const {
  const std::string_view code(features_.data() + 8 * rows_[row].feature, 8);
  return code.substr(0, code.find('\0'));
}

std::string_view Gazetteer::country(Index row) const {
  const std::uint16_t country = rows_[row].country;
  return country == kNoCountry ? std::string_view() : std::string_view(countries_[country].iso3, 3);
}

Index Gazetteer::country_row(Index row) const {
  const std::uint16_t country = rows_[row].country;
  return country == kNoCountry ? kNone : countries_[country].row;
}

Index Gazetteer::country_of_iso2(std::string_view iso2) const {
  for (const CountryRow& country : countries_) {
    if (std::string_view(country.iso2, 2) == iso2) return country.row;
  }
  return kNone;
}

bool Gazetteer::inside(Index inner, Index outer) const {
  if (inner == outer) return false;
  const GazetteerRow& row = rows_[inner];
  switch (kind(outer)) {
    case PlaceKind::Country: return row.country == rows_[outer].country && kind(inner) != PlaceKind::Country;
    case PlaceKind::Division: return row.admin1 == outer && kind(inner) != PlaceKind::Division;
    case PlaceKind::County: return row.admin2 == outer && kind(inner) == PlaceKind::City;
    default: return false;
  }
}

double kilometres(const GazetteerRow& a, const GazetteerRow& b) {
  constexpr double kRadians = 3.14159265358979323846 / 180e5, kEarth = 6371;
  const double lat_a = a.lat_e5 * kRadians, lat_b = b.lat_e5 * kRadians;
  const double half_lat = std::sin((lat_b - lat_a) / 2), half_lon = std::sin((b.lon_e5 - a.lon_e5) * kRadians / 2);
  const double h = half_lat * half_lat + std::cos(lat_a) * std::cos(lat_b) * half_lon * half_lon;
  return 2 * kEarth * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace onrecord
