// SPDX-License-Identifier: Apache-2.0
// One reader thread cuts the inputs into numbered jobs, workers do them in any order, the calling thread hands the
// results on by number. At most a window of jobs is anywhere between, so memory stays flat whatever waits for what.
#include "api/batch.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>

#include "api/engine_access.h"
#include "ingest/article_stream.h"

namespace onrecord {
namespace {

using namespace std::chrono_literals;

// A file up to this size is read by a worker; a larger one (or standard input) by the reader, a piece at a time.
constexpr std::uint64_t kFileJobBytes = 256 * 1024;
constexpr std::size_t kPieceBytes = 128 * 1024;  // of article texts
constexpr std::size_t kErrorBytes = 256;         // what an article that cannot be read counts for
// Waits are cut short to look at `stop`, which a signal handler sets and nobody announces.
constexpr auto kLookAtStop = 100ms;

using Articles = std::vector<Result<Article>>;

struct Job {
  std::uint64_t number = 0;
  std::variant<std::size_t, Articles> work;  // index of a whole input, or articles of one
  std::uint64_t bytes = 0;                   // of input
};

struct Done {
  std::vector<BatchItem> items;
  std::uint64_t bytes = 0;
};

// Everything that the threads share. Owned by all of them, as a reader that waits for standard input may outlive the
// batch.
class Exchange {
 public:
  Exchange(std::vector<BatchInput> inputs, std::size_t window, const std::atomic<bool>* stop)
      : inputs_(std::move(inputs)), window_(window), stop_(stop) {}

  const std::vector<BatchInput>& inputs() const { return inputs_; }
  bool stopped() const { return cancelled_ || (stop_ != nullptr && *stop_); }

  // Reader. False: stop.
  bool issue(Job job);
  void finish_reading();
  // Whether the reader may wait for something that never comes: standard input, a pipe.
  void set_blocking(bool blocking) { blocking_ = blocking; }
  bool blocked() const { return blocking_ && !all_issued_; }

  // Workers. Nothing: no more work.
  std::optional<Job> take();
  void give(std::uint64_t number, Done done);

  // Calling thread. Nothing: all done, or stopped.
  std::optional<Done> next();
  void cancel();

 private:
  template <class Ready>
  bool wait(std::unique_lock<std::mutex>& lock, Ready ready);

  const std::vector<BatchInput> inputs_;
  const std::size_t window_;
  const std::atomic<bool>* stop_;
  std::atomic<bool> cancelled_ = false;
  std::atomic<bool> all_issued_ = false;
  std::atomic<bool> blocking_ = true;  // until the reader knows its first input

  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::deque<Job> queue_;
  std::map<std::uint64_t, Done> done_;
  std::uint64_t issued_ = 0;
  std::uint64_t handed_on_ = 0;
};

// True when ready, false when stopped.
template <class Ready>
bool Exchange::wait(std::unique_lock<std::mutex>& lock, Ready ready) {
  while (!stopped() && !ready()) changed_.wait_for(lock, kLookAtStop);
  return !stopped();
}

bool Exchange::issue(Job job) {
  std::unique_lock lock(mutex_);
  if (!wait(lock, [&] { return issued_ - handed_on_ < window_; })) return false;
  job.number = issued_++;
  queue_.push_back(std::move(job));
  changed_.notify_all();
  return true;
}

void Exchange::finish_reading() {
  const std::lock_guard lock(mutex_);
  all_issued_ = true;
  changed_.notify_all();
}

std::optional<Job> Exchange::take() {
  std::unique_lock lock(mutex_);
  if (!wait(lock, [&] { return !queue_.empty() || all_issued_; }) || queue_.empty()) return std::nullopt;
  Job job = std::move(queue_.front());
  queue_.pop_front();
  return job;
}

void Exchange::give(std::uint64_t number, Done done) {
  const std::lock_guard lock(mutex_);
  done_.emplace(number, std::move(done));
  changed_.notify_all();
}

std::optional<Done> Exchange::next() {
  std::unique_lock lock(mutex_);
  const auto here = [&] { return done_.find(handed_on_) != done_.end(); };
  if (!wait(lock, [&] { return here() || (all_issued_ && handed_on_ == issued_); }) || !here()) return std::nullopt;
  Done done = std::move(done_.extract(handed_on_++).mapped());
  changed_.notify_all();
  return done;
}

void Exchange::cancel() {
  const std::lock_guard lock(mutex_);
  cancelled_ = true;
  changed_.notify_all();
}

std::optional<std::uint64_t> size_of_small_file(const std::string& path) {
  std::error_code error;
  if (path == "-" || !std::filesystem::is_regular_file(path, error)) return std::nullopt;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error || size > kFileJobBytes) return std::nullopt;
  return size;
}

// Reads one large input and issues its articles in pieces. False: stop.
bool issue_pieces(Exchange& exchange, const BatchInput& input) {
  Articles piece;
  Result<ArticleStream> stream = ArticleStream::open(input.path, input.options);
  if (!stream.ok()) {
    piece.push_back(stream.error());
    return exchange.issue({0, std::move(piece), 0});
  }
  std::uint64_t told = 0;
  std::size_t size = 0;
  const auto issue = [&] {
    const std::uint64_t bytes = stream->bytes_read() - told;
    told += bytes;
    size = 0;
    return exchange.issue({0, std::exchange(piece, {}), bytes});
  };
  while (std::optional<Result<Article>> article = stream->next()) {
    size += article->ok() ? (*article)->text.size() : kErrorBytes;
    piece.push_back(std::move(*article));
    if (exchange.stopped() || (size >= kPieceBytes && !issue())) return false;
  }
  return issue();
}

void read_inputs(Exchange& exchange) {
  for (std::size_t k = 0; k < exchange.inputs().size(); ++k) {
    const BatchInput& input = exchange.inputs()[k];
    const std::optional<std::uint64_t> size = size_of_small_file(input.path);
    std::error_code ignored;
    exchange.set_blocking(!std::filesystem::is_regular_file(input.path, ignored));
    if (!(size ? exchange.issue({0, k, *size}) : issue_pieces(exchange, input))) break;
  }
  exchange.finish_reading();
}

class Worker {
 public:
  Worker(Exchange& exchange, const Engine& engine, const BatchOptions& options)
      : exchange_(exchange), engine_(engine), options_(options) {}

  void run() {
    while (std::optional<Job> job = exchange_.take()) exchange_.give(job->number, do_job(*job));
  }

 private:
  Done do_job(Job& job) const;
  void add_input(const BatchInput& input, Done& done) const;
  BatchItem item_of(Result<Article>&& article) const;

  Exchange& exchange_;
  const Engine& engine_;
  const BatchOptions& options_;
};

Done Worker::do_job(Job& job) const {
  Done done;
  done.bytes = job.bytes;
  if (const auto* input = std::get_if<std::size_t>(&job.work)) {
    add_input(exchange_.inputs()[*input], done);
    return done;
  }
  for (Result<Article>& article : std::get<Articles>(job.work)) {
    if (exchange_.stopped()) break;
    done.items.push_back(item_of(std::move(article)));
  }
  return done;
}

void Worker::add_input(const BatchInput& input, Done& done) const {
  Result<ArticleStream> stream = ArticleStream::open(input.path, input.options);
  if (!stream.ok()) {
    done.items.push_back(item_of(stream.error()));
    return;
  }
  while (std::optional<Result<Article>> article = stream->next()) {
    if (exchange_.stopped()) return;
    done.items.push_back(item_of(std::move(*article)));
  }
}

BatchItem Worker::item_of(Result<Article>&& article) const {
  BatchItem item;
  if (!article.ok()) {
    item.error = article.error();
    return item;
  }
  item.article = article->about.id;
  item.fingerprint = engine_.fingerprint(article->about);
  item.known = options_.known && options_.known(item.article, item.fingerprint);
  if (item.known) return item;
  Result<Record> record = EngineAccess::annotate(engine_, std::move(article).value());
  if (!record.ok()) {
    item.error = record.error();
    return item;
  }
  item.record = std::move(record).value();
  if (options_.render) item.rendered = options_.render(*item.record);
  return item;
}

unsigned jobs_of(const BatchOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
}

Status hand_on(Exchange& exchange, const BatchOptions& options, const BatchSink& sink) {
  while (std::optional<Done> done = exchange.next()) {
    for (BatchItem& item : done->items) {
      ONRECORD_CHECK_OK(sink(std::move(item)));
      if (exchange.stopped()) break;
    }
    if (options.on_progress) options.on_progress(done->bytes);
  }
  if (exchange.stopped()) return Error{ErrorCode::Interrupted, "stopped before the end", {}};
  return Ok{};
}

}  // namespace

Status run_batch(const std::vector<BatchInput>& inputs, const Engine& engine, const BatchOptions& options,
                 const BatchSink& sink) {
  const unsigned jobs = jobs_of(options);
  const auto exchange = std::make_shared<Exchange>(inputs, 4 * jobs + 4, options.stop);
  std::thread reader([exchange] { read_inputs(*exchange); });
  std::vector<std::thread> workers;
  for (unsigned k = 0; k < jobs; ++k) {
    workers.emplace_back([&] { Worker(*exchange, engine, options).run(); });
  }
  Status status = hand_on(*exchange, options, sink);
  exchange->cancel();
  for (std::thread& worker : workers) worker.join();
  // A reader that waits for standard input cannot be called back; it owns all it touches and ends with the next byte.
  if (exchange->blocked()) std::this_thread::sleep_for(kLookAtStop);
  if (exchange->blocked()) reader.detach();
  else reader.join();
  return status;
}

}  // namespace onrecord
