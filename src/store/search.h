// SPDX-License-Identifier: Apache-2.0
// Full-text search in articles and statements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/database.h"
#include "store/sqlite.h"

namespace onrecord {

Result<std::vector<SearchHit>> search_text(const Sqlite& db, std::string_view words, const SearchOptions& options);

// The FTS5 query for what a person typed: every word quoted, so that no character is syntax; "a phrase" stays one,
// a final * stays a prefix. Empty if there is no letter or digit to look for.
std::string fts_query(std::string_view words);

}  // namespace onrecord
