// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/unmarked_breaks.h"

#include "annotate/tokens/passage.h"
#include "annotate/tokens/sentence_words.h"
#include "annotate/tokens/word_set.h"

namespace onrecord::tokens {
namespace {

constexpr std::uint32_t kRuleSize = 5;  // bytes from which a run of marks is a drawn line

struct Place {
  const Text& text;
  const Tokens& tokens;
  Index first, at, end;

  std::string_view form(Index token) const { return text.bytes(tokens[token].span); }
  bool is_number(Index token, char joint) const {
    return token < end && tokens[token].is(kHasDigit) && !tokens[token].is(kHasLetter) &&
           form(token).find(joint) != std::string_view::npos;
  }
};

// "=====", "-----": a line of its own.
bool is_rule(const Place& p, Index token) {
  const ByteSpan span = p.tokens[token].span;
  if (!p.tokens[token].is(kPunctuation) || span.size() < kRuleSize) return false;
  const char c = p.text.all()[span.begin];
  return c == '-' || c == '=' || c == '_' || c == '*' || c == '+' || c == '~' || c == '#';
}

// "10/23/2000 12:12": how mail programs stamp a message.
bool is_stamp(const Place& p, Index token) {
  return p.is_number(token, '/') && p.is_number(token + 1, ':') &&
         p.form(token).find('/') != p.form(token).rfind('/');
}

// accepts: "Jane Doe | 10/23/2000 12:12 PM | Please find …"; refuses: "on 10/23/2000 12:12 PM".
bool breaks_at_stamp(const Place& p) {
  const Token& next = p.tokens[p.at + 1];
  if (is_stamp(p, p.at + 1))
    return p.tokens[p.at].is(kCapitalised) || p.form(p.at).find('@') != std::string_view::npos;
  if (next.is(kPunctuation)) return false;
  if (p.at >= p.first + 1 && is_stamp(p, p.at - 1)) {
    const std::string_view half = p.text.lower(next.span);
    return half != "am" && half != "pm";
  }
  return p.at >= p.first + 2 && !p.tokens[p.at].is(kHasDigit) && p.tokens[p.at].span.size() == 2 &&
         is_stamp(p, p.at - 2);
}

// accepts: "Saturday, 5 January 2019 | A fire …", "Friday, May 3, 2019 | The …"; refuses: "Friday, May 3, 2019, the
// …".
bool ends_heading_date(const Place& p) {
  const ByteSpan year = p.tokens[p.at].span;
  if (year.size() != 4 || p.at < p.first + 4 || p.at > p.first + 5) return false;
  const std::string_view day = p.text.lower(p.tokens[p.first].span);
  if (!day.ends_with("day") || p.form(p.first + 1) != ",") return false;
  return p.tokens[p.at + 1].is(kCapitalised);
}

constexpr auto kClosings =
    std::to_array<std::string_view>({"best", "cheers", "regards", "respectfully", "sincerely"});

// accepts: "Yours sincerely, | Jane", "Best, | Jane"; refuses: "Best, she thought".
bool ends_letter(const Place& p) {
  if (p.form(p.at) != "," || p.at < p.first + 1 || p.at > p.first + 2 || !p.tokens[p.at + 1].is(kCapitalised))
    return false;
  return holds(kClosings, p.text.lower(p.tokens[p.at - 1].span));
}

constexpr Index kMaxDateline = 14;  // tokens

bool is_dash(const Place& p, Index token) {
  const std::string_view form = p.form(token);
  if (form == "\u2014" || form == "\u2013") return true;
  return (form == "-" || form == "--") && p.tokens[token].is(kSpaceBefore);
}

// accepts: "KYIV, March 3 (Agency) - | The …", "Boulder, Colo. -- | The …", "NEW DELHI — | The …";
// refuses: "Growth - The …", "The vote, Lee said - He …".
bool ends_dateline(const Place& p) {
  if (p.at == p.first || p.at > p.first + kMaxDateline || !is_dash(p, p.at)) return false;
  const Token& next = p.tokens[p.at + 1];
  if (!next.is(kCapitalised) && !next.is(kOpensQuote)) return false;
  bool comma = false, capitals = true, open = false;
  for (Index token = p.first; token < p.at; ++token) {
    const Token& word = p.tokens[token];
    const std::string_view form = p.form(token);
    if (word.is(kHasLetter) && (!word.is(kCapitalised) || starts_sentences(p.text.lower(word.span)))) return false;
    if (word.is(kPunctuation) && form != "," && form != "(" && form != ")" && form != "/") return false;
    comma = comma || form == ",";
    open = form == "(" || (open && form != ")");
    capitals = capitals && word.is(kAllCaps);
  }
  if (open) return false;
  return comma || p.form(p.at - 1) == ")" ||
         (capitals && p.tokens[p.at - 1].span.end > p.tokens[p.first].span.begin + 3);
}

}  // namespace

bool breaks_after_dateline(const Text& text, const Tokens& tokens, Index first, Index at, Index end) {
  return ends_dateline({text, tokens, first, at, end});
}

bool breaks_unmarked(const Text& text, const Tokens& tokens, Index first, Index at, Index end) {
  const Token& here = tokens[at];
  const Token& next = tokens[at + 1];
  if (!next.is(kSpaceBefore)) return false;
  const Place place{text, tokens, first, at, end};
  if (here.is(kPunctuation) || next.is(kPunctuation))
    return is_rule(place, at) != is_rule(place, at + 1) || ends_letter(place);
  if (here.is(kHasDigit) && ends_heading_date(place)) return true;
  if (here.span.size() > 10 && place.form(at).find("://") != std::string_view::npos)
    return next.is(kCapitalised) || place.form(at + 1).starts_with("http");
  const bool near_stamp = next.is(kHasDigit) || here.is(kHasDigit) || here.span.size() == 2;
  return near_stamp && breaks_at_stamp(place);
}

}  // namespace onrecord::tokens
