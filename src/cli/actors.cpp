// SPDX-License-Identifier: Apache-2.0
// Which country and sector a phrase names, and which row or word of the table says so.
#include "onrecord/actors.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "base/json_writer.h"
#include "cli/actors_option.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/terminal.h"
#include "cli/values.h"

namespace onrecord {
namespace {

struct ActorArguments {
  std::vector<std::string> phrases, files;
  std::string date, country, format = "text";
};

std::string producer_of(const ActorReading& reading) {
  return std::string(reading.rule->name) + '/' + std::to_string(reading.rule->version);
}

std::string json_of(const std::string& phrase, const ActorReading& reading) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("phrase", phrase).field("country", reading.country);
  json.field("country_reason", reading.country ? MaybeText() : reading.country_reason).field("body", reading.body);
  json.field("sector", reading.sector).field("second_sector", reading.second_sector);
  json.field("sector_reason", reading.sector ? MaybeText() : reading.sector_reason).key("alternatives").begin_array();
  for (const ActorAlternative& one : reading.alternatives) {
    json.begin_object().field("country", one.country).field("sector", one.sector);
    json.field("confidence", one.confidence).end_object();
  }
  const PloverCodes codes = plover_codes(reading);
  json.end_array().field("evidence", reading.evidence).key("plover").begin_object().field("country", codes.country);
  json.field("code_1", codes.code_1).field("code_2", codes.code_2).end_object();
  json.field("confidence", reading.confidence);
  json.field("producer", reading.rule == nullptr ? MaybeText() : MaybeText(producer_of(reading))).end_object();
  return out + '\n';
}

std::string page_of(const std::string& phrase, const ActorReading& reading, const Terminal& terminal) {
  std::string out = terminal.bold(printable(phrase)) + '\n';
  const auto pair = [&](const char* name, const std::string& value) {
    out += terminal.pair(terminal.dim(name), printable(value), 2, 14);
  };
  const auto known = [](const MaybeText& value, const MaybeText& reason) {
    return value ? *value : "not known: " + reason.value_or("nothing tells");
  };
  pair("country", known(reading.country, reading.country_reason));
  if (reading.body) pair("body", *reading.body);
  pair("sector", known(reading.sector, reading.sector_reason) +
                     (reading.second_sector ? ", also " + *reading.second_sector : ""));
  for (const ActorAlternative& one : reading.alternatives) {
    pair("or", one.country.value_or("no country") + (one.sector ? ' ' + *one.sector : ""));
  }
  if (reading.evidence) pair("because of", *reading.evidence);
  if (reading.rule != nullptr) pair("rule", producer_of(reading));
  return out;
}

int run(const ActorArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const Result<ActorTable> table = ActorTable::open(arguments.files);
  if (!table.ok()) return tell(table.error()), exit_code;
  const Terminal terminal = Terminal::of_stdout();
  for (const std::string& phrase : arguments.phrases) {
    const ActorReading reading = table->resolve(phrase, {arguments.date, arguments.country});
    const std::string line =
        arguments.format == "jsonl" ? json_of(phrase, reading) : page_of(phrase, reading, terminal);
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return exit_code;
}

}  // namespace

void add_actors_argument(CLI::App& command, std::vector<std::string>& files) {
  command
      .add_option("--actors", files,
                  "A file of persons, bodies and words that adds to the program's own table; may be given again.")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_actors(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ActorArguments>();
  CLI::App* command = app.add_subcommand("actors", "Tell which country and sector a phrase names, and why.");
  command
      ->add_option("PHRASE", arguments->phrases,
                   "A noun phrase: \"four Saudi men\", \"the defence ministry of Ukraine\".")
      ->required()
      ->type_name("");
  command
      ->add_option("--date", arguments->date, "The day on which offices count; without it the last known one does.")
      ->check(iso_date())
      ->type_name("DATE");
  command
      ->add_option("--country", arguments->country,
                   "Alpha-3 code that decides where a name has readings in several countries.")
      ->type_name("CODE");
  command->add_option("--format", arguments->format, "Text for people, or one JSON object a line.")
      ->check(one_of({"text", "jsonl"}))
      ->type_name(choices({"text", "jsonl"}))
      ->capture_default_str();
  add_actors_argument(*command, arguments->files);
  command->footer(
      "Countries are ISO 3166-1 alpha-3 codes, sectors PLOVER's: GOV, MIL, COP, REB … What is not known says why.\n"
      "\n"
      "Examples:\n"
      "  onrecord actors \"four Saudi men\" \"Kenyan police\"\n"
      "  onrecord actors \"President Obama\" --date 2012-05-01\n");
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord
