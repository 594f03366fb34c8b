// SPDX-License-Identifier: Apache-2.0
// A layer that has been handed on is const: its rows cannot be changed.
#include "doc/document.h"

void change(onrecord::Document& document) {
#ifdef SHOULD_FAIL
  document.tokens->rows.clear();
#else
  static_cast<void>(document.tokens->rows.size());
#endif
}
