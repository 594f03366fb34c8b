// SPDX-License-Identifier: Apache-2.0
#include "store/check_database.h"

#include <unordered_map>

#include "base/sha256.h"
#include "store/tables.h"
#include "text/utf8.h"

namespace onrecord {
namespace {

// One query over the spans of one table in one article: key, start, end, surface (null: not stored).
struct SpanQuery {
  std::string table;
  Prepared rows;
  std::uint64_t checked = 0;
};

class DatabaseChecker {
 public:
  DatabaseChecker(const Sqlite& db, const Database::OnBreach& on_breach) : db_(db), on_breach_(on_breach) {}

  Result<Verified> check(const std::string& path);

 private:
  void breach(const std::string& table, const std::string& row, const std::string& what);
  Status prepare();
  Status articles();
  Status spans_of_article(std::string_view text);
  void span(const SpanQuery& query, std::string_view text);
  Status joined_texts();
  Status json_columns();
  Status file();
  void full_text(const std::string& path);

  const Sqlite& db_;
  const Database::OnBreach& on_breach_;
  std::vector<SpanQuery> queries_;
  std::string article_;
  Verified verified_;
};

void DatabaseChecker::breach(const std::string& table, const std::string& row, const std::string& what) {
  ++verified_.breaches;
  on_breach_({table, row, what});
}

Status DatabaseChecker::prepare() {
  const auto add = [&](const TableInfo& table, const std::string& columns) -> Status {
    SpanQuery query;
    query.table = table.name;
    ONRECORD_TRY(query.rows, db_.prepare(std::string("SELECT ") + table.key + ", " + columns + " FROM " + table.name +
                                         " WHERE " + table.in_article));
    queries_.push_back(std::move(query));
    return Ok{};
  };
  for (const TableInfo& table : all_tables()) {
    if (table.spans != nullptr) ONRECORD_CHECK_OK(add(table, table.spans));
  }
  for (const ExtraSpan& extra : kExtraSpans) ONRECORD_CHECK_OK(add(*find_table(extra.table), extra.columns));
  // Not tables but views over lists of spans.
  ONRECORD_CHECK_OK(add({"paragraphs", "", "article || ' ' || position", false}, "start, \"end\", NULL"));
  return add({"sentences", "", "article || ' ' || position", false}, "start, \"end\", NULL");
}

void DatabaseChecker::span(const SpanQuery& query, std::string_view text) {
  const Prepared& row = query.rows;
  const std::int64_t start = row.integer(1), end = row.integer(2), size = static_cast<std::int64_t>(text.size());
  const std::string where = '[' + std::to_string(start) + ", " + std::to_string(end) + ")";
  if (start < 0 || start >= end || end > size || !is_utf8_boundary(text, static_cast<std::size_t>(start)) ||
      !is_utf8_boundary(text, static_cast<std::size_t>(end))) {
    breach(query.table, row.string(0), "span " + where + " is empty, outside the text or inside a character");
    return;
  }
  const std::string_view there = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
  if (row.null(3) || row.text(3) == there) return;
  breach(query.table, row.string(0),
         "shows '" + row.string(3) + "', the text has '" + std::string(there) + "' at " + where);
}

Status DatabaseChecker::spans_of_article(std::string_view text) {
  for (SpanQuery& query : queries_) {
    query.rows.bind(article_);
    while (true) {
      ONRECORD_TRY(const bool found, query.rows.step());
      if (!found) break;
      if (query.rows.null(1)) continue;  // a note or an item without a place
      ++query.checked;
      span(query, text);
    }
  }
  return Ok{};
}

Status DatabaseChecker::articles() {
  ONRECORD_TRY(Prepared rows, db_.prepare("SELECT id, text, text_sha256 FROM articles ORDER BY id"));
  while (true) {
    ONRECORD_TRY(const bool found, rows.step());
    if (!found) break;
    article_ = rows.string(0);
    const std::string_view text = rows.text(1);
    ++verified_.articles;
    if (sha256_hex(text) != rows.text(2)) breach("articles", article_, "text_sha256 is not the hash of the text");
    if (valid_utf8_prefix(text) != text.size()) breach("articles", article_, "the text is not UTF-8");
    ONRECORD_CHECK_OK(spans_of_article(text));
  }
  for (const SpanQuery& query : queries_) verified_.spans.push_back({query.table, query.checked});
  return Ok{};
}

// The texts that a row shows of its broken roles are the pieces that stand in `evidence`.
Status DatabaseChecker::joined_texts() {
  for (const JoinedText& text : kJoinedTexts) {
    const std::string column = text.column, table = text.table;
    ONRECORD_TRY(Prepared rows,
                 db_.prepare("SELECT id FROM " + table + " t WHERE " + column +
                             " IS NOT (SELECT group_concat(surface, ' … ') FROM (SELECT surface FROM evidence "
                             "WHERE row = t.id AND role = ? ORDER BY piece))"));
    rows.bind(text.role);
    while (true) {
      ONRECORD_TRY(const bool found, rows.step());
      if (!found) break;
      breach(table, rows.string(0), column + " is not what its pieces in evidence show");
    }
  }
  return Ok{};
}

Status DatabaseChecker::json_columns() {
  for (const JsonColumn& json : kJsonColumns) {
    const TableInfo* table = find_table(json.table);
    const std::string column = std::string("\"") + json.column + '"';
    ONRECORD_TRY(Prepared rows,
                 db_.prepare("SELECT " + std::string(table->key) + " FROM " + json.table + " WHERE NOT json_valid(" +
                             column + ") OR json_type(" + column + ") <> 'array'"));
    while (true) {
      ONRECORD_TRY(const bool found, rows.step());
      if (!found) break;
      breach(json.table, rows.string(0), std::string(json.column) + " is not a JSON list");
    }
  }
  return Ok{};
}

// SQLite's own view of the file: pages, indices, foreign keys.
Status DatabaseChecker::file() {
  ONRECORD_TRY(Prepared pages, db_.prepare("PRAGMA integrity_check(100)"));
  while (true) {
    ONRECORD_TRY(const bool found, pages.step());
    if (!found) break;
    if (pages.text(0) != "ok") breach("(file)", "", pages.string(0));
  }
  ONRECORD_TRY(Prepared orphans, db_.prepare("SELECT row, role FROM evidence WHERE row NOT IN (SELECT id FROM "
                                             "statements UNION ALL SELECT id FROM events UNION ALL SELECT id FROM "
                                             "transfers UNION ALL SELECT id FROM sources)"));
  while (true) {
    ONRECORD_TRY(const bool found, orphans.step());
    if (!found) break;
    breach("evidence", orphans.string(0) + ' ' + orphans.string(1), "belongs to a row that does not exist");
  }
  ONRECORD_TRY(Prepared keys, db_.prepare("PRAGMA foreign_key_check"));
  while (true) {
    ONRECORD_TRY(const bool found, keys.step());
    if (!found) break;
    breach(keys.string(0), keys.null(1) ? "(a row)" : "row " + keys.string(1),
           "points at a row of " + keys.string(2) + " that does not exist");
  }
  return Ok{};
}

// FTS5 checks itself by a command that needs a connection that may write (it changes nothing).
void DatabaseChecker::full_text(const std::string& path) {
  Result<Sqlite> writable = Sqlite::open(path, SQLITE_OPEN_READWRITE);
  if (!writable.ok() || writable->read_only()) return;
  verified_.full_text = true;
  for (const std::string table : {"articles_fts", "statements_fts"}) {
    const Status status =
        writable->run("INSERT INTO " + table + " (" + table + ", rank) VALUES ('integrity-check', 1)");
    if (status.ok()) continue;
    if (status.error().code == ErrorCode::Busy) verified_.full_text = false;
    else
      breach(table, "",
             "the full-text index is out of step; INSERT INTO " + table + " (" + table +
                 ") VALUES ('rebuild') makes it anew");
  }
}

Result<Verified> DatabaseChecker::check(const std::string& path) {
  full_text(path);
  const Snapshot snapshot(db_);
  ONRECORD_CHECK_OK(file());
  ONRECORD_CHECK_OK(prepare());
  ONRECORD_CHECK_OK(articles());
  ONRECORD_CHECK_OK(joined_texts());
  ONRECORD_CHECK_OK(json_columns());
  return std::move(verified_);
}

}  // namespace

Result<Verified> check_database(const Sqlite& db, const std::string& path, const Database::OnBreach& on_breach) {
  return DatabaseChecker(db, on_breach).check(path);
}

}  // namespace onrecord
