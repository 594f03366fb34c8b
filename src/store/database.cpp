// SPDX-License-Identifier: Apache-2.0
#include "onrecord/database.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "onrecord/version.h"
#include "store/check_database.h"
#include "store/law.h"
#include "store/migrations.h"
#include "store/queries.h"
#include "store/record_reader.h"
#include "store/record_writer.h"
#include "store/search.h"
#include "store/sqlite.h"
#include "store/tables.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

// NORMAL is safe against a crash of the program at any moment; a power cut may lose the last commits, never more.
// Foreign keys are not looked up row by row: check_record() has seen to those of a record, and delete_article() takes
// away all that belongs to one. verify() checks them all.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; "
    "PRAGMA wal_autocheckpoint = 16000; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY;";
constexpr const char* kReaderSettings =
    "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA query_only = ON;";

// A path as the path part of an SQLite URI.
std::string uri_of(const std::string& path) {
  std::string out = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      constexpr char kHex[] = "0123456789ABCDEF";
      out += {'%', kHex[(c >> 4) & 15], kHex[c & 15]};
    } else {
      out += c;
    }
  }
  return out;
}

Result<Sqlite> open_reader(const std::string& path) {
  // With the right to write, if the file gives it: the last one to close a database in WAL mode then takes its -wal
  // and -shm away. kReaderSettings sees to it that nothing else is written.
  ONRECORD_TRY(Sqlite db, Sqlite::open(path, SQLITE_OPEN_READWRITE));
  const Result<std::int64_t> first = db.integer("SELECT count(*) FROM sqlite_schema");
  if (first.ok()) return db;
  // A reader of a WAL database makes a -shm file beside it. Where that is not allowed and no -wal waits, the file
  // is whole by itself and cannot change under us.
  std::error_code ignored;
  const bool waiting = fs::exists(path + "-wal", ignored) && fs::file_size(path + "-wal", ignored) > 0;
  const ErrorCode code = first.error().code;
  if (waiting || (code != ErrorCode::Unreadable && code != ErrorCode::Database)) return first.error();
  ONRECORD_TRY(Sqlite still, Sqlite::open(uri_of(path) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI));
  ONRECORD_TRY(const std::int64_t again, still.integer("SELECT count(*) FROM sqlite_schema"));
  static_cast<void>(again);
  return still;
}

Result<Sqlite> open_writer(const std::string& path, bool create) {
  ONRECORD_TRY(Sqlite db, Sqlite::open(path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0)));
  if (db.read_only()) {
    return Error{ErrorCode::Database, "the database may not be written; check the rights of file and folder", path};
  }
  // Whose file it is must be known before the first PRAGMA that changes it.
  ONRECORD_CHECK_OK(migrate(db, 0));
  ONRECORD_CHECK_OK(db.run(kWriterSettings));
  ONRECORD_CHECK_OK(migrate(db));
  return db;
}

}  // namespace

struct Database::Impl {
  std::string path;
  Sqlite db;
  std::optional<RecordWriter> writer;
  Prepared find_fingerprint;
  std::vector<Prepared> deletes;  // of all rows of one article

  Result<Presence> presence(const Id& article, std::string_view fingerprint, std::int64_t* number);
  Result<Presence> put(const Record& record, std::string_view fingerprint);
  Status replace(const Record& record, std::string_view fingerprint, bool there, std::int64_t number);
  Status delete_article(const Id& article);
};

Result<Presence> Database::Impl::presence(const Id& article, std::string_view fingerprint, std::int64_t* number) {
  find_fingerprint.bind(article);
  ONRECORD_TRY(const bool found, find_fingerprint.step());
  Presence presence = Presence::New;
  if (found) presence = find_fingerprint.text(0) == fingerprint ? Presence::Same : Presence::Other;
  if (found && number != nullptr) *number = find_fingerprint.integer(1);
  find_fingerprint.reset();
  return presence;
}

// Rows that belong to other rows go first, as those are how they are found; the article goes last.
Status Database::Impl::delete_article(const Id& article) {
  if (deletes.empty()) {
    std::vector<std::string> first, then;
    for (const TableInfo& table : all_tables()) {
      if (table.in_article == nullptr) continue;
      const std::string where = table.in_article;
      const bool by_other_row = where.find(" IN ") != std::string::npos;
      (by_other_row ? first : then).push_back("DELETE FROM " + std::string(table.name) + " WHERE " + where);
    }
    std::rotate(then.begin(), then.begin() + 1, then.end());  // articles, the first of all tables
    first.insert(first.end(), then.begin(), then.end());
    std::vector<Prepared> prepared;
    for (const std::string& sql : first) {
      ONRECORD_TRY(prepared.emplace_back(), db.prepare(sql));
    }
    deletes = std::move(prepared);
  }
  for (Prepared& one : deletes) ONRECORD_CHECK_OK(one.run(article));
  return Ok{};
}

Status Database::Impl::replace(const Record& record, std::string_view fingerprint, bool there, std::int64_t number) {
  if (!there) return writer->insert(record, fingerprint, std::nullopt);
  ONRECORD_CHECK_OK(delete_article(record.article.id));
  return writer->insert(record, fingerprint, number);
}

Result<Presence> Database::Impl::put(const Record& record, std::string_view fingerprint) {
  std::int64_t number = 0;
  ONRECORD_TRY(const Presence before, presence(record.article.id, fingerprint, &number));
  if (before == Presence::Same) return before;
  ONRECORD_CHECK_OK(check_record(record));
  if (!writer) {
    ONRECORD_TRY(writer, RecordWriter::open(db));
  }
  const Status done = replace(record, fingerprint, before == Presence::Other, number);
  if (done.ok()) return before;
  // A savepoint would undo a half-written article more simply, but makes FTS5 write out its index at each. A record
  // that was checked fails only where all must be rolled back (the disk is full), or as two ids are the same by
  // chance.
  if (db.in_transaction() && (before == Presence::Other || !delete_article(record.article.id).ok())) {
    ONRECORD_CHECK_OK(db.run("ROLLBACK"));
  }
  return done.error();
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& path, Access access) {
  std::error_code ignored;
  if (access != Access::Create && !fs::exists(path, ignored)) {
    return Error{ErrorCode::NotFound, "there is no such database; `onrecord read` makes one", path};
  }
  if (fs::is_directory(path, ignored)) {
    return Error{ErrorCode::Unreadable, "this is a folder, not a database file", path};
  }
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  if (access == Access::ReadOnly) {
    ONRECORD_TRY(impl->db, open_reader(path));
    ONRECORD_CHECK_OK(check_schema(impl->db));
    ONRECORD_CHECK_OK(impl->db.run(kReaderSettings));
  } else {
    ONRECORD_TRY(impl->db, open_writer(path, access == Access::Create));
  }
  ONRECORD_TRY(impl->find_fingerprint, impl->db.prepare("SELECT fingerprint, number FROM articles WHERE id = ?"));
  return Database(std::move(impl));
}

Status Database::begin() { return impl_->db.run("BEGIN IMMEDIATE"); }

Status Database::commit() { return impl_->db.run("COMMIT"); }

void Database::rollback() {
  if (!impl_->db.in_transaction()) return;
  const Status done = impl_->db.run("ROLLBACK");
  static_cast<void>(done);  // SQLite rolls back on close at the latest
}

bool Database::in_transaction() const { return impl_->db.in_transaction(); }

Result<Presence> Database::put(const Record& record, std::string_view fingerprint) {
  if (in_transaction()) return impl_->put(record, fingerprint);
  ONRECORD_CHECK_OK(begin());
  Result<Presence> done = impl_->put(record, fingerprint);
  if (done.ok()) {
    const Status committed = commit();
    if (!committed.ok()) done = committed.error();
  }
  if (!done.ok()) rollback();
  return done;
}

Result<Presence> Database::presence(const Id& article, std::string_view fingerprint) const {
  return impl_->presence(article, fingerprint, nullptr);
}

Status Database::add_run(const RunReport& run) {
  ONRECORD_TRY(Prepared insert, impl_->db.prepare("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  return insert.run(std::nullopt, run.started_at, run.seconds, kVersion, kPipelineVersion, run.command,
                    run.articles_new, run.articles_same, run.articles_replaced, run.articles_skipped, run.words,
                    run.finished);
}

Result<Id> Database::find_article(std::string_view key) const { return find_article_id(impl_->db, key); }

Result<Record> Database::load(std::string_view key) const {
  ONRECORD_TRY(const Id article, find_article(key));
  return read_record(impl_->db, article);
}

Result<FoundRow> Database::find_row(std::string_view key) const { return find_row_by_id(impl_->db, key); }

Result<std::vector<SearchHit>> Database::search(std::string_view words, const SearchOptions& options) const {
  return search_text(impl_->db, words, options);
}

Result<std::vector<std::string>> Database::tables() const {
  std::vector<std::string> names;
  for (const TableInfo& table : all_tables()) names.push_back(table.name);
  return names;
}

Result<std::vector<std::string>> Database::views() const {
  return std::vector<std::string>(std::begin(kViews), std::end(kViews));
}

Result<std::vector<TableCount>> Database::counts() const { return count_rows(impl_->db); }

Result<std::vector<Column>> Database::columns(const std::string& table) const { return columns_of(impl_->db, table); }

Status Database::rows(const std::string& table, const std::vector<RowFilter>& filters, const OnRow& on_row) const {
  return each_row(impl_->db, table, filters, on_row);
}

Result<Verified> Database::verify(const OnBreach& on_breach) const {
  return check_database(impl_->db, impl_->path, on_breach);
}

}  // namespace onrecord
