// SPDX-License-Identifier: Apache-2.0
// Owners of SQLite's handles, and its error codes as Errors. The only header of the project that shows sqlite3.h.
//
// Thread rule: a Sqlite and its Prepared belong to one thread at a time.
// Lifetime: texts given to bind() must live until the step is done; texts got from a column live until the next
// step or reset.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/database.h"
#include "onrecord/result.h"

namespace onrecord {

// The last error of `db` as an Error that says what to do.
Error sqlite_error(sqlite3* db, int code, const std::string& where);

// A compiled statement that is bound, stepped and reset again and again.
class Prepared {
 public:
  Prepared() = default;
  explicit Prepared(sqlite3_stmt* statement) : statement_(statement) {}

  // Binds all values from the first parameter on; afterwards step().
  template <class... Values>
  Prepared& bind(const Values&... values) {
    reset();
    int index = 0;
    (bind_at(++index, values), ...);
    return *this;
  }
  // Binds, steps to the end and resets: for INSERT, UPDATE, DELETE.
  template <class... Values>
  Status run(const Values&... values) {
    bind(values...);
    Result<bool> more = step();
    while (more.ok() && *more) more = step();
    reset();
    if (!more.ok()) return more.error();
    return Ok{};
  }

  Result<bool> step();  // true: there is a row
  void reset();

  std::int64_t last_rowid() const { return sqlite3_last_insert_rowid(sqlite3_db_handle(statement_.get())); }

  int column_count() const { return sqlite3_column_count(statement_.get()); }
  std::string_view text(int column) const;  // "" for NULL
  std::string string(int column) const { return std::string(text(column)); }
  MaybeText maybe_text(int column) const;
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
  bool null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  Cell cell(int column) const;
  std::string column_name(int column) const { return sqlite3_column_name(statement_.get(), column); }

  void bind_at(int index, std::string_view value);
  void bind_at(int index, const char* value) { bind_at(index, std::string_view(value)); }
  void bind_at(int index, const std::string& value) { bind_at(index, std::string_view(value)); }
  void bind_at(int index, std::int64_t value) { sqlite3_bind_int64(statement_.get(), index, value); }
  void bind_at(int index, int value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, bool value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, std::uint32_t value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, std::uint64_t value) { bind_at(index, static_cast<std::int64_t>(value)); }
  void bind_at(int index, double value) { sqlite3_bind_double(statement_.get(), index, value); }
  void bind_at(int index, std::nullopt_t) { sqlite3_bind_null(statement_.get(), index); }
  template <class T>
  void bind_at(int index, const std::optional<T>& value) {
    if (value) bind_at(index, *value);
    else bind_at(index, std::nullopt);
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// A connection.
class Sqlite {
 public:
  Sqlite() = default;

  // `name` is a path or URI; flags are SQLITE_OPEN_*.
  static Result<Sqlite> open(const std::string& name, int flags);

  Status run(const std::string& sql) const;  // any number of statements
  Result<Prepared> prepare(std::string_view sql) const;
  Result<std::int64_t> integer(std::string_view sql) const;  // first column of the first row; 0 without a row

  bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
  bool read_only() const { return sqlite3_db_readonly(db_.get(), "main") == 1; }
  const std::string& name() const { return name_; }

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  std::unique_ptr<sqlite3, Close> db_;
  std::string name_;
};

// A read transaction for several queries that must see one state; does nothing inside a transaction.
class Snapshot {
 public:
  explicit Snapshot(const Sqlite& db);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  const Sqlite& db_;
  bool began_ = false;
};

}  // namespace onrecord
