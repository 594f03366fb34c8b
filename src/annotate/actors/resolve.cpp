// SPDX-License-Identifier: Apache-2.0
// From the matches of a phrase to one reading: the head tells the sector, what stands nearest before it the country.
#include <algorithm>

#include "annotate/actors/matches.h"
#include "annotate/actors/persons.h"
#include "annotate/actors/rules.h"

namespace onrecord {
namespace actors {
namespace {

constexpr double kSharedName = 0.75;    // the first of two countries that share a name or adjective
constexpr double kSecondCountry = 0.2;  // the second
constexpr double kUndated = 0.7;        // an office that has ended, and no date of the article

bool is_place(const Match& m) {
  return m.kind == SenseKind::Country || m.kind == SenseKind::Seat || m.kind == SenseKind::Region;
}
bool is_person(const Match& m) { return m.kind == SenseKind::Person || m.kind == SenseKind::Surname; }

MaybeText text_or_null(std::string_view text) { return text.empty() ? MaybeText() : MaybeText(std::string(text)); }

// One part of a phrase between commas.
class Part {
 public:
  Part(const Phrase& phrase, std::size_t begin, std::size_t end, const ActorTable::Impl& table,
       const ActorQuestion& question)
      : phrase_(phrase),
        begin_(begin),
        end_(end),
        table_(table),
        day_(day_of(question.date)),
        matches_(find_matches(phrase, begin, end, table, question)) {}

  ActorReading read() {
    if (matches_.rows.empty()) {
      out_.country_reason = "no country is named";
      out_.sector_reason = "no known name or role";
      return std::move(out_);
    }
    sector();
    country();
    return std::move(out_);
  }

 private:
  const Word* word(const Match& m) const { return m.kind == SenseKind::Word ? &table_.words[m.row] : nullptr; }
  bool strong(const Match& m) const;
  bool transferable(const Match& m) const;
  const Match* chosen() const;
  const Match* last_strong(Zone zone) const;
  const Match* first_strong(Zone zone) const;
  const Match* other_body(const Match& head) const;
  Strength head_strength() const;
  void sector();
  void take(const Match& m);
  bool is_central_bank(const Match& m) const;
  void take_person(const Match& m);
  void no_sector();
  bool leaves_office(const Match& m) const;
  void country();
  bool country_from(const Match& m);
  void shared_country(const Match& m);

  const Phrase& phrase_;
  const std::size_t begin_, end_;
  const ActorTable::Impl& table_;
  const Day day_;
  const Matches matches_;
  ActorReading out_;
};

bool Part::strong(const Match& m) const {
  if (is_person(m)) return true;
  if (m.kind == SenseKind::Organisation) return !table_.organisations[m.row].sector.empty();
  const Word* w = word(m);
  return w != nullptr && w->strength == Strength::Strong;
}

// Offices of states and of bodies alike: the president of a party is no head of state. So are fighters: those of an
// army are soldiers.
bool Part::transferable(const Match& m) const {
  constexpr std::string_view kOffices[] = {"president",         "vice president",
                                           "vice-president",    "chancellor",
                                           "secretary-general", "secretary general",
                                           "commissioner",      "treasurer",
                                           "governor",          "deputy president",
                                           "press secretary",   "envoy",
                                           "chief of staff",    "minister",
                                           "leadership",        "executive",
                                           "chief executive",   "ceo",
                                           "employee",          "worker",
                                           "staff member",      "delegation",
                                           "candidate",         "negotiator",
                                           "politician",        "researcher",
                                           "analyst",           "expert",
                                           "scientist",         "economist",
                                           "activist",          "specialist",
                                           "campaigner",        "volunteer"};
  const Word* w = word(m);
  if (w == nullptr) return false;
  return w->sector == "UAF" || std::find(std::begin(kOffices), std::end(kOffices), w->phrase) != std::end(kOffices);
}

const Match* Part::last_strong(Zone zone) const {
  for (auto m = matches_.rows.rbegin(); m != matches_.rows.rend(); ++m) {
    if (m->zone == zone && strong(*m)) return &*m;
  }
  return nullptr;
}

const Match* Part::first_strong(Zone zone) const {
  for (const Match& m : matches_.rows) {
    if (m.zone == zone && strong(m)) return &m;
  }
  return nullptr;
}

// The body that a transferable office belongs to, if it is none of a government.
const Match* Part::other_body(const Match& head) const {
  for (const Match& m : matches_.rows) {
    if (&m == &head || !strong(m) || is_person(m) || (m.zone != Zone::Core && m.zone != Zone::Of)) continue;
    if (m.zone == Zone::Core && m.begin > head.begin) continue;
    if (const Word* w = word(m); w != nullptr ? w->sector != "GOV" : table_.organisations[m.row].sector != "GOV")
      return &m;
  }
  return nullptr;
}

Strength Part::head_strength() const {
  Strength strength = Strength::None;
  for (const Match& m : matches_.rows) {
    if (m.zone == Zone::Core && word(m) != nullptr) strength = word(m)->strength;
  }
  return strength;
}

// The match that tells the sector.
const Match* Part::chosen() const {
  if (const Match* head = last_strong(Zone::Core)) {
    const Match* body = transferable(*head) ? other_body(*head) : nullptr;
    return body != nullptr ? body : head;
  }
  const Match* modifier = nullptr;
  const Match* weak = nullptr;
  for (const Match& m : matches_.rows) {
    const Word* w = word(m);
    if (m.zone != Zone::Core || w == nullptr) continue;
    if (w->strength == Strength::Modifier) modifier = &m;
    if (w->strength == Strength::Weak) weak = &m;
  }
  if (modifier != nullptr) return modifier;
  for (const Zone zone : {Zone::Of, Zone::For}) {
    if (const Match* m = first_strong(zone)) return m;
  }
  for (const Match& m : matches_.rows) {
    if (m.zone == Zone::In && m.kind == SenseKind::Organisation && strong(m)) return &m;
  }
  return weak;
}

// A former official: of an office, or of a body whose officials are.
bool Part::leaves_office(const Match& m) const {
  if (!matches_.former || m.zone != Zone::Core) return matches_.former && head_strength() == Strength::Weak;
  if (const Word* w = word(m)) return w->office || (is_official(w->sector) && head_strength() == Strength::Weak);
  return is_person(m) || (is_official(table_.organisations[m.row].sector) && head_strength() == Strength::Weak);
}

void Part::take_person(const Match& m) {
  const Person& person = table_.persons[m.row];
  const Standing standing = standing_of(table_, m.row, day_);
  const Office& office = *standing.office;
  out_.evidence = evidence_of(person, office);
  out_.rule = &rule(standing.former ? kFormer : kOffice);
  out_.confidence = out_.rule->confidence;
  if (standing.not_yet) {
    out_.sector_reason = "not yet in office";
    out_.confidence *= kUndated;
    return;
  }
  if (standing.former) {
    out_.sector = "ELI";
    return;
  }
  out_.sector = text_or_null(office.sector);
  out_.second_sector = text_or_null(office.second);
  if (standing.undated) out_.confidence *= kUndated;
}

// "The Bank of Norland".
bool Part::is_central_bank(const Match& m) const {
  if (word(m)->phrase != "bank" || !phrase_[m.begin].capital) return false;
  return std::any_of(matches_.rows.begin(), matches_.rows.end(), [&](const Match& other) {
    return other.kind == SenseKind::Country && other.begin >= m.end + 1 && other.begin <= m.end + 2 &&
           phrase_.word(m.end) == "of";
  });
}

void Part::take(const Match& m) {
  if (is_person(m)) {
    take_person(m);
  } else if (m.kind == SenseKind::Organisation) {
    const Organisation& organisation = table_.organisations[m.row];
    out_.sector = text_or_null(organisation.sector);
    out_.second_sector = text_or_null(organisation.second);
    out_.evidence = evidence_of(organisation);
    out_.rule = &rule(kOrganisation);
    out_.confidence = out_.rule->confidence;
    for (const Sense& other : m.others) {
      const Organisation& second = table_.organisations[other.row];
      out_.alternatives.push_back({text_or_null(second.country), text_or_null(second.sector), kSecondCountry});
    }
    if (!m.others.empty()) out_.confidence *= kSharedName;
  } else {
    const Word& w = *word(m);
    out_.sector = is_central_bank(m) ? "GOV" : text_or_null(w.sector);
    out_.second_sector = text_or_null(w.second);
    out_.evidence = "the word \"" + w.phrase + "\", " + w.sector;
    out_.rule = &rule(kWord);
    out_.confidence = out_.rule->confidence * (w.strength == Strength::Weak ? kUndated : 1);
  }
  if (leaves_office(m) && out_.sector) {
    out_.sector = "ELI";
    out_.second_sector.reset();
  }
}

void Part::no_sector() {
  const Match& first = matches_.rows.front();
  bool thin = false, none = false, place = false;
  for (const Match& m : matches_.rows) {
    place |= is_place(m);
    if (const Word* w = word(m)) {
      thin |= w->strength == Strength::Thin;
      none |= w->strength == Strength::None && m.zone == Zone::Core;
    }
  }
  const std::size_t start = begin_ < end_ && phrase_.word(begin_) == "the" ? begin_ + 1 : begin_;
  if (first.kind == SenseKind::Seat && first.begin == start && first.end == end_) {
    out_.sector = "GOV";
    out_.rule = &rule(kSeat);
    out_.evidence =
        "seat of the government of " + table_.countries[first.row].name + ", " + table_.countries[first.row].alpha3;
  } else if (thin) {
    out_.sector_reason = "no role is told";
  } else if (none) {
    out_.sector_reason = "no actor";
  } else {
    out_.sector_reason = place ? "a country and no part of it" : "no known name or role";
  }
  if (out_.rule == nullptr && place) out_.rule = &rule(kCountry);
  if (out_.rule != nullptr) out_.confidence = out_.rule->confidence;
}

void Part::sector() {
  if (const Match* m = chosen()) take(*m);
  else no_sector();
  if (!out_.sector || out_.second_sector) return;
  for (const Match& m : matches_.rows) {  // "an opposition lawmaker"
    const Word* w = word(m);
    if (m.zone == Zone::Core && w != nullptr && w->sector == "OPP" && *out_.sector != "OPP")
      out_.second_sector = "OPP";
  }
}

void Part::shared_country(const Match& m) {
  bool shared = false;
  for (const Sense& other : m.others) {
    const std::string& code = table_.countries[other.row].alpha3;
    if (code == *out_.country) continue;
    out_.alternatives.push_back({code, out_.sector, kSecondCountry});
    shared = true;
  }
  if (shared) out_.confidence *= kSharedName;
}

// Sets country or body by a match; false where it tells none.
bool Part::country_from(const Match& m) {
  if (is_place(m)) {
    out_.country = table_.countries[m.row].alpha3;
    shared_country(m);
    return true;
  }
  std::string country, body;
  if (is_person(m)) {
    const Office& office = *standing_of(table_, m.row, day_).office;
    country = office.country, body = office.body;
  } else if (m.kind == SenseKind::Organisation) {
    country = table_.organisations[m.row].country, body = table_.organisations[m.row].body;
  }
  out_.country = text_or_null(country);
  out_.body = text_or_null(body);
  return out_.country || out_.body;
}

void Part::country() {
  const auto find = [&](Zone zone, auto&& wanted) {
    return std::any_of(matches_.rows.begin(), matches_.rows.end(),
                       [&](const Match& m) { return m.zone == zone && wanted(m) && country_from(m); });
  };
  const auto place = [](const Match& m) { return is_place(m) && !m.aside && !m.apart; };
  const auto aside = [](const Match& m) { return is_place(m) && !m.apart; };
  const auto name = [](const Match& m) { return (is_person(m) || m.kind == SenseKind::Organisation) && !m.apart; };
  const bool found = find(Zone::Core, is_person) || find(Zone::Core, place) || find(Zone::Core, name) ||
                     find(Zone::Of, place) || find(Zone::Of, name) || find(Zone::In, place) ||
                     find(Zone::For, place) || find(Zone::For, name) || find(Zone::In, name) ||
                     find(Zone::Core, aside);
  if (found && !out_.country) out_.country_reason = "an international body";
  if (!found) out_.country_reason = "no country is named";
}

// Fills what one part leaves open from the next: "Ada Brook, Norland's premier".
void fill(ActorReading& reading, ActorReading&& next) {
  if (!reading.sector && next.sector) {
    reading.sector = std::move(next.sector);
    reading.second_sector = std::move(next.second_sector);
    reading.sector_reason.reset();
    reading.rule = next.rule;
    reading.evidence = std::move(next.evidence);
    reading.confidence = next.confidence;
  }
  if (!reading.country && !reading.body && (next.country || next.body)) {
    reading.country = std::move(next.country);
    reading.body = std::move(next.body);
    reading.country_reason = std::move(next.country_reason);
    if (reading.alternatives.empty()) reading.alternatives = std::move(next.alternatives);
  }
  if (reading.rule == nullptr) {
    reading.rule = next.rule;
    reading.confidence = next.confidence;
  }
}

}  // namespace
}  // namespace actors

ActorReading ActorTable::resolve(std::string_view words, const ActorQuestion& question) const {
  const actors::Phrase phrase(words);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return actors::Part(phrase, begin, end, *impl_, question).read();
  };
  // A name may hold a comma ("Washington, D.C."): the whole is tried first.
  std::size_t comma = 0;
  while (comma < phrase.size() && phrase.word(comma) != ",") ++comma;
  if (comma == phrase.size() || impl_->find(phrase.key(0, phrase.size())) != nullptr) return part(0, phrase.size());
  ActorReading reading = part(0, comma);
  for (std::size_t begin = comma + 1; begin < phrase.size() && (!reading.sector || !reading.country);) {
    std::size_t end = begin;
    while (end < phrase.size() && phrase.word(end) != ",") ++end;
    if (end > begin) actors::fill(reading, part(begin, end));
    begin = end + 1;
  }
  return reading;
}

PloverCodes plover_codes(const ActorReading& reading) {
  PloverCodes codes{reading.country.value_or(""), reading.sector.value_or(""), reading.second_sector.value_or("")};
  if (reading.body) {
    if (codes.country.empty()) codes.country = *reading.body == "EU" ? "EUR" : "IGO";
    // A body has no sector; who speaks for it is its government.
    if (codes.code_1 == "IGO" && reading.rule == &actors::rule(actors::kOrganisation)) codes.code_1.clear();
    if (codes.code_1 == "IGO") codes.code_1 = "GOV";
  }
  if (!reading.sector && reading.sector_reason) {
    const std::string& reason = *reading.sector_reason;
    if (reason == "no actor") codes.code_1 = "JNK";
    else if (reason != "a country and no part of it" && reason != "a place") codes.code_1 = "UNK";
  }
  return codes;
}

}  // namespace onrecord
