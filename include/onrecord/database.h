// SPDX-License-Identifier: Apache-2.0
// Database: records in one SQLite file. Tables and columns bear the names of the record format and are
// described in docs/database.md.
//
// Thread rule: a Database belongs to one thread at a time. One file may be open many times: one writer, any
// number of readers (WAL), each its own Database.
// Lifetime: a Cell shows bytes of SQLite and lives until the callback that got it returns.
// Units: every offset is in UTF-8 bytes of the article's text, half-open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "onrecord/records.h"
#include "onrecord/result.h"

namespace onrecord {

enum class Access {
  Create,     // read and write; the file is made if there is none, and brought up to date
  ReadWrite,  // read and write; the file must exist; brought up to date
  ReadOnly,   // the file must exist; nothing is changed
};

// What put() did, and what presence() foretells of it.
enum class Presence { New, Same, Other };  // not there | there, same fingerprint | there, another fingerprint

struct Column {
  std::string name;
  std::string type;  // TEXT | INTEGER | REAL, as in the schema
};

using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;  // monostate: NULL
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;      // the same, owning
using Row = std::vector<Cell>;

// Column = value, for rows(). The value is compared as text or number by the column's type.
struct RowFilter {
  std::string column;
  std::string value;
};

// A row found by its id, with all its columns.
struct FoundRow {
  std::string table;
  Id id;
  Id article;
  std::vector<Column> columns;
  std::vector<Value> values;
};

enum class SearchIn { Both, Articles, Statements };

struct SearchOptions {
  std::size_t limit = 20;  // for each of the two tables
  SearchIn in = SearchIn::Both;
  std::size_t snippet_bytes = 240;  // about; cut at spaces
};

struct SearchHit {
  std::string table;  // "articles" or "statements"
  Id row;             // id in that table
  Id article;
  MaybeText title, published, speaker;  // of the article; of the statement
  std::string source_uri;
  std::string snippet;           // of the article's text, or of the statement's content
  ByteSpans highlights;          // the words found, in bytes of `snippet`
  std::optional<ByteSpan> span;  // where the snippet stands in the article's text (hits in articles' texts only)
  double score = 0;              // bm25, smaller is better; comparable within one table only
};

struct TableCount {
  std::string table;
  std::uint64_t rows = 0;
};

// Something that verify() found wrong. `row` is an id, or the key of the row in words.
struct Breach {
  std::string table;
  std::string row;
  std::string what;
};

// What verify() looked at.
struct Verified {
  std::vector<TableCount> spans;  // rows with spans, by table
  std::uint64_t articles = 0;     // hashes of texts
  bool full_text = false;         // false: not checked, as the file cannot be written
  std::uint64_t breaches = 0;
};

// One call of `read`, for the table `runs`. Times vary from run to run, so this table is no part of what is the
// same for the same input.
struct RunReport {
  std::string started_at;  // ISO 8601, UTC
  double seconds = 0;
  std::string command;
  std::uint64_t articles_new = 0, articles_same = 0, articles_replaced = 0, articles_skipped = 0, words = 0;
  bool finished = false;  // false: interrupted
};

class Database {
 public:
  // ERRORS: NotFound, Unreadable; BadInput (not a database, or not one of onrecord); WrongVersion (made by a newer
  // program, or by an older one and opened ReadOnly); Busy; Database.
  static Result<Database> open(const std::string& path, Access access);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // --- Writing ---
  // put() inside begin() … commit() is part of that transaction, else it is one of its own. Either way an article
  // is written whole or not at all, and an error of one put() leaves the others of the transaction in place
  // (but DiskFull and Database, which roll all back: in_transaction() is then false).
  Status begin();
  Status commit();
  void rollback();
  bool in_transaction() const;

  // Writes a record, replacing the rows of the same article if they were made under another `fingerprint` (a hash
  // of all that rows depend on besides source and text; see fingerprint_of in engine.h).
  // ERRORS: LawBroken (a span does not show its surface; nothing is written), DiskFull, Busy, Database.
  Result<Presence> put(const Record& record, std::string_view fingerprint);
  Result<Presence> presence(const Id& article, std::string_view fingerprint) const;
  Status add_run(const RunReport& report);

  // --- Reading ---
  // The article id that `key` means: an id, the beginning of one (4 characters or more), a source_uri, or the end
  // of one (with or without the file's ending).
  // ERRORS: NotFound; InvalidArgument if several articles fit (the message names them).
  Result<Id> find_article(std::string_view key) const;
  // The record as it was put. `key` as for find_article().
  Result<Record> load(std::string_view key) const;
  // A row of any table with ids, by id or the beginning of one. ERRORS: as find_article().
  Result<FoundRow> find_row(std::string_view key) const;

  // Words are joined by "and"; "a phrase" and begin* are understood; nothing in `words` is a syntax error.
  // Statements come first, each table best first.
  Result<std::vector<SearchHit>> search(std::string_view words, const SearchOptions& options) const;

  // Tables and views that users read, in the order of docs/database.md (no index or bookkeeping tables).
  Result<std::vector<std::string>> tables() const;
  Result<std::vector<std::string>> views() const;
  Result<std::vector<TableCount>> counts() const;  // of tables()
  Result<std::vector<Column>> columns(const std::string& table) const;

  // Every row of a table or view that passes all filters, in a stable order (by article and position); stops
  // early when `on_row` returns false. ERRORS: NotFound (no such table), InvalidArgument (no such column).
  using OnRow = std::function<bool(const Row&)>;
  Status rows(const std::string& table, const std::vector<RowFilter>& filters, const OnRow& on_row) const;

  // Re-checks the law for every span, text hashes, foreign keys and full-text tables.
  using OnBreach = std::function<void(const Breach&)>;
  Result<Verified> verify(const OnBreach& on_breach) const;

 private:
  struct Impl;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
