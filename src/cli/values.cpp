// SPDX-License-Identifier: Apache-2.0
#include "cli/values.h"

#include <algorithm>

#include "cli/complaint.h"

namespace onrecord {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string refusal(const std::string& word, const std::vector<std::string>& words) {
  return "unknown value \"" + word + "\"; use " + or_list(words);
}

// Takes `count` digits off the front; -1 where they are not there.
int take_digits(std::string_view& rest, std::size_t count) {
  if (rest.size() < count) return -1;
  int number = 0;
  for (const char c : rest.substr(0, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  rest.remove_prefix(count);
  return number;
}

bool take(std::string_view& rest, char c) {
  if (rest.empty() || rest.front() != c) return false;
  rest.remove_prefix(1);
  return true;
}

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool take_date(std::string_view& rest) {
  const int year = take_digits(rest, 4);
  if (year < 1 || !take(rest, '-')) return false;
  const int month = take_digits(rest, 2);
  if (month < 1 || month > 12 || !take(rest, '-')) return false;
  const int day = take_digits(rest, 2);
  return day >= 1 && day <= days_in(year, month);
}

// "08:30", with the sign already taken or none
bool take_hours(std::string_view& rest) {
  const int hour = take_digits(rest, 2);
  if (hour < 0 || hour > 23) return false;
  take(rest, ':');
  const int minute = take_digits(rest, 2);
  return minute >= 0 && minute <= 59;
}

bool take_time(std::string_view& rest) {
  if (!take_hours(rest)) return false;
  if (take(rest, ':')) {
    const int second = take_digits(rest, 2);
    if (second < 0 || second > 60) return false;
    if (take(rest, '.')) {
      while (take_digits(rest, 1) >= 0) continue;
    }
  }
  if (rest.empty() || take(rest, 'Z')) return true;
  return (take(rest, '+') || take(rest, '-')) && take_hours(rest);
}

}  // namespace

std::string or_list(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k > 0) list += k + 1 == words.size() ? " or " : ", ";
    list += words[k];
  }
  return list;
}

std::string choices(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : "|") + word;
  return list;
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t comma = list.find(',');
    words.emplace_back(list.substr(0, comma));
    if (comma == std::string_view::npos) return words;
    list.remove_prefix(comma + 1);
  }
}

CLI::Validator one_of(std::vector<std::string> words) {
  CLI::Validator validator;
  validator.operation([words](std::string& value) { return contains(words, value) ? "" : refusal(value, words); });
  return validator;
}

CLI::Validator list_of(std::vector<std::string> words) {
  CLI::Validator validator;
  validator.operation([words](std::string& value) {
    for (const std::string& word : split_list(value)) {
      if (!contains(words, word)) return refusal(word, words);
    }
    return std::string();
  });
  return validator;
}

CLI::Validator count_from(int least) {
  CLI::Validator validator;
  validator.operation([least](std::string& value) {
    const bool digits =
        !value.empty() && value.size() < 10 && value.find_first_not_of("0123456789") == std::string::npos;
    if (digits && std::stol(value) >= least) return std::string();
    return '"' + value + "\" is not a whole number from " + std::to_string(least) + " on";
  });
  return validator;
}

CLI::Validator iso_date() {
  CLI::Validator validator;
  validator.operation([](std::string& value) {
    std::string_view rest = value;
    const bool good = take_date(rest) && (rest.empty() || ((take(rest, 'T') || take(rest, ' ')) && take_time(rest)));
    if (good && rest.empty()) return std::string();
    return "\"" + value + "\" is not a date; write it as 2024-04-25 or 2024-04-25T08:30:00Z";
  });
  return validator;
}

}  // namespace onrecord
