// SPDX-License-Identifier: Apache-2.0
// Bytes never turn into code points by assignment.
#include "onrecord/offsets.h"

onrecord::CodepointSpan shown(onrecord::ByteSpan bytes) {
#ifdef SHOULD_FAIL
  return bytes;
#else
  return {bytes.begin, bytes.end};
#endif
}
