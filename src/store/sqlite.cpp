// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite.h"

namespace onrecord {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

// SQLite tells a full disk apart only where the system says so in one call; quotas and limits of file size reach it
// as errors of writing.
bool cannot_grow(int code) {
  return (code & 0xFF) == SQLITE_FULL || code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE ||
         code == SQLITE_IOERR_TRUNCATE;
}

}  // namespace

Error sqlite_error(sqlite3* db, int code, const std::string& where) {
  const std::string said = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  if (cannot_grow(code)) {
    return {
        ErrorCode::DiskFull,
        "no space left to write to (" + said +
            "); free some, or raise the limit of file size, and run the same command again: what is committed stays",
        where};
  }
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::Busy, "another process is writing to the database; wait for it and run again", where};
    case SQLITE_NOTADB: return {ErrorCode::BadInput, "the file is not an SQLite database", where};
    case SQLITE_CORRUPT:
      return {ErrorCode::Database, "the database file is damaged (" + said + "); take a copy that is whole", where};
    case SQLITE_READONLY:
      return {ErrorCode::Database, "the database may not be written; check the rights of file and folder", where};
    case SQLITE_CANTOPEN:
      return {ErrorCode::Unreadable, "the database cannot be opened; check that the folder exists and its rights",
              where};
    case SQLITE_INTERRUPT: return {ErrorCode::Interrupted, "the query was stopped", where};
    default: return {ErrorCode::Database, "SQLite: " + said, where};
  }
}

void Prepared::bind_at(int index, std::string_view value) {
  // A null pointer would bind NULL.
  const char* data = value.data() != nullptr ? value.data() : "";
  sqlite3_bind_text64(statement_.get(), index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

Result<bool> Prepared::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3* db = sqlite3_db_handle(statement_.get());
  const char* name = sqlite3_db_filename(db, "main");
  return sqlite_error(db, sqlite3_extended_errcode(db), name != nullptr ? name : "");
}

void Prepared::reset() { sqlite3_reset(statement_.get()); }

std::string_view Prepared::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

MaybeText Prepared::maybe_text(int column) const {
  if (null(column)) return std::nullopt;
  return string(column);
}

Cell Prepared::cell(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_NULL: return std::monostate{};
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return real(column);
    default: return text(column);
  }
}

Result<Sqlite> Sqlite::open(const std::string& name, int flags) {
  // Statistics of memory cost a lock at every allocation. Too late, and harmless, if the host program uses SQLite.
  static const int kConfigured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(kConfigured);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Sqlite db;
  db.db_.reset(handle);
  db.name_ = name;
  if (code != SQLITE_OK) return sqlite_error(handle, code, name);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  return db;
}

Status Sqlite::run(const std::string& sql) const {
  const int code = sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return sqlite_error(db_.get(), sqlite3_extended_errcode(db_.get()), name_);
  return Ok{};
}

Result<Prepared> Sqlite::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) return sqlite_error(db_.get(), sqlite3_extended_errcode(db_.get()), name_);
  return Prepared(statement);
}

Result<std::int64_t> Sqlite::integer(std::string_view sql) const {
  ONRECORD_TRY(Prepared query, prepare(sql));
  ONRECORD_TRY(const bool found, query.step());
  return found ? query.integer(0) : 0;
}

Snapshot::Snapshot(const Sqlite& db) : db_(db) {
  if (!db.in_transaction()) began_ = db.run("BEGIN").ok();
}

Snapshot::~Snapshot() {
  if (!began_) return;
  // A read transaction has nothing to lose; an error here changes nothing for the caller.
  const Status ended = db_.run("COMMIT");
  static_cast<void>(ended);
}

}  // namespace onrecord
