// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_dates.h"

#include <array>
#include <vector>

#include "text/char_class.h"
#include "text/iso_date.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

// Names of the months in the languages that pages are most often in; three letters or more of a name will do where
// no other month begins so.
struct MonthName {
  std::string_view name;
  int month;
};
constexpr MonthName kMonths[] = {
    {"january", 1},
    {"february", 2},
    {"march", 3},
    {"april", 4},
    {"may", 5},
    {"june", 6},
    {"july", 7},
    {"august", 8},
    {"september", 9},
    {"october", 10},
    {"november", 11},
    {"december", 12},
    {"jan", 1},
    {"feb", 2},
    {"mar", 3},
    {"apr", 4},
    {"jun", 6},
    {"jul", 7},
    {"aug", 8},
    {"sep", 9},
    {"sept", 9},
    {"oct", 10},
    {"nov", 11},
    {"dec", 12},
    // German
    {"januar", 1},
    {"jänner", 1},
    {"februar", 2},
    {"märz", 3},
    {"mai", 5},
    {"juni", 6},
    {"juli", 7},
    {"oktober", 10},
    {"dezember", 12},
    {"okt", 10},
    {"dez", 12},
    // French
    {"janvier", 1},
    {"février", 2},
    {"fevrier", 2},
    {"mars", 3},
    {"avril", 4},
    {"juin", 6},
    {"juillet", 7},
    {"août", 8},
    {"aout", 8},
    {"septembre", 9},
    {"octobre", 10},
    {"novembre", 11},
    {"décembre", 12},
    {"decembre", 12},
    // Spanish and Portuguese
    {"enero", 1},
    {"febrero", 2},
    {"marzo", 3},
    {"abril", 4},
    {"mayo", 5},
    {"junio", 6},
    {"julio", 7},
    {"agosto", 8},
    {"septiembre", 9},
    {"setiembre", 9},
    {"octubre", 10},
    {"noviembre", 11},
    {"diciembre", 12},
    {"janeiro", 1},
    {"fevereiro", 2},
    {"março", 3},
    {"maio", 5},
    {"junho", 6},
    {"julho", 7},
    {"setembro", 9},
    {"outubro", 10},
    {"novembro", 11},
    {"dezembro", 12},
    // Italian and Dutch
    {"gennaio", 1},
    {"febbraio", 2},
    {"aprile", 4},
    {"maggio", 5},
    {"giugno", 6},
    {"luglio", 7},
    {"settembre", 9},
    {"ottobre", 10},
    {"dicembre", 12},
    {"januari", 1},
    {"februari", 2},
    {"maart", 3},
    {"mei", 5},
    {"augustus", 8},
};

int month_of(std::string_view word) {
  for (const MonthName& month : kMonths) {
    if (month.name == word) return month.month;
  }
  return 0;
}

// A number or a word of a date, small letters; `glue` is what stands before it.
struct Piece {
  std::string text;
  std::string glue;
  int number = -1;
  std::size_t digits = 0;
};

std::string lower_word(std::string_view word) {
  std::string out;
  for (const char c : word) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

// Runs of digits and runs of letters, with what lies between.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  Piece now;
  std::size_t at = 0;
  while (at < text.size() && out.size() < 400) {
    const Decoded c = decode_utf8(text, at);
    const bool digit = c.code >= '0' && c.code <= '9';
    if (!digit && !is_letter(c.code)) {
      now.glue.append(text.substr(at, c.size));
      at += c.size;
      continue;
    }
    std::size_t end = at;
    while (end < text.size()) {
      const Decoded next = decode_utf8(text, end);
      if (digit ? next.code < '0' || next.code > '9' : !is_letter(next.code)) break;
      end += next.size;
    }
    now.text = lower_word(text.substr(at, end - at));
    if (digit && end - at <= 8) {
      now.number = std::stoi(now.text);
      now.digits = end - at;
    }
    out.push_back(std::move(now));
    now = {};
    at = end;
  }
  return out;
}

bool is_ordinal_ending(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "er" || word == "º";
}

std::optional<std::string> day_if_real(int year, int month, int day) {
  if (year < 1900 || year > 2099 || !is_calendar_day(year, month, day)) return std::nullopt;
  return iso_day(year, month, day);
}

// Reads a date that begins at a piece, or nothing.
class DateAt {
 public:
  DateAt(const std::vector<Piece>& pieces, std::size_t at) : pieces_(pieces), at_(at) {}

  std::optional<std::string> read() const {
    if (piece(0).number < 0) return month_day_year();
    if (piece(0).digits == 4) return year_month_day();
    if (piece(0).digits == 8) {
      const int number = piece(0).number;
      return day_if_real(number / 10000, number / 100 % 100, number % 100);
    }
    if (piece(0).digits > 2) return std::nullopt;
    if (auto numeric = numeric_day_first()) return numeric;
    return day_month_year();
  }

 private:
  const Piece& piece(std::size_t k) const {
    static const Piece kNone;
    return at_ + k < pieces_.size() ? pieces_[at_ + k] : kNone;
  }
  // Whether a number joins the one before it: in "1.2.2024.5", a version, no date begins or ends.
  bool goes_on(std::size_t k) const {
    const bool number_before = at_ + k > 0 && at_ + k <= pieces_.size() && pieces_[at_ + k - 1].number >= 0;
    return number_before && piece(k).number >= 0 &&
           (piece(k).glue == "." || piece(k).glue == "-" || piece(k).glue == "/");
  }
  static bool is_year(const Piece& piece) { return piece.digits == 4; }
  static bool is_day(const Piece& piece) { return piece.digits >= 1 && piece.digits <= 2; }
  static bool short_glue(const Piece& piece) { return piece.glue.size() <= 3; }

  // 2024-04-25, 2024/4/25, 2024.04.25
  std::optional<std::string> year_month_day() const {
    const std::string& glue = piece(1).glue;
    if (!is_day(piece(1)) || !is_day(piece(2)) || glue != piece(2).glue) return std::nullopt;
    if (glue != "-" && glue != "/" && glue != ".") return std::nullopt;
    return day_if_real(piece(0).number, piece(1).number, piece(2).number);
  }

  // 25.04.2024 (dots: the day stands first everywhere); 25/04/2024 and 04/25/2024 where only one reading is a date.
  std::optional<std::string> numeric_day_first() const {
    const std::string& glue = piece(1).glue;
    if (!is_day(piece(1)) || !is_year(piece(2)) || glue != piece(2).glue) return std::nullopt;
    if (goes_on(0) || goes_on(3)) return std::nullopt;
    const int first = piece(0).number, second = piece(1).number, year = piece(2).number;
    if (glue == ".") return day_if_real(year, second, first);
    if (glue != "/" && glue != "-") return std::nullopt;
    if (first > 12 || first == second) return day_if_real(year, second, first);
    if (second > 12) return day_if_real(year, first, second);
    return std::nullopt;
  }

  // 25 April 2024, 25th of April, 2024, 25 de abril de 2024, 25-Apr-2024
  std::optional<std::string> day_month_year() const {
    std::size_t k = 1;
    if (is_ordinal_ending(piece(k).text)) ++k;
    if (piece(k).text == "of" || piece(k).text == "de") ++k;
    const int month = month_of(piece(k).text);
    if (month == 0 || !short_glue(piece(k))) return std::nullopt;
    ++k;
    if (piece(k).text == "de" || piece(k).text == "del") ++k;
    if (!is_year(piece(k)) || !short_glue(piece(k))) return std::nullopt;
    return day_if_real(piece(k).number, month, piece(0).number);
  }

  // April 25, 2024; Apr. 25th 2024
  std::optional<std::string> month_day_year() const {
    const int month = month_of(piece(0).text);
    if (month == 0 || !is_day(piece(1)) || !short_glue(piece(1))) return std::nullopt;
    const std::size_t k = is_ordinal_ending(piece(2).text) ? 3 : 2;
    if (!is_year(piece(k)) || !short_glue(piece(k))) return std::nullopt;
    return day_if_real(piece(k).number, month, piece(1).number);
  }

  const std::vector<Piece>& pieces_;
  std::size_t at_;
};

}  // namespace

std::optional<std::string> date_in_text(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (auto day = DateAt(pieces, at).read()) return day;
  }
  return std::nullopt;
}

std::optional<std::string> date_of_value(std::string_view value) {
  if (auto date = normal_iso_date(value)) return date;
  // "2024-04-25T10:30:00.000+00:00Z" and the like: the day is sure, the rest is not.
  const std::size_t first = value.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  value.remove_prefix(first);
  const bool ends = value.size() > 10 && (value[10] < '0' || value[10] > '9');
  if (ends) {
    if (auto day = normal_iso_date(value.substr(0, 10))) return day;
  }
  return date_in_text(value.substr(0, 64));
}

std::optional<std::string> date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(url.substr(path));
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const Piece& year = pieces[at];
    if (year.glue.empty() || (year.glue.back() != '/' && year.glue.back() != '-' && year.glue.back() != '_'))
      continue;
    const int value = year.digits == 4 ? year.number : year.digits == 8 ? year.number / 10000 : 0;
    if (value < 1990) continue;
    if (auto day = DateAt(pieces, at).read()) return day;
  }
  return std::nullopt;
}

}  // namespace onrecord
