// SPDX-License-Identifier: Apache-2.0
// docs/database.md names every table, view and column with its type and nothing that is not there; its queries run.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "onrecord/database.h"
#include "scratch.h"
#include "store/sqlite.h"
#include "store/tables.h"

namespace onrecord {
namespace {

using DocumentationTest = Scratch;

struct Page {
  std::map<std::string, std::set<std::string>> columns;  // of each "### `table`": "name TYPE"
  std::vector<std::string> queries;                      // ```sql blocks
};

Page read_page() {
  Page page;
  std::ifstream file("docs/database.md");
  std::string table;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("## ", 0) == 0) table.clear();
    if (line.rfind("### `", 0) == 0) table = line.substr(5, line.find('`', 5) - 5);
    if (!table.empty() && line.rfind("| `", 0) == 0) {
      const std::size_t end = line.find('`', 3);
      page.columns[table].insert(line.substr(3, end - 3) + ' ' +
                                 line.substr(end + 4, line.find(" |", end + 4) - end - 4));
    }
    if (line != "```sql") continue;
    std::string query;
    while (std::getline(file, line) && line != "```") query += line + '\n';
    page.queries.push_back(query);
  }
  return page;
}

TEST_F(DocumentationTest, NamesEveryTableAndColumn) {
  const Page page = read_page();
  Result<Database> db = Database::open(path("a.db"), Access::Create);
  ASSERT_TRUE(db.ok());
  std::vector<std::string> names = *db->tables();
  const std::vector<std::string> views = *db->views();
  names.insert(names.end(), views.begin(), views.end());
  for (const std::string& name : names) {
    std::set<std::string> expected;
    const std::vector<Column> columns = *db->columns(name);
    for (const Column& column : columns) expected.insert(column.name + ' ' + column.type);
    const auto documented = page.columns.find(name);
    ASSERT_NE(documented, page.columns.end()) << "docs/database.md has no section for " << name;
    EXPECT_EQ(documented->second, expected) << name;
  }
  EXPECT_EQ(page.columns.size(), names.size());
}

// What the code lists is what the schema has.
TEST_F(DocumentationTest, NoTableIsForgotten) {
  ASSERT_TRUE(Database::open(path("a.db"), Access::Create).ok());
  Result<Sqlite> db = Sqlite::open(path("a.db"), SQLITE_OPEN_READONLY);
  Result<Prepared> rows = db->prepare(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' "
      "AND name NOT LIKE '%\\_fts%' ESCAPE '\\' AND name <> 'schema_migrations' ORDER BY name");
  std::set<std::string> in_schema, listed(std::begin(kViews), std::end(kViews));
  while (*rows->step()) in_schema.insert(rows->string(0));
  for (const TableInfo& table : all_tables()) listed.insert(table.name);
  EXPECT_EQ(listed, in_schema);
}

TEST_F(DocumentationTest, QueriesOfThePageRun) {
  ASSERT_TRUE(Database::open(path("a.db"), Access::Create).ok());
  Result<Sqlite> db = Sqlite::open(path("a.db"), SQLITE_OPEN_READONLY);
  const std::vector<std::string> queries = read_page().queries;
  EXPECT_GT(queries.size(), 20u);
  for (const std::string& query : queries) {
    if (query.rfind("-- DuckDB", 0) == 0) continue;
    const Status status = db->run(query);
    EXPECT_TRUE(status.ok()) << query << to_string(status.error());
  }
}

}  // namespace
}  // namespace onrecord
