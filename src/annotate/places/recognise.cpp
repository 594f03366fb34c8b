// SPDX-License-Identifier: Apache-2.0
// Which of the strings are places: the evidence for each is collected and weighed.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "annotate/names/lexicon.h"
#include "annotate/places/mention.h"
#include "annotate/places/words.h"

namespace onrecord::places {
namespace {

using Bits = std::bitset<kEvidences>;

class Recogniser {
 public:
  Recogniser(const Words& words, Mentions& mentions) : w_(words), rows_(mentions.rows) {}

  void run() {
    read_names();
    read_article();
    for (Mention& m : rows_) collect(m);
    look_elsewhere();
    for (Mention& m : rows_) {
      m.score = weight_of(kBias, has_model_);
      for (std::size_t one = 1; one < kEvidences; ++one) {
        if (m.evidence[one]) m.score += weight_of(static_cast<Evidence>(one), has_model_);
      }
      m.accepted = m.score > 0;
    }
  }

 private:
  void read_names() {
    name_at_.assign(w_.tokens.size(), kNone);
    for (Index n = 0; n < w_.names.mentions.size(); ++n) {
      const NameMention& name = w_.names.mentions[n];
      for (Index t = name.tokens.begin; t < name.tokens.end; ++t) name_at_[t] = n;
    }
    for (const NameChain& chain : w_.names.chains) {
      has_model_ = has_model_ || chain.confidence.has_value();
      if (chain.type != "PERSON") continue;
      for (std::size_t at = 0; at < chain.name.size();) {
        const std::size_t end = std::min(chain.name.find(' ', at), chain.name.size());
        person_words_.insert(std::string_view(chain.name).substr(at, end - at));
        at = end + 1;
      }
    }
  }

  void read_article() {
    for (const Mention& m : rows_) {
      ++count_[m.key];
      if (m.tokens.size() == 1) small_.emplace(w_.lower(m.tokens.begin), false);
      const std::string_view key = m.key;
      for (const std::string_view word : {" county", " parish", " township", " borough"}) {
        if (key.ends_with(word)) counties_.insert(key.substr(0, key.size() - word.size()));
      }
    }
    for (Index t = 0; t < w_.tokens.size(); ++t) {
      const Token& token = w_.tokens[t];
      if (token.is(kCapitalised) || !token.is(kHasLetter)) continue;
      const auto found = small_.find(w_.lower(t));
      if (found != small_.end()) found->second = true;
    }
  }

  void collect(Mention& m) {
    Bits& e = m.evidence;
    what_it_is(m, e);
    what_is_before(m, e);
    what_is_after(m, e);
    how_it_looks(m, e);
    what_names_say(m, e);
  }

  void what_it_is(const Mention& m, Bits& e) {
    e[kStreet] = m.found == Found::Street;
    e[kRoad] = m.found == Found::Road;
    e[kLandmark] = m.found == Found::Landmark;
    e[kWithContainer] = m.container != kNone;
    e[kIsContainer] = m.held != kNone;
    if (m.found == Found::Name) what_the_gazetteer_says(m, e);
    else if (m.found == Found::Contained) e[kCitySmall] = true;
  }

  void what_the_gazetteer_says(const Mention& m, Bits& e) {
    const Gazetteer& g = w_.gazetteer;
    std::uint32_t people = 0;
    bool city = false, primary = false;
    for (const Posting p : m.readings) {
      const GazetteerRow& row = g[p.row()];
      primary = primary || p.use() == kPrimaryName;
      switch (g.kind(p.row())) {
        case PlaceKind::Country: e[kIsCountry] = true; break;
        case PlaceKind::Region: e[kIsRegion] = true; break;
        case PlaceKind::Division: e[row.geonames != 0 ? kIsState : kIsDivision] = true; break;
        case PlaceKind::County:
          e[(classes_of(last_word(m.key)) & kCountyWord) != 0 ? kIsCounty : kIsDistrict] = true;
          break;
        case PlaceKind::City:
          city = true;
          people = std::max(people, row.population);
          break;
      }
    }
    e[kAbbreviated] = m.abbreviation;
    e[kPostal] = m.postal && !e[kIsCountry];
    e[kSaint] = m.key.starts_with("st ");
    e[kOnlyOtherName] = !primary && !m.abbreviation;
    e[kManyPlaces] = m.readings.size() >= 5;
    const bool larger = e[kIsCountry] || e[kIsState] || e[kIsRegion] || e[kIsCounty];
    if (!city || larger) return;
    e[people >= 1000000  ? kCityMillion
      : people >= 100000 ? kCity100k
      : people >= 20000  ? kCity20k
      : people >= 5000   ? kCity5k
                         : kCitySmall] = true;
  }

  static std::string_view last_word(std::string_view key) {
    const std::size_t blank = key.rfind(' ');
    return blank == std::string_view::npos ? key : key.substr(blank + 1);
  }

  void what_is_before(const Mention& m, Bits& e) {
    const Index begin = w_.sentences[m.sentence].tokens.begin;
    Index t = m.tokens.begin;
    e[kSentenceStart] = t == begin;
    if (t == begin) return;
    --t;
    std::uint32_t bits = classes_of(w_.lower(t));
    if (w_.lower(t) == "the") {
      e[kAfterThe] = true;
      if (t == begin) return;
      bits = classes_of(w_.lower(--t));
    }
    if ((bits & kDirection) != 0 && !w_.capital(t)) {
      e[kAfterDirection] = true;
      if (t > begin) bits = classes_of(w_.lower(--t)) & ~std::uint32_t{kPersonTitle};
    }
    e[kAfterIn] = (bits & kIn) != 0;
    e[kAfterNear] = (bits & kNear) != 0;
    e[kAfterFrom] = (bits & kFrom) != 0;
    e[kAfterTo] = (bits & kTo) != 0;
    e[kAfterAt] = (bits & kAt) != 0;
    e[kAfterBy] = (bits & kBy) != 0;
    if ((bits & kOf) != 0) {
      const bool settlement = t > begin && (classes_of(w_.lower(t - 1)) & kSettlement) != 0;
      e[settlement ? kAfterCityOf : kAfterOf] = true;
    }
    if (t != m.tokens.begin - 1) return;
    const Token& before = w_.tokens[t];
    const bool initial = before.is(kCapitalised) && before.span.size() <= 2;
    e[kAfterInitial] = initial;
    e[kAfterTitle] = (bits & kPersonTitle) != 0 && !initial;
    if (before.is(kCapitalised) && !initial && !e[kAfterTitle]) {
      const std::uint32_t name = names::classes_of(w_.lower(t));
      const bool given = (name & (names::kGivenMale | names::kGivenFemale)) != 0;
      const bool common = t == begin && (name & names::kCommon) != 0;
      if (given) e[kAfterGiven] = true;
      else if (!common && (bits & kDirection) != 0) e[kAfterDirection] = true;
      else if (!common && (bits & (kIn | kNear | kFrom | kTo | kAt | kOf | kBy)) == 0) e[kAfterCapital] = true;
    }
    const bool after_place = t > begin && place_ends_at(t);
    e[kAfterAnd] = ((bits & kAnd) != 0 || w_.form(t) == ",") && after_place;
  }

  // Whether a mention ends right before the token (in a list: "Elmsby, Orrin and …").
  bool place_ends_at(Index t) const {
    const auto next =
        std::partition_point(rows_.begin(), rows_.end(), [&](const Mention& m) { return m.tokens.end < t; });
    return next != rows_.end() && next->tokens.end == t && next->found == Found::Name;
  }

  static bool is_dash(std::string_view form) { return form == "—" || form == "–" || form == "-" || form == "--"; }

  // "GHENT —", "SPLIT, Croatia –", "COPENHAGEN, March 15 (Nordwire) —".
  bool is_dateline(const Mention& m) const {
    const Range sentence = w_.sentences[m.sentence].tokens;
    if (m.tokens.begin != sentence.begin) return false;
    constexpr Index kMostWords = 9;
    const Index t = m.container == kNone ? m.tokens.end : rows_[m.container].tokens.end;
    if (t >= sentence.end) return false;
    if (is_dash(w_.form(t)) || (w_.form(t) == "(" && t + 2 < sentence.end && w_.tokens[t + 1].is(kAllCaps)))
      return true;
    if (!w_.tokens[m.tokens.begin].is(kAllCaps)) return false;
    for (Index k = t; k < std::min(sentence.end, t + kMostWords); ++k) {
      if (is_dash(w_.form(k))) return true;
    }
    return false;
  }

  void what_is_after(const Mention& m, Bits& e) {
    const Index end = w_.sentences[m.sentence].tokens.end;
    Index t = m.tokens.end;
    e[kDateline] = is_dateline(m);
    if (t < end && (w_.lower(t) == "'s" || w_.lower(t) == "’s")) {
      e[kBeforePossessive] = true;
      ++t;
    }
    if (t >= end) {
      e[kBeforeStop] = true;
      return;
    }
    const std::string_view word = w_.lower(t);
    const std::uint32_t bits = classes_of(word);
    if (w_.capital(t)) {
      if ((bits & kOutletWord) != 0) e[kBeforeOutlet] = true;
      else if ((bits & kOffice) != 0) e[kBeforeOffice] = true;
      else if (!e[kBeforePossessive]) e[kBeforeCapital] = true;
      return;
    }
    e[kBeforeSaid] = (bits & kSaid) != 0 && !e[kBeforePossessive];
    e[kBeforePeople] = (bits & kPeople) != 0;
    e[kBeforeBracket] = w_.form(t) == "(";
    e[kBeforeStop] = w_.form(t) == "." || w_.form(t) == ",";
  }

  void how_it_looks(const Mention& m, Bits& e) {
    const Index t = m.tokens.begin;
    const std::uint32_t name = names::classes_of(w_.lower(t));
    e[kManyWords] = m.tokens.size() > 1;
    if (m.tokens.size() == 1) {
      const bool everyday = (name & (names::kCommon | names::kCalendar | names::kTitleHead | names::kOrgHead)) != 0;
      e[kCommonWord] =
          (everyday || (classes_of(w_.lower(t)) & (kDirection | kOffice | kEveryday)) != 0) && !m.abbreviation;
      e[kGivenName] = (name & (names::kGivenMale | names::kGivenFemale)) != 0;
      e[kOneShort] = m.span.size() <= 4 && !m.abbreviation;
    }
    e[kAllCapitals] = w_.tokens[t].is(kAllCaps) && !m.abbreviation;
  }

  void what_names_say(const Mention& m, Bits& e) {
    const Index n = name_at_[m.tokens.begin];
    e[kModelNone] = has_model_ && n == kNone;
    if (n == kNone) return;
    const NameMention& name = w_.names.mentions[n];
    const NameChain& chain = w_.names.chains[name.chain];
    const bool same = name.tokens.begin == m.tokens.begin && name.tokens.end == m.tokens.end;
    if (has_model_) return what_the_model_says(chain.type, same, e);
    const bool part = name.tokens.size() > m.tokens.size();
    if (chain.type == "PERSON") e[same ? kIsPerson : kInPerson] = true;
    else if (chain.type == "ORG") e[same ? kIsOrganisation : kInOrganisation] = true;
    else if (part && name.tokens.begin < m.tokens.begin) e[kLongerName] = true;
    else if (part) e[kStartsName] = e[kBeforeCapital] && name.tokens.size() == 2 && !e[kIsCountry] && !e[kIsState];
  }

  static void what_the_model_says(const MaybeText& type, bool same, Bits& e) {
    if (is_place_type(type)) e[kModelPlace] = true;
    else if (type == "PERSON") e[kModelPerson] = true;
    else if (type == "ORG") e[same ? kModelOrganisation : kModelInOrganisation] = true;
    else if (type == "NORP") e[kModelPeople] = true;
    else e[kModelOther] = true;
  }

  void look_elsewhere() {
    std::unordered_map<std::string_view, Bits> seen;
    for (const Mention& m : rows_) {
      Bits& all = seen[m.key];
      all[kElsewhereContained] = all[kElsewhereContained] || m.container != kNone;
      all[kElsewhereIn] = all[kElsewhereIn] || m.evidence[kAfterIn] || m.evidence[kAfterNear];
    }
    for (Mention& m : rows_) {
      const Bits& all = seen[m.key];
      m.evidence[kElsewhereContained] = all[kElsewhereContained] && m.container == kNone;
      m.evidence[kElsewhereIn] = all[kElsewhereIn] && !m.evidence[kAfterIn] && !m.evidence[kAfterNear];
      m.evidence[kRepeated] = count_[m.key] > 1;
      m.evidence[kInNamedCounty] = counties_.count(m.key) != 0;
      if (m.tokens.size() != 1) continue;
      const bool person = person_words_.count(w_.form(m.tokens.begin)) != 0;
      m.evidence[kElsewherePerson] = person && !m.evidence[kInPerson] && !m.evidence[kIsPerson];
      m.evidence[kElsewhereSmall] = small_[w_.lower(m.tokens.begin)];
    }
  }

  const Words& w_;
  std::vector<Mention>& rows_;
  std::vector<Index> name_at_;  // the mention of Names at each token
  bool has_model_ = false;      // the names are the language model's
  std::unordered_set<std::string_view> person_words_, counties_;
  std::unordered_map<std::string_view, int> count_;
  std::unordered_map<std::string_view, bool> small_;  // single words: whether also written small
};

}  // namespace

void recognise(const Words& words, Mentions& mentions) { Recogniser(words, mentions).run(); }

}  // namespace onrecord::places
