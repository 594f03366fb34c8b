// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/guards.h"

#include <algorithm>

namespace onrecord::figures {
namespace {

bool month(const Reader& r, std::string_view word) {
  static constexpr std::string_view kMonths[] = {
      "january",   "february", "march",    "april",    "may",  "june", "july", "august",
      "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
      "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};
  if (!in(kMonths, word)) return false;
  return (word != "may" && word != "march" && word != "mar") || r.capital_at(r.begin_of(word));
}

// Words before a number that make it a name or a label.
constexpr std::string_view kLabels[] = {
    "no",         "nos",         "nr",        "number",  "article",   "articles", "section",  "sections",
    "chapter",    "page",        "pages",     "part",    "paragraph", "clause",   "appendix", "annex",
    "figure",     "fig",         "table",     "row",     "room",      "flight",   "route",    "highway",
    "interstate", "exit",        "junction",  "gate",    "platform",  "terminal", "pier",     "channel",
    "level",      "version",     "phase",     "volume",  "vol",       "issue",    "season",   "episode",
    "game",       "group",       "pool",      "unit",    "apartment", "apt",      "suite",    "type",
    "mark",       "mk",          "model",     "windows", "iphone",    "galaxy",   "boeing",   "airbus",
    "formula",    "area",        "title",     "tier",    "stage",     "step",     "round",    "lot",
    "resolution", "proposition", "amendment", "chapter", "psalm",     "verse",    "bus",      "line",
    "district",   "ward",        "precinct",  "block",   "sector",    "zone",     "category", "class",
    "grade",      "year",        "euro",      "super",   "bowl",      "top",      "big",      "stoxx",
    "ftse",       "nasdaq",      "sp",        "nikkei",  "cac",       "dax",      "asx",      "apollo",
    "covid",      "playstation", "xbox",      "studio",  "lane",      "week",     "day",      "case",
    "item",       "point",       "s&p",       "bottom",  "p",         "pp",       "art",      "para",
    "track",      "division",    "quarter",   "half",    "act",       "scene",    "study",    "question",
    "rule",       "order",       "bill",      "code",    "id",        "ref",
};

// Words after which four digits are a year.
constexpr std::string_view kBeforeYear[] = {
    "in",     "since",  "by",     "until",  "till", "from",    "of",      "the", "late", "early",  "mid",
    "before", "after",  "during", "fiscal", "year", "and",     "between", "to",  "for",  "summer", "spring",
    "winter", "autumn", "fall",   "circa",  "than", "through", "this",    "or",  "that", "last",   "season"};

// A capital word behind a number, as in an address: "22 Acacia Avenue".
bool before_name(const Reader& r, At end) {
  const At next = r.skip_blanks(end);
  return next != end && r.capital_at(next);
}

// Whether an opening bracket stands before on the line.
bool in_brackets(const Reader& r, At begin) {
  for (At at = begin; at > 0 && begin - at < 200 && r.before(at) != '\n'; --at) {
    if (r.before(at) == ')') return false;
    if (r.before(at) == '(' || r.before(at) == '[') return true;
  }
  return false;
}

bool am_or_pm(const Reader& r, At end) {
  const At at = r.skip_blanks(end);
  static constexpr std::string_view kMarks[] = {"a.m", "p.m", "am",  "pm",  "o'clock", "o’clock",
                                                "gmt", "utc", "est", "edt", "bst",     "cet"};
  for (const std::string_view mark : kMarks) {
    if (r.starts_word(at, mark) && !(at != end && mark == "am" && !r.has(at, "am"))) return true;
  }
  return false;
}

bool glued_left(const Reader& r, At begin) {
  const char c = r.before(begin);
  if (c == '\0' || c == ' ' || c == '\n') return false;
  if (r.letter_before(begin) || c == '_' || c == '#' || c == '@' || c == '\'' || c == '&' || c == '=') return true;
  if (begin >= 3 && r.has(begin - 3, "’")) return true;
  if (begin >= 2 && r.has(begin - 2, "×")) return true;
  if (begin >= 4 && r.has(begin - 3, "−") && r.letter_before(begin - 3)) return true;  // "s−1"
  if (c == ':' && r.digit_before(begin - 1)) return true;
  if (c == '.' || c == '/') return begin > 1 && (r.letter_before(begin - 1) || r.digit_before(begin - 1) || c == '/');
  if (c == '+') return true;
  if (c != '-') return false;
  if (r.digit_before(begin - 1)) return false;  // the second number of a range; the first has been seen
  const std::string_view ahead = r.word_before(begin - 1);
  static constexpr std::string_view kPrefixes[] = {"to",   "minus",   "plus", "sub", "just",
                                                   "only", "another", "now",  "then"};
  return !ahead.empty() && !in(kPrefixes, ahead);
}

bool glued_right(const Reader& r, const Numeral& n) {
  const At end = n.end;
  const char c = r.at(end);
  if (c == ':' && r.digit_at(end + 1)) return true;
  if (c == '/' && r.digit_at(end + 1)) return true;
  if (c == '.' && r.digit_at(end + 1)) return true;
  if (c == '_' || c == '@') return true;
  if (c == '-' && r.digit_at(end + 1)) {  // "555-123-4567", "2019-09-01"
    At at = end + 1;
    while (r.digit_at(at)) ++at;
    return r.at(at) == '-' && r.digit_at(at + 1);
  }
  if (c == 's' && !r.letter_at(end + 1)) return n.value == 0 || n.value >= 10;  // "1980s", "in her 20s"
  return false;
}

}  // namespace

bool begins_sentence(const Reader& r, At at) {
  const At back = r.skip_blanks_back(at);
  const char c = r.before(back);
  if (c == '\0' || c == '\n' || c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '(' || c == '-')
    return true;
  return (back >= 3 &&
          (r.has(back - 3, "“") || r.has(back - 3, "—") || r.has(back - 3, "‘") || r.has(back - 3, "–"))) ||
         c == '\'';
}

bool inside_other(const Reader& r, const Numeral& n) {
  if (n.digits && (glued_left(r, n.begin) || glued_right(r, n))) return true;
  if (!n.digits && n.begin > 0 && r.before(n.begin) == '-' && r.letter_before(n.begin - 1)) return true;
  // "2.1 pm" is no time, "2.30 pm" is.
  const std::size_t point = n.decimal ? r.all().substr(n.begin, n.end - n.begin).find('.') : std::string_view::npos;
  if (point != std::string_view::npos && n.end - n.begin - point != 3) return false;
  return (n.plain() || n.decimal || !n.digits) && n.scale == 1 && am_or_pm(r, n.end);
}

bool follows_amount_noun(const Reader& r, At begin) {
  static constexpr std::string_view kNouns[] = {"average", "total", "number", "maximum", "minimum", "sum",
                                                "crowd",   "rate",  "cost",   "price",   "score",   "record"};
  const std::string_view of = r.previous_word(begin);
  return of == "of" && in(kNouns, r.previous_word(r.begin_of(of)));
}

bool says_age(const Reader& r, At begin, bool stops) {
  const std::string_view ahead = r.previous_word(begin);
  if (ahead == "aged" || ahead == "age" || ahead == "ages") return true;
  if (ahead.empty()) return false;
  const std::string_view further = r.previous_word(r.begin_of(ahead));
  if (ahead == "of") return further == "age" || further == "ages";
  static constexpr std::string_view kPersons[] = {"he", "she", "who", "i"};
  const bool being = ahead == "was" || ahead == "is" || ahead == "turned" || (ahead == "am" && further == "i");
  return stops && being && in(kPersons, further);
}

At score_end(const Reader& r, const Numeral& n) {
  if (n.decimal || n.grouped || n.fraction || n.scale != 1 || n.vague) return kNowhere;
  const At dash = r.skip_dash(n.end);
  if (n.plain() && dash != n.end && r.digit_at(dash)) return skip_refused(r, dash);
  const At to = r.skip_joint(n.end);
  if (!r.starts_word(to, "to") || r.previous_word(n.begin) == "from") return kNowhere;
  const At second = r.skip_joint(to + 2);
  if (second == to + 2) return kNowhere;
  const std::optional<Numeral> m = read_numeral(r, second);
  // "Lost 1 to 4": the lower number may come first where something was won or lost.
  static constexpr std::string_view kGames[] = {"lost", "won", "beaten", "defeated", "trailed", "led", "down"};
  const bool game = in(kGames, r.previous_word(n.begin));
  if (!m || m->begin != second || (m->value > n.value && !game) || m->scale != 1 || m->decimal || m->ordinal)
    return kNowhere;
  return r.at(r.skip_blanks(m->end)) == '%' ? kNowhere : m->end;
}

At phone_end(const Reader& r, const Numeral& n) {
  if (!n.plain()) return kNowhere;
  const auto begins_zero = [&](At at) { return r.at(at) == '0' && r.digit_at(at + 1) && r.digit_at(at + 2); };
  const At next = r.skip_blanks(n.end);
  if (r.before(n.begin) == '+' && r.digit_at(next) && next != n.end) {  // "+254 20 225 2299"
    At end = n.end;
    for (At at = next; r.digit_at(at); at = r.skip_joint(end)) {
      end = at;
      while (r.digit_at(end)) ++end;
    }
    return end;
  }
  const bool phone =
      (begins_zero(n.end - n.digit_count) && n.digit_count > 3) || (next != n.end && begins_zero(next));
  if (!phone || !r.digit_at(next)) return kNowhere;
  At end = n.end;
  for (At at = next; r.digit_at(at); at = r.skip_blanks(end)) {
    end = at;
    while (r.digit_at(end)) ++end;
  }
  return end;
}

bool is_label(std::string_view word) { return in(kLabels, word); }

bool labelled(const Reader& r, At begin) {
  const At back = r.skip_blanks_back(begin);
  const std::string_view ahead = r.word_before(r.before(back) == '.' ? back - 1 : back);
  return back != begin && in(kLabels, ahead) && r.capital_at(r.begin_of(ahead));
}

namespace {

// The word before a number, over a full stop ("Sept. 30", "No. 5", "sept . 30").
struct Ahead {
  std::string_view word;
  bool stop = false;     // a full stop stands between
  bool glued = false;    // nothing stands between
  bool capital = false;  // a capital within a sentence
};

Ahead word_ahead(const Reader& r, At begin) {
  Ahead ahead;
  const At back = r.skip_blanks_back(begin, true);
  ahead.stop = r.before(back) == '.';
  ahead.glued = back == begin;
  ahead.word = r.word_before(ahead.stop ? r.skip_blanks_back(back - 1) : back);
  ahead.capital =
      !ahead.word.empty() && r.capital_at(r.begin_of(ahead.word)) && !begins_sentence(r, r.begin_of(ahead.word));
  return ahead;
}

// "September 8", "8 September", "the 8th of May", "in 1987".
bool is_date(const Reader& r, const Numeral& n, const Ahead& ahead, bool counted) {
  const std::string_view behind = r.word(r.skip_blanks(n.end));
  if (n.value >= 1 && n.value <= 31 && !n.decimal) {
    if (month(r, ahead.word) || (month(r, behind) && !counted)) return true;
    if (behind == "may" && ahead.word == "on") return true;  // "on 1 may" of text in small letters
    if (behind == "of" && month(r, r.word(r.skip_blanks(r.end_of(behind))))) return true;
  }
  if (!n.plain()) return false;
  const bool year = n.digit_count == 4 && n.value >= 1500 && n.value < 2100 && !follows_amount_noun(r, n.begin);
  return (year && (!counted || in(kBeforeYear, ahead.word))) || month(r, ahead.word);
}

// "Article 5", "No. 5", "level 3 restrictions"; a small label before a counted thing may be chance ("that day 3
// men").
bool is_labelled(const Ahead& ahead, bool counted) {
  static constexpr std::string_view kAlways[] = {
      "no",      "level",   "phase",     "stage",  "category", "tier",   "grade",  "type",    "class",       "page",
      "chapter", "version", "paragraph", "iphone", "galaxy",   "boeing", "airbus", "windows", "playstation", "xbox"};
  if (ahead.glued || !in(kLabels, ahead.word)) return false;
  if (ahead.stop && ahead.word != "no" && ahead.word != "nos" && ahead.word != "vol" && ahead.word != "nr" &&
      ahead.word != "p" && ahead.word != "pp" && ahead.word != "fig" && ahead.word != "art" && ahead.word != "para")
    return false;
  return ahead.capital || !counted || in(kAlways, ahead.word);
}

// "Prescott (4)", "as shown.[6]", "1. First of all", "1 ) to stay".
bool is_mark(const Reader& r, const Numeral& n) {
  const At back = r.skip_blanks_back(n.begin);
  const char before = r.before(back), after = r.at(r.skip_blanks(n.end)), next = r.at(n.end);
  if ((before == '(' && after == ')') || (before == '[' && after == ']')) return true;
  if (after == ')' && !in_brackets(r, n.begin)) return true;
  return (next == '.' || next == ')') && (back == 0 || before == '\n');
}

}  // namespace

bool names_something(const Reader& r, const Numeral& n, bool counted) {
  const Ahead ahead = word_ahead(r, n.begin);
  if (is_date(r, n, ahead, counted) || is_labelled(ahead, counted)) return true;
  if (!n.digits) return r.capital_at(n.begin) && !begins_sentence(r, n.begin) && !counted;
  const bool name = ahead.capital && !ahead.stop && !ahead.glued && !counted;
  if (name && n.decimal && n.value < 20 && n.scale == 1) return true;  // "Python 3.11"
  if (!n.plain()) return false;
  const std::string_view verb = r.word(r.skip_blanks(n.end));
  if (!counted && n.digit_count >= 3 && ahead.word == "the" && (verb == "is" || verb == "was")) return true;
  if (!counted && (n.digit_count >= 10 || n.value == 911)) return true;      // serial and emergency numbers
  if (n.digit_count > 1 && r.at(n.end - n.digit_count) == '0') return true;  // "007"
  return is_mark(r, n) || name || (!counted && before_name(r, n.end));
}

At skip_refused(const Reader& r, At end) {
  for (;;) {
    const char c = r.at(end);
    const bool joins = c == ':' || c == '-' || c == '.' || c == '/' || c == 'T';
    if (r.digit_at(end)) ++end;
    else if (joins && r.digit_at(end + 1)) end += 2;
    else if (const At dash = r.skip_dash(end); dash != end && r.digit_at(dash)) end = dash;
    else return end;
  }
}

}  // namespace onrecord::figures
