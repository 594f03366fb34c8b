// SPDX-License-Identifier: Apache-2.0
#include "text/iso_date.h"

namespace onrecord {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

// Reads a string from its front; a failed read consumes nothing.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool done() const { return text_.empty(); }

  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  // Exactly `digits` digits.
  std::optional<int> number(std::size_t digits) {
    if (text_.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : text_.substr(0, digits)) {
      if (!is_digit_byte(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    text_.remove_prefix(digits);
    return value;
  }

  // One or more digits, as they stand.
  std::string_view digits() {
    std::size_t size = 0;
    while (size < text_.size() && is_digit_byte(text_[size])) ++size;
    const std::string_view run = text_.substr(0, size);
    text_.remove_prefix(size);
    return run;
  }

 private:
  std::string_view text_;
};

void append_two(std::string& out, int value) {
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

bool read_day(Reader& in, std::string& out) {
  const std::optional<int> year = in.number(4);
  if (!year) return false;
  const bool hyphens = in.take('-');
  const std::optional<int> month = in.number(2);
  if (!month || in.take('-') != hyphens) return false;
  const std::optional<int> day = in.number(2);
  if (!day || !is_calendar_day(*year, *month, *day)) return false;
  out = iso_day(*year, *month, *day);
  return true;
}

// hh:mm[:ss[.fraction]], with or without colons.
bool read_time(Reader& in, std::string& out) {
  const std::optional<int> hour = in.number(2);
  if (!hour || *hour > 23) return false;
  const bool colons = in.take(':');
  const std::optional<int> minute = in.number(2);
  if (!minute || *minute > 59) return false;
  out += 'T';
  append_two(out, *hour);
  out += ':';
  append_two(out, *minute);
  if (colons && !in.take(':')) return true;
  const std::optional<int> second = in.number(2);
  if (!second) return !colons;
  if (*second > 60) return false;  // 60: a leap second
  out += ':';
  append_two(out, *second);
  if (!in.take('.') && !in.take(',')) return true;
  const std::string_view fraction = in.digits();
  out += '.';
  out += fraction;
  return !fraction.empty();
}

// Nothing, Z, ±hh, ±hhmm or ±hh:mm.
bool read_zone(Reader& in, std::string& out) {
  if (in.done()) return true;
  if (in.take('Z') || in.take('z')) {
    out += 'Z';
    return in.done();
  }
  const bool plus = in.take('+');
  if (!plus && !in.take('-')) return false;
  const std::optional<int> hour = in.number(2);
  if (!hour || *hour > 18) return false;
  in.take(':');
  const int minute = in.done() ? 0 : in.number(2).value_or(99);
  if (minute > 59) return false;
  out += plus ? '+' : '-';
  append_two(out, *hour);
  out += ':';
  append_two(out, minute);
  return in.done();
}

std::string_view without_outer_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool is_calendar_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

std::string iso_day(int year, int month, int day) {
  std::string out;
  append_two(out, year / 100);
  append_two(out, year % 100);
  out += '-';
  append_two(out, month);
  out += '-';
  append_two(out, day);
  return out;
}

std::string iso_day_after(std::string_view day) {
  Reader in(day);
  int year = in.number(4).value_or(1);
  in.take('-');
  int month = in.number(2).value_or(1);
  in.take('-');
  int number = in.number(2).value_or(1) + 1;
  if (number > days_in_month(year, month)) {
    number = 1;
    ++month;
  }
  if (month > 12) {
    month = 1;
    ++year;
  }
  return iso_day(year, month, number);
}

std::optional<std::string> normal_iso_date(std::string_view raw) {
  Reader in(without_outer_blanks(raw));
  std::string out;
  if (!read_day(in, out)) return std::nullopt;
  if (in.done()) return out;
  if (!in.take('T') && !in.take('t') && !in.take(' ')) return std::nullopt;
  if (!read_time(in, out)) return std::nullopt;
  in.take(' ');  // "10:30:00 +0200"
  if (!read_zone(in, out)) return std::nullopt;
  return out;
}

}  // namespace onrecord
