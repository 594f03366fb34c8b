// SPDX-License-Identifier: Apache-2.0
// Strings that may name a place: the longest names of the gazetteer, and strings that look like streets, roads and
// landmarks by their words.
#include <algorithm>

#include "annotate/places/mention.h"
#include "annotate/places/words.h"

namespace onrecord::places {
namespace {

constexpr Index kMostWords = 6;   // of a gazetteer name
constexpr Index kMostStreet = 5;  // of a street's or landmark's name

class Scanner {
 public:
  explicit Scanner(const Words& words) : w_(words) {}

  Mentions run() {
    for (Index s = 0; s < w_.sentences.size(); ++s) {
      sentence_ = s;
      const Range tokens = w_.sentences[s].tokens;
      end_ = tokens.end;
      for (Index t = tokens.begin; t < tokens.end;) t = try_at(t);
    }
    return std::move(out_);
  }

 private:
  // Looks for a name that begins at `t`; the token to go on with.
  Index try_at(Index t) {
    const Token& token = w_.tokens[t];
    const bool ordinal = token.is(kHasDigit) && token.is(kHasLetter);
    if (!token.is(kCapitalised) && !ordinal) return t + 1;
    if (const Index end = road_end(t); end != t) return add(Found::Road, {t, end});
    const Index named = name_end(t);
    if (!starts_sentence_only(t)) {
      if (const Index end = street_end(t); end > named) return add(Found::Street, {t, end});
      if (const Index end = landmark_end(t); end > named && !ordinal) return add(Found::Landmark, {t, end});
    }
    if (named == t) return t + 1;
    return add_name({t, named});
  }

  // Whether only a sentence's start, or a title case, gives a word its capital: "The Orrin River", "In January".
  bool starts_sentence_only(Index t) const {
    const std::string_view word = w_.lower(t);
    return (classes_of(word) & (kIn | kNear | kFrom | kTo | kAt | kOf | kBy | kAnd)) != 0 || word == "the" ||
           word == "a" || word == "miss" || word == "an";
  }

  // Whether a capital stands in the word: "d'Ivoire".
  bool has_capital(Index t) const {
    const std::string_view form = w_.form(t);
    return w_.capital(t) || std::any_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // The end of the longest gazetteer name at `t`, `t` if there is none; key_ and found_ are set to it.
  Index name_end(Index t) {
    if (!w_.capital(t)) return t;
    std::size_t lengths[kMostWords + 1] = {};
    walk_.clear();
    const Index limit = std::min(end_, t + 2 * kMostWords);
    const std::string_view all = w_.text.all();
    Index words = 0;
    Index last[kMostWords + 1] = {};
    for (Index k = t; k < limit && words < kMostWords; ++k) {
      const Token& token = w_.tokens[k];
      const std::uint32_t from = k == t ? token.span.begin : w_.tokens[k - 1].span.end;
      if (k > t && token.span.begin - from > 1) break;  // a double blank or line break parts names
      if (!w_.gazetteer.append_key(all.substr(from, token.span.end - from), walk_)) break;
      if (!token.is(kHasLetter) && !token.is(kHasDigit)) continue;
      if (has_capital(k) || token.is(kHasDigit)) {
        ++words;
        lengths[words] = walk_.size();
        last[words] = k + 1;
      } else if (k > t + 8 || token.span.size() > 5) {  // "of the", "and", "de la" only
        break;
      }
    }
    for (Index n = words; n > 0; --n) {
      const std::string_view key = std::string_view(walk_).substr(0, lengths[n]);
      const std::span<const Posting> readings = w_.gazetteer.find(key);
      if (readings.empty()) continue;
      key_ = key;
      found_ = readings;
      return last[n];
    }
    return t;
  }

  // "Highway 12", "County Road 9", "U.S. 40", "I-75".
  Index road_end(Index t) const {
    const std::string_view first = w_.lower(t);
    if (first.size() > 2 && first.starts_with("i-") && first[2] >= '0' && first[2] <= '9') return t + 1;
    if ((classes_of(first) & kRoadWord) == 0) return t;
    Index k = t + 1;
    if (k < end_ && (first == "county" || first == "state") && (classes_of(w_.lower(k)) & kRoadWord) != 0) {
      ++k;
    } else if (first == "county" || first == "state") {
      return t;
    }
    if (k < end_ && w_.form(k) == "-") ++k;
    if (k >= end_ || !w_.tokens[k].is(kHasDigit)) return t;
    const std::string_view number = w_.form(k);
    const bool plain = number.size() <= 4 && number[0] >= '1' && number[0] <= '9' &&
                       number.find_first_of(".,:$%") == std::string_view::npos;
    return plain ? k + 1 : t;
  }

  // "North Tanner Street", "42nd Street".
  Index street_end(Index t) const {
    const Index limit = std::min(end_, t + kMostStreet);
    for (Index k = t + 1; k < limit; ++k) {
      const std::uint32_t bits = classes_of(w_.lower(k));
      if (!w_.capital(k)) return t;
      if ((bits & kStreetWord) == 0) continue;
      const bool saint = w_.lower(k) == "st." && k + 1 < end_ && w_.capital(k + 1);
      const bool doctor = w_.lower(k) == "dr." && k + 1 < end_ && w_.capital(k + 1);
      if (saint || doctor) return t;
      return k + 1;
    }
    return t;
  }

  // "Lake Orrin", "Orrin River", "Orrin County".
  Index landmark_end(Index t) const {
    const Index limit = std::min(end_, t + kMostStreet);
    if ((classes_of(w_.lower(t)) & kLandmarkStart) != 0 && t + 1 < end_ && w_.capital(t + 1)) {
      return landmark_end_after(t, std::min(limit, t + 3));
    }
    const bool river = w_.lower(t) == "river" && t + 1 < end_ && w_.capital(t + 1);
    if (river) return t + 2;
    return landmark_end_after(t, limit);
  }

  Index landmark_end_after(Index t, Index limit) const {
    const bool starts = (classes_of(w_.lower(t)) & kLandmarkStart) != 0;
    Index found = t;
    for (Index k = t + 1; k < limit && w_.capital(k); ++k) {
      const bool county = (classes_of(w_.lower(k)) & kCountyWord) != 0;
      if (county && k > t + 1 && known_county({t + 1, k + 1})) return t;  // "Miss Orrin County"
      if (county || (classes_of(w_.lower(k)) & kLandmarkEnd) != 0) found = k + 1;
      else if (starts && k == t + 1) found = k + 1;
    }
    return found;
  }

  // Whether the gazetteer has a shorter name with the same end.
  bool known_county(Range tokens) const {
    for (; tokens.size() > 1; ++tokens.begin) {
      std::string key;
      if (w_.gazetteer.append_key(w_.text.bytes(w_.span(tokens)), key) && !w_.gazetteer.find(key).empty())
        return true;
    }
    return false;
  }

  Index add(Found found, Range tokens) {
    Mention m;
    m.tokens = tokens;
    m.span = w_.span(tokens);
    m.found = found;
    m.sentence = sentence_;
    w_.gazetteer.append_key(w_.text.bytes(m.span), m.key);
    out_.rows.push_back(std::move(m));
    return tokens.end;
  }

  // "NAIROBI (Xinhua) --", "NAIROBI, July 18 (Xinhua) --": the agency.
  bool signs_dateline(Range tokens) const {
    if (tokens.begin == 0 || tokens.end + 1 >= end_ || w_.form(tokens.begin - 1) != "(" || w_.form(tokens.end) != ")")
      return false;
    const std::string_view dash = w_.form(tokens.end + 1);
    return dash == "-" || dash == "--" || dash == "–" || dash == "—";
  }

  // Bodies and eras that towns are called like: "UN", "Hamas" (Hamm), "61 B.C."
  bool is_other(Range tokens) const {
    if (key_ == "bc" || key_ == "ad" || key_ == "bce") {
      return tokens.begin > 0 && w_.tokens[tokens.begin - 1].is(kHasDigit);
    }
    if (signs_dateline(tokens)) return true;
    if (tokens.size() != 1) return false;
    // "|North| Cotabato", "|Southern| Poland": divisions called by a direction alone are so only as "North Region".
    if ((classes_of(key_) & kDirection) != 0 || key_ == "centre" || key_ == "maritime") {
      const std::string_view next = tokens.end < end_ ? w_.lower(tokens.end) : std::string_view();
      return next != "region" && next != "province";
    }
    static constexpr std::string_view kBodies[] = {"un",  "eu",  "au",     "nato", "hamas", "fatah",  "eta",
                                                   "who", "imf", "isis",   "fifa", "uefa",  "opec",   "asean",
                                                   "plo", "ira", "unesco", "farc", "eln",   "taliban"};
    const bool stops = w_.form(tokens.begin).find('.') != std::string_view::npos;
    const bool acronym = w_.tokens[tokens.begin].is(kAllCaps) || stops || key_.size() > 4;
    return acronym && std::find(std::begin(kBodies), std::end(kBodies), key_) != std::end(kBodies);
  }

  Index add_name(Range tokens) {
    if (is_other(tokens)) return tokens.end;
    const auto demonym = std::find_if(found_.begin(), found_.end(), [](Posting p) { return p.use() == kDemonym; });
    if (demonym != found_.end()) {
      out_.demonyms.push_back({w_.span(tokens), demonym->row()});
      return tokens.end;
    }
    const std::string_view surface = w_.text.bytes(w_.span(tokens));
    Mention m;
    m.tokens = tokens;
    m.span = w_.span(tokens);
    m.sentence = sentence_;
    m.key = key_;
    m.readings = found_;
    m.abbreviation = found_.front().use() == kAbbreviation ||
                     std::any_of(found_.begin(), found_.end(), [](Posting p) { return p.use() == kAbbreviation; });
    const bool capitals = std::none_of(surface.begin(), surface.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool stops = surface.find('.') != std::string_view::npos;
    m.postal = m.abbreviation && capitals && surface.size() == 2;
    // "US" and "Ill." are written so; "us", "Us" and "Ill" are words, and so are "Ms." and "Co.".
    constexpr std::string_view kTwoWithStop = " pa va ga ky la md mo vt ";
    const bool title =
        m.key.size() == 2 && !capitals && kTwoWithStop.find(" " + m.key + " ") == std::string_view::npos;
    if (m.abbreviation && ((!capitals && !stops) || title)) return tokens.begin + 1;
    out_.rows.push_back(std::move(m));
    return tokens.end;
  }

  const Words& w_;
  Index sentence_ = 0, end_ = 0;
  std::string walk_, key_;
  std::span<const Posting> found_;
  Mentions out_;
};

}  // namespace

Mentions scan(const Words& words) { return Scanner(words).run(); }

}  // namespace onrecord::places
