// SPDX-License-Identifier: Apache-2.0
#include "api/batch.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

namespace onrecord {
namespace {

namespace fs = std::filesystem;

// Inputs in a folder of their own: small texts, one that is missing, and a JSON Lines file of several pieces.
class BatchTest : public ::testing::Test {
 protected:
  static constexpr std::size_t kTexts = 20, kLines = 3000;

  BatchTest() : engine_(Engine::open({.skip = {"times"}}).value()) {
    std::string pattern = (fs::temp_directory_path() / "onrecord-batch-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    for (std::size_t k = 0; k < kTexts; ++k) {
      std::ofstream(folder_ / std::to_string(k)) << "Text number " << k << " is here.";
      add(std::to_string(k));
    }
    add("missing");
    std::ofstream feed(folder_ / "feed.jsonl");
    for (std::size_t k = 0; k < kLines; ++k) {
      if (k == 7) feed << "not an object\n";
      feed << R"({"id": ")" << k << R"(", "text": "Line )" << k << ' ' << std::string(150, 'x') << "\"}\n";
    }
    add("feed.jsonl");
  }
  ~BatchTest() override { fs::remove_all(folder_); }

  void add(const std::string& name) {
    InputOptions options;
    options.source_uri = name;
    inputs_.push_back({(folder_ / name).string(), options});
  }

  // What came out, one line an item.
  std::vector<std::string> run(BatchOptions options) const {
    std::vector<std::string> out;
    const Status status = run_batch(inputs_, engine_, options, [&](BatchItem&& item) -> Status {
      if (item.error) out.push_back("error " + item.error->where);
      else if (item.known) out.push_back("known " + item.article);
      else out.push_back(item.record->article.source_uri + ' ' + item.fingerprint + item.rendered);
      return Ok{};
    });
    EXPECT_TRUE(status.ok()) << to_string(status.error());
    return out;
  }

  Engine engine_;
  fs::path folder_;
  std::vector<BatchInput> inputs_;
};

TEST_F(BatchTest, ComesInTheOrderOfInputsWhateverTheJobs) {
  const std::vector<std::string> one = run({.jobs = 1});
  ASSERT_EQ(one.size(), kTexts + 1 + kLines + 1);
  for (std::size_t k = 0; k < kTexts; ++k) EXPECT_EQ(one[k].substr(0, one[k].find(' ')), std::to_string(k));
  EXPECT_EQ(one[kTexts].substr(0, 6), "error ");
  EXPECT_EQ(one[kTexts + 1 + 7], "error feed.jsonl:8");
  EXPECT_EQ(one.back().substr(0, 15), "feed.jsonl#2999");
  EXPECT_EQ(run({.jobs = 2}), one);
  EXPECT_EQ(run({.jobs = 8}), one);
}

TEST_F(BatchTest, RendersAndLeavesOutTheKnown) {
  BatchOptions options;
  options.jobs = 3;
  const std::vector<std::string> before = run(options);
  options.render = [](Record& record) { return " " + record.article.text.substr(0, 4); };
  std::atomic<std::size_t> asked = 0;
  options.known = [&](const Id&, std::string_view fingerprint) {
    ++asked;
    return fingerprint.size() != 16;
  };
  const std::vector<std::string> after = run(options);
  EXPECT_EQ(after[0], before[0] + " Text");
  EXPECT_EQ(asked, kTexts + kLines);
  options.known = [](const Id&, std::string_view) { return true; };
  EXPECT_EQ(run(options)[0].substr(0, 7), "known a");
}

TEST_F(BatchTest, ProgressAddsUpToTheBytesOfTheInputs) {
  std::uint64_t bytes = 0, expected = 0;
  for (const BatchInput& input : inputs_) {
    if (fs::exists(input.path)) expected += fs::file_size(input.path);
  }
  BatchOptions options;
  options.on_progress = [&](std::uint64_t more) { bytes += more; };
  run(options);
  EXPECT_EQ(bytes, expected);
}

TEST_F(BatchTest, EndsWithTheErrorOfTheSink) {
  int seen = 0;
  const Status status = run_batch(inputs_, engine_, {.jobs = 4}, [&](BatchItem&&) -> Status {
    if (++seen == 5) return Error{ErrorCode::DiskFull, "full", "there"};
    return Ok{};
  });
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::DiskFull);
  EXPECT_EQ(seen, 5);
}

TEST_F(BatchTest, StopsWhenAsked) {
  std::atomic<bool> stop = false;
  int seen = 0;
  const Status status = run_batch(inputs_, engine_, {.jobs = 2, .stop = &stop}, [&](BatchItem&&) -> Status {
    stop = ++seen == 3;
    return Ok{};
  });
  EXPECT_EQ(status.error().code, ErrorCode::Interrupted);
  EXPECT_EQ(seen, 3);
}

TEST_F(BatchTest, FingerprintsTellWhatRowsDependOn) {
  ArticleRow about;
  const std::string plain = engine_.fingerprint(about);
  EXPECT_EQ(engine_.fingerprint(about), plain);
  about.text = "Other words.";  // in the id, not here
  EXPECT_EQ(engine_.fingerprint(about), plain);
  about.published = "2024-03-05";
  const std::string dated = engine_.fingerprint(about);
  EXPECT_NE(dated, plain);
  std::swap(about.published, about.updated);
  EXPECT_NE(engine_.fingerprint(about), dated);
  EXPECT_NE(Engine::open({})->fingerprint(ArticleRow{}), plain);
}

}  // namespace
}  // namespace onrecord
