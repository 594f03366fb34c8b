// SPDX-License-Identifier: Apache-2.0
#include "store/queries.h"

#include <algorithm>
#include <iterator>

#include "store/tables.h"

namespace onrecord {
namespace {

constexpr std::size_t kShortestPrefix = 4;

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

// A column that a view computes has no type of its own in SQLite.
std::string type_in_view(std::string_view column) {
  return column == "position" || column == "start" || column == "end" ? "INTEGER" : "TEXT";
}

struct Match {
  std::string table;
  Id id;
};

std::string listed(const std::vector<Match>& matches) {
  std::string out;
  for (const Match& match : matches) out += (out.empty() ? "" : ", ") + match.id;
  return out;
}

// Ids of `table` that begin with `key`, at most a few. Ids are ASCII, so '~' sorts after all that can follow.
Status add_matches(const Sqlite& db, const std::string& table, std::string_view key, std::vector<Match>& matches) {
  ONRECORD_TRY(Prepared query,
               db.prepare("SELECT id FROM " + table + " WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 5"));
  query.bind(key);
  while (true) {
    ONRECORD_TRY(const bool found, query.step());
    if (!found) return Ok{};
    matches.push_back({table, query.string(0)});
  }
}

Result<Match> the_one(const Sqlite& db, std::vector<Match> matches, std::string_view key) {
  const auto exact =
      std::find_if(matches.begin(), matches.end(), [&](const Match& match) { return match.id == key; });
  if (exact != matches.end()) return *exact;
  if (matches.size() == 1) return matches.front();
  const std::string words = '\'' + std::string(key) + '\'';
  if (matches.empty()) return Error{ErrorCode::NotFound, "nothing has the id " + words, db.name()};
  return Error{ErrorCode::InvalidArgument, words + " fits several: " + listed(matches) + "; give more of it",
               db.name()};
}

Value owned(const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return *integer;
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  return std::monostate{};
}

bool is_view(const std::string& name) {
  return std::any_of(std::begin(kViews), std::end(kViews), [&](const char* view) { return name == view; });
}

// The condition of a filter whose value is parameter ?`number`.
std::string condition_of(const std::string& table, const RowFilter& filter, std::size_t number) {
  const std::string parameter = '?' + std::to_string(number);
  const TableInfo* info = find_table(table);
  if (filter.column != "article" || info == nullptr || info->in_article == nullptr) {
    return quoted(filter.column) + " = " + parameter;
  }
  std::string condition = info->in_article;
  for (std::size_t at = condition.find("?1"); at != std::string::npos; at = condition.find("?1", at + 1)) {
    condition.replace(at, 2, parameter);
  }
  return '(' + condition + ')';
}

std::string order_of(const std::string& table) {
  if (const TableInfo* info = find_table(table)) return info->order;
  return "article, position";
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// Whether a reader may call the article `key`: the address ends with it, with or without the file's ending.
bool is_end_of(std::string_view source_uri, std::string_view key) {
  const std::size_t dot = source_uri.rfind('.');
  const bool has_ending = dot != std::string_view::npos && source_uri.find('/', dot) == std::string_view::npos;
  return ends_with(source_uri, key) || (has_ending && ends_with(source_uri.substr(0, dot), key));
}

// Articles whose address ends with `key`, at most a few.
Status add_endings(const Sqlite& db, std::string_view key, std::vector<Match>& matches) {
  ONRECORD_TRY(Prepared query, db.prepare("SELECT id, source_uri FROM articles ORDER BY id"));
  while (matches.size() < 5) {
    ONRECORD_TRY(const bool found, query.step());
    if (!found) break;
    if (is_end_of(query.string(1), key)) matches.push_back({"articles", query.string(0)});
  }
  return Ok{};
}

}  // namespace

Result<Id> find_article_id(const Sqlite& db, std::string_view key) {
  std::vector<Match> matches;
  ONRECORD_TRY(Prepared by_uri, db.prepare("SELECT id FROM articles WHERE source_uri = ? ORDER BY id LIMIT 5"));
  by_uri.bind(key);
  while (true) {
    ONRECORD_TRY(const bool found, by_uri.step());
    if (!found) break;
    matches.push_back({"articles", by_uri.string(0)});
  }
  if (matches.empty() && key.size() >= kShortestPrefix) {
    ONRECORD_CHECK_OK(add_matches(db, "articles", key, matches));
  }
  if (matches.empty() && !key.empty()) ONRECORD_CHECK_OK(add_endings(db, key, matches));
  if (matches.empty()) {
    return Error{ErrorCode::NotFound, "no article has the id or address '" + std::string(key) + '\'', db.name()};
  }
  Result<Match> match = the_one(db, std::move(matches), key);
  if (!match.ok()) return match.error();
  return match->id;
}

Result<FoundRow> find_row_by_id(const Sqlite& db, std::string_view key) {
  const Snapshot snapshot(db);
  std::vector<Match> matches;
  for (const TableInfo& table : all_tables()) {
    if (table.has_id && key.size() >= kShortestPrefix) ONRECORD_CHECK_OK(add_matches(db, table.name, key, matches));
  }
  ONRECORD_TRY(const Match match, the_one(db, std::move(matches), key));
  FoundRow found{match.table, match.id, {}, {}, {}};
  ONRECORD_TRY(found.columns, columns_of(db, match.table));
  ONRECORD_CHECK_OK(each_row(db, match.table, {{"id", match.id}}, [&](const Row& row) {
    std::transform(row.begin(), row.end(), std::back_inserter(found.values), owned);
    return false;
  }));
  const char* article_column = match.table == "articles" ? "id" : "article";
  for (std::size_t k = 0; k < found.values.size(); ++k) {
    const auto* text = std::get_if<std::string>(&found.values[k]);
    if (found.columns[k].name == article_column && text != nullptr) found.article = *text;
  }
  return found;
}

Result<std::vector<Column>> columns_of(const Sqlite& db, const std::string& table) {
  if (find_table(table) == nullptr && !is_view(table)) {
    return Error{ErrorCode::NotFound, "there is no table '" + table + "'", db.name()};
  }
  ONRECORD_TRY(Prepared query, db.prepare("SELECT name, type FROM pragma_table_info(?) ORDER BY cid"));
  query.bind(table);
  std::vector<Column> columns;
  while (true) {
    ONRECORD_TRY(const bool found, query.step());
    if (!found) return columns;
    columns.push_back({query.string(0), query.text(1).empty() ? type_in_view(query.text(0)) : query.string(1)});
  }
}

Status each_row(const Sqlite& db, const std::string& table, const std::vector<RowFilter>& filters,
                const Database::OnRow& on_row) {
  ONRECORD_TRY(const std::vector<Column> columns, columns_of(db, table));
  std::string sql = "SELECT * FROM " + quoted(table);
  for (const RowFilter& filter : filters) {
    const bool known = std::any_of(columns.begin(), columns.end(),
                                   [&](const Column& column) { return column.name == filter.column; });
    if (!known) {
      return Error{ErrorCode::InvalidArgument, "the table " + table + " has no column '" + filter.column + "'",
                   db.name()};
    }
    const auto number = static_cast<std::size_t>(&filter - filters.data()) + 1;
    sql += (number == 1 ? " WHERE " : " AND ") + condition_of(table, filter, number);
  }
  ONRECORD_TRY(Prepared query, db.prepare(sql + " ORDER BY " + order_of(table)));
  for (std::size_t k = 0; k < filters.size(); ++k) query.bind_at(static_cast<int>(k) + 1, filters[k].value);
  Row row(columns.size());
  while (true) {
    ONRECORD_TRY(const bool found, query.step());
    if (!found) return Ok{};
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = query.cell(static_cast<int>(k));
    if (!on_row(row)) return Ok{};
  }
}

Result<std::vector<TableCount>> count_rows(const Sqlite& db) {
  const Snapshot snapshot(db);
  std::vector<TableCount> counts;
  for (const TableInfo& table : all_tables()) {
    ONRECORD_TRY(const std::int64_t rows, db.integer("SELECT count(*) FROM " + quoted(table.name)));
    counts.push_back({table.name, static_cast<std::uint64_t>(rows)});
  }
  return counts;
}

}  // namespace onrecord
