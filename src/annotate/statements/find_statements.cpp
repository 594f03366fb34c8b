// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "annotate/finders.h"
#include "annotate/statements/clause.h"
#include "annotate/statements/join.h"
#include "annotate/statements/nesting.h"
#include "annotate/statements/patterns.h"
#include "annotate/statements/phrases.h"
#include "annotate/statements/setting.h"
#include "annotate/statements/speakers.h"
#include "annotate/statements/tree_ends.h"
#include "annotate/statements/verbs.h"
#include "annotate/statements/word_lists.h"

namespace onrecord {
namespace {

using statements::Draft;
using statements::Place;
using statements::Reading;
using statements::Right;
using statements::VerbForm;
using statements::VerbGroup;

// Limits that only texts which are no prose reach; they keep the time linear.
constexpr Index kLongestSentence = 800;  // tokens
constexpr Index kFarthestSource = 120;   // tokens from a cue back to its source's start

// The speaker of a verb that follows "and": the speaker of the statement before it in the sentence, or the
// sentence's first phrase.
Range carried_subject(const Place& place, Index verb) {
  const Reading& r = place.reading;
  if (verb == place.body.begin) return {};
  const Index before = verb - 1;
  if (!r.is(before, statements::kAnd) && !(r.comma(before) && before > place.body.begin)) return {};
  if (r.comma(before) && r.lower(verb) != "then") return {};
  if (!place.drafts.empty() && place.drafts.back().sentence == place.sentence) return place.drafts.back().source;
  return statements::first_phrase(r, place.body);
}

// Where the speaker of a cue may begin: after the cue in whose content this one stands.
Index floor_of(const Place& place, Index t) {
  const Index begin = std::max(std::min(place.body.begin, t), t - std::min(t, kFarthestSource));
  if (place.drafts.empty() || place.drafts.back().sentence != place.sentence) return begin;
  const Range content = place.drafts.back().content.back();
  return content.contains(t) ? std::max(begin, content.begin) : begin;
}

void read_cue(const Place& place, Index t) {
  const Reading& r = place.reading;
  const Index floor = floor_of(place, t);
  const VerbGroup group = statements::verb_group(r, t, floor);
  if (group.infinitive) return;
  const Right right = statements::read_right(r, group, place.body);
  if (group.form == VerbForm::Ing && !group.auxiliary) {
    statements::participle_speech(place, group, right);
    return;
  }
  Range subject = statements::phrase_before(r, group.tokens.begin, floor);
  if (!subject.empty() && !statements::is_verb_after(r, group, subject)) return;
  if (statements::passive_by(place, group, subject, right)) return;
  if (statements::reduced_participle(r, group, subject, place.body)) return;
  if (group.passive) {
    statements::passive_speech(place, group, subject, right);
    return;
  }
  if (statements::direct_speech(place, group, subject, right)) return;
  if (subject.empty() && statements::inverted(place, group)) return;
  if (subject.empty()) subject = carried_subject(place, group.tokens.begin);
  if (subject.empty() || !statements::is_verb_after(r, group, subject)) return;
  if (statements::parenthetical(place, group, subject, right)) return;
  statements::indirect_speech(place, group, subject, right);
}

// "|repeated| warnings": a participle before a noun is no cue, where there is a tree to tell.
bool before_noun(const Reading& r, Index t) {
  const Syntax* syntax = r.layers().syntax;
  return syntax != nullptr && syntax->relation(t) == "amod" && (*syntax)[t].head != kNone && (*syntax)[t].head > t;
}

// "the United |States|", "self-|described|".
bool part_of_word(const Reading& r, Index t, Index floor) {
  if (t == floor) return false;
  if (r.capital(t) && r.word(t - 1)) return true;
  return !r.token(t).is(kSpaceBefore) && (r.form(t - 1) == "-" || r.form(t - 1) == "‑");
}

// Of a sentence that is far too long for one (a table, a list), the part around a token.
Range near(Range body, Index t) {
  if (body.size() <= kLongestSentence) return body;
  return {std::max(body.begin, t - std::min(t, kLongestSentence / 2)), std::min(body.end, t + kLongestSentence / 2)};
}

// Lengths tell most tokens apart from the two words before any of their letters is read.
constexpr std::size_t kAccording = std::string_view("according").size();
constexpr std::size_t kReportedly = std::string_view("reportedly").size();

std::vector<Draft> find_drafts(const Reading& r) {
  std::vector<Draft> drafts;
  const Sentences& sentences = r.layers().sentences;
  Index paragraph_begin = 0;
  for (Index s = 0; s < sentences.size(); ++s) {
    const Range range = sentences[s].tokens;
    if (s == 0 || sentences[s - 1].paragraph != sentences[s].paragraph) paragraph_begin = range.begin;
    const Place whole{r, s, r.body(s), paragraph_begin, drafts};
    if (!statements::headline(whole)) statements::headline_tail(whole);
    for (Index t = range.begin; t < range.end; ++t) {
      if (r.quoted(t)) continue;
      if (!drafts.empty() && drafts.back().sentence == s && drafts.back().source.contains(t)) continue;
      const Place place{r, s, near(whole.body, t), paragraph_begin, drafts};
      if (r[t].cue != 0 && !part_of_word(r, t, range.begin) && !before_noun(r, t)) read_cue(place, t);
      else if (r.token(t).span.size() == kAccording) statements::according_to(place, t);
      else if (r.token(t).span.size() == kReportedly) statements::reportedly(place, t);
      else if (r.colon(t)) statements::colon_speech(place, t);
      else if (r.dash(t)) statements::signature(place, t);
    }
  }
  statements::find_turns(r, drafts);
  statements::continue_speech(r, drafts);
  statements::resolve_citing(r, drafts);
  return drafts;
}

// "who asked |not to be named|", "declining |to give his name|": why a source is not named, which is a part of the
// statement it is the source of.
bool asks_for_silence(const Reading& r, const Draft& draft) {
  for (Index t = draft.cue.begin; t < draft.cue.end; ++t) {
    if (r.lower(t) == "anonymity") return true;  // "granted anonymity to discuss"
  }
  Index t = draft.content.front().begin;
  const Index end = draft.content.front().end;
  if (r.lower(t) == "for" && t + 1 < end) ++t;
  const auto word = [&](Index at) { return at < end ? r.lower(at) : std::string_view(); };
  if (word(t) == "anonymity") return true;
  if (word(t) == "on" && (word(t + 1) == "condition" || word(t + 2) == "condition")) return true;
  const bool unwilling = draft.lemma == "decline" || draft.lemma == "refuse";
  if (word(t) == "not") ++t;
  else if (!unwilling) return false;
  const std::string_view last = word(t + 2);
  if (word(t) == "to" && word(t + 1) == "be") return last == "named" || last == "identified" || last == "quoted";
  return word(t) == "to" && (word(t + 3) == "name" || word(t + 3) == "names");
}

// "|Neither Pohl nor Ruiz| answered", "|nobody| said": nothing is said at all.
bool nobody(const Reading& r, Range source) {
  constexpr std::string_view kNobody[] = {"neither", "nobody", "no", "none"};
  return !source.empty() && statements::among(kNobody, r.lower(source.begin));
}

// "Pohl has been |quoted| as saying …", where what she says is a statement of its own and nobody is said to quote.
bool only_quotes(const Reading& r, const Draft& draft, const std::vector<Draft>& drafts) {
  if (draft.lemma != "quote" || !draft.source.empty()) return false;
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    const Index cue = other.cue.begin;
    return other.sentence == draft.sentence && cue > draft.cue.end && r.lower(cue - 1) == "as" &&
           r[cue].form == VerbForm::Ing;
  });
}

// "her country did not |agree with it, which, she regretted|, did not condemn Hamas": no phrase that could speak, as
// its head is the verb of a clause. Refused: "|those asked| said", whose head is a pronoun.
bool headed_by_verb(const Reading& r, Range source) {
  const Syntax* syntax = r.layers().syntax;
  if (syntax == nullptr) return false;
  for (Index t = source.begin; t < source.end; ++t) {
    if (source.contains((*syntax)[t].head)) continue;
    const std::string& upos = syntax->upos(t);
    const std::string& relation = syntax->relation(t);
    return (upos == "VERB" || upos == "AUX") && !relation.starts_with("nsubj") && relation != "obl" &&
           relation != "compound";
  }
  return false;
}

// Puts the ends of the contents right, up to what stands behind them of the statement.
void end_contents(const Reading& r, Draft& draft) {
  const Sentences& sentences = r.layers().sentences;
  for (std::size_t k = 0; k < draft.content.size(); ++k) {
    Range& piece = draft.content[k];
    Index limit = sentences[sentences.of_token(piece.end - 1)].tokens.end;
    const Range next = k + 1 < draft.content.size() ? draft.content[k + 1] : Range{};
    for (const Range other : {draft.cue, draft.source, draft.addressee, next}) {
      if (!other.empty() && other.begin >= piece.end) limit = std::min(limit, other.begin);
    }
    piece = statements::end_by_tree(r, piece, limit);
  }
}

void sort_drafts(std::vector<Draft>& drafts) {
  const auto first = [](const Draft& d) {
    const Index begin = std::min(d.cue.begin, d.content.front().begin);
    return d.source.empty() ? begin : std::min(begin, d.source.begin);
  };
  std::stable_sort(drafts.begin(), drafts.end(), [&](const Draft& a, const Draft& b) { return first(a) < first(b); });
}

ByteSpans spans_of(const Reading& r, const std::vector<Range>& ranges) {
  ByteSpans spans;
  for (const Range range : ranges) spans.push_back(r.span(range));
  std::sort(spans.begin(), spans.end());
  return spans;
}

StatementForm form_of(const Reading& r, const std::vector<Range>& content) {
  bool all = true, any = false;
  for (const Range range : content) {
    for (Index t = range.begin; t < range.end; ++t) {
      if (r.quoted(t)) any = true;
      else if (r.word(t)) all = false;
    }
  }
  if (!any) return StatementForm::Indirect;
  return all ? StatementForm::Direct : StatementForm::Mixed;
}

}  // namespace

Statements find_statements(const Text& text, const Paragraphs& paragraphs, const Tokens& tokens,
                           const Sentences& sentences, const Quotes& quotes, const Names& names,
                           const StatementAids& aids) {
  const Reading reading(
      {text, paragraphs, tokens, sentences, quotes, names, aids.coreference, aids.times, aids.places, aids.syntax});
  std::vector<Draft> drafts = find_drafts(reading);
  if (aids.heads != nullptr) {
    drafts = statements::join_drafts(reading, std::move(drafts), aids.heads->read(),
                                     [&](Range cue) { return aids.heads->cue_probability(cue); });
  }
  std::vector<Draft> kept;
  for (Draft& draft : drafts) {
    if (asks_for_silence(reading, draft) || only_quotes(reading, draft, drafts)) continue;
    if (!draft.confidence && headed_by_verb(reading, draft.source)) continue;
    if (nobody(reading, draft.source)) draft.force = Force::Other;
    kept.push_back(draft);
  }
  drafts = std::move(kept);
  for (Draft& draft : drafts) end_contents(reading, draft);
  sort_drafts(drafts);
  Statements out;
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    const Draft& draft = drafts[k];
    StatementRow row;
    row.rule = draft.rule;
    row.force = draft.force;
    row.cue_lemma = draft.lemma;
    row.form = form_of(reading, draft.content);
    row.cue = {reading.span(draft.cue)};
    if (!draft.source.empty()) row.source = {reading.span(draft.source)};
    if (!draft.addressee.empty()) row.addressee = {reading.span(draft.addressee)};
    row.content = spans_of(reading, draft.content);
    row.confidence = draft.confidence;
    const statements::Setting setting = statements::find_setting(reading, drafts, k);
    row.time = setting.time;
    row.place = setting.place;
    if (!setting.occasion.empty()) row.occasion = reading.span(setting.occasion);
    out.rows.push_back(std::move(row));
  }
  statements::nest(drafts, out.rows);
  statements::find_speakers(reading, drafts, out.rows);
  return out;
}

}  // namespace onrecord
