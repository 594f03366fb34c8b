// SPDX-License-Identifier: Apache-2.0
// Which place a name means. One sense an article; a name is likelier the larger place, the one that lies in what the
// text says after the comma, in the states and countries that the article names, and near its other places.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "annotate/places/mention.h"
#include "annotate/places/resolve_weights.h"

namespace onrecord::places {
namespace {

constexpr std::size_t kMostReadings = 80;  // of a name, those with most people first
constexpr std::size_t kMostSenses = 64;    // that others are weighed against, the most often named first
constexpr std::size_t kMostOther = 24;     // readings of another name that are looked at
constexpr double kLeastShare = 0.002;
constexpr int kRounds = 3;
constexpr std::size_t kWorldwide = 3;  // countries that news of the world names
constexpr std::uint16_t kNoCountry = 0xFFFF;

// All mentions of a name that mean one place.
struct Sense {
  std::vector<Index> mentions;
  std::vector<Index> rows;  // readings
  std::vector<bool> primary;
  std::vector<double> prior;  // what does not change with the others
  std::vector<double> score;
  std::size_t best = 0;
  std::size_t container = SIZE_MAX;  // sense
  bool contained = false;
  std::vector<double> shares;  // probabilities of the readings
  Index row() const { return rows[best]; }
};

class Resolver {
 public:
  Resolver(const Words& words, const Mentions& mentions) : w_(words), mentions_(mentions), g_(words.gazetteer) {}

  std::vector<std::vector<Reading>> run() {
    group();
    worldwide_ = count_countries() >= kWorldwide;
    for (Sense& sense : senses_) set_prior(sense);
    for (int round = 0; round < kRounds; ++round) {
      choose_context();
      for (Sense& sense : senses_) weigh(sense);
      for (Sense& sense : senses_) choose(sense);
    }
    return written();
  }

 private:
  // "Kharkiv region" and "Kharkiv" of one article are two places.
  static std::string sense_key(const Mention& m) { return m.of_region && m.beside_town ? m.key + " region" : m.key; }

  // A name with a container is a sense of its own; the same name without one joins the one before it, else the first.
  void group() {
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> contained;
    std::map<std::string, std::size_t> last;
    of_mention_.assign(mentions_.rows.size(), SIZE_MAX);
    for (Index k = 0; k < mentions_.rows.size(); ++k) {
      const Mention& m = mentions_.rows[k];
      if (!usable(m) || m.container == kNone) continue;
      const auto key = std::make_pair(std::string_view(m.key), std::string_view(mentions_.rows[m.container].key));
      const auto [found, fresh] = contained.emplace(key, senses_.size());
      if (fresh) add_sense(m, true);
      join(k, found->second);
      last.emplace(sense_key(m), found->second);
    }
    for (Index k = 0; k < mentions_.rows.size(); ++k) {
      const Mention& m = mentions_.rows[k];
      if (!usable(m)) continue;
      if (m.container == kNone) {
        const auto [found, fresh] = last.emplace(sense_key(m), senses_.size());
        if (fresh) add_sense(m, false);
        join(k, found->second);
      } else {
        last[sense_key(m)] = of_mention_[k];
      }
    }
    for (Index k = 0; k < mentions_.rows.size(); ++k) {
      const Index outer = mentions_.rows[k].container;
      if (of_mention_[k] != SIZE_MAX && outer != kNone) senses_[of_mention_[k]].container = of_mention_[outer];
    }
  }

  // How many countries the article names, its peoples counted.
  std::size_t count_countries() const {
    std::set<Index> countries;
    for (const DemonymMention& d : mentions_.demonyms) {
      if (g_.kind(d.row) == PlaceKind::Country) countries.insert(d.row);
    }
    for (const Sense& sense : senses_) {
      for (std::size_t k = 0; k < sense.rows.size(); ++k) {
        if (g_.kind(sense.rows[k]) == PlaceKind::Country && sense.primary[k]) countries.insert(sense.rows[k]);
      }
    }
    return countries.size();
  }

  static bool usable(const Mention& m) { return m.accepted && m.found == Found::Name && !m.readings.empty(); }

  void add_sense(const Mention& m, bool contained) {
    Sense sense;
    sense.contained = contained;
    for (const Posting p : m.readings.first(std::min(kMostReadings, m.readings.size()))) {
      sense.rows.push_back(p.row());
      sense.primary.push_back(p.use() != kOtherName || heads_name(p.row(), m.key));
    }
    senses_.push_back(std::move(sense));
  }

  // "Washington" of "Washington, D.C.": as good as the main name.
  bool heads_name(Index row, std::string_view key) const {
    const std::string_view name = g_.name(row);
    const std::size_t comma = name.find(',');
    std::string head;
    return comma != std::string_view::npos && g_.append_key(name.substr(0, comma), head) && head == key;
  }

  // Whether a country or region is called so too: "Gaza", "Luxembourg".
  bool names_larger(const Sense& sense) const {
    return std::any_of(sense.rows.begin(), sense.rows.end(), [&](Index row) {
      return g_.kind(row) == PlaceKind::Country || g_.kind(row) == PlaceKind::Region;
    });
  }

  void join(Index mention, std::size_t sense) {
    senses_[sense].mentions.push_back(mention);
    of_mention_[mention] = sense;
  }

  // The bonus of a first-level division.
  double division_bonus(const Sense& sense, Index division) const {
    if (g_[division].geonames == 0) return kDivisionBonus;
    const bool shared = std::any_of(sense.rows.begin(), sense.rows.end(), [&](Index row) {
      return g_.feature(row) == "PPLC" && g_[row].country == g_[division].country;
    });
    return shared ? kSharedStateBonus : kStateBonus;
  }

  void set_prior(Sense& sense) const {
    const bool famous = worldwide_ && !names_larger(sense);
    for (std::size_t k = 0; k < sense.rows.size(); ++k) {
      const GazetteerRow& row = g_[sense.rows[k]];
      double score = kPerPeople * std::log10(row.population + 10.0);
      if (!sense.primary[k]) score += kOtherNameBonus;
      switch (g_.kind(sense.rows[k])) {
        case PlaceKind::Country: score += kCountryBonus; break;
        case PlaceKind::Region: score += kRegionBonus; break;
        case PlaceKind::Division: score += division_bonus(sense, sense.rows[k]); break;
        case PlaceKind::County: score += kCountyBonus; break;
        case PlaceKind::City:
          if (g_.feature(sense.rows[k]) == "PPLC") score += kCapitalBonus;
          if (famous && row.population >= kFamousPeople && sense.primary[k]) score += kFamousBonus;
          if (row.geonames == 0) score += kUnknownBonus;
          break;
      }
      sense.prior.push_back(score + said_of(sense, sense.rows[k]));
    }
    sense.score = sense.prior;
    choose(sense);
  }

  // What words right beside the name say of what it is.
  double said_of(const Sense& sense, Index row) const {
    double score = 0;
    const PlaceKind kind = g_.kind(row);
    const bool region = std::any_of(sense.mentions.begin(), sense.mentions.end(),
                                    [&](Index m) { return mentions_.rows[m].of_region; });
    const bool nation = std::any_of(sense.mentions.begin(), sense.mentions.end(),
                                    [&](Index m) { return mentions_.rows[m].of_nation; });
    if (region && kind == PlaceKind::Division) score += kRegionWordBonus;
    if (nation && kind == PlaceKind::Country) score += kNationWordBonus;
    // Agencies write "WASHINGTON (AP)" of the cities that need no state beside them.
    const bool dateline = !sense.contained && std::any_of(sense.mentions.begin(), sense.mentions.end(), [&](Index m) {
      return mentions_.rows[m].evidence[kDateline] && mentions_.rows[m].evidence[kAllCapitals];
    });
    if (dateline && kind == PlaceKind::City && g_[row].population >= kFamousPeople) score += kDatelineBonus;
    return score;
  }

  static void choose(Sense& sense) {
    sense.best =
        static_cast<std::size_t>(std::max_element(sense.score.begin(), sense.score.end()) - sense.score.begin());
  }

  // What the article is about: its senses, those most often named first, and the countries of its demonyms.
  void choose_context() {
    context_.clear();
    for (std::size_t k = 0; k < senses_.size(); ++k) context_.push_back(k);
    std::stable_sort(context_.begin(), context_.end(), [&](std::size_t a, std::size_t b) {
      return senses_[a].mentions.size() > senses_[b].mentions.size();
    });
    if (context_.size() > kMostSenses) context_.resize(kMostSenses);
    demonyms_.clear();
    for (const DemonymMention& d : mentions_.demonyms) {
      if (g_.kind(d.row) == PlaceKind::Country || g_.kind(d.row) == PlaceKind::Division) ++demonyms_[d.row];
    }
    for (Sense& sense : senses_) {
      sense.shares.clear();
      double sum = 0;
      for (const double score : sense.score) sum += std::exp(score - sense.score[sense.best]);
      for (const double score : sense.score) sense.shares.push_back(std::exp(score - sense.score[sense.best]) / sum);
    }
  }

  void weigh(Sense& sense) const {
    const auto self = static_cast<std::size_t>(&sense - senses_.data());
    for (std::size_t k = 0; k < sense.rows.size(); ++k) {
      sense.score[k] = sense.prior[k] + from_context(self, sense.rows[k]) + from_containers(sense, sense.rows[k]);
    }
  }

  double from_containers(const Sense& sense, Index row) const {
    double score = 0;
    if (sense.container != SIZE_MAX) {
      for (const Index outer : senses_[sense.container].rows) {
        if (g_.inside(row, outer)) {
          score += kContainerBonus;
          break;
        }
      }
    }
    for (const Index m : sense.mentions) {
      const Index held = mentions_.rows[m].held;
      if (held == kNone || of_mention_[held] == SIZE_MAX) continue;
      const Sense& inner = senses_[of_mention_[held]];
      const bool fits =
          std::any_of(inner.rows.begin(), inner.rows.end(), [&](Index in) { return g_.inside(in, row); });
      if (fits) return score + kHeldBonus;
    }
    return score;
  }

  double from_context(std::size_t self, Index row) const {
    double state = 0, country = 0, near = 0, within = 0, county = 0, home = 0, others = 0.5;
    const GazetteerRow& here = g_[row];
    const bool large = is_large(row);
    for (const std::size_t k : context_) {
      if (k == self) continue;
      const Sense& other = senses_[k];
      const Index there = other.row();
      const double sure = other.shares[other.best];
      const PlaceKind kind = g_.kind(there);
      if (kind == PlaceKind::Region) continue;
      if (kind == PlaceKind::Country) {
        if (g_.inside(row, there)) country += sure;
        continue;
      }
      if (kind == PlaceKind::Division && here.admin1 == there && there != row) state += sure;
      if (here.country != kNoCountry && here.country == g_[there].country) country += kSameCountryShare * sure;
      if (large) {
        if (g_.inside(there, row)) within += sure;
        continue;
      }
      others += sure;
      if (g_[there].admin1 == here.admin1 && here.admin1 != kNone) home += sure;
      near += closest(other, row, county);
    }
    for (const auto& [demonym, count] : demonyms_) {
      if (row == demonym || g_.inside(row, demonym)) country += 1;
    }
    return kStateContext * std::min(1.0, state) + kCountryContext * std::min(1.0, country) +
           kNearContext * std::min(kMostNear, near) + kWithinContext * std::min(kMostWithin, within) +
           kCountyContext * std::min(1.0, county) + kHomeContext * home / others;
  }

  bool is_large(Index row) const { return g_.kind(row) == PlaceKind::Country || g_.kind(row) == PlaceKind::Division; }

  // How near the nearest likely reading of another name is: 1 at the place itself. Adds to `county` where one holds
  // the place or lies in it.
  double closest(const Sense& other, Index row, double& county) const {
    double best = 0, held = 0;
    const std::size_t most = std::min(other.rows.size(), kMostOther);
    for (std::size_t k = 0; k < most; ++k) {
      const Index there = other.rows[k];
      if (there == row || is_large(there) || other.shares[k] < kLeastShare) continue;
      const double weight = std::pow(other.shares[k], kShareExponent);
      if (g_.inside(row, there) || g_.inside(there, row)) held = std::max(held, weight);
      best = std::max(best, weight * std::exp(-kilometres(g_[row], g_[there]) / kNearKm));
    }
    county += held;
    return best;
  }

  std::vector<std::vector<Reading>> written() const {
    std::vector<std::vector<Reading>> out(mentions_.rows.size());
    for (const Sense& sense : senses_) {
      std::vector<Reading> readings;
      const double top = sense.score[sense.best];
      double sum = 0;
      for (const double s : sense.score) sum += std::exp(s - top);
      for (std::size_t k = 0; k < sense.rows.size(); ++k) {
        readings.push_back({sense.rows[k], std::exp(sense.score[k] - top) / sum});
      }
      std::stable_sort(readings.begin(), readings.end(),
                       [](const Reading& a, const Reading& b) { return a.confidence > b.confidence; });
      for (const Index m : sense.mentions) out[m] = readings;
    }
    return out;
  }

  const Words& w_;
  const Mentions& mentions_;
  const Gazetteer& g_;
  std::vector<Sense> senses_;
  std::vector<std::size_t> of_mention_;  // sense; SIZE_MAX: none
  std::vector<std::size_t> context_;     // senses
  std::map<Index, int> demonyms_;
  bool worldwide_ = false;  // news of the world, where a name is the city that all the world knows
};

}  // namespace

std::vector<std::vector<Reading>> resolve(const Words& words, const Mentions& mentions) {
  return Resolver(words, mentions).run();
}

}  // namespace onrecord::places
