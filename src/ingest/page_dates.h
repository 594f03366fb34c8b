// SPDX-License-Identifier: Apache-2.0
// Dates as pages write them, in metadata, addresses and bylines. Only what can be read in one way is read:
// 03/04/2024 is not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

// A machine-written value: ISO 8601, a leading ISO day, "2024/04/25", or a written date as below. ISO 8601 out.
std::optional<std::string> date_of_value(std::string_view value);

// The first date written in words or unambiguous numerals ("25 April 2024", "Apr. 25th, 2024", "25.04.2024",
// "le 25 avril 2024", "2024-04-25"), as YYYY-MM-DD; years 1900 to 2099.
std::optional<std::string> date_in_text(std::string_view text);

// The day in the path of an address: /2024/04/25/, /2024-04-25-title, /20240425/. Years 1990 to 2099.
std::optional<std::string> date_in_url(std::string_view url);

}  // namespace onrecord
