// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <memory>

#include "api/batch.h"
#include "cli/actors_option.h"
#include "cli/commands.h"
#include "cli/gazetteer_option.h"
#include "cli/inputs.h"
#include "cli/layer_choice.h"
#include "cli/model_option.h"
#include "cli/record_writer.h"
#include "cli/values.h"
#include "format/format.h"

namespace onrecord {
namespace {

struct AnnotateArguments {
  InputArguments input;
  std::string format = "jsonl";
  std::string out;
  std::string layers = "all";
  ModelArguments model;
  GazetteerArgument gazetteer;
  std::vector<std::string> actors;
  unsigned jobs = 0;
};

int run(const AnnotateArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const bool conllu = arguments.format == "conllu";  // rows are tokens
  const LayerChoice layers = choose_layers(conllu ? "paragraphs,syntax" : arguments.layers);
  EngineOptions how = engine_options(layers, arguments.model);
  how.actors = arguments.actors;
  how.gazetteer = arguments.gazetteer.path_for(layers);
  const Result<Engine> engine = Engine::open(how);
  if (!engine.ok()) return tell(engine.error()), exit_code;
  Result<std::unique_ptr<RecordSink>> opened = open_sink(arguments.format, arguments.out);
  if (!opened.ok()) return tell(opened.error()), exit_code;
  RecordSink& sink = **opened;

  std::vector<BatchInput> inputs;
  for (const std::string& file : list_files(arguments.input.files, tell)) {
    inputs.push_back({file, arguments.input.options_for(file)});
  }
  BatchOptions options;
  options.jobs = arguments.jobs;
  options.render = [&](Record& record) {
    keep_layers(record, layers.keep);
    return sink.render(record);
  };
  Status done = run_batch(inputs, *engine, options, [&](BatchItem&& item) -> Status {
    if (item.record) return sink.write(*item.record, item.rendered);
    if (item.error) tell(*item.error);
    return Ok{};
  });
  if (done.ok()) done = sink.finish();
  if (!done.ok()) tell(done.error());
  return exit_code;
}

constexpr const char* kExamples =
    "Examples:\n"
    "  onrecord annotate article.txt --published 2024-04-25\n"
    "  onrecord annotate news/ --layers statements,entities > records.jsonl\n"
    "  curl -s URL | onrecord annotate - --input-format html --format conllu\n"
    "  onrecord annotate news/ --format brat --out brat-folder\n";

}  // namespace

void add_annotate(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<AnnotateArguments>();
  CLI::App* command = app.add_subcommand("annotate", "Print the record of each article, without a database.");
  add_input_arguments(*command, arguments->input);
  command
      ->add_option("--format", arguments->format, "JSON Lines, CoNLL-U tokens, brat standoff, or one page for all.")
      ->check(one_of(format_words()))
      ->type_name(choices(format_words()))
      ->capture_default_str();
  command->add_option("--out", arguments->out, "Write to this file (brat: folder) instead of standard output.")
      ->type_name("PATH");
  command
      ->add_option("--layers", arguments->layers,
                   "all, or a list of " + or_list(record_layers()) + "; tokens and syntax come only when named.")
      ->check(list_of(layer_words()))
      ->type_name("LIST")
      ->capture_default_str();
  command->add_option("--jobs", arguments->jobs, "Threads; as many as the machine has cores, unless given.")
      ->check(count_from(1))
      ->type_name("N");
  add_model_arguments(*command, arguments->model);
  add_gazetteer_argument(*command, arguments->gazetteer);
  add_actors_argument(*command, arguments->actors);
  command->footer(kExamples);
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord
