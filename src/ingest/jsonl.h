// SPDX-License-Identifier: Apache-2.0
// JSON Lines: one article a line, an object with
//   text (string, the only one that must be there), id (string or number), title, published and updated (ISO 8601),
//   url, publisher, language, authors (a list of strings, or one string).
// Other fields are left alone. A field of the wrong type or a date that is none becomes null with a note.
//
// Thread rule: a reader belongs to one thread.
#pragma once

#include <memory>

#include "ingest/byte_source.h"
#include "onrecord/options.h"
#include "text/article.h"

namespace onrecord {

class JsonlReader {
 public:
  // REQUIRES: check_options(options).
  explicit JsonlReader(InputOptions options);
  JsonlReader(JsonlReader&&) noexcept;
  ~JsonlReader();

  // The article of a line that is not blank. ERRORS: BadInput, TooLarge, with `where` "FILE:LINE".
  Result<Article> read(const InputReader::Line& line);

  static bool is_blank(const InputReader::Line& line);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
