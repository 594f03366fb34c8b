// SPDX-License-Identifier: Apache-2.0
#include "annotate/actors/table.h"

#include <algorithm>
#include <cstdio>

#include "annotate/actors/phrase.h"
#include "annotate/actors/tables.h"
#include "base/hash.h"

namespace onrecord {

using namespace actors;

namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Calls add(fields) for each row that is no comment. ERRORS: those of add, with file and line.
template <class Add>
Status each_row(std::string_view tsv, const std::string& where, std::size_t columns, Add&& add) {
  std::size_t number = 0;
  for (std::string_view line : split(tsv, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> fields = split(line, '\t');
    if (fields.size() > columns) {
      return Error{ErrorCode::BadInput,
                   std::to_string(fields.size()) + " columns instead of " + std::to_string(columns),
                   where + ':' + std::to_string(number)};
    }
    fields.resize(columns);
    Status added = add(fields);
    if (!added.ok()) return Error{added.error().code, added.error().message, where + ':' + std::to_string(number)};
  }
  return Ok{};
}

Error bad(std::string_view what, std::string_view value) {
  return {ErrorCode::BadInput, std::string(what) + " \"" + std::string(value) + '"', ""};
}

constexpr std::string_view kSectors[] = {"GOV", "MIL", "SPY", "COP", "JUD", "LEG", "PTY", "OPP", "REB",
                                         "UAF", "PRM", "CRM", "BUS", "LAB", "AGR", "EDU", "MED", "JRN",
                                         "REL", "REF", "NGO", "IGO", "SOC", "CVL", "ELI", "PRE"};

Status check_sector(std::string_view sector) {
  if (sector.empty() || std::find(std::begin(kSectors), std::end(kSectors), sector) != std::end(kSectors))
    return Ok{};
  return bad("no PLOVER sector is called", sector);
}

// "DEU" is a country, "@EU" an international body.
Status set_place(std::string_view given, std::string& country, std::string& body) {
  if (!given.empty() && given.front() == '@') return body = given.substr(1), Ok{};
  const bool code =
      given.size() == 3 && std::all_of(given.begin(), given.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!given.empty() && !code) return bad("neither an alpha-3 code nor @BODY:", given);
  country = given;
  return Ok{};
}

bool all_capitals(std::string_view name) {
  bool letters = false;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    letters |= c >= 'A' && c <= 'Z';
  }
  return letters;
}

// Short acronyms look like words: "WHO", "US"; they count only as they are written.
std::uint8_t capitals_of(std::string_view name) {
  if (name.empty()) return 0;
  const bool ascii_small = name.front() >= 'a' && name.front() <= 'z';
  if (all_capitals(name) && key_of(name).size() <= 3) return 2;
  return ascii_small && name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos ? 0 : 1;
}

bool family_name_first(std::string_view country) {
  constexpr std::string_view kFirst[] = {"CHN", "HKG", "TWN", "KOR", "PRK", "VNM", "KHM", "SGP"};
  return std::find(std::begin(kFirst), std::end(kFirst), country) != std::end(kFirst);
}

constexpr std::size_t kLeastLoneSurname = 5;  // letters: "Assad" is nobody else, "Kim" is many

}  // namespace

Day actors::day_of(std::string_view iso, bool last) {
  unsigned year = 0, month = 0, day = 0;
  const auto number = [&](std::size_t at, std::size_t size, unsigned& value) {
    if (iso.size() < at + size || (at > 0 && iso[at - 1] != '-')) return false;
    value = 0;
    for (std::size_t k = at; k < at + size; ++k) {
      if (iso[k] < '0' || iso[k] > '9') return false;
      value = value * 10 + static_cast<unsigned>(iso[k] - '0');
    }
    return true;
  };
  if (!number(0, 4, year)) return 0;
  if (!number(5, 2, month)) return year * 10000 + (last ? 1231 : 101);
  if (!number(8, 2, day)) day = last ? 31 : 1;
  return year * 10000 + month * 100 + day;
}

const std::vector<Sense>* ActorTable::Impl::find(std::string_view key) const {
  const auto found = senses_.find(key);
  return found == senses_.end() ? nullptr : &found->second;
}

std::size_t ActorTable::Impl::longest(std::string_view first_word) const {
  const auto found = longest_.find(first_word);
  return found == longest_.end() ? 0 : found->second;
}

void ActorTable::Impl::add_key(std::string_view name, Sense sense) {
  const Phrase phrase(name);
  if (phrase.size() == 0) return;
  std::vector<Sense>& senses = senses_[std::string(phrase.key(0, phrase.size()))];
  for (const Sense& other : senses) {
    if (other.kind == sense.kind && other.row == sense.row) return;
  }
  senses.push_back(sense);
  std::uint8_t& longest = longest_[std::string(phrase.word(0))];
  longest = std::max(longest, static_cast<std::uint8_t>(std::min<std::size_t>(phrase.size(), 15)));
}

void ActorTable::Impl::add_names(std::string_view names, Sense sense) {
  if (names.empty()) return;
  for (std::string_view name : split(names, '|')) {
    sense.alone = name.empty() || name.front() != '=';
    if (!sense.alone) name.remove_prefix(1);
    sense.capitals = capitals_of(name);
    add_key(name, sense);
    constexpr std::string_view kThe = "The ";
    const bool several = name.find(' ', kThe.size()) != std::string_view::npos;
    if (name.substr(0, kThe.size()) == kThe && several) add_key(name.substr(kThe.size()), sense);
  }
}

Index ActorTable::Impl::country_row(std::string_view alpha3) {
  const auto [at, fresh] = countries_by_code_.try_emplace(std::string(alpha3), static_cast<Index>(countries.size()));
  if (fresh) countries.push_back({std::string(alpha3), ""});
  return at->second;
}

Status ActorTable::Impl::add_country_names(std::string_view tsv) {
  return each_row(tsv, "gazetteer/countries.tsv", 8, [&](const Fields& f) -> Status {
    names_of_[std::string(f[0])] = f[4];
    adjectives_of_[std::string(f[0])] = f[5];
    return Ok{};
  });
}

// alpha-2, alpha-3, seats, names, shared names, regions
Status ActorTable::Impl::add_country(const Fields& f) {
  if (f[1].size() != 3) return bad("no alpha-3 code:", f[1]);
  const Index row = country_row(f[1]);
  if (f[0] == "AQ") return Ok{};  // no state
  const std::string alpha2(f[0]);
  add_names(names_of_[alpha2], {SenseKind::Country, row});
  add_names(adjectives_of_[alpha2], {SenseKind::Country, row});
  add_names(f[2], {SenseKind::Seat, row});
  add_names(f[3], {SenseKind::Country, row});
  add_names(f[4], {SenseKind::Shared, row});
  add_names(f[5], {SenseKind::Region, row});
  const std::string_view first = names_of_[alpha2].empty() ? f[3] : std::string_view(names_of_[alpha2]);
  if (countries[row].name.empty()) countries[row].name = split(first, '|').front();
  return Ok{};
}

// name, other names, surnames, office, country or body, sector, second sector, from, to
Status ActorTable::Impl::add_office(const Fields& f) {
  if (f[0].empty()) return bad("no name in", f[3]);
  Office office;
  office.title = f[3];
  office.title_key = key_of(f[3]);
  office.sector = f[5];
  office.second = f[6];
  ONRECORD_CHECK_OK(check_sector(f[5]));
  ONRECORD_CHECK_OK(check_sector(f[6]));
  ONRECORD_CHECK_OK(set_place(f[4], office.country, office.body));
  office.from = day_of(f[7]);
  office.to = day_of(f[8], true);
  office.from_text = f[7];
  office.to_text = f[8];
  if (!f[7].empty() && office.from == 0) return bad("no date:", f[7]);
  if (!f[8].empty() && office.to == 0) return bad("no date:", f[8]);
  const auto [at, fresh] = persons_by_name_.try_emplace(key_of(f[0]), static_cast<Index>(persons.size()));
  if (fresh) persons.push_back({std::string(f[0]), {}});
  const Index person = at->second;
  persons[person].offices.push_back(static_cast<Index>(offices.size()));

  add_names(f[0], {SenseKind::Person, person});
  add_names(f[1], {SenseKind::Person, person});
  const auto parts = split(f[0], ' ');
  add_key(family_name_first(office.country) ? parts.front() : parts.back(), {SenseKind::Surname, person, 1, false});
  if (!f[2].empty()) {
    for (std::string_view surname : split(f[2], '|')) {
      const bool always = surname.front() == '!';
      if (always) surname.remove_prefix(1);
      std::vector<Sense>& senses = senses_[key_of(surname)];
      std::erase_if(senses, [&](const Sense& s) { return s.kind == SenseKind::Surname && s.row == person; });
      add_key(surname, {SenseKind::Surname, person, 1, always || surname.size() >= kLeastLoneSurname});
    }
  }
  offices.push_back(std::move(office));
  return Ok{};
}

// name, other names, country or body, sector, second sector
Status ActorTable::Impl::add_organisation(const Fields& f) {
  if (f[0].empty()) return bad("no name in", f[1]);
  const std::string_view bare = f[0].front() == '=' ? f[0].substr(1) : f[0];
  Organisation organisation{std::string(bare), "", "", std::string(f[3]), std::string(f[4])};
  ONRECORD_CHECK_OK(check_sector(f[3]));
  ONRECORD_CHECK_OK(check_sector(f[4]));
  ONRECORD_CHECK_OK(set_place(f[2], organisation.country, organisation.body));
  const Sense sense{SenseKind::Organisation, static_cast<Index>(organisations.size())};
  add_names(f[0], sense);
  add_names(f[1], sense);
  organisations.push_back(std::move(organisation));
  return Ok{};
}

// word, sector, second sector, strength, office
Status ActorTable::Impl::add_word(const Fields& f) {
  constexpr std::pair<std::string_view, Strength> kStrengths[] = {{"strong", Strength::Strong},
                                                                  {"modifier", Strength::Modifier},
                                                                  {"weak", Strength::Weak},
                                                                  {"thin", Strength::Thin},
                                                                  {"none", Strength::None}};
  const auto* strength =
      std::find_if(std::begin(kStrengths), std::end(kStrengths), [&](const auto& row) { return row.first == f[3]; });
  if (strength == std::end(kStrengths)) return bad("no strength is called", f[3]);
  ONRECORD_CHECK_OK(check_sector(f[1]));
  ONRECORD_CHECK_OK(check_sector(f[2]));
  add_key(f[0], {SenseKind::Word, static_cast<Index>(words.size())});
  words.push_back({std::string(f[0]), std::string(f[1]), std::string(f[2]), strength->second, f[4] == "office"});
  return Ok{};
}

Status ActorTable::Impl::add_countries(std::string_view tsv, const char* where) {
  return each_row(tsv, where, 6, [&](const Fields& f) { return add_country(f); });
}
Status ActorTable::Impl::add_offices(std::string_view tsv, const char* where) {
  return each_row(tsv, where, 9, [&](const Fields& f) { return add_office(f); });
}
Status ActorTable::Impl::add_organisations(std::string_view tsv, const char* where) {
  return each_row(tsv, where, 5, [&](const Fields& f) { return add_organisation(f); });
}
Status ActorTable::Impl::add_words(std::string_view tsv, const char* where) {
  return each_row(tsv, where, 5, [&](const Fields& f) { return add_word(f); });
}

// Rows of a user: the columns of one of the tables after its name.
Status ActorTable::Impl::add_users(std::string_view tsv, const std::string& where) {
  return each_row(tsv, where, 10, [&](const Fields& f) -> Status {
    const auto columns = [&](std::size_t count) {
      return Fields(f.begin() + 1, f.begin() + 1 + static_cast<long>(count));
    };
    if (f[0] == "office") return add_office(columns(9));
    if (f[0] == "organisation") return add_organisation(columns(5));
    if (f[0] == "word") return add_word(columns(5));
    if (f[0] == "country") return add_country(columns(6));
    return bad("a row begins with office, organisation, word or country, not with", f[0]);
  });
}

namespace {

Result<std::string> contents_of(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return Error{ErrorCode::NotFound, "cannot be opened", path};
  std::string bytes;
  char block[1 << 16];
  std::size_t size;
  while ((size = std::fread(block, 1, sizeof block, file)) > 0) bytes.append(block, size);
  const bool failed = std::ferror(file) != 0;
  std::fclose(file);
  if (failed) return Error{ErrorCode::Unreadable, "cannot be read", path};
  return bytes;
}

}  // namespace

ActorTable::ActorTable(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ActorTable::ActorTable(ActorTable&&) noexcept = default;
ActorTable& ActorTable::operator=(ActorTable&&) noexcept = default;
ActorTable::~ActorTable() = default;

Result<ActorTable> ActorTable::open(const std::vector<std::string>& more) {
  auto impl = std::make_unique<Impl>();
  // Rows of users come first: where readings are equal, the first one wins.
  std::string all;
  for (const std::string& path : more) {
    ONRECORD_TRY(const std::string bytes, contents_of(path));
    ONRECORD_CHECK_OK(impl->add_users(bytes, path));
    all += bytes;
  }
  ONRECORD_CHECK_OK(impl->add_country_names(kCountryNames));
  ONRECORD_CHECK_OK(impl->add_countries(kActorCountries, "actors/countries.tsv"));
  ONRECORD_CHECK_OK(impl->add_offices(kActorOffices, "actors/offices.tsv"));
  ONRECORD_CHECK_OK(impl->add_organisations(kActorBodies, "actors/organisations.tsv"));
  ONRECORD_CHECK_OK(impl->add_words(kActorWords, "actors/words.tsv"));
  for (const std::string_view table : {kCountryNames, kActorCountries, kActorOffices, kActorBodies, kActorWords}) {
    all += table;
  }
  impl->hash = hash64(all);
  return ActorTable(std::move(impl));
}

std::uint64_t ActorTable::hash() const { return impl_->hash; }

}  // namespace onrecord
