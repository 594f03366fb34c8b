// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"

#include <csignal>

namespace onrecord {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

}  // namespace

const std::atomic<bool>& catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = [](int) { interrupted = true; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one does what it always does
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
  // A limit of file size is told as a full disk, not by dying.
  std::signal(SIGXFSZ, SIG_IGN);
  return interrupted;
}

}  // namespace onrecord
