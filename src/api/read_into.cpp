// SPDX-License-Identifier: Apache-2.0
#include "api/read_into.h"

#include <chrono>
#include <ctime>
#include <mutex>

#include "store/count_words.h"

namespace onrecord {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::uint64_t kCommitArticles = 200;
constexpr auto kCommitTime = 1s;

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts = {};
  gmtime_r(&now, &parts);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return std::string(text, size);
}

void add(ReadCounts& counts, Presence presence, const Record& record) {
  if (presence == Presence::Same) ++counts.articles_same;
  if (presence == Presence::Same) return;
  ++(presence == Presence::New ? counts.articles_new : counts.articles_replaced);
  counts.words += count_words(record.article.text);
  auto& rows = counts.rows;
  rows["sentences"] += record.sentences.size();
  if (!record.tokens.empty()) rows["tokens"] += record.tokens.size();
  rows["entities"] += record.entities.size();
  for (const Entity& entity : record.entities) rows["mentions"] += entity.mentions.size();
  rows["times"] += record.times.size();
  rows["figures"] += record.figures.size();
  rows["places"] += record.places.size();
  rows["statements"] += record.statements.size();
  rows["events"] += record.events.size();
  rows["transfers"] += record.transfers.size();
  rows["sources"] += record.sources.size();
  rows["notes"] += record.notes.size();
}

void add(ReadCounts& counts, const ReadCounts& more) {
  counts.articles_new += more.articles_new;
  counts.articles_same += more.articles_same;
  counts.articles_replaced += more.articles_replaced;
  counts.words += more.words;
  for (const auto& [table, rows] : more.rows) counts.rows[table] += rows;
}

// Asked by all workers what is there already, over a connection of its own.
class Known {
 public:
  explicit Known(Database db) : db_(std::move(db)) {}

  bool operator()(const Id& article, std::string_view fingerprint) {
    const std::lock_guard lock(mutex_);
    const Result<Presence> presence = db_.presence(article, fingerprint);
    return presence.ok() && *presence == Presence::Same;
  }

 private:
  std::mutex mutex_;
  Database db_;
};

// The one writer: takes items in order, commits now and then.
class Writer {
 public:
  Writer(Database& db, ReadReport& report) : db_(db), report_(report) {}

  Status take(BatchItem&& item);
  Status commit();
  std::uint64_t articles() const { return report_.done.articles() + pending_.articles() + skipped_; }

 private:
  Status write(const Record& record, const std::string& fingerprint);
  void skip(const Error& error);

  Database& db_;
  ReadReport& report_;
  ReadCounts pending_;  // of the open transaction
  std::uint64_t skipped_ = 0;
  Clock::time_point since_ = Clock::now();
};

void Writer::skip(const Error& error) {
  ++skipped_;
  ++report_.skipped_count[error.code];
  if (report_.skipped.size() < kSkippedShown) report_.skipped.push_back(error);
}

Status Writer::write(const Record& record, const std::string& fingerprint) {
  if (!db_.in_transaction()) {
    ONRECORD_CHECK_OK(db_.begin());
    since_ = Clock::now();
  }
  const Result<Presence> put = db_.put(record, fingerprint);
  if (put.ok()) add(pending_, *put, record);
  else if (put.error().code == ErrorCode::LawBroken) skip(put.error());  // this article only
  else return put.error();
  return Ok{};
}

Status Writer::take(BatchItem&& item) {
  if (item.error) skip(*item.error);
  if (item.known) ++pending_.articles_same;
  if (item.record) ONRECORD_CHECK_OK(write(*item.record, item.fingerprint));
  if (pending_.articles() >= kCommitArticles || Clock::now() - since_ >= kCommitTime) return commit();
  return Ok{};
}

Status Writer::commit() {
  if (db_.in_transaction()) {
    const Status done = db_.commit();
    if (!done.ok()) return done;
  }
  add(report_.done, pending_);
  pending_ = {};
  since_ = Clock::now();
  return Ok{};
}

RunReport run_of(const ReadReport& report, const ReadOptions& options, const std::string& started_at) {
  RunReport run;
  run.started_at = started_at;
  run.seconds = report.seconds;
  run.command = options.command;
  run.articles_new = report.done.articles_new;
  run.articles_same = report.done.articles_same;
  run.articles_replaced = report.done.articles_replaced;
  run.articles_skipped = report.skipped_articles();
  run.words = report.done.words;
  run.finished = !report.error;
  return run;
}

}  // namespace

std::uint64_t ReadReport::skipped_articles() const {
  std::uint64_t all = 0;
  for (const auto& [code, count] : skipped_count) all += count;
  return all;
}

Result<ReadReport> read_into(const std::string& database, const std::vector<BatchInput>& inputs, const Engine& engine,
                             const ReadOptions& options) {
  const std::string started_at = now_utc();
  const auto start = Clock::now();
  ONRECORD_TRY(Database db, Database::open(database, Access::Create));
  ONRECORD_TRY(Database reader, Database::open(database, Access::ReadOnly));
  Known known(std::move(reader));
  ReadReport report;
  Writer writer(db, report);
  std::uint64_t bytes = 0;
  BatchOptions batch;
  batch.jobs = options.jobs;
  batch.stop = options.stop;
  batch.known = [&](const Id& article, std::string_view fingerprint) { return known(article, fingerprint); };
  batch.on_progress = [&](std::uint64_t more) {
    bytes += more;
    if (options.on_progress) options.on_progress(bytes, writer.articles());
  };
  const Status ended =
      run_batch(inputs, engine, batch, [&](BatchItem&& item) { return writer.take(std::move(item)); });
  if (!ended.ok()) report.error = ended.error();
  // An interrupted run keeps what it has; after an error of the database the open transaction is not to be trusted.
  if (ended.ok() || ended.error().code == ErrorCode::Interrupted) {
    const Status committed = writer.commit();
    if (!committed.ok()) report.error = committed.error();
  }
  db.rollback();
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  const Status logged = db.add_run(run_of(report, options, started_at));
  if (!logged.ok() && !report.error) report.error = logged.error();
  return report;
}

}  // namespace onrecord
