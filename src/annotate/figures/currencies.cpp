// SPDX-License-Identifier: Apache-2.0
#include "annotate/figures/currencies.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "annotate/figures/counted.h"
#include "annotate/figures/currency_table.h"
#include "annotate/figures/letter_signs.h"

namespace onrecord::figures {
namespace {

// Calls `use` for each blank-separated piece.
template <class Use>
void each_piece(std::string_view list, Use use) {
  while (!list.empty()) {
    const std::size_t blank = std::min(list.find(' '), list.size());
    use(list.substr(0, blank));
    list.remove_prefix(std::min(blank + 1, list.size()));
  }
}

struct Nouns {
  std::unordered_map<std::string_view, const CurrencyNoun*> nouns;
  std::unordered_map<std::string_view, const Subunit*> parts;
  Nouns() {
    for (const CurrencyNoun& noun : currency_nouns()) {
      each_piece(noun.spellings, [&](std::string_view word) { nouns.emplace(word, &noun); });
    }
    for (const Subunit& part : subunits()) {
      each_piece(part.spellings, [&](std::string_view word) { parts.emplace(word, &part); });
    }
  }
};

const Nouns& nouns() {
  static const Nouns kTable;
  return kTable;
}

// Codes that are English words too; they count only in capitals and right at the digits.
bool also_a_word(std::string_view code) {
  static constexpr std::string_view kWords[] = {"ALL", "TRY", "TOP", "CUP", "MAD", "PEN", "SOS", "GEL", "COP",
                                                "BOB", "CAD", "BAM", "LAK", "MOP", "RON", "NAD", "AMD", "SAR"};
  return std::find(std::begin(kWords), std::end(kWords), code) != std::end(kWords);
}

// The code that letters spell: "USD", "usd", "RMB"; empty where they are none. Few are read in small letters.
std::string_view code_of(std::string_view letters, bool glued) {
  static constexpr std::string_view kSmall[][2] = {{"usd", "USD"}, {"eur", "EUR"}, {"gbp", "GBP"}, {"rmb", "CNY"},
                                                   {"cny", "CNY"}, {"jpy", "JPY"}, {"aud", "AUD"}, {"nzd", "NZD"},
                                                   {"inr", "INR"}, {"chf", "CHF"}, {"btc", "BTC"}, {"RMB", "CNY"},
                                                   {"BTC", "BTC"}, {"mxn", "MXN"}, {"cad", "CAD"}};
  for (const auto& small : kSmall) {
    if (small[0] == letters) return small[1];
  }
  if (letters == "CAD") return letters;
  return is_iso_4217(letters) && (glued || !also_a_word(letters)) ? letters : std::string_view();
}

std::string_view exact(const Reader& r, std::string_view word) {
  return r.all().substr(r.begin_of(word), word.size());
}

Money of_code(std::string_view code) {
  Money m;
  m.code = code;
  return m;
}

Money of_sign(const CurrencySign& sign) {
  Money m;
  m.code = sign.code;
  m.noun = sign.noun;
  if (sign.sign == "$") m.code = "USD";
  if (sign.sign == "¥") m.code = "JPY";
  m.sign = !sign.noun.empty();
  return m;
}

bool letters_equal(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return (x | 32) == (y | 32); });
}

// Whether letters that stand apart from "$" belong to it: "US $84", "c $ 16.4"; not "a $5 bill", "England's $3".
bool prefixes_dollar(const Reader& r, std::string_view letters, At dollar) {
  const At begin = r.begin_of(letters);
  if (r.capital_at(begin)) return letters.size() > 1 || r.before(r.skip_blanks_back(begin)) != '.';
  if (letters == "a" || letters == "s") return false;
  return r.at(dollar + 1) == ' ';
}

// A quick no for most words before numbers: signs of letters have at most four.
bool may_end_sign(const Reader& r, At end) {
  const char c = r.before(end);
  if (c == '$' || c == '.' || c == '/' || static_cast<unsigned char>(c) >= 0x80) return true;
  return (ascii_lower(c) || ascii_upper(c)) && r.word_before(end).size() <= 4;
}

// The sign that ends at `end`. Letters of "c $" and "US $" may stand apart from the dollar sign.
std::optional<Money> sign_before(const Reader& r, At end) {
  if (!may_end_sign(r, end)) return std::nullopt;
  for (const CurrencySign& sign : currency_signs()) {
    const At size = static_cast<At>(sign.sign.size());
    if (end < size) continue;
    const std::string_view here = r.all().substr(end - size, size);
    const bool dollar = sign.sign.back() == '$';
    if (here != sign.sign && !(dollar && letters_equal(here, sign.sign))) continue;
    if ((ascii_upper(sign.sign[0]) || ascii_lower(sign.sign[0])) && r.letter_before(end - size)) continue;
    Money m = of_sign(sign);
    m.begin = end - size;
    if (sign.sign != "$") return m;
    const std::string_view ahead = r.previous_word(m.begin);
    if (ahead.empty() || ahead.size() > 3) return m;
    const std::string prefixed = std::string(exact(r, ahead)) + "$";
    const bool apart = r.end_of(ahead) != m.begin;
    for (const CurrencySign& longer : currency_signs()) {
      if (longer.sign.size() < 2 || !letters_equal(longer.sign, prefixed)) continue;
      if (apart && !prefixes_dollar(r, ahead, m.begin)) continue;
      m.code = longer.code;
      m.sign = false;
      m.begin = r.begin_of(ahead);
      return m;
    }
    if (!apart) {
      if (const std::string_view code = code_of(exact(r, ahead), true); !code.empty()) {
        m.code = code;
        m.sign = false;
      } else {
        m.code = {};  // a dollar of a country not known here
      }
      m.begin = r.begin_of(ahead);
    }
    return m;
  }
  return std::nullopt;
}

// ---- behind the number
// Whether a sign between two numbers is the first one's: not in "3 $5 bills", but in "10 $ 30 $".
bool owns_sign(const Reader& r, At end) {
  At at = r.skip_blanks(end);
  if (!r.digit_at(at)) return true;
  if (at == end) return false;
  while (r.digit_at(at)) ++at;
  at = r.skip_blanks(at);
  if (r.starts_word(at, "cent") || r.starts_word(at, "cents")) return true;  // "10 $ 30 cents"
  return r.at(at) == '$' || r.has(at, "€") || r.has(at, "£");
}

std::optional<Money> sign_after(const Reader& r, At at) {
  const char first = r.at(at);
  if (first != '$' && first != 'k' && first != 'z' && static_cast<unsigned char>(first) < 0x80) return std::nullopt;
  for (const CurrencySign& sign : currency_signs()) {
    const char c = sign.sign[0];
    if (ascii_upper(c) || !r.has(at, sign.sign)) continue;
    if (sign.sign[0] == '$' && sign.sign.size() > 1) continue;
    const At end = at + static_cast<At>(sign.sign.size());
    if (ascii_lower(c) && r.letter_at(end)) continue;
    if (!owns_sign(r, end)) return std::nullopt;
    Money m = of_sign(sign);
    m.end = end;
    return m;
  }
  return std::nullopt;
}

bool has_word(std::string_view list, std::string_view word) {
  bool found = false;
  each_piece(list, [&](std::string_view piece) { found = found || piece == word; });
  return found;
}

// "[adjective] noun" of up to three words: "Hong Kong dollars".
std::optional<Money> name_at(const Reader& r, At at) {
  std::string adjective;
  for (int words = 0; words < 4; ++words) {
    const std::string_view word = r.word(at);
    if (word.empty()) return std::nullopt;
    const At end = r.end_of(word);
    const auto found = nouns().nouns.find(word);
    if (found != nouns().nouns.end()) {
      const CurrencyNoun& noun = *found->second;
      Money m;
      m.end = end;
      m.noun = noun.noun;
      m.code = noun.code;
      m.name = true;
      if (noun.noun == "grand") {  // "five grand", not "five grand pianos"
        const std::string_view next = r.word(r.skip_blanks(end));
        if (!adjective.empty() || !(next.empty() || ends_noun_phrase(next))) return std::nullopt;
        m.scale = 1000;
        return m;
      }
      if (adjective.empty()) {
        if (noun.noun == "pound" && r.starts_word(r.skip_blanks(end), "sterling")) m.end = r.skip_blanks(end) + 8;
        return m;
      }
      if (noun.noun == "franc" && adjective == "cfa") {  // two currencies; the country tells which
        m.noun = "CFA franc";
        return m;
      }
      for (const NationalCurrency& national : national_currencies()) {
        if (national.noun != noun.noun || !has_word(national.adjectives, adjective)) continue;
        m.code = national.code;
        m.name = false;
        return m;
      }
      return std::nullopt;
    }
    if (!adjective.empty()) adjective += '_';
    adjective += word;
    At next = end;
    if (r.at(next) == '.' && r.letter_at(next + 1)) {  // "U.S. dollars"
      adjective += '.';
      adjective += r.word(next + 1);
      next = r.end_of(r.word(next + 1));
      if (r.at(next) == '.') ++next;
    }
    at = r.skip_joint(next);
    if (at == next) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Money> code_after(const Reader& r, At at, bool glued) {
  const std::string_view letters = exact(r, r.word(at));
  if (letters.size() == 4 && letters[0] == 'M' && is_iso_4217(letters.substr(1))) {
    Money m = of_code(letters.substr(1));
    m.scale = 1e6;
    m.end = at + 4;
    return m;
  }
  const std::string_view code = code_of(letters, glued);
  if (code.empty()) return std::nullopt;
  Money m = of_code(code);
  m.end = at + static_cast<At>(letters.size());
  if (r.digit_at(m.end)) return std::nullopt;                   // "3 USD50 cards"
  const std::string_view scale = r.word(r.skip_blanks(m.end));  // "75 USD million"
  if (scale == "million" || scale == "billion") {
    m.scale = scale == "million" ? 1e6 : 1e9;
    m.end = r.end_of(scale);
  }
  return m;
}

std::optional<Money> subunit_at(const Reader& r, At at, bool glued) {
  std::string_view word = r.word(at);
  if (r.has(at, "¢")) word = "¢";
  const auto found = nouns().parts.find(word);
  const bool p = glued && word == "p" && !r.capital_at(at);
  if (found == nouns().parts.end() && !p) return std::nullopt;
  const Subunit& part = p ? *nouns().parts.find("pence")->second : *found->second;
  Money m;
  m.end = at + static_cast<At>(word.size());
  m.noun = part.name;
  m.code = part.code;
  m.share = part.share;
  return m;
}

}  // namespace

namespace {

// "rupees 500 crore", "dollar 22.5 million": digits and a word for millions, behind which no currency stands.
bool names_large_sum(const Reader& r, At at) {
  if (!r.digit_at(at)) return false;
  while (r.digit_at(at) || ((r.at(at) == '.' || r.at(at) == ',') && r.digit_at(at + 1))) ++at;
  at = r.skip_blanks(at);
  static constexpr std::string_view kLarge[] = {"million", "billion", "trillion", "crore", "lakh"};
  const std::string_view word = r.word(at);
  if (std::find(std::begin(kLarge), std::end(kLarge), word) == std::end(kLarge)) return false;
  const At next = r.skip_blanks(r.end_of(word));
  return next >= r.size() || !(r.letter_at(next) || r.at(next) == '$') || ends_noun_phrase(r.word(next));
}

}  // namespace

std::optional<Money> money_before(const Reader& r, At number_begin, At floor) {
  const At end = r.skip_blanks_back(number_begin);
  if (end == 0) return std::nullopt;
  if (std::optional<Money> m = sign_before(r, end)) {
    if (m->begin < floor) return std::nullopt;
    return m;
  }
  const std::string_view word = r.word_before(end);
  if (end != number_begin && names_large_sum(r, number_begin)) {
    const auto found = nouns().nouns.find(word);
    if (found != nouns().nouns.end() && found->second->noun != "grand" && r.begin_of(word) >= floor) {
      Money m;
      m.begin = r.begin_of(word);
      m.noun = found->second->noun;
      m.code = found->second->code;
      m.name = true;
      return m;
    }
  }
  if (std::optional<Money> m = letter_sign_before(r, number_begin)) {
    if (m->begin < floor) return std::nullopt;
    return m;
  }
  if (word.size() != 3) return std::nullopt;
  const std::string_view code = code_of(exact(r, word), end == number_begin);
  if (code.empty() || r.begin_of(word) < floor) return std::nullopt;
  Money m = of_code(code);
  m.begin = r.begin_of(word);
  return m;
}

std::optional<Money> money_after(const Reader& r, At at, bool sure) {
  const At next = r.skip_joint(at);
  std::optional<Money> m = sign_after(r, next);
  if (!m) m = code_after(r, next, next == at);
  if (!m) m = subunit_at(r, next, next == at);
  if (!m && (next != at || sure)) m = name_at(r, next);
  return m;
}

namespace {

// Whether a text speaks of a currency's country.
bool names_country(std::string_view low, const NationalCurrency& national) {
  if (national.countries.empty()) return false;
  bool named = false;
  each_piece(national.adjectives, [&](std::string_view piece) {
    named = named || (piece.find('_') == std::string_view::npos && has_whole_word(low, piece));
  });
  for (std::string_view rest = national.countries; !named && !rest.empty();) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    named = has_whole_word(low, rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return named;
}

// The one currency of that name whose country the text speaks of; empty where there are none or several.
std::string_view only_code(std::string_view low, std::string_view noun) {
  std::string_view code;
  for (const NationalCurrency& national : national_currencies()) {
    if (national.noun != noun || !names_country(low, national)) continue;
    if (!code.empty() && code != national.code) return {};
    code = national.code;
  }
  return code;
}

// The line of the text around a place, as far as a paragraph goes.
std::string_view line_around(const Reader& r, At at) {
  constexpr std::size_t kMost = 1000;  // bytes to each side, so that a text of one line is not read for each figure
  const std::size_t first = at > kMost ? at - kMost : 0;
  std::string_view near = r.low().substr(first, at - first + kMost);
  const std::size_t middle = at - first;
  near = near.substr(0, std::min(near.find('\n', middle), near.size()));
  const std::size_t line = middle == 0 ? std::string_view::npos : near.rfind('\n', middle - 1);
  return line == std::string_view::npos ? near : near.substr(line + 1);
}

}  // namespace

bool has_whole_word(std::string_view low, std::string_view word) {
  const auto letter = [&](std::size_t at) { return at < low.size() && (ascii_lower(low[at]) || low[at] < 0); };
  for (std::size_t at = low.find(word); at != std::string_view::npos; at = low.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool plural = end < low.size() && low[end] == 's' && !letter(end + 1);
    if ((at == 0 || !letter(at - 1)) && (plural || !letter(end))) return true;
  }
  return false;
}

std::string_view code_by_country(const Reader& r, std::string_view noun, At at) {
  for (const auto& [known, code] : r.whole().codes) {
    if (known == noun) return code.empty() ? only_code(line_around(r, at), noun) : code;
  }
  const std::string_view code = only_code(r.low(), noun);
  r.whole().codes.emplace_back(noun, code);
  return code.empty() ? only_code(line_around(r, at), noun) : code;  // several: the paragraph may tell
}

}  // namespace onrecord::figures
