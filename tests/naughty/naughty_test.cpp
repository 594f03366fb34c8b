// SPDX-License-Identifier: Apache-2.0
// Bad input through the public door: each case gives a record that obeys the law or a clear error, and the good
// articles around it come out.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "base/json_writer.h"
#include "format/format.h"
#include "naughty/naughty_cases.h"
#include "onrecord/engine.h"
#include "support/law.h"

namespace onrecord {
namespace {

struct Outcome {
  std::vector<Record> records;
  std::vector<Error> errors;
};

const Engine& engine() {
  static const Result<Engine> opened =
      Engine::open({.skip = {}, .keep_tokens = true, .gazetteer = "models/onrecord.gazetteer"});
  return *opened;
}

Outcome annotate(const std::string& bytes, InputOptions options) {
  Outcome out;
  const Status status = engine().annotate(
      bytes, options, [&](Record&& record) { out.records.push_back(std::move(record)); },
      [&](const Error& error) { out.errors.push_back(error); });
  if (!status.ok()) out.errors.push_back(status.error());
  return out;
}

InputOptions options_of(InputFormat format, std::string uri) {
  InputOptions options;
  options.format = format;
  options.source_uri = std::move(uri);
  return options;
}

bool has_note(const Record& record, const std::string& code) {
  return std::any_of(record.notes.begin(), record.notes.end(), [&](const Note& note) { return note.code == code; });
}

class Naughty : public testing::TestWithParam<NaughtyCase> {};

TEST_P(Naughty, GivesARecordOrAClearError) {
  const NaughtyCase& c = GetParam();
  const Outcome out = annotate(c.bytes, options_of(c.format, "input"));
  if (c.error) {
    ASSERT_EQ(out.errors.size(), 1u);
    EXPECT_TRUE(out.records.empty());
    EXPECT_EQ(out.errors[0].code, *c.error);
    EXPECT_NE(out.errors[0].message.find(c.says), std::string::npos) << out.errors[0].message;
    EXPECT_EQ(out.errors[0].where.compare(0, 5, "input"), 0) << "the error names its place: " << out.errors[0].where;
    return;
  }
  ASSERT_TRUE(out.errors.empty()) << to_string(out.errors[0]);
  ASSERT_EQ(out.records.size(), 1u);
  const Record& record = out.records[0];
  EXPECT_EQ(first_breach(record), "");
  EXPECT_NE(record.article.text.find(c.says), std::string::npos) << record.article.text.substr(0, 300);
  EXPECT_TRUE(c.note.empty() || has_note(record, c.note)) << c.note;

  const Outcome again = annotate(c.bytes, options_of(c.format, "input"));
  std::string first, second;
  append_jsonl(record, first);
  append_jsonl(again.records.at(0), second);
  EXPECT_EQ(first, second) << "the same bytes in, the same bytes out";
}

// The case as one line of JSON Lines: itself, or its bytes, good or bad, as the text.
std::string line_of(const NaughtyCase& c) {
  if (c.format == InputFormat::Jsonl && !c.bytes.empty()) return c.bytes.substr(0, c.bytes.find('\n'));
  std::string line = "{\"text\":\"";
  append_json_escaped(line, c.bytes);
  return line + "\"}";
}

TEST_P(Naughty, HarmsNoNeighbour) {
  const Outcome out = annotate("{\"id\":\"a\",\"text\":\"One said yes.\"}\n" + line_of(GetParam()) +
                                   "\n{\"id\":\"b\",\"text\":\"Two said no.\"}\n",
                               options_of(InputFormat::Jsonl, "batch.jsonl"));
  ASSERT_EQ(out.records.size() + out.errors.size(), 3u);
  ASSERT_GE(out.records.size(), 2u);
  EXPECT_EQ(out.records.front().article.source_id, "a");
  EXPECT_EQ(out.records.back().article.source_id, "b");
  EXPECT_EQ(first_breach(out.records[1]), "");
  for (const Error& error : out.errors) EXPECT_EQ(error.where, "batch.jsonl:2");
}

std::string test_name(const testing::TestParamInfo<NaughtyCase>& info) {
  std::string name = info.param.name;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

// Those that take a while run apart (label slow).
std::vector<NaughtyCase> cases(bool large) {
  constexpr std::size_t kLarge = 20'000;
  std::vector<NaughtyCase> chosen = naughty_cases();
  std::erase_if(chosen, [&](const NaughtyCase& c) { return (c.bytes.size() > kLarge) != large; });
  return chosen;
}

INSTANTIATE_TEST_SUITE_P(Inputs, Naughty, testing::ValuesIn(cases(false)), test_name);
INSTANTIATE_TEST_SUITE_P(LargeInputs, Naughty, testing::ValuesIn(cases(true)), test_name);

TEST(NaughtyBatch, DuplicateIdsAreTold) {
  const Outcome out = annotate("{\"id\":1,\"text\":\"One.\"}\n{\"id\":\"1\",\"text\":\"Two.\"}",
                               options_of(InputFormat::Jsonl, "batch.jsonl"));
  ASSERT_EQ(out.records.size(), 2u);
  EXPECT_FALSE(has_note(out.records[0], "duplicate_id"));
  EXPECT_TRUE(has_note(out.records[1], "duplicate_id"));
  EXPECT_NE(out.records[0].article.id, out.records[1].article.id);
}

// A file made for a test, gone when it ends.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& ending) : path_(testing::TempDir() + "naughtyXXXXXX" + ending) {
    const int file = mkstemps(path_.data(), static_cast<int>(ending.size()));
    if (file >= 0) close(file);
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(NaughtyFile, OfHundredMegabytesIsRefusedUnread) {
  for (const char* ending : {".txt", ".html", ".jsonl"}) {
    const TemporaryFile file(ending);
    std::ofstream(file.path()) << "He said no.";
    ASSERT_EQ(truncate(file.path().c_str(), 100'000'000), 0);
    std::vector<Error> errors;
    const Status status = engine().annotate_file(
        file.path(), options_of(InputFormat::Auto, file.path()), [](Record&&) { FAIL() << "no record is due"; },
        [&](const Error& error) { errors.push_back(error); });
    EXPECT_TRUE(status.ok());
    ASSERT_EQ(errors.size(), 1u) << ending;
    EXPECT_EQ(errors[0].code, ending == std::string(".jsonl") ? ErrorCode::BadInput : ErrorCode::TooLarge);
  }
}

TEST(NaughtyFile, ThatIsNotThereOrAFolderIsAnErrorOfTheCall) {
  const auto code_of = [](const std::string& path) {
    const Status status = engine().annotate_file(
        path, {}, [](Record&&) {}, [](const Error&) {});
    return status.ok() ? ErrorCode::Internal : status.error().code;
  };
  EXPECT_EQ(code_of("/nowhere/at/all.txt"), ErrorCode::NotFound);
  EXPECT_EQ(code_of("/"), ErrorCode::Unreadable);
}

}  // namespace
}  // namespace onrecord
