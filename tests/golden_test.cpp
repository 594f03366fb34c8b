// SPDX-License-Identifier: Apache-2.0
// Runs every tests/golden/**/*.golden through the engine and compares what comes out with what is written there.
// `golden_test --update` rewrites the rows; read the difference before you commit it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "onrecord/engine.h"
#include "support/golden_file.h"
#include "support/golden_rows.h"

namespace onrecord::golden {
namespace {

bool update = false;

std::vector<std::string> golden_paths() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/golden")) {
    if (entry.path().extension() == ".golden") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Result<Record> record_of(const File& file) {
  EngineOptions options;
  options.keep_tokens = true;
  options.gazetteer = "models/onrecord.gazetteer";
  ONRECORD_TRY(Engine engine, Engine::open(options));
  InputOptions input;
  input.format = InputFormat::Text;
  input.source_uri = file.path;
  if (!file.published.empty()) input.published = file.published;
  return engine.annotate_one(file.text, input);
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, RowsAreAsWritten) {
  Result<File> file = load(GetParam());
  ASSERT_TRUE(file.ok()) << to_string(file.error());
  const Result<Record> record = record_of(*file);
  ASSERT_TRUE(record.ok()) << to_string(record.error());
  for (Section& section : file->sections) {
    const std::vector<std::string> rows = rows_of(*record, section.layer);
    if (update) section.rows = rows;
    else EXPECT_EQ(section.rows, rows) << GetParam() << ", " << section.layer << ": " << file->name;
  }
  if (update) std::ofstream(GetParam()) << print(*file);
}

INSTANTIATE_TEST_SUITE_P(Files, Golden, testing::ValuesIn(golden_paths()),
                         [](const testing::TestParamInfo<std::string>& file) {
                           std::string name = std::filesystem::path(file.param).stem().string();
                           std::replace_if(
                               name.begin(), name.end(),
                               [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
                           return name + '_' + std::to_string(file.index);
                         });

}  // namespace
}  // namespace onrecord::golden

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  onrecord::golden::update = argc > 1 && std::strcmp(argv[1], "--update") == 0;
  return RUN_ALL_TESTS();
}
