// SPDX-License-Identifier: Apache-2.0
// Interviews and transcripts: paragraphs that begin with who speaks and a colon, "POHL: The dam is old."
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "annotate/statements/patterns.h"
#include "annotate/statements/rules.h"

namespace onrecord::statements {
namespace {

constexpr Index kLongestLabel = 5, kLongestBracket = 8;  // tokens

// A paragraph that begins as a turn does.
struct Turn {
  Index sentence = 0;
  Range label;
  Index colon = 0;
  bool letter = false;  // "Q", "A"
};

bool letter_label(std::string_view lower) {
  return lower == "q" || lower == "a" || lower == "question" || lower == "answer";
}

bool all_caps(const Reading& r, Range label) {
  for (Index t = label.begin; t < label.end; ++t) {
    if (!r.token(t).is(kAllCaps) && !r.stop(t)) return false;
  }
  return true;
}

// "(Ana Pohl)".
bool names_person(const Reading& r, Range bracket) {
  if (bracket.size() < 3 || r[bracket.begin + 1].name == kNone) return false;
  const NameMention& mention = r.layers().names.mentions[r[bracket.begin + 1].name];
  const MaybeText& type = r.layers().names.chains[mention.chain].type;
  return mention.tokens.end + 1 == bracket.end && type && *type == "PERSON";
}

// Whether a label is a person's name or an outlet's, as far as the names layer has it. Refused: "Background", which
// is named nowhere else.
bool speaker_label(const Reading& r, Range label) {
  if (r.form(label.end - 1) == ")") return true;  // with a person's name in it
  const Index name = r[label.end - 1].name;
  if (name == kNone) return false;
  const NameChain& chain = r.layers().names.chains[r.layers().names.mentions[name].chain];
  return chain.type ? *chain.type == "PERSON" || *chain.type == "ORG" : chain.mentions.size() > 1;
}

// "THE MINISTER| (Ana Pohl)|:", "ANA POHL| (Reyle)|:".
Index past_bracket(const Reading& r, Index t, Index end) {
  if (t + 2 >= end || r.form(t) != "(") return t;
  for (Index k = t + 1; k < end && k - t <= kLongestBracket; ++k) {
    if (r.form(k) == ")") return k + 1;
  }
  return t;
}

std::optional<Turn> turn_at(const Reading& r, Index sentence) {
  const Range tokens = r.sentence(sentence).tokens;
  Index begin = tokens.begin;
  const Token& first = r.token(begin);
  if (begin + 1 < tokens.end && (first.is(kOpensQuote) || first.is(kClosesQuote)))
    ++begin;  // a transcript in quotation marks
  Index colon = begin;
  while (colon < tokens.end && colon - begin <= kLongestLabel && (r.word(colon) || r.stop(colon)) &&
         r.capital(colon) != r.stop(colon) && r[colon].cue == 0) {
    ++colon;
  }
  const Index label_end = colon;
  colon = past_bracket(r, colon, tokens.end);
  if (colon == begin || colon + 1 >= tokens.end || !r.colon(colon)) return std::nullopt;
  const Range label = {begin, names_person(r, {label_end, colon}) ? colon : label_end};
  return Turn{sentence, label, colon, label.size() == 1 && letter_label(r.lower(begin))};
}

std::vector<Turn> turns_of(const Reading& r) {
  const Sentences& sentences = r.layers().sentences;
  std::vector<Turn> found;
  std::map<std::string_view, int> seen;  // of capitals alone: "POHL"
  for (Index s = 1; s < sentences.size(); ++s) {
    if (sentences[s].paragraph == sentences[s - 1].paragraph) continue;
    const std::optional<Turn> turn = turn_at(r, s);
    if (!turn) continue;
    found.push_back(*turn);
    if (all_caps(r, turn->label)) ++seen[r.layers().text.lower(r.span(turn->label))];
  }
  std::erase_if(found, [&](const Turn& turn) {
    const auto capitals = seen.find(r.layers().text.lower(r.span(turn.label)));
    return !turn.letter && !speaker_label(r, turn.label) && (capitals == seen.end() || capitals->second < 2);
  });
  return found;
}

// Whether a paragraph is no speech: "(Laughter.)", "(CROSSTALK)".
bool aside(const Reading& r, Index sentence) {
  const Range tokens = r.sentence(sentence).tokens;
  Index begin = tokens.begin;
  if (r.token(begin).is(kOpensQuote) && begin + 1 < tokens.end) ++begin;
  return r.form(begin) == "(" || r.form(begin) == "[";
}

// The tokens of a turn up to sentence `last`, without its label, the last full stop and a mark that closes it.
Range words_of(const Reading& r, const Turn& turn, Index last) {
  Range words = {turn.colon + 1, r.sentence(last).tokens.end};
  if (words.size() > 1 && r.token(words.end - 1).is(kClosesQuote)) --words.end;
  if (words.size() > 1 && r.form(words.end - 1) == ".") --words.end;
  return words;
}

}  // namespace

bool is_turn(const Rule* made_by) { return made_by == &rule(kTurn); }

void find_turns(const Reading& r, std::vector<Draft>& drafts) {
  const std::vector<Turn> turns = turns_of(r);
  if (turns.size() < 2) return;
  const Sentences& sentences = r.layers().sentences;
  std::set<Index> colons;
  std::vector<Draft> found;
  for (std::size_t k = 0; k < turns.size(); ++k) {
    // To the next turn; of the last one only its own paragraph, for the article may go on after it.
    Index last = turns[k].sentence;
    const Index end = k + 1 < turns.size() ? turns[k + 1].sentence : sentences.size();
    const bool whole = k + 1 < turns.size();
    for (; last + 1 < end; ++last) {
      const bool same = sentences[last + 1].paragraph == sentences[last].paragraph;
      if (!same && (!whole || aside(r, last + 1))) break;
    }
    const Range words = words_of(r, turns[k], last);
    if (words.empty()) continue;
    Draft draft;
    draft.rule = &rule(kTurn);
    draft.lemma = ":";
    const Index final = r.sentence(last).tokens.end - 1;
    const bool asks = r.form(final) == "?" || (final > words.begin && r[final].closes && r.form(final - 1) == "?");
    draft.force = asks ? Force::Asked : Force::Said;
    draft.sentence = turns[k].sentence;
    draft.cue = {turns[k].colon, turns[k].colon + 1};
    draft.source = turns[k].label;
    draft.content = {words};
    colons.insert(turns[k].colon);
    found.push_back(std::move(draft));
  }
  // What another rule made of the same colon is the same turn, read worse.
  std::erase_if(drafts, [&](const Draft& other) { return colons.count(other.cue.end - 1) != 0; });
  std::move(found.begin(), found.end(), std::back_inserter(drafts));
}

}  // namespace onrecord::statements
