// SPDX-License-Identifier: Apache-2.0
// Values of options: lists of allowed words, dates. A refused value names the allowed ones.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// Accepts exactly these words.
CLI::Validator one_of(std::vector<std::string> words);

// Accepts a list of these words, parted by commas.
CLI::Validator list_of(std::vector<std::string> words);

// Accepts a whole number of at least `least`.
CLI::Validator count_from(int least);

// Accepts an ISO 8601 date or date-time of the calendar: 2024-04-25, 2024-04-25T08:30, 2024-04-25T08:30:00+02:00.
CLI::Validator iso_date();

std::vector<std::string> split_list(std::string_view list);

// "a|b|c": the type of an option that takes one of these words; completion reads it.
std::string choices(const std::vector<std::string>& words);

// "a, b or c"
std::string or_list(const std::vector<std::string>& words);

}  // namespace onrecord
