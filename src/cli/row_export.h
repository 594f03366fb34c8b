// SPDX-License-Identifier: Apache-2.0
// Rows of a database as CSV (RFC 4180: CRLF, fields quoted where they must be; NULL is an empty field and an empty
// text is "") or as JSON Lines (columns that hold JSON become JSON).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/database.h"

namespace onrecord {

void append_csv_header(const std::vector<Column>& columns, std::string& out);
void append_csv(const Row& row, std::string& out);
void append_json(const std::string& table, const std::vector<Column>& columns, const Row& row, std::string& out);

}  // namespace onrecord
