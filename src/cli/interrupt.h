// SPDX-License-Identifier: Apache-2.0
// Ctrl-C and SIGTERM as a flag: the first asks the run to come to an end, the second kills as ever.
#pragma once

#include <atomic>

namespace onrecord {

// Installs the handlers; the flag is set from then on when a signal comes.
const std::atomic<bool>& catch_interrupts();

}  // namespace onrecord
