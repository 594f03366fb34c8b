// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "annotate/finders.h"
#include "annotate/names/chains.h"
#include "annotate/names/datelines.h"
#include "annotate/names/designations.h"
#include "annotate/names/kinds.h"
#include "annotate/names/lexicon.h"

namespace onrecord {
namespace {

using names::RawName;
using names::Words;

bool ends_like_common_word(std::string_view word) {
  return word.size() > 4 && (word.ends_with("ing") || word.ends_with("ly") || word.ends_with("ed"));
}

// A single word at a sentence's start: a name if it has a capital elsewhere too, or if it is no common word and
// never stands in small letters.
class StartWords {
 public:
  StartWords(const Words& words, const std::vector<RawName>& all) : words_(words) {
    for (const RawName& name : all) {
      for (Index t = name.tokens.begin; t < name.tokens.end && !name.starts; ++t) capitals_.insert(words.form(t));
      if (name.starts) wanted_.insert(words.lower(name.tokens.begin));
    }
    if (wanted_.empty()) return;
    for (Index t = 0; t < words.tokens.size(); ++t) {
      const Token& token = words.tokens[t];
      if (!token.is(kHasLetter) || token.is(kCapitalised) || token.span.size() < 4) continue;
      const auto found = wanted_.find(words.lower(t));
      if (found != wanted_.end()) small_.insert(*found);
    }
  }

  bool is_name(const RawName& raw) const {
    const std::string_view form = words_.form(raw.tokens.begin);
    const std::string_view lower = words_.lower(raw.tokens.begin);
    if (form.size() < 2 || lower == form) return false;
    const std::uint32_t bits = names::classes_of(lower);
    if (capitals_.contains(form)) return true;
    if ((bits & names::kCommon) != 0) return false;
    if ((bits & (names::kPlaceName | names::kOutlet | names::kNationality)) != 0) return true;
    return !ends_like_common_word(lower) && !plural_of_common(lower) && !small_.contains(lower);
  }

 private:
  static bool plural_of_common(std::string_view lower) {
    return lower.back() == 's' && (names::classes_of(lower.substr(0, lower.size() - 1)) & names::kCommon) != 0;
  }

  const Words& words_;
  std::unordered_set<std::string_view> capitals_;  // words of names inside sentences, as written
  std::unordered_set<std::string_view> wanted_;    // words at sentences' starts, in small letters
  std::unordered_set<std::string_view> small_;     // those that also stand in small letters
};

// "Choi Min|-ho", "Jean-|Luc": what a hyphen ties to a person's name belongs to it, all of it. Refused: "Pohl-led".
NameSpan with_hyphens(const Words& words, NameSpan span, Index limit) {
  const auto glued = [&](Index t) { return t < limit && !words.tokens[t].is(kSpaceBefore); };
  const auto hyphen = [&](Index t) { return words.form(t) == "-" || words.form(t) == "‑"; };
  const auto part = [&](Index t) {
    return words.tokens[t].is(kHasLetter) && (words.capital(t) || words.tokens[t].span.size() <= 3);
  };
  if (span.type != "PERSON") return span;
  const Index end = span.tokens.end;
  const bool tied = span.tokens.size() > 1 && glued(end) && hyphen(end) && glued(end + 1) && part(end + 1);
  if (hyphen(end - 1) && glued(end) && part(end)) ++span.tokens.end;
  else if (tied) span.tokens.end += 2;
  return span;
}

// "Sir", "the |Colonel|": a form of address or a rank alone is no name. Refused: "Bishop", "King", which are names
// too.
bool lone_rank(const Words& words, const RawName& name) {
  constexpr std::string_view kRanks[] = {"admiral", "brigadier", "captain", "colonel", "commander",  "corporal",
                                         "capt.",   "cpl.",      "col.",    "gen.",    "lieutenant", "lt.",
                                         "maj.",    "sergeant",  "sgt.",    "spc.",    "pfc."};
  if (name.seen == nullptr || name.seen->type != "PERSON" || name.tokens.size() != 1) return false;
  const std::string_view word = words.lower(name.tokens.begin);
  return (names::classes_of(word) & names::kHonorific) != 0 ||
         std::find(std::begin(kRanks), std::end(kRanks), word) != std::end(kRanks);
}

// The rules' reading of a sentence lends its titles to the model's names.
Names chain_seen(const Words& words, const NameSpans& seen) {
  names::Chains chains(words);
  names::Datelines datelines(words);
  std::vector<RawName> ruled, named;
  auto span = seen.rows.begin();
  for (const Sentence& sentence : words.sentences.rows) {
    ruled.clear();
    if (span != seen.rows.end() && span->tokens.begin < sentence.tokens.end && !names::is_headline(words, sentence)) {
      names::find_spans(words, sentence, ruled);
    }
    named.clear();
    for (; span != seen.rows.end() && span->tokens.begin < sentence.tokens.end; ++span) {
      const auto next = span + 1;
      const Index end = sentence.tokens.end;
      const Index limit = next != seen.rows.end() ? std::min(next->tokens.begin, end) : end;
      const NameSpan whole = with_hyphens(words, *span, limit);
      RawName name = names::with_title(whole, ruled);
      if (name.seen != nullptr) name.seen = &*span;
      if (!lone_rank(words, name)) named.push_back(name);
    }
    names::add_designations(words, sentence, named);
    names::add_named_kinds(words, sentence, named);
    datelines.add(sentence, named);
    for (const RawName& name : named) chains.add(name, sentence);
  }
  return std::move(chains).finish();
}

}  // namespace

Names find_names(const Text& text, const Tokens& tokens, const Sentences& sentences, const NameSpans* seen) {
  const Words words{text, tokens, sentences};
  if (seen != nullptr) return chain_seen(words, *seen);
  names::Datelines datelines(words);
  std::vector<RawName> raw;
  std::vector<Index> headlines;
  for (Index s = 0; s < sentences.size(); ++s) {
    if (names::is_headline(words, sentences[s])) {
      headlines.push_back(s);
      continue;
    }
    std::vector<RawName> here;
    names::find_spans(words, sentences[s], here);
    names::add_designations(words, sentences[s], here);
    names::add_named_kinds(words, sentences[s], here);
    datelines.add(sentences[s], here);
    raw.insert(raw.end(), here.begin(), here.end());
  }
  std::sort(raw.begin(), raw.end(),
            [](const RawName& a, const RawName& b) { return a.tokens.begin < b.tokens.begin; });
  const StartWords starts(words, raw);
  names::Chains chains(words);
  Index sentence = 0;
  for (const RawName& name : raw) {
    if (name.starts && !starts.is_name(name)) continue;
    while (sentences[sentence].tokens.end <= name.tokens.begin) ++sentence;
    chains.add(name, sentences[sentence]);
  }
  for (const Index s : headlines) chains.add_headline(sentences[s]);
  return std::move(chains).finish();
}

}  // namespace onrecord
