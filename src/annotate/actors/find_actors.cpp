// SPDX-License-Identifier: Apache-2.0
// Country and sector of each name of an article: by the table, else by the words of the name, else by the title that
// stands beside it.
#include <algorithm>
#include <unordered_set>

#include "annotate/actors/name_places.h"
#include "annotate/actors/phrase.h"
#include "annotate/actors/rules.h"
#include "annotate/actors/table.h"
#include "annotate/finders.h"
#include "annotate/names/rules.h"

namespace onrecord {
namespace actors {
namespace {

// After a capital: what a government does and a town does not.
const std::unordered_set<std::string_view> kDeeds = {
    "said",       "says",      "has",       "had",        "will",      "would",    "warned",  "warns",
    "accused",    "accuses",   "denied",    "denies",     "denounced", "demanded", "demands", "insisted",
    "insists",    "rejected",  "rejects",   "responded",  "announced", "agreed",   "refused", "refuses",
    "wants",      "sought",    "seeks",     "claims",     "claimed",   "vowed",    "imposed", "recalled",
    "expelled",   "summoned",  "condemned", "called",     "calls",     "argues",   "argued",  "maintains",
    "signed",     "signalled", "signaled",  "hopes",      "backs",     "backed",   "opposes", "opposed",
    "threatened", "confirmed", "considers", "considered", "believes",  "fears",    "regards", "considered",
    "plans",      "pledged",   "promised",  "views"};
const std::unordered_set<std::string_view> kPrepositions = {
    "in",     "at",      "near",  "from",  "to",   "of",   "for",     "around",  "outside",
    "across", "through", "into",  "via",   "on",   "over", "between", "towards", "toward",
    "inside", "off",     "north", "south", "east", "west", "central", "downtown"};

constexpr double kLeastByRole = 0.7;

// Offices of states and of firms alike.
bool is_office_of_firms(std::string_view title) {
  constexpr std::string_view kEnds[] = {"president", "governor",     "chancellor",
                                        "treasurer", "commissioner", "chief of staff"};
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return title.ends_with(end); });
}

class Finder {
 public:
  Finder(const Text& text, const Tokens& tokens, const Names& names, const Places* places, std::string_view published,
         const ActorTable& table)
      : text_(text), tokens_(tokens), names_(names), places_(places), table_(table), question_{published, {}} {}

  Actors run(const Coreference* coreference) {
    Actors out;
    for (const NameChain& chain : names_.chains) out.of_entity.push_back(read(chain));
    set_brussels(out);
    return coreference == nullptr ? out : of_entities(*coreference, out.of_entity);
  }

 private:
  const std::vector<Sense>* senses(std::string_view name) const { return table_.impl().find(key_of(name)); }
  ActorReading read(const NameChain& chain) const;
  std::string longer_name(const NameChain& chain) const;
  ActorReading read_person(const NameChain& chain) const;
  ActorReading read_name(const NameChain& chain, std::string_view name) const;
  static bool is_firm(const NameChain& chain);
  ActorReading by_role(const NameChain& chain) const;
  bool ends_in_role_word(std::string_view name) const;
  std::string words_before(const Role& role) const;
  bool acts(const NameChain& chain) const;
  bool is_weapon(const EntityMention& mention) const;
  void set_brussels(Actors& out) const;
  Actors of_entities(const Coreference& coreference, const std::vector<ActorReading>& of_chain) const;
  ActorReading read_phrases(const Coreference& coreference, const EntityRow& entity) const;

  const Text& text_;
  const Tokens& tokens_;
  const Names& names_;
  const Places* places_;
  const ActorTable& table_;
  const ActorQuestion question_;
};

// The agency of a dateline, "REYLE, May 3 (NW) -": of bodies that share an acronym the one that reports; a body that
// the table does not know reports too.
void settle_agency(ActorReading& reading) {
  constexpr const char* kWhy = "the agency that signs the dateline";
  if (reading.sector == "JRN") return;
  if (reading.rule == nullptr) {
    reading.sector = "JRN";
    reading.sector_reason.reset();
    reading.country_reason = "no country is named";
    reading.evidence = kWhy;
    reading.rule = &rule(kDateline);
    reading.confidence = reading.rule->confidence;
  }
  for (ActorAlternative& other : reading.alternatives) {
    if (other.sector != "JRN") continue;
    std::swap(other.country, reading.country);
    std::swap(other.sector, reading.sector);
    reading.second_sector.reset();
    reading.country_reason.reset();
    reading.evidence = kWhy;
    return;
  }
}

bool is_person(const std::vector<Sense>* senses) {
  return senses != nullptr && std::any_of(senses->begin(), senses->end(), [](const Sense& s) {
           return s.kind == SenseKind::Person || (s.kind == SenseKind::Surname && s.alone);
         });
}

// The name with the capitalised word before it, where that is a body of the table: a sentence's first word may have
// been left out ("|Free| Northern Army").
std::string Finder::longer_name(const NameChain& chain) const {
  const Index first = names_.mentions[chain.mentions.front()].tokens.begin;
  if (first == 0 || !tokens_[first - 1].is(kCapitalised) || !tokens_[first - 1].is(kHasLetter)) return "";
  if (text_.lower(tokens_[first - 1].span) == "the") return "";
  const ByteSpan span = hull(tokens_[first - 1].span, names_.mentions[chain.mentions.front()].span);
  const auto* known = senses(text_.bytes(span));
  const bool body = known != nullptr && known->front().kind == SenseKind::Organisation;
  return body ? std::string(text_.bytes(span)) : "";
}

ActorReading Finder::read(const NameChain& chain) const {
  if (chain.type == "PERSON") return read_person(chain);
  if (const std::string longer = longer_name(chain); !longer.empty()) return table_.resolve(longer, question_);
  ActorReading reading = read_name(chain, chain.name);
  if (reading.rule == nullptr && !chain.roles.empty()) reading = by_role(chain);
  std::string_view tried = chain.name;
  for (const Index m : chain.mentions) {  // the acronym of a name
    if (reading.rule != nullptr) break;
    const std::string_view surface = text_.bytes(names_.mentions[m].span);
    if (surface != tried) reading = read_name(chain, surface);
    tried = surface;
  }
  if (reading.rule == nullptr && is_firm(chain)) reading = table_.resolve(chain.name + " Company", question_);
  if (chain.type == "ORG" && names::is_of_dateline(chain)) settle_agency(reading);
  const PlaceRow* place = places_ != nullptr ? place_of(text_, *places_, names_, chain) : nullptr;
  if (place == nullptr) return reading;
  if (reading.rule == nullptr) read_place(*place, reading);
  else if (chain.type == "GPE" || chain.type == "LOC" || chain.type == "FAC") settle_by_place(*place, reading);
  return reading;
}

// "Northgate Motor Co.", "Nordbank AG": the legal form behind a body's name.
bool Finder::is_firm(const NameChain& chain) {
  constexpr std::string_view kForms[] = {"Co", "Cos", "AG",  "SA",  "NV",  "GmbH", "SpA",
                                         "AB", "Oyj", "LLC", "LLP", "Bhd", "SE"};
  std::string_view name = chain.name;
  if (name.ends_with('.')) name.remove_suffix(1);
  const std::size_t blank = name.rfind(' ');
  if (chain.type != "ORG" || blank == std::string_view::npos) return false;
  return std::find(std::begin(kForms), std::end(kForms), name.substr(blank + 1)) != std::end(kForms);
}

ActorReading Finder::read_person(const NameChain& chain) const {
  if (is_person(senses(chain.name))) {
    ActorReading known = table_.resolve(chain.name, question_);
    if (known.sector || chain.roles.empty()) return known;
    const ActorReading told = by_role(chain);  // not yet in the office of the table, but the text names another
    if (!told.sector) return known;
    known.sector = told.sector;
    known.second_sector = told.second_sector;
    known.sector_reason.reset();
    known.evidence = told.evidence;
    known.rule = told.rule;
    known.confidence = told.confidence;
    return known;
  }
  for (const Role& role : chain.roles) {
    ActorReading reading = table_.resolve(role.title + ' ' + chain.name, question_);
    if (reading.rule == &rule(kOffice) || reading.rule == &rule(kFormer)) return reading;
  }
  return by_role(chain);
}

// "Norland's chancellor": the title with its country, as far as the text names one.
ActorReading Finder::by_role(const NameChain& chain) const {
  ActorReading best;
  best.country_reason = "no country is named";
  best.sector_reason = "no known name or role";
  for (const Role& role : chain.roles) {
    const std::string title = key_of(role.title);
    if (title.ends_with('s') && !title.ends_with("ss")) continue;  // "reporters": another's
    std::string phrase = words_before(role);
    const bool named = role.of && phrase.find(*role.of) != std::string::npos;
    phrase += role.title;
    if (role.of && !named) phrase += " of " + *role.of;
    std::replace(phrase.begin(), phrase.end(), '\n', ' ');
    ActorReading reading = table_.resolve(phrase, question_);
    // A director or spokesman may be anybody's: no sector, unless the country is told.
    const bool owned = reading.country || reading.body;
    if (!owned && reading.confidence < kLeastByRole) continue;
    // So may a president, but for one with a capital and nothing else: "President Brandt".
    const std::size_t last =
        role.title.rfind(' ') + 1;  // "Senior vice |president|" at a sentence's start is no state's
    const bool bare = !role.of && role.title[last] >= 'A' && role.title[last] <= 'Z';
    if (!owned && !bare && is_office_of_firms(title)) continue;
    if (!reading.sector && !reading.country) continue;
    if (best.rule != nullptr && (best.country || !reading.country)) continue;
    best = std::move(reading);
    best.rule = &rule(kRole);
    best.confidence = best.rule->confidence;
    best.evidence = "the title \"" + phrase + '"';
  }
  return best;
}

// Capitalised words right before a title: "Norlandic Foreign" of "Norlandic Foreign Minister".
std::string Finder::words_before(const Role& role) const {
  Index first = tokens_.covering(role.span).begin;
  const Index title = first;
  while (first > 0 && title - first < 3 && tokens_[first - 1].is(kCapitalised) && tokens_[first - 1].is(kHasLetter))
    --first;
  return first == title ? "" : std::string(text_.bytes({tokens_[first].span.begin, role.span.begin}));
}

bool Finder::ends_in_role_word(std::string_view name) const {
  const Phrase phrase(name);
  if (phrase.size() < 2) return false;
  for (std::string key(phrase.word(phrase.size() - 1));;) {
    if (const auto* found = table_.impl().find(key)) {
      for (const Sense& sense : *found) {
        if (sense.kind == SenseKind::Word && table_.impl().words[sense.row].strength == Strength::Strong) return true;
      }
    }
    if (key.empty() || key.back() != 's') return false;
    key.pop_back();
  }
}

ActorReading Finder::read_name(const NameChain& chain, std::string_view name) const {
  const auto* known = senses(name);
  const bool exact = known != nullptr && std::any_of(known->begin(), known->end(), [](const Sense& s) {
                       return s.kind != SenseKind::Word && (s.kind != SenseKind::Surname || s.alone);
                     });
  ActorReading reading;
  if (exact || chain.type == "ORG" || ends_in_role_word(name)) reading = table_.resolve(name, question_);
  // In a name, words for people are no role: "Salt Brothers", "National Harbour".
  if (reading.rule == &rule(kWord) && (reading.sector == "CVL" || reading.sector == "ELI")) {
    reading.sector.reset();
    reading.rule = reading.country ? &rule(kCountry) : nullptr;
    reading.evidence.reset();
    reading.sector_reason = "no known name or role";
  }
  if (reading.rule == nullptr) {
    reading.country_reason = "no country is named";
    reading.sector_reason = "no known name or role";
  }
  if (reading.rule == &rule(kSeat) && !acts(chain)) {
    reading.rule = &rule(kCountry);
    reading.sector.reset();
    reading.sector_reason = "a place";
    reading.confidence = reading.rule->confidence;
  }
  return reading;
}

// Whether a place stands for those who rule from it: "Moscow said", and not "in Moscow".
bool Finder::acts(const NameChain& chain) const {
  return std::any_of(chain.mentions.begin(), chain.mentions.end(), [&](Index m) {
    const Range range = names_.mentions[m].tokens;
    if (range.end >= tokens_.size() || !kDeeds.contains(text_.lower(tokens_[range.end].span))) return false;
    return range.begin == 0 || !kPrepositions.contains(text_.lower(tokens_[range.begin - 1].span));
  });
}

// "Long-range missiles", "a third Patriot battery": things, whoever owns them.
bool Finder::is_weapon(const EntityMention& mention) const {
  static const std::unordered_set<std::string_view> kWeapons = {
      "missile",     "missiles", "battery",   "batteries", "rocket",     "rockets",   "drone",    "drones",
      "tank",        "tanks",    "shell",     "shells",    "jet",        "jets",      "bomb",     "bombs",
      "weapon",      "weapons",  "warship",   "warships",  "ammunition", "munitions", "aircraft", "helicopter",
      "helicopters", "howitzer", "howitzers", "launcher",  "launchers"};
  return kWeapons.contains(text_.lower(tokens_[mention.head].span));
}

// Of an entity that bears no name: by the first of its phrases that tells a sector. Most of what has no name is no
// actor ("Norland's deficit"), so a country alone, a town or a word of many senses counts only for people and groups.
ActorReading Finder::read_phrases(const Coreference& coreference, const EntityRow& entity) const {
  ActorReading best;
  best.country_reason = "no country is named";
  best.sector_reason = "no known name or role";
  for (const Index m : entity.mentions) {
    const EntityMention& mention = coreference.mentions[m];
    if (mention.form == MentionForm::Pronoun || is_weapon(mention)) continue;
    ActorReading reading = table_.resolve(text_.bytes(mention.span), question_);
    const bool sure = reading.sector && reading.rule != &rule(kSeat) && reading.confidence >= kLeastByRole;
    if (!sure && !entity.type) continue;
    if ((reading.sector && !best.sector) || (best.rule == nullptr && reading.rule != nullptr))
      best = std::move(reading);
  }
  return best;
}

// What its chains of names say of an entity, the surest first; of one without a name, what its phrases say.
Actors Finder::of_entities(const Coreference& coreference, const std::vector<ActorReading>& of_chain) const {
  constexpr std::string_view kActors[] = {"PERSON", "ORG", "GPE", "NORP"};
  Actors out;
  for (const EntityRow& entity : coreference.entities) {
    const ActorReading* best = nullptr;
    for (const Index chain : entity.chains) {
      if (best == nullptr || of_chain[chain].confidence > best->confidence) best = &of_chain[chain];
    }
    if (best != nullptr && (best->rule != nullptr || entity.type != "PERSON")) {
      out.of_entity.push_back(*best);
    } else if (best != nullptr) {  // "The opposition leader, Ana Pohl, 61": by what else the person is called
      ActorReading called = read_phrases(coreference, entity);
      out.of_entity.push_back(called.rule != nullptr ? std::move(called) : *best);
    } else if (entity.type && std::find(std::begin(kActors), std::end(kActors), *entity.type) == std::end(kActors)) {
      out.of_entity.push_back({});
      out.of_entity.back().sector_reason = "no actor";
    } else {
      out.of_entity.push_back(read_phrases(coreference, entity));
    }
  }
  return out;
}

// Brussels stands for the Union where the article speaks of it.
void Finder::set_brussels(Actors& out) const {
  const bool union_named =
      std::any_of(out.of_entity.begin(), out.of_entity.end(), [](const ActorReading& r) { return r.body == "EU"; });
  for (std::size_t k = 0; union_named && k < out.of_entity.size(); ++k) {
    ActorReading& reading = out.of_entity[k];
    if (names_.chains[k].name != "Brussels" || reading.rule != &rule(kSeat)) continue;
    reading.alternatives.push_back({reading.country, reading.sector, 0.2});
    reading.country.reset();
    reading.body = "EU";
    reading.sector = "IGO";
    reading.country_reason = "an international body";
    reading.evidence = "Brussels, seat of the European Union, which the article names";
  }
}

}  // namespace
}  // namespace actors

Actors find_actors(const Text& text, const Tokens& tokens, const Names& names, const Coreference* coreference,
                   const Places* places, std::optional<std::string_view> published, const ActorTable& table) {
  return actors::Finder(text, tokens, names, places, published.value_or(""), table).run(coreference);
}

}  // namespace onrecord
