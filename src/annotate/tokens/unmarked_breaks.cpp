// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/unmarked_breaks.h"

#include "annotate/tokens/passage.h"

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

}  // namespace

bool breaks_unmarked(const Text& text, const Tokens& tokens, Index first, Index at, Index end) {
  const Token& here = tokens[at];
  const Token& next = tokens[at + 1];
  if (!next.is(kSpaceBefore)) return false;
  const Place place{text, tokens, first, at, end};
  if (here.is(kPunctuation) || next.is(kPunctuation)) return is_rule(place, at) != is_rule(place, at + 1);
  if (here.is(kHasDigit) && ends_heading_date(place)) return true;
  if (here.span.size() > 10 && place.form(at).find("://") != std::string_view::npos)
    return next.is(kCapitalised) || place.form(at + 1).starts_with("http");
  const bool near_stamp = next.is(kHasDigit) || here.is(kHasDigit) || here.span.size() == 2;
  return near_stamp && breaks_at_stamp(place);
}

}  // namespace onrecord::tokens
