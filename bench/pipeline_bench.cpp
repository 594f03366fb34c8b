// SPDX-License-Identifier: Apache-2.0
// onrecord_bench: reads JSON Lines, analyzes each article and builds its record, on one thread, N times; prints one
// JSON object with words, seconds of CPU time in all and by stage, rows and peak memory. Nothing is written out, so
// this is the speed of the pipeline itself. bench/run.py calls it.
//
// A word is a run of characters between blanks that holds a letter, a digit or a character outside ASCII.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/analyze.h"
#include "annotate/language/language_model.h"
#include "annotate/places/gazetteer.h"
#include "base/json_writer.h"
#include "ingest/article_stream.h"
#include "onrecord/actors.h"
#include "record/build.h"

namespace onrecord {
namespace {

// Seconds of CPU time of this thread: a busy neighbour makes them longer, but not by the time it runs itself.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Millions of steps per second of a loop that touches no memory, to see how fast the machine runs just now.
double calibration_loop() {
  constexpr int kSteps = 50'000'000;
  std::uint64_t state = 88172645463325252ull;
  const double begin = cpu_seconds();
  for (int i = 0; i < kSteps; ++i) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
  }
  const double taken = cpu_seconds() - begin;
  return state == 0 ? 0 : kSteps / taken / 1e6;  // never 0: keeps the loop from being thrown away
}

std::int64_t count_words(std::string_view text) {
  std::int64_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ') {
      in_word = false;
    } else if (!in_word && (byte >= 0x80 || std::isalnum(byte))) {
      in_word = true;
      ++words;
    }
  }
  return words;
}

// What one pass over the file did. Rows are counted so that a pipeline that does nothing is found out.
struct Pass {
  double ingest = 0, analyze = 0, record = 0, release = 0;
  std::vector<StageTime> stages;
  std::int64_t articles = 0, words = 0, bytes = 0, tokens = 0, errors = 0;
  std::int64_t sentences = 0, times = 0, figures = 0, entities = 0, places = 0, statements = 0;

  double seconds() const { return ingest + analyze + record + release; }
  void count(const Record& record);
};

void Pass::count(const Record& row) {
  ++articles;
  words += count_words(row.article.text);
  bytes += static_cast<std::int64_t>(row.article.text.size());
  sentences += static_cast<std::int64_t>(row.sentences.size());
  times += static_cast<std::int64_t>(row.times.size());
  figures += static_cast<std::int64_t>(row.figures.size());
  entities += static_cast<std::int64_t>(row.entities.size());
  places += static_cast<std::int64_t>(row.places.size());
  statements += static_cast<std::int64_t>(row.statements.size());
}

// One article through the pipeline; `clock` is the CPU time at which its reading began. Counting is not timed, giving
// the memory back is.
void process(Article article, double clock, const AnalyzeOptions& how, Pass& pass) {
  const auto lap = [&clock](double& stage) {
    const double now = cpu_seconds();
    stage += now - std::exchange(clock, now);
  };
  lap(pass.ingest);
  std::optional<Document> document(analyze(std::move(article), how));
  lap(pass.analyze);
  std::optional<Result<Record>> record(build_record(*document, false));
  lap(pass.record);
  pass.tokens += static_cast<std::int64_t>(document->tokens->rows.size());
  if (record->ok()) pass.count(**record);
  else ++pass.errors;
  clock = cpu_seconds();
  record.reset();
  document.reset();
  lap(pass.release);
}

Result<Pass> run_pass(const std::string& path, const LanguageModel* model, const Gazetteer* gazetteer,
                      LanguageScratch& scratch) {
  InputOptions options;
  options.source_uri = path;
  options.format = InputFormat::Jsonl;
  Pass pass;
  AnalyzeOptions how;
  how.model = model;
  how.gazetteer = gazetteer;
  how.scratch = &scratch;
  how.times = &pass.stages;
  ONRECORD_TRY(const ActorTable actors, ActorTable::open());
  how.actors = &actors;
  ONRECORD_TRY(ArticleStream stream, ArticleStream::open(path, options));
  for (;;) {
    const double clock = cpu_seconds();
    std::optional<Result<Article>> article = stream.next();
    if (!article) return pass;
    if (article->ok()) process(std::move(*article).value(), clock, how, pass);
    else ++pass.errors;
  }
}

void write_pass(JsonWriter& json, const Pass& pass) {
  json.field("articles", pass.articles).field("errors", pass.errors).field("words", pass.words);
  json.field("bytes", pass.bytes).field("tokens", pass.tokens).field("sentences", pass.sentences);
  json.field("times", pass.times).field("figures", pass.figures).field("entities", pass.entities);
  json.field("places", pass.places).field("statements", pass.statements).field("cpu_seconds", pass.seconds());
  json.field("words_per_second", static_cast<double>(pass.words) / std::max(pass.seconds(), 1e-9));
  json.key("stages").begin_object().field("ingest", pass.ingest);
  double staged = 0;
  for (const StageTime& stage : pass.stages) {
    json.field(stage.stage, stage.seconds);
    staged += stage.seconds;
  }
  json.field("between stages", std::max(pass.analyze - staged, 0.0)).field("record", pass.record);
  json.field("release", pass.release).end_object();
}

// Peak resident memory of the process in kB (VmHWM; getrusage would count what stood there before exec); 0: unknown.
std::int64_t peak_memory() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.rfind("VmHWM:", 0) == 0) return std::atoll(line.c_str() + 6);
  }
  return 0;
}

int run(const std::string& path, int repeats, const std::string& model_path, const std::string& gazetteer_path) {
  std::optional<LanguageModel> model;
  LanguageScratch scratch;
  if (!model_path.empty()) {
    Result<LanguageModel> loaded = LanguageModel::open(model_path, nn::Precision::Int8);
    if (!loaded.ok()) {
      std::fprintf(stderr, "onrecord_bench: %s\n", to_string(loaded.error()).c_str());
      return 1;
    }
    model = std::move(loaded).value();
  }
  std::optional<Gazetteer> gazetteer;
  if (!gazetteer_path.empty()) {
    Result<Gazetteer> opened = Gazetteer::open(gazetteer_path);
    if (!opened.ok()) {
      std::fprintf(stderr, "onrecord_bench: %s\n", to_string(opened.error()).c_str());
      return 1;
    }
    gazetteer = std::move(opened).value();
  }
  std::vector<Pass> passes;
  const double before = calibration_loop();
  for (int i = 0; i < repeats; ++i) {
    Result<Pass> pass = run_pass(path, model ? &*model : nullptr, gazetteer ? &*gazetteer : nullptr, scratch);
    if (!pass.ok()) {
      std::fprintf(stderr, "onrecord_bench: %s\n", to_string(pass.error()).c_str());
      return 1;
    }
    passes.push_back(std::move(pass).value());
  }
  std::sort(passes.begin(), passes.end(), [](const Pass& a, const Pass& b) { return a.seconds() < b.seconds(); });
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("file", std::string_view(path)).field("passes", repeats);
  json.field("calibration_before", before).field("calibration_after", calibration_loop());
  json.field("fastest_cpu_seconds", passes.front().seconds()).field("slowest_cpu_seconds", passes.back().seconds());
  json.field("peak_memory_kb", peak_memory());
  write_pass(json, passes[passes.size() / 2]);  // the median pass
  json.end_object();
  std::puts(out.c_str());
  return 0;
}

}  // namespace
}  // namespace onrecord

int main(int argc, char** argv) {
  const int repeats = argc > 2 ? std::atoi(argv[2]) : 3;
  if (argc < 2 || repeats < 1) {
    std::fprintf(stderr, "usage: onrecord_bench FILE.jsonl [PASSES [MODEL [GAZETTEER]]]; \"\" for no model\n");
    return 2;
  }
  return onrecord::run(argv[1], repeats, argc > 3 ? argv[3] : "", argc > 4 ? argv[4] : "");
}
