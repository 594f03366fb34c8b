// SPDX-License-Identifier: Apache-2.0
// The finder of places: strings that may be places, which of them are, and which place each means.
#include <algorithm>
#include <cmath>

#include "annotate/finders.h"
#include "annotate/places/mention.h"
#include "annotate/places/rules.h"

namespace onrecord {
namespace places {
namespace {

constexpr std::size_t kMostAlternatives = 3;
constexpr double kLeastAlternative = 0.02;

double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

RuleId rule_of(const Mention& m) {
  const auto& e = m.evidence;
  if (m.found == Found::Street) return RuleId::Street;
  if (m.found == Found::Road) return RuleId::Road;
  if (e[kWithContainer]) return RuleId::Contained;
  if (e[kIsCounty]) return RuleId::County;
  if (m.found == Found::Landmark) return RuleId::Landmark;
  if (e[kIsCountry]) return RuleId::Country;
  if (e[kIsRegion]) return RuleId::Region;
  if (e[kIsState]) return RuleId::Division;
  if (e[kDateline]) return RuleId::Dateline;
  if (e[kAfterIn] || e[kAfterNear] || e[kAfterFrom] || e[kAfterTo] || e[kAfterAt] || e[kAfterCityOf])
    return RuleId::Context;
  if (e[kElsewhereIn] || e[kElsewhereContained]) return RuleId::Again;
  if (e[kIsDivision]) return RuleId::Division;
  return RuleId::Known;
}

const char* feature_of(const Words& w, const Mention& m) {
  if (m.found == Found::Street) return "ST";
  if (m.found == Found::Road) return "RD";
  if (m.found != Found::Landmark) return nullptr;
  struct Row {
    const char* word;
    const char* code;
  };
  constexpr Row kRows[] = {{"river", "STM"},   {"creek", "STM"},   {"lake", "LK"},       {"mount", "MT"},
                           {"mt.", "MT"},      {"mountain", "MT"}, {"mountains", "MTS"}, {"valley", "VAL"},
                           {"bay", "BAY"},     {"island", "ISL"},  {"islands", "ISLS"},  {"airport", "AIRP"},
                           {"forest", "FRST"}, {"park", "PRK"},    {"county", "ADM2"},   {"township", "ADM3"},
                           {"parish", "ADM2"}, {"bridge", "BDG"},  {"dam", "DAM"},       {"beach", "BCH"}};
  for (const Index t : {m.tokens.end - 1, m.tokens.begin}) {
    for (const Row& row : kRows) {
      if (w.lower(t) == row.word) return row.code;
    }
  }
  return nullptr;
}

MaybeText text_or_null(std::string_view text) { return text.empty() ? std::nullopt : MaybeText(std::string(text)); }

PlaceReading reading_of(const Gazetteer& g, const Reading& reading) {
  const GazetteerRow& row = g[reading.row];
  PlaceReading out;
  out.name = g.name(reading.row);
  if (row.geonames != 0) out.geonames = row.geonames;
  out.lat = row.lat_e5 / 1e5;
  out.lon = row.lon_e5 / 1e5;
  out.country = text_or_null(g.country(reading.row));
  if (row.admin1 != kNone) out.admin1 = std::string(g.name(row.admin1));
  out.feature = text_or_null(g.feature(reading.row));
  out.confidence = reading.confidence;
  return out;
}

class Writer {
 public:
  explicit Writer(const Words& words) : w_(words) {}

  PlaceRow row(const Mention& m, const Mentions& all, const std::vector<Reading>& readings,
               const std::vector<std::vector<Reading>>& every) const {
    PlaceRow row;
    row.span = m.span;
    row.controller = text_or_null(controller_of(w_, m));
    row.rule = &rule(rule_of(m));
    const double place = probability(m.score);
    if (readings.empty()) {
      row.place.name = w_.text.bytes(m.span);
      row.place.confidence = place;
      if (const char* code = feature_of(w_, m)) row.place.feature = code;
      row.reason = m.found == Found::Street || m.found == Found::Road ? "streets and roads are not in the gazetteer"
                                                                      : "not in the gazetteer";
      if (m.container != kNone) set_container(row, every[m.container]);
      else if (m.found == Found::Landmark) set_container(row, named_after(m, all, every));
      return row;
    }
    row.place = reading_of(w_.gazetteer, readings.front());
    row.place.confidence *= place;
    for (std::size_t k = 1; k < readings.size() && row.alternatives.size() < kMostAlternatives; ++k) {
      if (readings[k].confidence < kLeastAlternative) break;
      row.alternatives.push_back(reading_of(w_.gazetteer, readings[k]));
      row.alternatives.back().confidence *= place;
    }
    return row;
  }

 private:
  // The readings of the town that a landmark's name begins with, where the article names that town too: "Baghdad" of
  // "Baghdad International Airport". Empty where it does not.
  std::vector<Reading> named_after(const Mention& m, const Mentions& all,
                                   const std::vector<std::vector<Reading>>& every) const {
    for (Index k = 0; k < all.rows.size(); ++k) {
      const std::string& key = all.rows[k].key;
      const bool begins = m.key.size() > key.size() && m.key[key.size()] == ' ' && m.key.starts_with(key);
      if (begins && !every[k].empty()) return every[k];
    }
    return {};
  }

  // What lies in a known place has its country and division.
  void set_container(PlaceRow& row, const std::vector<Reading>& readings) const {
    if (readings.empty()) return;
    const Gazetteer& g = w_.gazetteer;
    const Index outer = readings.front().row;
    row.place.country = text_or_null(g.country(outer));
    const Index division = g.kind(outer) == PlaceKind::Division ? outer : g[outer].admin1;
    if (division != kNone) row.place.admin1 = std::string(g.name(division));
  }

  const Words& w_;
};

}  // namespace
}  // namespace places

Places find_places(const Text& text, const Tokens& tokens, const Sentences& sentences, const Names& names,
                   const Gazetteer& gazetteer) {
  const places::Words words{text, tokens, sentences, names, gazetteer};
  places::Mentions mentions = places::scan(words);
  places::yield_to_names(words, mentions.rows);
  places::add_typed_names(words, mentions.rows);
  places::link_containers(words, mentions.rows);
  places::read_words_beside(words, mentions.rows);
  places::recognise(words, mentions);
  const auto readings = places::resolve(words, mentions);
  Places out;
  const places::Writer writer(words);
  for (Index k = 0; k < mentions.rows.size(); ++k) {
    const places::Mention& m = mentions.rows[k];
    const Index row = readings[k].empty() ? kNone : readings[k].front().row;
    const std::string_view stands_for = places::metonym_of(words, m, row);
    if (!stands_for.empty()) out.metonyms.push_back({m.span, std::string(stands_for)});
    else if (m.accepted) out.rows.push_back(writer.row(m, mentions, readings[k], readings));
  }
  for (const places::DemonymMention& d : mentions.demonyms) {
    out.demonyms.push_back({d.span, std::string(gazetteer.country(d.row))});
  }
  return out;
}

}  // namespace onrecord
