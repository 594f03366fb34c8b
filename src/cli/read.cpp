// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "api/read_into.h"
#include "cli/actors_option.h"
#include "cli/commands.h"
#include "cli/gazetteer_option.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/layer_choice.h"
#include "cli/model_option.h"
#include "cli/progress.h"
#include "cli/values.h"
#include "format/format.h"

namespace onrecord {
namespace {

struct ReadArguments {
  InputArguments input;
  std::string db;
  std::string layers = "all";
  ModelArguments model;
  GazetteerArgument gazetteer;
  std::vector<std::string> actors;
  unsigned jobs = 0;
};

// Sorted and each once, so that the database does not depend on the order of the arguments.
std::vector<BatchInput> inputs_of(const InputArguments& arguments, std::vector<Error>& missing) {
  std::vector<std::string> files = list_files(arguments.files, [&](const Error& error) { missing.push_back(error); });
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  std::vector<BatchInput> inputs;
  for (const std::string& file : files) inputs.push_back({file, arguments.options_for(file)});
  return inputs;
}

// 0 if one of them is standard input or cannot be asked.
std::uint64_t bytes_of(const std::vector<BatchInput>& inputs) {
  std::uint64_t all = 0;
  for (const BatchInput& input : inputs) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(input.path, error);
    if (input.path == "-") return 0;
    if (!error) all += size;
  }
  return all;
}

void print_count(const char* what, std::uint64_t count) {
  std::printf("  %-16s %14s\n", what, with_commas(count).c_str());
}

void print_skipped(const ReadReport& report) {
  if (report.skipped.empty()) return;
  std::printf("\nSkipped\n");
  for (const auto& [code, count] : report.skipped_count) {
    std::printf("  %s: %s\n", with_commas(count).c_str(), sentence_of(code));
  }
  for (const Error& error : report.skipped) std::printf("  - %s\n", to_string(error).c_str());
  const std::uint64_t more = report.skipped_articles() - report.skipped.size();
  if (more > 0) std::printf("  and %s more\n", with_commas(more).c_str());
}

void print_report(const ReadReport& report, const std::string& db) {
  const ReadCounts& done = report.done;
  const double rate = report.seconds > 0 ? static_cast<double>(done.words) / report.seconds : 0;
  std::printf("%s: %s %s in %.1f s, %s words/s\n", db.c_str(), with_commas(done.articles()).c_str(),
              done.articles() == 1 ? "article" : "articles", report.seconds,
              with_commas(static_cast<std::uint64_t>(rate)).c_str());
  print_count("new", done.articles_new);
  print_count("already there", done.articles_same);
  print_count("replaced", done.articles_replaced);
  print_count("skipped", report.skipped_articles());
  print_count("words", done.words);
  if (!done.rows.empty()) std::printf("\nRows written\n");
  for (const auto& [table, rows] : done.rows) {
    if (rows > 0) print_count(table.c_str(), rows);
  }
  print_skipped(report);
}

void add_missing(ReadReport& report, const std::vector<Error>& missing) {
  for (const Error& error : missing) {
    ++report.skipped_count[error.code];
    report.skipped.push_back(error);
  }
}

int exit_code_for(const ReadReport& report) {
  if (report.error) return exit_code_of(report.error->code);
  return report.skipped_articles() > 0 ? exit_code_of(ErrorCode::BadInput) : 0;
}

int run(const ReadArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const LayerChoice layers = choose_layers(arguments.layers);
  EngineOptions how = engine_options(layers, arguments.model);
  how.actors = arguments.actors;
  how.gazetteer = arguments.gazetteer.path_for(layers);
  Result<Engine> engine = Engine::open(how);
  if (!engine.ok()) return tell(engine.error()), exit_code;

  std::vector<Error> missing;
  const std::vector<BatchInput> inputs = inputs_of(arguments.input, missing);
  Progress progress(bytes_of(inputs));
  ReadOptions options;
  options.jobs = arguments.jobs;
  options.command = "read";
  options.stop = &catch_interrupts();
  options.on_progress = [&](std::uint64_t bytes, std::uint64_t articles) { progress.show(bytes, articles); };
  Result<ReadReport> report = read_into(arguments.db, inputs, *engine, options);
  progress.clear();
  if (!report.ok()) return tell(report.error()), exit_code;

  add_missing(*report, missing);
  print_report(*report, arguments.db);
  if (report->error && report->error->code == ErrorCode::Interrupted) {
    std::printf("\nStopped. All that is counted above is in the database; the same command goes on from there.\n");
  } else if (report->error) {
    std::fflush(stdout);
    tell(*report->error);
  }
  return exit_code_for(*report);
}

constexpr const char* kFooter =
    "A folder gives every file below it that ends in .txt, .text, .html, .htm, .xhtml, .jsonl or .ndjson;\n"
    "hidden ones are left out. A file that is named itself is read whatever its ending.\n"
    "Articles that are in the database already are not read again, unless what is known of them (the publication\n"
    "date, say) or the program has changed: then their rows are replaced. Ctrl-C stops after the current\n"
    "transaction; the same command goes on.\n"
    "\n"
    "Exit code: 0 all read, 2 wrong arguments, 4 some files or articles skipped (listed at the end), 5 the database\n"
    "refused, 6 disk full, 130 stopped.\n"
    "\n"
    "Examples:\n"
    "  onrecord read news/ --db news.db\n"
    "  onrecord read 2024-03-05.jsonl --db news.db --jobs 4\n"
    "  zcat dump.jsonl.gz | onrecord read - --input-format jsonl --db news.db\n";

}  // namespace

void add_read(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ReadArguments>();
  CLI::App* command = app.add_subcommand("read", "Read articles into a database.");
  add_input_arguments(*command, arguments->input);
  command->add_option("--db", arguments->db, "The database; made if it is not there.")->required()->type_name("DB");
  command
      ->add_option("--layers", arguments->layers,
                   "What to look for: all, or a list of " + or_list(record_layers()) +
                       "; tokens and syntax come only when named.")
      ->check(list_of(layer_words()))
      ->type_name("LIST")
      ->capture_default_str();
  command->add_option("--jobs", arguments->jobs, "Threads; as many as the machine has cores, unless given.")
      ->check(count_from(1))
      ->type_name("N");
  add_model_arguments(*command, arguments->model);
  add_gazetteer_argument(*command, arguments->gazetteer);
  add_actors_argument(*command, arguments->actors);
  command->footer(kFooter);
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord
