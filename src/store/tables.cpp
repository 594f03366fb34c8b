// SPDX-License-Identifier: Apache-2.0
#include "store/tables.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr const char* kOwn = "start, \"end\", surface";
constexpr const char* kInArticle = "article, position";
constexpr const char* kNth = "article || ' ' || position";
// Rows that belong to a row of an article have no index by article of their own.
constexpr const char* kOfEntity = "entity IN (SELECT id FROM entities WHERE article = ?1)";
constexpr const char* kOfEvent = "event IN (SELECT id FROM events WHERE article = ?1)";
constexpr const char* kOfRow =
    "row IN (SELECT id FROM statements WHERE article = ?1 UNION ALL SELECT id FROM events WHERE article = ?1 "
    "UNION ALL SELECT id FROM transfers WHERE article = ?1 UNION ALL SELECT id FROM sources WHERE article = ?1)";

constexpr TableInfo kTables[] = {
    {"articles", "id", "id", true, nullptr, "id = ?1"},
    {"tokens", kInArticle, kNth, false, kOwn},
    {"entities", kInArticle, "id", true},
    {"mentions", "entity, position", "entity || ' ' || position", false, kOwn, kOfEntity},
    {"roles", "entity, position", "entity || ' ' || position", false, kOwn, kOfEntity},
    {"times", kInArticle, "id", true, kOwn},
    {"figures", kInArticle, "id", true, kOwn},
    {"places", kInArticle, "id", true, kOwn},
    {"statements", kInArticle, "id", true},
    {"events", kInArticle, "id", true},
    {"actors", "event, side, position", "event || ' ' || side || ' ' || position", false, nullptr, kOfEvent},
    {"transfers", kInArticle, "id", true},
    {"sources", kInArticle, "id", true},
    {"evidence", "row, role, piece", "row || ' ' || role || ' ' || piece", false, kOwn, kOfRow},
    {"notes", kInArticle, kNth, false, kOwn},
    {"stories", "story, article", "story || ' ' || article", false},
    {"copies", "article", "article", false, nullptr, "article = ?1 OR copy_of = ?1"},
    {"corroboration", "row", "row", false, nullptr, nullptr},
    {"contradictions", "id", "id", true, nullptr, nullptr},
    {"ledger", "line", "line", false, nullptr, nullptr},
    {"ledger_history", "line, position", "line || ' ' || position", false},
    {"corrections", "id", "id", false, nullptr, nullptr},
    {"runs", "id", "id", false, nullptr, nullptr},
};

}  // namespace

std::span<const TableInfo> all_tables() { return kTables; }

const TableInfo* find_table(std::string_view name) {
  const auto* at = std::find_if(std::begin(kTables), std::end(kTables),
                                [&](const TableInfo& table) { return name == table.name; });
  return at == std::end(kTables) ? nullptr : at;
}

}  // namespace onrecord
