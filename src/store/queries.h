// SPDX-License-Identifier: Apache-2.0
// Reading tables by name and rows by id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/database.h"
#include "store/sqlite.h"

namespace onrecord {

Result<Id> find_article_id(const Sqlite& db, std::string_view key);
Result<FoundRow> find_row_by_id(const Sqlite& db, std::string_view key);
Result<std::vector<Column>> columns_of(const Sqlite& db, const std::string& table);
Status each_row(const Sqlite& db, const std::string& table, const std::vector<RowFilter>& filters,
                const Database::OnRow& on_row);
Result<std::vector<TableCount>> count_rows(const Sqlite& db);

}  // namespace onrecord
