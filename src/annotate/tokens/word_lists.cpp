// SPDX-License-Identifier: Apache-2.0
#include "annotate/tokens/word_lists.h"

#include "annotate/tokens/word_set.h"

namespace onrecord::tokens {
namespace {

// A bar stands where the contraction is cut.
constexpr auto kContractions = std::to_array<std::string_view>(
    {"ai|nt",     "are|nt", "a|lot",    "can|not", "ca|nt",   "could|nt", "did|nt",  "does|nt", "do|nt",
     "du|nno",    "gim|me", "gon|na",   "got|ta",  "had|nt",  "has|nt",   "have|nt", "he|s",    "is|nt",
     "it|ll",     "i|m",    "i|ve",     "lem|me",  "lot|ta",  "n|no",     "ought|a", "out|ta",  "she|s",
     "should|nt", "that|s", "there|s",  "they|ll", "they|re", "they|ve",  "wan|na",  "was|nt",  "were|nt",
     "we|ve",     "what|s", "would|nt", "wo|nt",   "you|ll",  "you|re",   "you|ve"});

constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"ante",  "anti",  "arch",  "bi",    "co",    "counter", "cross", "de",     "e",      "ex",
     "extra", "hyper", "inter", "intra", "mega",  "micro",   "mid",   "mini",   "mis",    "multi",
     "neo",   "non",   "over",  "post",  "pre",   "pro",     "proto", "pseudo", "psycho", "re",
     "semi",  "socio", "sub",   "super", "trans", "u",       "ultra", "un"});
static_assert(is_sorted(kPrefixes));

constexpr auto kSuffixes = std::to_array<std::string_view>({"esque", "fold", "gate", "ish", "wise"});
static_assert(is_sorted(kSuffixes));

constexpr auto kInterjections =
    std::to_array<std::string_view>({"ah", "aw", "ha", "hm", "hmm", "ho", "hoo", "huh", "m", "mhm", "mm", "na", "oh",
                                     "ooh", "uh", "uhh", "um", "whoo", "yoo"});
static_assert(is_sorted(kInterjections));

constexpr auto kUnits = std::to_array<std::string_view>(
    {"am",      "b",      "bbl",   "billion", "bn",      "bps",  "c",    "cc",      "cl",     "cm",       "cms",
     "day",     "days",   "db",    "dpi",     "eur",     "f",    "feet", "fps",     "ft",     "g",        "gb",
     "gbp",     "ghz",    "gm",    "gw",      "gwh",     "ha",   "hour", "hours",   "hp",     "hr",       "hrs",
     "hz",      "in",     "k",     "kb",      "kcal",    "kg",   "kgs",  "khz",     "km",     "kmh",      "kms",
     "kph",     "kw",     "kwh",   "l",       "lb",      "lbs",  "m",    "mb",      "meters", "metres",   "mg",
     "mhz",     "mi",     "mile",  "miles",   "million", "min",  "mins", "minutes", "ml",     "mln",      "mm",
     "month",   "months", "mph",   "mw",      "mwh",     "nm",   "oz",   "p",       "pages",  "pc",       "people",
     "percent", "pm",     "pp",    "ppm",     "sec",     "secs", "sq",   "sqm",     "tb",     "thousand", "trillion",
     "usd",     "week",   "weeks", "x",       "year",    "years"});
static_assert(is_sorted(kUnits));

constexpr auto kNameEndings = std::to_array<std::string_view>(
    {"ae",   "au",   "biz", "br",   "ca",  "ch",  "cl",  "cn",  "co",   "com", "csv", "cz",  "de",
     "doc",  "docx", "edu", "es",   "eu",  "exe", "fi",  "fr",  "gif",  "gov", "gr",  "hk",  "htm",
     "html", "ie",   "il",  "info", "int", "io",  "ir",  "jp",  "jpeg", "jpg", "kr",  "mil", "mp3",
     "mx",   "net",  "nl",  "nz",   "org", "pdf", "php", "pl",  "png",  "ppt", "ru",  "se",  "sg",
     "tr",   "tv",   "tw",  "txt",  "ua",  "uk",  "url", "xls", "xlsx", "xml", "za",  "zip"});
static_assert(is_sorted(kNameEndings));

constexpr auto kSlashWords = std::to_array<std::string_view>(
    {"b/c", "b/t", "h/t", "i/c", "i/o", "l/c", "n/a", "p/e", "s/he", "w/", "w/e", "w/o", "w/out"});
static_assert(is_sorted(kSlashWords));

constexpr auto kElisions = std::to_array<std::string_view>(
    {"bout", "cause", "cos", "coz", "cuz", "em", "er", "ere", "n", "nuff", "round", "t", "til", "till", "tude"});
static_assert(is_sorted(kElisions));

constexpr auto kDropped = std::to_array<std::string_view>(
    {"an",    "bein",   "comin",  "cookin",   "d",     "doin",   "feelin", "fuckin", "gettin",
     "givin", "goin",   "havin",  "lookin",   "lovin", "lyin",   "makin",  "nothin", "o",
     "ol",    "rockin", "runnin", "somethin", "takin", "talkin", "tryin"});
static_assert(is_sorted(kDropped));

// Only these ends occur in the list; most words fail here.
bool may_contract(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return false;
  switch (word.back()) {
    case 't': return word[word.size() - 2] == 'n' || word[word.size() - 2] == 'o';
    case 'a':
    case 'e':
    case 'l':
    case 'm':
    case 'o':
    case 's': return true;
    default: return false;
  }
}

}  // namespace

std::uint32_t contraction_cut(std::string_view lower_word) {
  if (!may_contract(lower_word)) return 0;
  for (const std::string_view entry : kContractions) {
    if (entry.size() != lower_word.size() + 1 || entry[0] != lower_word[0]) continue;
    const std::size_t bar = entry.find('|');
    if (entry.substr(0, bar) == lower_word.substr(0, bar) && entry.substr(bar + 1) == lower_word.substr(bar))
      return static_cast<std::uint32_t>(bar);
  }
  return 0;
}

bool is_hyphen_prefix(std::string_view lower_part) { return holds(kPrefixes, lower_part); }
bool is_hyphen_suffix(std::string_view lower_part) { return holds(kSuffixes, lower_part); }
bool is_interjection_part(std::string_view lower_part) { return holds(kInterjections, lower_part); }
bool is_unit(std::string_view lower_letters) { return holds(kUnits, lower_letters); }
bool is_name_ending(std::string_view lower_label) { return holds(kNameEndings, lower_label); }
bool is_slash_word(std::string_view lower_word) { return holds(kSlashWords, lower_word); }
bool is_elision(std::string_view lower_letters) { return holds(kElisions, lower_letters); }
bool drops_final_letter(std::string_view lower_word) { return holds(kDropped, lower_word); }

}  // namespace onrecord::tokens
