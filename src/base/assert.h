// SPDX-License-Identifier: Apache-2.0
// ONRECORD_ASSERT: for bugs only, never for input. On in debug builds, tests and fuzzing; free in release.
#pragma once

#include <cstdio>
#include <cstdlib>

#if defined(NDEBUG) && !defined(ONRECORD_ASSERTIONS)
#define ONRECORD_ASSERT(condition) static_cast<void>(0)
#else
#define ONRECORD_ASSERT(condition)                                                           \
  do {                                                                                       \
    if (!(condition)) {                                                                      \
      std::fprintf(stderr, "%s:%d: assertion failed: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                          \
    }                                                                                        \
  } while (false)
#endif
