// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.h"

#include <iterator>

namespace onrecord {
namespace {

struct Migration {
  const char* name;
  const char* sql;
};

constexpr Migration kMigrations[] = {
#include "migrations.inc"
};

constexpr const char* kBookkeeping =
    "CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;";

Result<std::int64_t> version_of(const Sqlite& db) {
  ONRECORD_TRY(const std::int64_t application, db.integer("PRAGMA application_id"));
  ONRECORD_TRY(const std::int64_t tables, db.integer("SELECT count(*) FROM sqlite_schema"));
  ONRECORD_TRY(const std::int64_t version, db.integer("PRAGMA user_version"));
  if (application != kApplicationId && (tables > 0 || version > 0)) {
    return Error{ErrorCode::BadInput, "the file is a database of another program; give another name", db.name()};
  }
  if (version > schema_version()) {
    return Error{ErrorCode::WrongVersion,
                 "the database has schema version " + std::to_string(version) + ", this program knows up to " +
                     std::to_string(schema_version()) + "; use a newer onrecord",
                 db.name()};
  }
  return version;
}

Status apply(const Sqlite& db, int version) {
  const Migration& step = kMigrations[version - 1];
  const std::string number = std::to_string(version);
  ONRECORD_CHECK_OK(db.run("BEGIN IMMEDIATE"));
  // Another process may have been first; the lock is ours only now.
  ONRECORD_TRY(const std::int64_t now, db.integer("PRAGMA user_version"));
  Status done = now >= version ? Status(Ok{})
                               : db.run("PRAGMA application_id = " + std::to_string(kApplicationId) + ';' +
                                        kBookkeeping + step.sql + "INSERT INTO schema_migrations VALUES (" + number +
                                        ", '" + step.name + "'); PRAGMA user_version = " + number);
  if (done.ok()) done = db.run("COMMIT");
  if (!done.ok() && db.in_transaction()) ONRECORD_CHECK_OK(db.run("ROLLBACK"));
  return done;
}

}  // namespace

int schema_version() { return static_cast<int>(std::size(kMigrations)); }

Status migrate(const Sqlite& db, int target) {
  ONRECORD_TRY(const std::int64_t version, version_of(db));
  for (int next = static_cast<int>(version) + 1; next <= target; ++next) ONRECORD_CHECK_OK(apply(db, next));
  return Ok{};
}

Status check_schema(const Sqlite& db) {
  ONRECORD_TRY(const std::int64_t version, version_of(db));
  if (version == schema_version()) return Ok{};
  if (version == 0) return Error{ErrorCode::BadInput, "the database is empty; `onrecord read` fills one", db.name()};
  return Error{ErrorCode::WrongVersion,
               "the database has the older schema version " + std::to_string(version) +
                   "; a command that writes (onrecord read) brings it up to date",
               db.name()};
}

}  // namespace onrecord
