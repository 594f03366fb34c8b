// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/setting.h"

#include <algorithm>

namespace onrecord::statements {
namespace {

constexpr Index kReach = 14;      // tokens from the cue, its source or its hearer
constexpr Index kLongest = 10;    // tokens of an occasion up to its noun
constexpr Index kFarthestIn = 3;  // tokens from a place back to its preposition
constexpr Index kMostAfter = 8;   // tokens of what follows the noun: "in Kyiv", "with the paper"

constexpr std::string_view kOccasions =
    " address addresses announcement appearance briefing broadcast call column commentary conference conversation "
    "debate dispatch editorial email event forum gathering hearing interview interviews letter meeting memo message "
    "op-ed post press rally release remarks report session speech speeches statement statements summit talk "
    "testimony "
    "tweet tweets video visit webcast ";

bool occasion_noun(const Reading& r, Index t) {
  const std::string_view word = r.lower(t);
  const std::size_t at = word.empty() ? std::string_view::npos : kOccasions.find(word);
  return at != std::string_view::npos && at > 0 && kOccasions[at - 1] == ' ' && kOccasions[at + word.size()] == ' ';
}

class SettingFinder {
 public:
  SettingFinder(const Reading& reading, const std::vector<Draft>& drafts, std::size_t number)
      : r_(reading), draft_(drafts[number]), sentence_(reading.sentence(draft_.sentence).tokens) {
    look_around(drafts, number);
    reach_ = draft_.cue;
    take(draft_.source);
    take(draft_.addressee);
    widen();
  }

  Setting find() const {
    Setting out;
    out.time = time();
    out.place = place();
    out.occasion = occasion();
    return out;
  }

 private:
  // What stands near enough to the cue to be of its clause.
  void take(Range part) {
    if (part.empty() || !sentence_.contains(part.begin)) return;
    if (part.begin > draft_.cue.end + kReach || part.end + kReach < draft_.cue.begin) return;
    reach_ = {std::min(reach_.begin, part.begin), std::max(reach_.end, part.end)};
  }

  // Statements near this one: what they say is not around this one's cue, and where this one stands in what they say,
  // nothing outside that is.
  void look_around(const std::vector<Draft>& drafts, std::size_t number) {
    constexpr std::size_t kNear = 6;
    const std::size_t end = std::min(drafts.size(), number + kNear);
    for (std::size_t k = number - std::min(number, kNear); k < end; ++k) {
      for (const Range piece : drafts[k].content) {
        if (k == number) said_.push_back(piece);
        else if (!piece.contains(draft_.cue.begin)) said_.push_back(piece);
        else if (sentence_.contains(piece.begin)) sentence_ = {piece.begin, std::min(piece.end, sentence_.end)};
      }
    }
  }

  bool said(Index t) const {
    return r_.quoted(t) || std::any_of(said_.begin(), said_.end(), [&](Range piece) { return piece.contains(t); });
  }

  // To the content, a mark that ends a clause, or the sentence's end.
  void widen() {
    for (Index k = 0; k < kReach && reach_.end < sentence_.end && open(reach_.end); ++k) ++reach_.end;
    for (Index k = 0; k < kReach && reach_.begin > sentence_.begin && open(reach_.begin - 1); ++k) --reach_.begin;
  }
  bool open(Index t) const { return !said(t) && r_.form(t) != ";" && !r_.is(t, kSubordinator & ~kPreposition); }

  bool free(Index t) const {
    return reach_.contains(t) && !said(t) && !draft_.cue.contains(t) && !draft_.source.contains(t);
  }

  // The time nearest to the cue.
  Index time() const {
    if (r_.layers().times == nullptr) return kNone;
    const std::vector<TimeRow>& rows = r_.layers().times->rows;
    const ByteSpan span = r_.span(reach_);
    auto row = std::partition_point(rows.begin(), rows.end(),
                                    [&](const TimeRow& one) { return one.span.begin < span.begin; });
    Index best = kNone, least = kNone;
    for (; row != rows.end() && row->span.end <= span.end; ++row) {
      if (row->type != TimeType::Date && row->type != TimeType::Time) continue;
      const Range tokens = r_.layers().tokens.covering(row->span);
      if (tokens.empty() || !free(tokens.begin) || !free(tokens.end - 1) || lasts_till_then(tokens.begin)) continue;
      const Index far =
          tokens.begin >= draft_.cue.end ? tokens.begin - draft_.cue.end : draft_.cue.begin - tokens.begin;
      if (far >= least) continue;
      least = far;
      best = static_cast<Index>(row - rows.begin());
    }
    return best;
  }

  // "which has fought since |October|": the time of what goes on, not of what is said.
  bool lasts_till_then(Index t) const {
    const std::string_view before = t == sentence_.begin ? "" : r_.lower(t - 1);
    return before == "since" || before == "until" || before == "till";
  }

  // "told a news conference in |Kyiv|": the place that follows the cue soonest, or else stands nearest before it.
  // Refused: "the mayor of Reyle said", "told Denmark", whose places say who speaks and who hears.
  Index place() const {
    if (r_.layers().places == nullptr) return kNone;
    const std::vector<PlaceRow>& rows = r_.layers().places->rows;
    const ByteSpan span = r_.span(reach_);
    auto row = std::partition_point(rows.begin(), rows.end(),
                                    [&](const PlaceRow& one) { return one.span.begin < span.begin; });
    Index best = kNone;
    for (; row != rows.end() && row->span.end <= span.end; ++row) {
      const Range tokens = r_.layers().tokens.covering(row->span);
      if (tokens.empty() || !free(tokens.begin) || !free(tokens.end - 1) || !stands_in(tokens.begin)) continue;
      best = static_cast<Index>(row - rows.begin());
      if (tokens.begin >= draft_.cue.end) break;
    }
    return best;
  }

  // Whether "in", "at", "near" stands before it, with at most two words between: "in |eastern| Kyiv".
  bool stands_in(Index t) const {
    for (Index back = 1; back <= kFarthestIn && back <= t - sentence_.begin && free(t - back); ++back) {
      const std::string_view word = r_.lower(t - back);
      if (word == "in" || word == "at" || word == "near" || word == "outside" || word == "from") return true;
      if (!r_.word(t - back) || r_.is(t - back, kPreposition)) return false;
    }
    return false;
  }

  // "told |a news conference| …", "said in |a statement|".
  Range occasion() const {
    for (Index t = reach_.begin; t < reach_.end; ++t) {
      if (!free(t) || !r_.is(t, kPreposition)) continue;
      const Range found = phrase_of_occasion(t + 1);
      if (!found.empty()) return found;
    }
    return draft_.addressee.empty() ? Range{} : phrase_of_occasion(draft_.addressee.begin);
  }

  Range phrase_of_occasion(Index begin) const {
    Index noun = kNone;
    for (Index t = begin; t < reach_.end && t < begin + kLongest && free(t); ++t) {
      if (!r_.word(t) && r_.form(t) != "-" && !r_.possessive(t)) break;
      if (t > begin && r_.is(t, kPreposition | kThatWord | kRelative | kAnd)) break;
      if (occasion_noun(r_, t)) noun = t;
    }
    if (noun == kNone) return {};
    Index end = noun + 1;
    // "in Kyiv", "with the paper", but no time: that is a row of its own.
    while (end + 1 < reach_.end && free(end) && r_.is(end, kPreposition) && !r_.is(end + 1, kTimeWord)) {
      Index stop = end + 1;
      while (stop < reach_.end && stop < end + kMostAfter && free(stop) && r_.word(stop) &&
             !r_.is(stop, kPreposition | kTimeWord | kThatWord | kAnd | kRelative)) {
        ++stop;
      }
      if (stop == end + 1) break;
      end = stop;
    }
    return {begin, end};
  }

  const Reading& r_;
  const Draft& draft_;
  Range sentence_, reach_;
  std::vector<Range> said_;  // by this statement and its neighbours
};

}  // namespace

Setting find_setting(const Reading& reading, const std::vector<Draft>& drafts, std::size_t number) {
  return SettingFinder(reading, drafts, number).find();
}

}  // namespace onrecord::statements
