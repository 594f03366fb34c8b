// SPDX-License-Identifier: Apache-2.0
// Databases of every version so far come up to date with what they hold.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "onrecord/database.h"
#include "sample.h"
#include "scratch.h"
#include "store/migrations.h"

namespace onrecord {
namespace {

using MigrationTest = Scratch;

void make_database(const std::string& path, const std::string& fixture) {
  std::ifstream file(fixture);
  std::stringstream sql;
  sql << file.rdbuf();
  ASSERT_FALSE(sql.str().empty()) << fixture;
  Result<Sqlite> db = Sqlite::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  ASSERT_TRUE(db.ok());
  const Status done = db->run(sql.str());
  ASSERT_TRUE(done.ok()) << to_string(done.error());
}

// All that CREATE made, without white space and comments, in name order.
std::string schema_of(const std::string& path) {
  Result<Sqlite> db = Sqlite::open(path, SQLITE_OPEN_READONLY);
  Result<Prepared> rows = db->prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  std::string out;
  while (*rows->step()) {
    std::stringstream lines(rows->string(1));
    out += rows->string(0) + ':';
    for (std::string line; std::getline(lines, line); out += ' ') out += line.substr(0, line.find("--"));
  }
  out.erase(std::remove_if(out.begin(), out.end(), [](char c) { return c == ' ' || c == '\n'; }), out.end());
  return out;
}

TEST_F(MigrationTest, Version1ComesUpToDateWithItsArticle) {
  make_database(path("old.db"), "tests/store/fixtures/version1.sql");
  EXPECT_EQ(Database::open(path("old.db"), Access::ReadOnly).error().code, ErrorCode::WrongVersion);
  {
    Result<Database> db = Database::open(path("old.db"), Access::ReadWrite);
    ASSERT_TRUE(db.ok()) << to_string(db.error());
    const Result<Record> record = db->load("full.txt");
    ASSERT_TRUE(record.ok()) << to_string(record.error());
    EXPECT_EQ(json_of(*record), json_of(full_record()));
    EXPECT_EQ(db->search("trucks", {})->size(), 2u);
    const Result<Verified> verified = db->verify([](const Breach& breach) { ADD_FAILURE() << breach.what; });
    EXPECT_TRUE(verified.ok() && verified->full_text);
    ASSERT_TRUE(Database::open(path("new.db"), Access::Create).ok());
  }
  EXPECT_EQ(schema_of(path("old.db")), schema_of(path("new.db")));
}

TEST_F(MigrationTest, EveryStepIsRecorded) {
  Result<Sqlite> db = Sqlite::open(path("a.db"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  for (int version = 1; version <= schema_version(); ++version) {
    ASSERT_TRUE(migrate(*db, version).ok());
    EXPECT_EQ(*db->integer("PRAGMA user_version"), version);
    EXPECT_EQ(*db->integer("SELECT count(*) FROM schema_migrations"), version);
  }
  EXPECT_EQ(*db->integer("PRAGMA application_id"), kApplicationId);
  EXPECT_TRUE(check_schema(*db).ok());
}

TEST_F(MigrationTest, AStepThatFailsLeavesTheDatabaseAsItWas) {
  Result<Sqlite> db = Sqlite::open(path("a.db"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  ASSERT_TRUE(migrate(*db, 1).ok());
  ASSERT_TRUE(db->run("CREATE TABLE statements_fts (x)").ok());  // in the way of step 2
  EXPECT_FALSE(migrate(*db).ok());
  EXPECT_EQ(*db->integer("PRAGMA user_version"), 1);
  EXPECT_EQ(*db->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'articles_fts'"), 0);
}

}  // namespace
}  // namespace onrecord
