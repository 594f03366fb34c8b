// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>

#include "cli/commands.h"
#include "cli/database_option.h"
#include "cli/evidence_view.h"
#include "cli/terminal.h"
#include "format/describe.h"
#include "onrecord/rules.h"

namespace onrecord {
namespace {

struct ExplainArguments {
  std::string row;
  std::string db;
};

constexpr std::size_t kIndent = 2, kColumn = 25;

std::string words_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return printable(*text);
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return plain_number(*real);
  return "";
}

class Explanation {
 public:
  Explanation(const Database& database, const FoundRow& row, const Record& record, const Terminal& terminal)
      : database_(database), row_(row), record_(record), names_(record), terminal_(terminal) {}

  std::string write() {
    heading();
    evidence();
    values();
    producer();
    actor();
    across("corroboration", "Elsewhere", "independent_sources", "independent sources");
    across("contradictions", "Contradicted", "values", "");
    corrections();
    return std::move(out_);
  }

 private:
  const Value* column(const std::string& name) const {
    for (std::size_t k = 0; k < row_.columns.size(); ++k) {
      if (row_.columns[k].name == name) return &row_.values[k];
    }
    return nullptr;
  }
  std::string text_of(const std::string& name) const {
    const Value* value = column(name);
    return value == nullptr ? "" : words_of(*value);
  }
  void title(const char* words) { out_ += '\n' + terminal_.bold(words) + '\n'; }
  void pair(const std::string& name, const std::string& value) {
    out_ += terminal_.pair(terminal_.dim(name), value, kIndent, kColumn);
  }
  void paragraph(const std::string& words) { out_ += terminal_.wrap(words, kIndent); }

  void heading();
  void evidence();
  void values();
  template <class Row>
  void readings(const std::vector<Row>& rows);
  void speaker();
  void producer();
  void rule(const Rule& rule, const std::string& version);
  void actor();
  void across(const char* table, const char* heading, const char* column, const char* words);
  void corrections();

  const Database& database_;
  const FoundRow& row_;
  const Record& record_;
  RowNames names_;
  const Terminal& terminal_;
  std::string out_;
};

void Explanation::heading() {
  out_ += terminal_.bold(row_.id) + ", a row of " + row_.table + '\n';
  if (row_.article.empty()) return;
  out_ += terminal_.wrap("in " + printable(record_.article.title.value_or("an article without title")) + ", " +
                             printable(record_.article.source_uri) + ", " + record_.article.id,
                         0);
}

void Explanation::evidence() {
  std::vector<Mark> marks;
  for (const Mark& mark : marks_of(record_)) {
    if (mark.row == row_.id) marks.push_back(mark);
  }
  if (marks.empty()) return;
  title("The words it stands on");
  out_ += evidence_view(record_, marks, terminal_);
}

// Columns that say where the row stands or that have a place of their own in the explanation.
bool is_shown_elsewhere(const std::string& name) {
  constexpr std::string_view kElsewhere[] = {
      "number",     "id",       "article",        "position",         "start",          "end",         "producer",
      "confidence", "reason",   "actor",          "actor_confidence", "actor_evidence", "of_start",    "of_end",
      "item_start", "item_end", "speaker_reason", "speaker_by",       "speaker_others", "alternatives"};
  return std::find(std::begin(kElsewhere), std::end(kElsewhere), name) != std::end(kElsewhere);
}

void Explanation::values() {
  title("What it says");
  std::string unknown;
  for (std::size_t k = 0; k < row_.columns.size(); ++k) {
    const std::string& name = row_.columns[k].name;
    if (is_shown_elsewhere(name)) continue;
    const std::string words = words_of(row_.values[k]);
    if (words.empty() || words == "[]") {
      unknown += (unknown.empty() ? "" : ", ") + name;
      continue;
    }
    const std::string known_as = names_.name_of(words);
    pair(name, known_as == words ? words : printable(known_as) + "  " + terminal_.dim(words));
  }
  if (!unknown.empty()) pair("not known", unknown);
  for (const char* reason : {"reason", "speaker_reason"}) {
    if (!text_of(reason).empty()) pair("because", text_of(reason));
  }
  speaker();
  readings(record_.times);
  readings(record_.figures);
  readings(record_.places);
}

// How the speaker of a statement was found, and who it may be else.
void Explanation::speaker() {
  for (const Statement& row : record_.statements) {
    if (row.id != row_.id) continue;
    if (row.speaker_by) pair("speaker by", *row.speaker_by);
    for (const Id& other : row.speaker_others)
      pair("or", printable(names_.name_of(other)) + "  " + terminal_.dim(other));
  }
}

// The other ways to read the words.
template <class Row>
void Explanation::readings(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    if (row.id != row_.id) continue;
    for (const auto& reading : row.alternatives) pair("or", reading_in_words(reading));
  }
}

void Explanation::rule(const Rule& rule, const std::string& version) {
  paragraph(rule.says);
  out_ += '\n';
  if (*rule.accepts != '\0') {
    pair("it fires in", rule.accepts);
    pair("but not in", rule.refuses);
  }
  if (version != std::to_string(rule.version)) {
    paragraph("The row was made by version " + version + " of this rule; this program has version " +
              std::to_string(rule.version) + ". Read the article again to bring it up to date.");
  }
}

void Explanation::producer() {
  const std::string made_by = text_of("producer");
  if (made_by.empty()) return;
  title("Why it is there");
  const std::size_t slash = made_by.find('/');
  const std::string name = made_by.substr(0, slash);
  const std::string version = slash == std::string::npos ? "" : made_by.substr(slash + 1);
  paragraph("Made by " + name + (version.empty() ? "" : ", version " + version) + '.');
  const Rule* known = find_rule(name);
  if (known != nullptr) rule(*known, version);
  else paragraph("This program has no rule of that name: the row was made by another version of it.");
  const Value* confidence = column("confidence");
  const auto* share = confidence == nullptr ? nullptr : std::get_if<double>(confidence);
  if (share == nullptr) return;
  const std::string number = confidence_in_words({made_by, *share});
  if (known != nullptr && *known->accepts == '\0')
    return pair("confidence", number + ": the model's own, scaled to what came true on development data.");
  pair("confidence", number + ": on development data, about " + std::to_string(std::lround(*share * 100)) +
                         " in 100 rows made this way were right.");
}

// What gave an entity its country and sector.
void Explanation::actor() {
  const std::string made_by = text_of("actor");
  if (row_.table != "entities" || made_by.empty()) return;
  title("Why this country and sector");
  if (!text_of("actor_evidence").empty()) paragraph("By " + text_of("actor_evidence") + '.');
  const std::size_t slash = made_by.find('/');
  const Rule* known = find_rule(made_by.substr(0, slash));
  if (known != nullptr) rule(*known, slash == std::string::npos ? "" : made_by.substr(slash + 1));
}

// What other articles say of this row, from the tables that compare articles.
void Explanation::across(const char* table, const char* heading, const char* wanted, const char* words) {
  const Result<std::vector<Column>> columns = database_.columns(table);
  if (!columns.ok()) return;  // an older database
  const Status read = database_.rows(table, {{"row", row_.id}}, [&](const Row& found) {
    title(heading);
    for (std::size_t k = 0; k < found.size(); ++k) {
      if ((*columns)[k].name != wanted) continue;
      const auto* text = std::get_if<std::string_view>(&found[k]);
      const auto* count = std::get_if<std::int64_t>(&found[k]);
      if (text != nullptr) paragraph(printable(*text));
      if (count != nullptr) paragraph(std::to_string(*count) + ' ' + words);
    }
    return true;
  });
  if (!read.ok()) paragraph(to_string(read.error()));
}

void Explanation::corrections() {
  const Status read = database_.rows("corrections", {{"row", row_.id}}, [&](const Row& found) {
    const auto text = [&](std::size_t k) {
      const auto* words = std::get_if<std::string_view>(&found[k]);
      return words == nullptr ? std::string("nothing") : printable(*words);
    };
    title("Corrected by a person");  // columns: id row field old new who when why
    paragraph(text(2) + " from " + text(3) + " to " + text(4) + " by " + text(5) + " on " + text(6) + ": " + text(7));
    return true;
  });
  if (!read.ok()) paragraph(to_string(read.error()));
}

int run(const ExplainArguments& arguments) {
  int exit_code = 0;
  const ErrorTeller tell(exit_code);
  const std::optional<Database> database = open_database(arguments.db, tell);
  if (!database) return exit_code;
  const Result<FoundRow> row = database->find_row(arguments.row);
  if (!row.ok()) return tell(row.error()), exit_code;
  if (row->table == "articles") {
    tell({ErrorCode::InvalidArgument, "is an article; use \"onrecord show\"", row->id});
    return exit_code;
  }
  // A row that compares articles belongs to none.
  const Result<Record> record = row->article.empty() ? Record{} : database->load(row->article);
  if (!record.ok()) return tell(record.error()), exit_code;
  const std::string page = Explanation(*database, *row, *record, Terminal::of_stdout()).write();
  std::fwrite(page.data(), 1, page.size(), stdout);
  return exit_code;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  auto arguments = std::make_shared<ExplainArguments>();
  CLI::App* command = app.add_subcommand("explain", "Say why a row of a database is there, and on which words.");
  command->add_option("ROW", arguments->row, "The id of a row, or the beginning of it; show and search print ids.")
      ->required()
      ->type_name("");
  add_database_option(*command, arguments->db);
  command->footer(
      "Examples:\n"
      "  onrecord explain s4f1a --db news.db\n");
  command->callback([arguments, &exit_code] { exit_code = run(*arguments); });
}

}  // namespace onrecord
