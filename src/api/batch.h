// SPDX-License-Identifier: Apache-2.0
// Many inputs through one engine on several threads, results in the order of the inputs. The order and the bytes
// of what comes out do not depend on the number of threads; memory does not depend on the number of inputs.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/engine.h"

namespace onrecord {

struct BatchInput {
  std::string path;  // or "-" for standard input
  InputOptions options;
};

// One article, or one that could not be read: exactly one of `record`, `error` and `known` is there.
struct BatchItem {
  std::optional<Record> record;
  std::optional<Error> error;
  bool known = false;       // BatchOptions::known said so; nothing was looked for in it
  Id article;               // of a record or a known one
  std::string fingerprint;  // Engine::fingerprint() of it
  std::string rendered;     // what BatchOptions::render made of the record
};

struct BatchOptions {
  unsigned jobs = 0;  // threads that analyse; 0: as many as the machine has cores
  // Both are called on any thread, several at once. `known`: skip this article. `render`: what the sink wants of
  // the record besides the record itself; it may change the record.
  std::function<bool(const Id& article, std::string_view fingerprint)> known = nullptr;
  std::function<std::string(Record& record)> render = nullptr;
  // On the calling thread: bytes of input that the sink has seen the end of.
  std::function<void(std::uint64_t bytes)> on_progress = nullptr;
  const std::atomic<bool>* stop = nullptr;  // set: come back soon
};

// Called on the calling thread, in the order of inputs and of articles in them. An error ends the batch.
using BatchSink = std::function<Status(BatchItem&& item)>;

// ERRORS: Interrupted (stop was set), or the error of the sink. Errors of inputs go to the sink.
Status run_batch(const std::vector<BatchInput>& inputs, const Engine& engine, const BatchOptions& options,
                 const BatchSink& sink);

}  // namespace onrecord
