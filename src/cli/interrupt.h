// SPDX-License-Identifier: Apache-2.0
// Signals in a long run that writes. Ctrl-C and SIGTERM become a flag: the first asks the run to come to an end, the
// second kills as ever.
#pragma once

#include <atomic>

namespace onrecord {

// Installs the handlers; the flag is set from then on when a signal comes.
const std::atomic<bool>& catch_interrupts();

}  // namespace onrecord
