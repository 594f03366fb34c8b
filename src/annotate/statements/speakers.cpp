// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/speakers.h"

#include <algorithm>

#include "annotate/statements/resolver.h"
#include "annotate/statements/rules.h"
#include "annotate/statements/word_lists.h"

namespace onrecord::statements {

void Resolver::resolve(std::size_t k) {
  const Range source = drafts_[k].source;
  StatementRow& row = rows_[k];
  if (source.empty()) {
    row.speaker_reason = kNoSource;
  } else if (source.size() == 1 && r_[source.begin].name == kNone &&
             r_.is(source.begin, kPronoun | kRelative | kThatWord | kObjectPronoun)) {
    pronoun(k, source.begin);
  } else if (drafts_[k].rule == &rule(kTurn) && source.size() == 1 && r_.token(source.begin).span.size() == 1) {
    letter(row, r_.lower(source.begin) == "a");
  } else {
    // "POHL:" is called by the last word of a name that the article has in full.
    if (drafts_[k].rule == &rule(kTurn)) found(row, people_.by_last_word(r_.lower(source.end - 1)), kByLabel);
    if (row.speaker == kNone) phrase(k, source);
  }
  row.named = row.named || row.speaker != kNone;
  if (row.speaker == kNone) row.speaker_by = row.speaker_name.empty() ? nullptr : kByDescription;
  if (row.speaker != kNone && people_[row.speaker].outlet) row.speaker_name = proper_part(row.speaker);
  add_outlets_in(drafts_[k].addressee, row, false);
  add_outlets_in(source, row, true);
}

// Statements inside an outlet's statement came through that outlet.
void Resolver::add_via(StatementRow& row) const {
  std::vector<Index> outlets;
  Index at = row.within;
  for (int depth = 0; at != kNone && depth < 8; ++depth, at = rows_[at].within) {
    const Index speaker = rows_[at].speaker;
    if (speaker != kNone && people_[speaker].outlet && speaker != row.speaker) {
      outlets.insert(outlets.begin(), speaker);
    }
  }
  row.via.insert(row.via.begin(), outlets.begin(), outlets.end());
}

bool Resolver::found(StatementRow& row, Index speaker, const char* by) {
  if (speaker == kNone) return false;
  row.speaker = speaker;
  row.speaker_by = by;
  return true;
}

void Resolver::other(StatementRow& row, Index chain) {
  if (chain != kNone && chain != row.speaker) row.speaker_others.push_back(chain);
}

// "Nordwire" of "Nordwire news agency"; empty where nothing follows the name.
std::string Resolver::proper_part(Index chain) const {
  const std::string& name = r_.layers().names.chains[chain].name;
  std::size_t end = name.size();
  for (std::size_t blank = name.rfind(' ', end); blank != std::string::npos && blank > 0;
       blank = name.rfind(' ', end - 1)) {
    if (blank + 1 >= end || name[blank + 1] < 'a' || name[blank + 1] > 'z') break;
    end = blank;
  }
  return end == name.size() ? std::string() : name.substr(0, end);
}

void Resolver::same_speaker(const StatementRow& from, StatementRow& to, const char* by) {
  to.speaker_by = by;
  to.speaker = from.speaker;
  to.speaker_name = from.speaker_name;
  to.speaker_reason = from.speaker_reason;
  to.named = from.named;
  to.anonymity = from.anonymity;
}

// "documents seen by the |Guardian|", "a letter shared with |Reuters|".
bool Resolver::passed_on_by(Range range, Index t) const {
  constexpr std::string_view kPassed[] = {"interviewed", "leaked", "obtained", "published", "quoted", "reported",
                                          "reviewed",    "seen",   "shared",   "shown",     "viewed"};
  Index link = t;
  while (link > range.begin && (r_.is(link - 1, kDeterminer) || r_[link - 1].name == r_[t].name)) --link;
  if (link < range.begin + 2 || !r_.is(link - 1, kPreposition | kToWord)) return false;
  return among(kPassed, r_.lower(link - 2));
}

// "told |Reuters|", "the |BBC|'s Ana Pohl": what is said reaches the article through the outlet.
void Resolver::add_outlets_in(Range range, StatementRow& row, bool as_owner) const {
  for (Index t = range.begin; t < range.end; ++t) {
    if (r_[t].name == kNone || !people_[chain_at(t)].outlet) continue;
    const Index end = r_.layers().names.mentions[r_[t].name].tokens.end;
    const bool owner = end < range.end && r_.possessive(end);
    if (as_owner && (chain_at(t) == row.speaker || !(owner || passed_on_by(range, t)))) continue;
    row.via.push_back(chain_at(t));
    return;
  }
}

void find_speakers(const Reading& reading, const std::vector<Draft>& drafts, std::vector<StatementRow>& rows) {
  Resolver resolver(reading, drafts, rows);
  for (std::size_t k = 0; k < rows.size(); ++k) resolver.resolve(k);
  for (std::size_t k = 0; k < rows.size(); ++k) resolver.first_person(k);
  for (StatementRow& row : rows) resolver.add_via(row);
}

}  // namespace onrecord::statements
