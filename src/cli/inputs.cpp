// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

#include "cli/values.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

// Endings by which a file in a folder is taken for news. A file that is named itself is read whatever its ending.
constexpr std::array kEndings = {".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"};

bool is_news(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_hidden(const fs::path& path) { return path.filename().string().substr(0, 1) == "."; }

void walk(const std::string& folder, std::vector<std::string>& files, const OnFileError& on_error) {
  std::error_code error;
  std::vector<std::string> found;
  fs::recursive_directory_iterator at(folder, error), end;
  for (; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    const bool is_folder = at->is_directory(ignored);
    if (is_hidden(at->path())) {
      if (is_folder) at.disable_recursion_pending();
      continue;
    }
    if (!is_folder && at->is_regular_file(ignored) && is_news(at->path())) found.push_back(at->path().string());
  }
  if (error) on_error({ErrorCode::Unreadable, "cannot list the folder (" + error.message() + ")", folder});
  else if (found.empty()) on_error({ErrorCode::NotFound, "no text, page or JSON Lines file in this folder", folder});
  std::sort(found.begin(), found.end());  // the order of a folder is the file system's whim
  files.insert(files.end(), found.begin(), found.end());
}

}  // namespace

InputOptions InputArguments::options_for(const std::string& file) const {
  InputOptions options;
  options.source_uri = file;
  if (input_format == "text") options.format = InputFormat::Text;
  if (input_format == "jsonl") options.format = InputFormat::Jsonl;
  if (input_format == "html") options.format = InputFormat::Html;
  if (!published.empty()) options.published = published;
  return options;
}

void add_input_arguments(CLI::App& command, InputArguments& arguments) {
  command.add_option("FILE", arguments.files, "Articles: files, folders, or - for standard input.")
      ->required()
      ->type_name("");
  command
      .add_option("--input-format", arguments.input_format, "What the input is; auto goes by name and first bytes.")
      ->check(one_of({"auto", "text", "jsonl", "html"}))
      ->type_name(choices({"auto", "text", "jsonl", "html"}))
      ->capture_default_str();
  command
      .add_option("--published", arguments.published,
                  "Date the articles were published; beats what they say themselves. Relative dates hang on it.")
      ->check(iso_date())
      ->type_name("DATE");
}

std::vector<std::string> list_files(const std::vector<std::string>& arguments, const OnFileError& on_error) {
  std::vector<std::string> files;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (argument != "-" && fs::is_directory(argument, ignored)) walk(argument, files, on_error);
    else files.push_back(argument);
  }
  return files;
}

void ErrorTeller::operator()(const Error& error) const {
  std::fprintf(stderr, "onrecord: %s\n", to_string(error).c_str());
  if (exit_code_ == 0) exit_code_ = exit_code_of(error.code);
}

}  // namespace onrecord
