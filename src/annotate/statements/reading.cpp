// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/reading.h"

#include "annotate/statements/word_lists.h"

namespace onrecord::statements {
namespace {

constexpr std::uint32_t kLongestWord = 14;  // of the words of the tables

}  // namespace

Reading::Reading(const Layers& layers) : layers_(layers), info_(layers.tokens.size()) {
  for (Index t = 0; t < size(); ++t) {
    const Token& row = token(t);
    if (row.span.size() > kLongestWord || row.is(kPunctuation) || row.is(kHasDigit)) continue;
    if (row.is(kAllCaps)) continue;  // "WHO", "US" are no pronouns
    const WordEntry entry = look_up(lower(t));
    info_[t].kinds = row.is(kCapitalised) && month_here(t) ? kTimeWord : entry.kinds;
    info_[t].cue = entry.cue;
    info_[t].form = entry.form;
  }
  mark_quotes();
  mark_names();
}

// "in |May|", "|March| 3": months that are words of other kinds too.
bool Reading::month_here(Index t) const {
  if (lower(t) != "may" && lower(t) != "march") return false;
  if (t > 0 && (info_[t - 1].kinds & (kPreposition | kTimeWord)) != 0) return true;
  return t + 1 < size() && token(t + 1).is(kHasDigit);
}

void Reading::mark_quotes() {
  const std::vector<Quote>& rows = layers_.quotes.rows;
  pieces_.resize(rows.size());
  for (Index q = 0; q < rows.size(); ++q) {
    if (rows[q].parent != kNone) continue;
    for (const ByteSpan piece : rows[q].pieces) {
      const Range range = layers_.tokens.covering(piece);
      if (range.empty()) continue;
      for (Index t = range.begin; t < range.end; ++t) info_[t].quote = q;
      info_[range.begin].opens = true;
      info_[range.end - 1].closes = true;
      pieces_[q].push_back(range);
    }
  }
}

void Reading::mark_names() {
  const std::vector<NameMention>& mentions = layers_.names.mentions;
  for (Index m = 0; m < mentions.size(); ++m) {
    for (Index t = mentions[m].tokens.begin; t < mentions[m].tokens.end; ++t) info_[t].name = m;
  }
}

bool Reading::dash(Index t) const {
  const std::string_view f = form(t);
  return f == "—" || f == "―" || f == "--" || ((f == "-" || f == "–") && token(t).is(kSpaceBefore));
}

bool Reading::possessive(Index t) const {
  const std::string_view f = lower(t);
  return f == "'s" || f == "’s" || f == "'" || f == "’";
}

// "|09:31| The mayor said": the hour of an entry in a live report is no part of its first sentence.
Index Reading::past_clock(Range sentence) const {
  const std::string_view first = form(sentence.begin);
  const std::size_t colon = first.find(':');
  const bool clock = token(sentence.begin).is(kHasDigit) && first.size() <= 5 && (colon == 1 || colon == 2);
  if (!clock || sentence.size() < 4) return sentence.begin;
  constexpr std::string_view kZones[] = {"am", "bst", "cet", "edt", "est", "gmt", "pm", "utc"};
  Index t = sentence.begin + 1;
  while (t < sentence.end && (among(kZones, lower(t)) || dash(t) || this->colon(t) || form(t) == "|")) ++t;
  return t < sentence.end && (capital(t) || !word(t)) ? t : sentence.begin;
}

Range Reading::body(Index s) const {
  Range range = sentence(s).tokens;
  range.begin = past_clock(range);
  while (range.end > range.begin && (stop(range.end - 1) || form(range.end - 1) == "…")) --range.end;
  return range;
}

}  // namespace onrecord::statements
