// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/database_option.h"
#include "cli/terminal.h"
#include "cli/values.h"

namespace onrecord {
namespace {

struct SearchArguments {
  std::vector<std::string> words;
  std::string db;
  std::string in = "both";
  std::string format = "page";
  std::size_t limit = 10;
};

// The snippet on one line, with the found words set off: by colour, or by *stars* where there is none.
std::string highlighted(const SearchHit& hit, const Terminal& terminal) {
  std::string out = hit.span && hit.span->begin > 0 ? "… " : "";
  std::uint32_t at = 0;
  for (const ByteSpan span : hit.highlights) {
    out += printable(std::string_view(hit.snippet).substr(at, span.begin - at));
    const std::string found = printable(std::string_view(hit.snippet).substr(span.begin, span.size()));
    const std::string dressed = terminal.bold(found);
    out += dressed == found ? '*' + found + '*' : dressed;
    at = span.end;
  }
  out += printable(std::string_view(hit.snippet).substr(at));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

void print(const SearchHit& hit, const Terminal& terminal) {
  std::string head = hit.table == "statements" ? "statement" : "article";
  if (hit.speaker) head += " by " + terminal.bold(printable(*hit.speaker));
  head += " · " + terminal.dim(hit.row);
  std::string page = terminal.wrap(head, 0) + terminal.wrap(highlighted(hit, terminal), 2);
  std::string article = printable(hit.title.value_or(hit.source_uri));
  article += " · " + hit.published.value_or("no publication date");
  if (hit.title) article += " · " + printable(hit.source_uri);
  page += terminal.dim(terminal.wrap(article, 2)) + '\n';
  std::fwrite(page.data(), 1, page.size(), stdout);
}

void print_json(const SearchHit& hit) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().field("table", hit.table).field("row", hit.row).field("article", hit.article);
  json.field("title", hit.title).field("published", hit.published).field("source_uri", hit.source_uri);
  json.field("speaker", hit.speaker).field("snippet", hit.snippet).field("score", hit.score).end_object();
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stdout);
}

SearchIn place_of(const std::string& word) {
  if (word == "articles") return SearchIn::Articles;
  return word == "statements" ? SearchIn::Statements : SearchIn::Both;
}

int run(const SearchArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const std::optional<Database> database = open_database(arguments.db, tell);
  if (!database) return exit_code;
  std::string words;
  for (const std::string& word : arguments.words) words += (words.empty() ? "" : " ") + word;
  const Result<std::vector<SearchHit>> hits =
      database->search(words, {.limit = arguments.limit, .in = place_of(arguments.in)});
  if (!hits.ok()) return tell(hits.error()), exit_code;
  const Terminal terminal = Terminal::of_stdout();
  for (const SearchHit& hit : *hits) {
    if (arguments.format == "jsonl") print_json(hit);
    else print(hit, terminal);
  }
  if (hits->empty() && arguments.format == "page") std::puts("Nothing found.");
  return exit_code;
}

}  // namespace

void add_search(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<SearchArguments>();
  CLI::App* command = app.add_subcommand("search", "Find words in the texts and statements of a database.");
  command
      ->add_option("WORDS", arguments->words,
                   "All of them must occur, in any form; \"a phrase\" in quotation marks, begin* for beginnings.")
      ->required()
      ->type_name("");
  add_database_option(*command, arguments->db);
  command->add_option("--in", arguments->in, "Where to look.")
      ->check(one_of({"both", "statements", "articles"}))
      ->type_name(choices({"both", "statements", "articles"}))
      ->capture_default_str();
  command->add_option("--limit", arguments->limit, "Hits in each of the two places, best first.")
      ->check(count_from(1))
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--format", arguments->format, "A page for the terminal, or JSON Lines.")
      ->check(one_of({"page", "jsonl"}))
      ->type_name(choices({"page", "jsonl"}))
      ->capture_default_str();
  command->footer(
      "Examples:\n"
      "  onrecord search ferry --db news.db\n"
      "  onrecord search '\"port strike\" minist*' --in statements --limit 3 --db news.db\n");
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord
