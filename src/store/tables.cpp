// SPDX-License-Identifier: Apache-2.0
#include "store/tables.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr const char* kOwn = "start, \"end\", surface";
constexpr const char* kBare = "start, \"end\", NULL";
constexpr const char* kInArticle = "article, position";
constexpr const char* kNth = "article || ' ' || position";

constexpr TableInfo kTables[] = {
    {"articles", "id", "id", true},
    {"paragraphs", kInArticle, kNth, false, kBare},
    {"sentences", kInArticle, kNth, false, kBare},
    {"tokens", kInArticle, kNth, false, kOwn},
    {"entities", kInArticle, "id", true},
    {"mentions", "article, start, entity, position", "entity || ' ' || position", false, kOwn},
    {"roles", "article, start, entity, position", "entity || ' ' || position", false, kOwn},
    {"times", kInArticle, "id", true, kOwn},
    {"figures", kInArticle, "id", true, kOwn},
    {"places", kInArticle, "id", true, kOwn},
    {"statements", kInArticle, "id", true},
    {"events", kInArticle, "id", true},
    {"actors", "article, event, side, position", "event || ' ' || side || ' ' || position", false},
    {"transfers", kInArticle, "id", true},
    {"sources", kInArticle, "id", true},
    {"evidence", "article, start, row, role, piece", "row || ' ' || role || ' ' || piece", false, kOwn},
    {"notes", kInArticle, kNth, false, kOwn},
    {"stories", "story, article", "story || ' ' || article", false},
    {"copies", "article", "article", false},
    {"corroboration", "row", "row", false},
    {"contradictions", "id", "id", true},
    {"ledger", "line", "line", false},
    {"ledger_history", "line, position", "line || ' ' || position", false},
    {"corrections", "id", "id", false},
    {"runs", "id", "id", false},
};

}  // namespace

std::span<const TableInfo> all_tables() { return kTables; }

const TableInfo* find_table(std::string_view name) {
  const auto* at = std::find_if(std::begin(kTables), std::end(kTables),
                                [&](const TableInfo& table) { return name == table.name; });
  return at == std::end(kTables) ? nullptr : at;
}

}  // namespace onrecord
