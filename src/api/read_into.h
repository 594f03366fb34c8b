// SPDX-License-Identifier: Apache-2.0
// Articles into a database: the batch runner with the one writer at its end.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/batch.h"
#include "onrecord/database.h"

namespace onrecord {

// What is committed so far.
struct ReadCounts {
  std::uint64_t articles_new = 0, articles_same = 0, articles_replaced = 0;
  std::uint64_t words = 0;                    // of new and replaced articles, as in articles.words
  std::map<std::string, std::uint64_t> rows;  // written, by table

  std::uint64_t articles() const { return articles_new + articles_same + articles_replaced; }
};

struct ReadReport {
  ReadCounts done;
  std::vector<Error> skipped;                        // the first kSkippedShown
  std::map<ErrorCode, std::uint64_t> skipped_count;  // all, by reason
  double seconds = 0;
  // What ended the run before its end: Interrupted, DiskFull, Busy, Database. What `done` counts is committed, and
  // the same call goes on where it stopped.
  std::optional<Error> error;

  std::uint64_t skipped_articles() const;
};

inline constexpr std::size_t kSkippedShown = 20;

struct ReadOptions {
  unsigned jobs = 0;    // 0: as many as the machine has cores
  std::string command;  // for the table `runs`
  const std::atomic<bool>* stop = nullptr;
  // On the calling thread, now and then: bytes of input and articles done (some of them not committed yet).
  std::function<void(std::uint64_t bytes, std::uint64_t articles)> on_progress;
};

// Articles that are in the database with the same fingerprint are left alone; those with another are replaced.
// Commits come every few hundred articles, each article whole.
// ERRORS: those of Database::open; after that, in the report.
Result<ReadReport> read_into(const std::string& database, const std::vector<BatchInput>& inputs, const Engine& engine,
                             const ReadOptions& options);

}  // namespace onrecord
