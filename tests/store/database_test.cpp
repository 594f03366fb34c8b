// SPDX-License-Identifier: Apache-2.0
// What goes in comes out; what breaks the law stays out; what is not ours is refused.
#include "onrecord/database.h"

#include <algorithm>
#include <fstream>

#include "sample.h"
#include "scratch.h"
#include "store/law.h"
#include "store/migrations.h"
#include "store/search.h"

namespace onrecord {
namespace {

using DatabaseTest = Scratch;

Database opened(const std::string& path, Access access = Access::Create) {
  Result<Database> db = Database::open(path, access);
  EXPECT_TRUE(db.ok()) << to_string(db.error());
  return std::move(db).value();
}

void run_sql(const std::string& path, const std::string& sql) {
  Result<Sqlite> db = Sqlite::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  ASSERT_TRUE(db.ok());
  const Status done = db->run(sql);
  ASSERT_TRUE(done.ok()) << to_string(done.error());
}

std::vector<Breach> breaches_of(const Database& db) {
  std::vector<Breach> breaches;
  const Result<Verified> verified = db.verify([&](const Breach& breach) { breaches.push_back(breach); });
  EXPECT_TRUE(verified.ok()) << to_string(verified.error());
  EXPECT_EQ(verified.ok() ? verified->breaches : 0, breaches.size());
  return breaches;
}

std::uint64_t count_of(const Database& db, const std::string& table) {
  std::uint64_t rows = 0;
  const Status status = db.rows(table, {}, [&](const Row&) { return ++rows > 0; });
  EXPECT_TRUE(status.ok()) << to_string(status.error());
  return rows;
}

TEST_F(DatabaseTest, GivesBackWhatWasPut) {
  const Record record = full_record();
  Database db = opened(path("a.db"));
  const Result<Presence> put = db.put(record, "one");
  ASSERT_TRUE(put.ok()) << to_string(put.error());
  EXPECT_EQ(*put, Presence::New);
  const Result<Record> back = db.load(record.article.id);
  ASSERT_TRUE(back.ok()) << to_string(back.error());
  EXPECT_EQ(json_of(*back), json_of(record));
  EXPECT_TRUE(breaches_of(db).empty());
  const Database reader = opened(path("a.db"), Access::ReadOnly);
  const Result<Record> again = reader.load("full.txt");
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(json_of(*again), json_of(record));
}

TEST_F(DatabaseTest, KeepsOtherReadings) {
  Record record = full_record();
  record.times[0].alternatives = {{"2024-03-11", "2024-03-11", "2024-03-12", 0.1}, {"2024-02", {}, {}, 0.05}};
  FigureReading metric{FigureKind::Mass, 40.0, {}, {}, "tonne", {}, SiValue{40000, "kg"}, 0.3};
  FigureReading range{FigureKind::Money, {}, 2.5, 3.5, {}, "AUD", {}, 0.2};
  record.figures[0].alternatives = {metric, range};
  record.statements[0].speaker_by = "coreference";
  record.statements[0].speaker_others = {"e-bare"};
  Database db = opened(path("a.db"));
  ASSERT_TRUE(db.put(record, "one").ok());
  const Result<Record> back = db.load(record.article.id);
  ASSERT_TRUE(back.ok()) << to_string(back.error());
  EXPECT_EQ(json_of(*back), json_of(record));
  EXPECT_EQ(back->figures[0].alternatives[0].si->value, 40000);
}

TEST_F(DatabaseTest, SkipsTheSameAndReplacesTheChanged) {
  Record record = full_record();
  Database db = opened(path("a.db"));
  ASSERT_TRUE(db.put(record, "one").ok());
  EXPECT_EQ(*db.put(record, "one"), Presence::Same);
  EXPECT_EQ(*db.presence(record.article.id, "two"), Presence::Other);
  record.statements.clear();
  record.events.clear();
  record.transfers.clear();
  record.sources.clear();
  record.article.title = "Another";
  EXPECT_EQ(*db.put(record, "two"), Presence::Other);
  EXPECT_EQ(json_of(*db.load(record.article.id)), json_of(record));
  EXPECT_EQ(count_of(db, "articles"), 1u);
  EXPECT_EQ(count_of(db, "statements"), 0u);
  EXPECT_EQ(count_of(db, "evidence"), 0u);
  EXPECT_TRUE(breaches_of(db).empty());
}

TEST_F(DatabaseTest, RefusesOneArticleThatBreaksTheLawAndKeepsTheOthers) {
  Database db = opened(path("a.db"));
  ASSERT_TRUE(db.begin().ok());
  ASSERT_TRUE(db.put(full_record(), "f").ok());
  Record bad = empty_record("bad.txt", "Some words.");
  bad.times = {{"t1", {5, 99}, TimeType::Date, {}, {}, {}, {}, {}, {}, {"r/1", 1}}};
  const Result<Presence> refused = db.put(bad, "f");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::LawBroken);
  ASSERT_TRUE(db.put(empty_record("good.txt", "Good words."), "f").ok());
  ASSERT_TRUE(db.commit().ok());
  EXPECT_EQ(count_of(db, "articles"), 2u);
}

// Each changes a good record so that it is good no more.
TEST_F(DatabaseTest, KnowsEveryWayToBreakTheLaw) {
  EXPECT_TRUE(check_record(full_record()).ok());
  const std::pair<const char*, std::function<void(Record&)>> breaks[] = {
      {"text changed after hashing", [](Record& r) { r.article.text += ' '; }},
      {"span inside a character", [](Record& r) { r.entities[0].mentions[0].span.begin += 3; }},
      {"empty span", [](Record& r) { r.times[0].span.end = r.times[0].span.begin; }},
      {"span beyond the text", [](Record& r) { r.sentences[0].end += 1; }},
      {"another surface", [](Record& r) { r.figures[0].of->text = "lorries"; }},
      {"another item", [](Record& r) { r.transfers[0].item->cut.text = "truck"; }},
      {"pieces out of order", [](Record& r) { std::swap(r.statements[0].content[0], r.statements[0].content[1]); }},
      {"a speaker who is not there", [](Record& r) { r.statements[0].entity = "e-nobody"; }},
      {"a figure that is not there", [](Record& r) { r.events[0].figures.push_back("f-nothing"); }},
      {"an id twice", [](Record& r) { r.times[1].id = r.times[0].id; }},
  };
  for (const auto& [what, change] : breaks) {
    Record record = full_record();
    change(record);
    const Status status = check_record(record);
    ASSERT_FALSE(status.ok()) << what;
    EXPECT_EQ(status.error().code, ErrorCode::LawBroken) << what;
  }
}

TEST_F(DatabaseTest, VerifyNamesWhatAForeignHandChanged) {
  const Record record = full_record();
  const std::pair<const char*, const char*> changes[] = {
      {"UPDATE times SET surface = 'Tuesday' WHERE id = 't-monday'", "times"},
      {"UPDATE figures SET start = start + 1 WHERE id = 'f-trucks'", "figures"},
      {"UPDATE figures SET of_text = 'lorries' WHERE id = 'f-trucks'", "figures"},
      {"UPDATE evidence SET \"end\" = \"end\" - 1 WHERE role = 'cue'", "evidence"},
      {"UPDATE statements SET content_text = 'We sent nothing' WHERE id = 's-direct'", "statements"},
      {"UPDATE articles SET text = replace(text, 'Monday', 'Sunday')", "articles"},
      {"UPDATE events SET contexts = 'none' WHERE id = 'v-aid'", "events"},
      {"UPDATE mentions SET entity = 'e-nobody' WHERE position = 1", "mentions"},
      {"DROP TRIGGER statements_fts_update; UPDATE statements SET speaker = 'Ann' WHERE id = 's-direct'",
       "statements_fts"},
  };
  for (const auto& [sql, table] : changes) {
    const std::string file = path(std::string(table) + std::to_string(sql[8]) + ".db");
    std::filesystem::remove(file);
    ASSERT_TRUE(opened(file).put(record, "f").ok());
    run_sql(file, sql);
    const std::vector<Breach> found = breaches_of(opened(file, Access::ReadOnly));
    const bool named = std::any_of(found.begin(), found.end(), [&, where = std::string(table)](const Breach& breach) {
      return breach.table == where;
    });
    EXPECT_TRUE(named) << sql;
  }
}

TEST_F(DatabaseTest, FindsArticlesAndRows) {
  const Record record = full_record();
  Database db = opened(path("a.db"));
  ASSERT_TRUE(db.put(record, "f").ok());
  ASSERT_TRUE(db.put(empty_record("full.txt", "Another text."), "f").ok());
  EXPECT_EQ(*db.find_article(record.article.id.substr(0, 8)), record.article.id);
  EXPECT_EQ(db.find_article("full.txt").error().code, ErrorCode::InvalidArgument);  // two texts of one name
  EXPECT_EQ(db.find_article("gone.txt").error().code, ErrorCode::NotFound);
  const Result<FoundRow> row = db.find_row("s-direct");
  ASSERT_TRUE(row.ok());
  EXPECT_EQ(row->table, "statements");
  EXPECT_EQ(row->article, record.article.id);
  EXPECT_EQ(row->columns.size(), row->values.size());
  EXPECT_EQ(db.find_row(record.article.id)->table, "articles");
  EXPECT_EQ(db.find_row("t-").error().code, ErrorCode::NotFound);  // too short to mean anything
  EXPECT_EQ(db.find_row("none1").error().code, ErrorCode::NotFound);
}

TEST_F(DatabaseTest, ReadsTablesByName) {
  Database db = opened(path("a.db"));
  ASSERT_TRUE(db.put(full_record(), "f").ok());
  const auto all_names = [&] {
    std::vector<std::string> names = *db.tables();
    const std::vector<std::string> views = *db.views();
    names.insert(names.end(), views.begin(), views.end());
    return names;
  };
  for (const std::string& name : all_names()) {
    EXPECT_FALSE(db.columns(name)->empty()) << name;
    count_of(db, name);
  }
  int rows = 0;
  const Status status = db.rows("figures", {{"kind", "money"}, {"value", "3000000"}}, [&](const Row& row) {
    EXPECT_EQ(std::get<std::string_view>(row[0]), "f-money");
    return ++rows > 0;
  });
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(rows, 1);
  for (const char* table : {"mentions", "evidence", "statements", "actors", "v_events", "sentences"}) {
    int of_article = 0;
    ASSERT_TRUE(
        db.rows(table, {{"article", full_record().article.id}}, [&](const Row&) { return ++of_article > 0; }).ok());
    EXPECT_EQ(of_article, static_cast<int>(count_of(db, table))) << table;
    EXPECT_GT(of_article, 0) << table;
    ASSERT_TRUE(db.rows(table, {{"article", "a0"}}, [&](const Row&) { return ++of_article > 0; }).ok());
    EXPECT_EQ(of_article, static_cast<int>(count_of(db, table))) << table;
  }
  const auto nothing = [](const Row&) { return true; };
  EXPECT_EQ(db.rows("sqlite_schema", {}, nothing).error().code, ErrorCode::NotFound);
  EXPECT_EQ(db.rows("figures", {{"x\" OR 1", "1"}}, nothing).error().code, ErrorCode::InvalidArgument);
  const std::vector<TableCount> counts = *db.counts();
  EXPECT_EQ(counts.size(), db.tables()->size());
}

TEST_F(DatabaseTest, SearchesAndShowsWhereTheWordsStand) {
  Database db = opened(path("a.db"));
  const Record record = full_record();
  ASSERT_TRUE(db.put(record, "f").ok());
  const std::vector<SearchHit> hits = *db.search("truck", {});  // stems: "trucks"
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].table, "statements");
  EXPECT_EQ(hits[0].speaker, "Zoë Ash");
  EXPECT_EQ(hits[1].table, "articles");
  for (const SearchHit& hit : hits) {
    ASSERT_EQ(hit.highlights.size(), 1u);
    EXPECT_EQ(hit.snippet.substr(hit.highlights[0].begin, hit.highlights[0].size()), "trucks");
  }
  const ByteSpan at = hits[1].span.value();
  EXPECT_EQ(record.article.text.substr(at.begin, at.size()), hits[1].snippet);
  EXPECT_EQ(db.search("\"mayor of Lunen\"", {})->size(), 1u);  // diacritics do not matter
  EXPECT_EQ(db.search("rurit*", {})->size(), 2u);
  EXPECT_TRUE(db.search("trucks helicopters", {})->empty());
  EXPECT_EQ(db.search(" * ", {}).error().code, ErrorCode::InvalidArgument);
}

TEST_F(DatabaseTest, LongTextsGiveShortSnippets) {
  std::string text;
  for (int k = 0; k < 500; ++k) text += "größer als je zuvor ";
  text += "the needle in the hay ";
  for (int k = 0; k < 500; ++k) text += "größer als je zuvor ";
  Database db = opened(path("a.db"));
  ASSERT_TRUE(db.put(empty_record("long.txt", text), "f").ok());
  const SearchHit hit = db.search("needle", {})->at(0);
  EXPECT_LT(hit.snippet.size(), 260u);
  ASSERT_EQ(hit.highlights.size(), 1u);
  EXPECT_EQ(hit.snippet.substr(hit.highlights[0].begin, hit.highlights[0].size()), "needle");
  EXPECT_EQ(text.substr(hit.span->begin, hit.span->size()), hit.snippet);
}

TEST_F(DatabaseTest, NoCharacterIsSyntaxInSearch) {
  EXPECT_EQ(fts_query("say \"two words\" new*"), "\"say\" \"two words\" \"new\"*");
  Database db = opened(path("a.db"));
  ASSERT_TRUE(db.put(full_record(), "f").ok());
  for (const char* words : {"a AND", "NEAR(", "x:y", "\"open", "(a OR b", "a - b ^c", "'--a", "col : {a}", "…"}) {
    const Result<std::vector<SearchHit>> hits = db.search(words, {});
    EXPECT_TRUE(hits.ok()) << words << ": " << to_string(hits.error());
  }
}

TEST_F(DatabaseTest, RefusesWhatIsNotItsOwn) {
  EXPECT_EQ(Database::open(path("none.db"), Access::ReadOnly).error().code, ErrorCode::NotFound);
  std::ofstream(path("text.db")) << std::string(5000, 'x');
  EXPECT_EQ(Database::open(path("text.db"), Access::Create).error().code, ErrorCode::BadInput);
  run_sql(path("other.db"), "CREATE TABLE mine (x)");
  EXPECT_EQ(Database::open(path("other.db"), Access::Create).error().code, ErrorCode::BadInput);
  EXPECT_EQ(Database::open(path("no/folder/a.db"), Access::Create).error().code, ErrorCode::Unreadable);
  { opened(path("new.db")); }
  run_sql(path("new.db"), "PRAGMA user_version = 999");
  EXPECT_EQ(Database::open(path("new.db"), Access::Create).error().code, ErrorCode::WrongVersion);
  EXPECT_EQ(Database::open(path("new.db"), Access::ReadOnly).error().code, ErrorCode::WrongVersion);
}

TEST_F(DatabaseTest, SaysBusyWhenAnotherWrites) {
  Database one = opened(path("a.db"));
  ASSERT_TRUE(one.begin().ok());
  Result<Sqlite> two = Sqlite::open(path("a.db"), SQLITE_OPEN_READWRITE);
  ASSERT_TRUE(two.ok());
  ASSERT_TRUE(two->run("PRAGMA busy_timeout = 10").ok());
  EXPECT_EQ(two->run("BEGIN IMMEDIATE").error().code, ErrorCode::Busy);
}

}  // namespace
}  // namespace onrecord
