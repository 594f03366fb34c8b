// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

namespace onrecord {

Result<Article> read_html(std::string_view, const InputOptions& options) {
  return Error{ErrorCode::BadInput, "HTML is not read yet", options.source_uri};
}

}  // namespace onrecord
