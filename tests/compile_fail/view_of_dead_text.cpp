// SPDX-License-Identifier: Apache-2.0
// A view of a text that dies at the end of the line is refused.
#include "text/text.h"

std::string_view surface() {
#ifdef SHOULD_FAIL
  return onrecord::Text("short lived").bytes({0, 5});
#else
  static const onrecord::Text kText("long lived");
  return kText.bytes({0, 4});
#endif
}
