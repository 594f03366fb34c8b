// SPDX-License-Identifier: Apache-2.0
#include "annotate/statements/model_cue.h"

#include "annotate/statements/verbs.h"

namespace onrecord::statements {
namespace {

struct OtherCue {
  std::string_view words;  // forms, with blanks around each; the first one is the lemma
  Force force;
};

// Nouns, adjectives and verbs that are cues in some of their uses only, so that the rules leave them alone. Forces
// are our own reading.
constexpr OtherCue kOthers[] = {
    {" statement statements ", Force::Said},
    {" comment comments commented commenting ", Force::Said},
    {" remark remarks ", Force::Said},
    {" word words ", Force::Said},
    {" message messages ", Force::Said},
    {" speech speeches ", Force::Said},
    {" testimony ", Force::Said},
    {" argument arguments ", Force::Said},
    {" criticism criticisms critical ", Force::Claimed},
    {" praise ", Force::Said},
    {" apology apologies ", Force::Said},
    {" suggestion suggestions ", Force::Said},
    {" response responses ", Force::Said},
    {" answer answers ", Force::Said},
    {" according ", Force::Said},
    {" discussion discussions ", Force::Said},
    {" rhetoric ", Force::Said},
    {" talk talks talked talking ", Force::Said},
    {" go goes went ", Force::Said},
    {" put puts ", Force::Said},
    {" claim claims ", Force::Claimed},
    {" allegation allegations ", Force::Claimed},
    {" accusation accusations ", Force::Claimed},
    {" charge charges ", Force::Claimed},
    {" complaint complaints ", Force::Claimed},
    {" assertion assertions ", Force::Claimed},
    {" insistence ", Force::Claimed},
    {" attack attacks attacked attacking ", Force::Claimed},
    {" denial denials ", Force::Denied},
    {" rejection ", Force::Denied},
    {" confirmation ", Force::Confirmed},
    {" admission admissions ", Force::Confirmed},
    {" warning warnings ", Force::Warned},
    {" threat threats ", Force::Warned},
    {" promise promises ", Force::Promised},
    {" pledge pledges ", Force::Promised},
    {" vow vows ", Force::Promised},
    {" assurance assurances ", Force::Promised},
    {" commitment commit committed ", Force::Promised},
    {" offer offers offered offering ", Force::Promised},
    {" plan plans planned planning ", Force::Promised},
    {" demand demands ", Force::Demanded},
    {" proposal proposals ", Force::Demanded},
    {" request requests ", Force::Demanded},
    {" recommendation recommendations ", Force::Demanded},
    {" order orders ", Force::Demanded},
    {" call calls ", Force::Demanded},
    {" appeal appeals appealed appealing ", Force::Demanded},
    {" advice ", Force::Demanded},
    {" push pushed pushing ", Force::Demanded},
    {" seek seeks sought seeking ", Force::Demanded},
    {" question questions ", Force::Asked},
    {" belief beliefs ", Force::Thought},
    {" view views viewed ", Force::Thought},
    {" opinion opinions ", Force::Thought},
    {" hope hopes hopeful ", Force::Thought},
    {" fear fears afraid fearful ", Force::Thought},
    {" concern concerns concerned ", Force::Thought},
    {" worry worries worried ", Force::Thought},
    {" doubt doubts ", Force::Thought},
    {" support supports supported supporting ", Force::Thought},
    {" opposition opposed ", Force::Thought},
    {" agreement ", Force::Thought},
    {" prediction predictions ", Force::Thought},
    {" expectation expectations ", Force::Thought},
    {" estimate estimates ", Force::Thought},
    {" theory theories ", Force::Thought},
    {" assumption assumptions assume assumes assumed ", Force::Thought},
    {" confident confidence ", Force::Thought},
    {" convinced ", Force::Thought},
    {" sure ", Force::Thought},
    {" aware ", Force::Thought},
    {" know knows knew known knowing ", Force::Thought},
    {" want wants wanted wanting ", Force::Thought},
    {" like likes liked ", Force::Thought},
    {" feel feels felt feeling ", Force::Thought},
    {" see sees saw seen seeing ", Force::Thought},
    {" consider considers considered considering ", Force::Thought},
    {" understand understands understood ", Force::Thought},
    {" decide decides decided decision ", Force::Thought},
    {" favor favors favored favour favours favoured ", Force::Thought},
    {" prefer prefers preferred ", Force::Thought},
    {" announcement announcements ", Force::Announced},
    {" disclosure disclosures ", Force::Announced},
    {" revelation revelations ", Force::Announced},
    {" ruling rulings ", Force::Announced},
    {" declaration declarations ", Force::Announced},
    {" report reports ", Force::Reported},
    {" finding findings ", Force::Reported},
    {" study studies ", Force::Reported},
    {" evidence ", Force::Reported},
    {" poll polls ", Force::Reported},
    {" reportedly ", Force::Reported},
    {" allegedly alleged ", Force::Claimed},
};

const OtherCue* find_other(std::string_view word) {
  for (const OtherCue& row : kOthers) {
    const std::size_t at = row.words.find(word);
    if (at != std::string_view::npos && row.words[at - 1] == ' ' && row.words[at + word.size()] == ' ') return &row;
  }
  return nullptr;
}

std::string_view lemma_of(const OtherCue& row) { return row.words.substr(1, row.words.find(' ', 1) - 1); }

// Words that make no difference: "has |repeatedly| said", "|on| the record".
bool light(const Reading& r, Index t) {
  return !r.word(t) || r.is(t, kAux | kAdverb | kNot | kDeterminer | kPreposition | kToWord | kThatWord | kPronoun);
}

}  // namespace

ModelCue name_cue(const Reading& r, Range cue) {
  if (r.colon(cue.begin) && cue.size() == 1) return {":", Force::Said, true};
  ModelCue found;
  for (Index t = cue.begin; t < cue.end; ++t) {
    if (r[t].cue != 0) {
      const Cue& verb = cue_at(static_cast<std::uint16_t>(r[t].cue - 1));
      found = {std::string(verb.lemma), verb.force, true};
      break;
    }
  }
  for (Index t = cue.begin; t < cue.end && found.lemma.empty(); ++t) {
    const OtherCue* other = light(r, t) || r.lower(t).empty() ? nullptr : find_other(r.lower(t));
    if (other != nullptr) found = {std::string(lemma_of(*other)), other->force, true};
  }
  if (found.lemma == "according") found.lemma = "according to";
  for (Index t = cue.end; t > cue.begin && found.lemma.empty(); --t) {
    if (!light(r, t - 1)) found.lemma = r.lower(t - 1);
  }
  if (found.lemma.empty()) found.lemma = r.lower(cue.end - 1);
  found.force = force_in_place(r, cue, found.force);
  return found;
}

}  // namespace onrecord::statements
