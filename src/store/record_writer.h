// SPDX-License-Identifier: Apache-2.0
// A Record into the tables of 0001_records.sql. Statements are compiled once and used for every article.
#pragma once

#include <string>
#include <string_view>

#include "onrecord/records.h"
#include "store/sqlite.h"

namespace onrecord {

class RecordWriter {
 public:
  static Result<RecordWriter> open(const Sqlite& db);

  // Inserts all rows of a record whose article is not there.
  // REQUIRES: inside a transaction; check_record() passed. `number`: of articles, or nullopt for the next.
  Status insert(const Record& record, std::string_view fingerprint, std::optional<std::int64_t> number);

 private:
  RecordWriter() = default;

  Status article(std::string_view fingerprint, std::optional<std::int64_t> number);
  Status tokens();
  Status entities();
  Status times();
  Status figures();
  Status places();
  Status statements();
  Status statement(const Statement& row, std::size_t position);
  Status events();
  Status actors(const Id& event, const char* side, const std::vector<Actor>& list);
  Status transfers();
  Status transfer(const Transfer& row, std::size_t position);
  Status sources();
  Status notes();
  Status evidence(const Id& row, const char* role, const ByteSpans& spans);

  std::string_view surface(ByteSpan span) const;
  MaybeText joined(const ByteSpans& spans) const;

  Prepared article_, token_, entity_, mention_, role_, time_, figure_, place_, statement_, event_, actor_, transfer_,
      source_, evidence_, note_, article_search_, statement_search_;
  const Record* record_ = nullptr;  // the one being written
};

// A JSON list of texts.
std::string json_list(const std::vector<std::string>& list);

}  // namespace onrecord
