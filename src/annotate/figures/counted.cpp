// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/counted.h"

#include <algorithm>

namespace onrecord::figures {
namespace {

// Sorted. Prepositions, conjunctions, pronouns, determiners, auxiliaries, adverbs, and common verb forms.
constexpr std::string_view kStops[] = {
    "a",        "aboard",    "about",     "above",   "across",   "after",   "again",      "against",   "ago",
    "all",      "along",     "already",   "also",    "although", "always",  "am",         "amid",      "among",
    "an",       "and",       "annually",  "any",     "are",      "around",  "as",         "at",        "away",
    "back",     "be",        "became",    "because", "been",     "before",  "behind",     "being",     "below",
    "beneath",  "beside",    "between",   "beyond",  "both",     "but",     "by",         "came",      "can",
    "come",     "comes",     "could",     "did",     "do",       "does",    "down",       "due",       "during",
    "each",     "earlier",   "either",    "every",   "except",   "fell",    "first",      "following", "for",
    "from",     "gave",      "get",       "go",      "goes",     "got",     "had",        "has",       "have",
    "he",       "her",       "here",      "hers",    "him",      "his",     "how",        "however",   "i",
    "if",       "in",        "including", "inside",  "into",     "is",      "it",         "its",       "just",
    "last",     "later",     "left",      "less",    "like",     "lost",    "made",       "make",      "may",
    "me",       "might",     "more",      "most",    "must",     "my",      "near",       "neither",   "next",
    "no",       "nor",       "not",       "now",     "of",       "off",     "on",         "once",      "only",
    "onto",     "or",        "our",       "out",     "outside",  "over",    "own",        "past",      "per",
    "plus",     "rather",    "remains",   "rose",    "said",     "say",     "says",       "second",    "set",
    "shall",    "she",       "should",    "since",   "so",       "some",    "still",      "such",      "take",
    "taken",    "than",      "that",      "the",     "their",    "theirs",  "them",       "then",      "there",
    "these",    "they",      "this",      "those",   "though",   "through", "throughout", "to",        "today",
    "together", "told",      "tomorrow",  "too",     "took",     "toward",  "towards",    "under",     "unless",
    "until",    "up",        "upon",      "us",      "versus",   "very",    "via",        "vs",        "was",
    "we",       "went",      "were",      "what",    "when",     "where",   "whether",    "which",     "while",
    "who",      "whom",      "whose",     "will",    "with",     "within",  "without",    "won",       "worldwide",
    "would",    "yesterday", "yet",       "you",     "your",
};
static_assert(std::is_sorted(std::begin(kStops), std::end(kStops)));

// Plurals without s, sorted.
constexpr std::string_view kPlurals[] = {
    "aircraft",   "brethren", "cattle",    "children", "clergy", "crew",      "data",   "deer",
    "dead",       "feet",     "fish",      "folk",     "geese",  "injured",   "media",  "men",
    "mice",       "missing",  "offspring", "oxen",     "people", "personnel", "police", "sheep",
    "spacecraft", "staff",    "teeth",     "troops",   "women",  "wounded",   "youth",
};

// Words in s that are no plurals, sorted.
constexpr std::string_view kNotPlural[] = {
    "abs",       "always", "besides", "business", "congress", "crisis", "does", "goes",    "gas",
    "has",       "his",    "is",      "its",      "less",     "mass",   "news", "perhaps", "plus",
    "sometimes", "this",   "thus",    "us",       "was",      "was",    "yes",
};

// First parts of compounds that look like plurals: "arms shipments".
constexpr std::string_view kFirstParts[] = {"arms", "goods", "news", "sports"};

// Plurals that only end a phrase: "29 soldiers wounded" counts soldiers.
constexpr std::string_view kLast[] = {"dead", "injured", "missing", "wounded"};

// A word of a noun phrase with its hyphens, apostrophes and digits: "anti-tank", "F-16s", "Model", "U.S.".
struct Word {
  At begin = 0, end = 0;
  std::string_view text;  // lower case
  bool capital = false;
  bool empty() const { return begin == end; }
};

Word word_at(const Reader& r, At at) {
  Word w{at, at, {}, r.capital_at(at)};
  for (;;) {
    if (r.letter_at(w.end)) w.end = r.end_of(r.word(w.end));
    else if (r.digit_at(w.end) && (w.end > at || w.capital)) ++w.end;
    else if (const At after = r.skip_hyphen(w.end);
             after != w.end && w.end > at && (r.letter_at(after) || r.digit_at(after)))
      w.end = after;
    else if (r.at(w.end) == '\'' && w.end > at && r.letter_at(w.end + 1)) ++w.end;
    else if (r.has(w.end, "’") && w.end > at && r.letter_at(w.end + 3)) w.end += 3;
    else if (r.at(w.end) == '.' && w.end == at + 1 && w.capital && r.capital_at(w.end + 1)) ++w.end;
    else if (r.at(w.end) == '.' && w.end == at + 3 && r.at(at + 1) == '.') ++w.end;
    else break;
  }
  const At hyphen = r.skip_hyphen(w.end);  // "coal- and gas-fired plants"
  if (w.end > at && hyphen != w.end && r.at(hyphen) == ' ' && r.starts(hyphen + 1, "and ")) w.end = hyphen;
  w.text = r.low().substr(at, w.end - at);
  return w;
}

// "US" and "IT" in capitals are no pronouns.
bool stops(const Reader& r, const Word& w) {
  const bool capitals = w.end - w.begin == 2 && w.capital && r.capital_at(w.begin + 1);
  return !capitals && ends_noun_phrase(w.text);
}

bool plural_noun(const Reader& r, const Word& w) {
  std::string_view text = w.text;
  if (text.size() > 2 && text.ends_with('s') && (ascii_upper(r.at(w.end - 2)) || r.digit_at(w.end - 2))) return true;
  if (const std::size_t hyphen = text.rfind('-'); hyphen != std::string_view::npos) text.remove_prefix(hyphen + 1);
  if (in(kPlurals, text)) return true;
  if ((text.ends_with("men") && text.size() > 5) || text.ends_with("people")) return true;
  if (text.size() < 4 || !text.ends_with('s')) return false;
  if (text.ends_with("ss") || text.ends_with("ous") || text.ends_with("'s") || text.ends_with("’s")) return false;
  return !in(kNotPlural, text);
}

// Whether a word in a noun phrase describes the word behind it, by its ending or shape.
bool modifier(const Word& w) {
  static constexpr std::string_view kShort[] = {"new",     "old",    "big",   "key",   "top",    "main",
                                                "young",   "small",  "large", "major", "former", "senior",
                                                "single",  "female", "male",  "extra", "human",  "foreign",
                                                "average", "full",   "total", "net",   "raw",    "whole"};
  static constexpr std::string_view kEndings[] = {"al",  "ic",  "ive", "ous", "ful",  "able", "ible", "ary",
                                                  "ish", "ian", "ese", "ed",  "less", "lar",  "ern",  "est"};
  if (w.capital || in(kShort, w.text) || w.text.find('-') != std::string_view::npos) return true;
  if (w.text.ends_with("'s") || w.text.ends_with("’s")) return true;
  if (w.text.size() < 5) return false;
  return std::any_of(std::begin(kEndings), std::end(kEndings), [&](auto end) { return w.text.ends_with(end); });
}

bool determiner(std::string_view word) {
  static constexpr std::string_view kDeterminers[] = {"the", "a",     "an",    "its",  "their", "his", "her", "our",
                                                      "all", "these", "those", "this", "that",  "my",  "your"};
  return in(kDeterminers, word);
}

At skip_determiners(const Reader& r, At at) {
  at = r.skip_blanks(at);
  for (int k = 0; k < 2; ++k) {
    const std::string_view word = r.word(at);
    if (word.empty() || !determiner(word)) break;
    const At next = r.skip_blanks(r.end_of(word));
    if (next == r.end_of(word)) break;
    at = next;
  }
  return at;
}

// The phrase from `at` to its plural head, at most `most` words.
// `coordinated`: "and" may join its words ("strike and air defence missiles").
std::optional<ByteSpan> to_plural(const Reader& r, At at, int most, bool coordinated) {
  const At begin = at;
  bool joined = true;  // nothing yet that "and" could join
  for (int k = 0; k < most; ++k) {
    const Word w = word_at(r, at);
    if (w.empty()) return std::nullopt;
    if (w.text == "and" && !joined) {
      joined = true;
    } else if (stops(r, w)) {
      return std::nullopt;
    } else {
      joined = !coordinated;
      const Word next = word_at(r, r.skip_blanks(w.end));
      const bool people = w.capital && w.text.ends_with("ans") && !next.capital;  // "Kenyans |lives| on"
      const bool more = !next.empty() && next.begin != w.end && !stops(r, next) && !people;
      if (plural_noun(r, w) &&
          !(more && ((plural_noun(r, next) && !in(kLast, next.text)) || in(kFirstParts, w.text)))) {
        return ByteSpan{begin, w.end};
      }
    }
    At next = r.skip_blanks(w.end);
    if (r.digit_at(next) && w.capital) {  // "Model 3 sedans"
      while (r.digit_at(next)) ++next;
      next = r.skip_blanks(next);
    }
    if (next == w.end) return std::nullopt;
    at = next;
  }
  return std::nullopt;
}

std::optional<ByteSpan> to_singular(const Reader& r, At at) {
  const At begin = at;
  for (int k = 0; k < 5; ++k) {
    const Word w = word_at(r, at);
    if (w.empty() || stops(r, w)) return std::nullopt;
    const At next = r.skip_blanks(w.end);
    const Word behind = word_at(r, next);
    if (next == w.end || behind.empty() || stops(r, behind) || !modifier(w)) {
      return ByteSpan{begin, w.end};
    }
    at = next;
  }
  return std::nullopt;
}

// "70% of Chad's 17,000 guards": past the owner and the number; `at` where there are none.
At skip_owner_of_number(const Reader& r, At at) {
  At next = at;
  for (int k = 0; k < 3; ++k) {
    const Word w = word_at(r, next);
    if (w.empty() || stops(r, w)) return at;
    next = r.skip_blanks(w.end);
    if (!(w.text.ends_with("'s") || w.text.ends_with("’s"))) continue;
    if (!r.digit_at(next)) return at;
    while (r.digit_at(next) || ((r.at(next) == ',' || r.at(next) == '.') && r.digit_at(next + 1))) ++next;
    next = r.skip_blanks(next);
    const std::string_view scale = r.word(next);
    const bool large = scale == "million" || scale == "billion" || scale == "thousand";
    return large ? r.skip_blanks(r.end_of(scale)) : next;
  }
  return at;
}

}  // namespace

bool ends_noun_phrase(std::string_view word) {
  return std::binary_search(std::begin(kStops), std::end(kStops), word);
}

std::optional<ByteSpan> counted_plural(const Reader& r, At at) {
  At next = r.skip_blanks(at);
  if (next == at) return std::nullopt;
  if (r.starts_word(next, "of")) next = skip_determiners(r, next + 2);
  for (const std::string_view word : {"more", "other", "such", "most", "least"}) {
    if (r.starts_word(next, word)) next = r.skip_blanks(next + static_cast<At>(word.size()));
  }
  const At begin = next;
  while (r.digit_at(next) || (next > begin && r.letter_at(next))) ++next;  // "155mm shells"
  if (next != begin) {
    if (!ascii_lower(r.before(next))) return std::nullopt;
    const std::optional<ByteSpan> rest = to_plural(r, r.skip_blanks(next), 4, false);
    return rest ? std::optional(ByteSpan{begin, rest->end}) : std::nullopt;
  }
  if (r.has(next, "“") || r.has(next, "‘")) next += 3;  // four “loopholes”
  else if (r.at(next) == '"' || r.at(next) == '\'') ++next;
  return to_plural(r, next, 7, true);
}

std::optional<ByteSpan> counted_singular(const Reader& r, At at) {
  const At next = r.skip_blanks(at);
  if (next == at) return std::nullopt;
  return to_singular(r, next);
}

std::optional<ByteSpan> counted_compound(const Reader& r, At at) {
  const At begin = r.skip_blanks(at);
  if (begin == at) return std::nullopt;
  const Word first = word_at(r, begin);
  if (first.text.size() < 3 || first.capital || stops(r, first)) return std::nullopt;
  if (first.text.ends_with("ed") || first.text.ends_with("ing") || first.text.ends_with("ly")) return std::nullopt;
  const At next = r.skip_blanks(first.end);
  const Word second = word_at(r, next);
  if (next == first.end || second.text.size() < 3 || stops(r, second)) return std::nullopt;
  if (second.text.ends_with("ed") || second.text.ends_with("ly")) return std::nullopt;
  return ByteSpan{first.begin, first.end};
}

std::optional<ByteSpan> noun_phrase(const Reader& r, At at) {
  At begin = skip_determiners(r, at);
  if (r.digit_at(begin)) {  // "a third of the 1,200 beds"
    while (r.digit_at(begin) || r.at(begin) == ',' || r.at(begin) == '.') ++begin;
    begin = r.skip_blanks(begin);
  }
  if (const std::optional<ByteSpan> plural = to_plural(r, begin, 4, false)) return plural;
  const At owned = skip_owner_of_number(r, begin);
  if (owned != begin) return to_plural(r, owned, 4, false);
  return to_singular(r, begin);
}

}  // namespace onrecord::figures
