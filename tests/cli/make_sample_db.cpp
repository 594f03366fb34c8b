// SPDX-License-Identifier: Apache-2.0
// make_sample_db FILE: a database that holds the sample record, so that the commands that read a database are tested
// whatever the finders find.
#include <cstdio>

#include "base/sha256.h"
#include "format/sample_record.h"
#include "onrecord/database.h"

int main(int argc, char** argv) {
  using namespace onrecord;
  if (argc != 2) return 2;
  Record record = testing::sample_record();
  record.article.text_sha256 = sha256_hex(record.article.text);
  Result<Database> database = Database::open(argv[1], Access::Create);
  if (!database.ok()) return std::fprintf(stderr, "%s\n", to_string(database.error()).c_str()), 1;
  const Result<Presence> put = database->put(record, "sample");
  if (!put.ok()) return std::fprintf(stderr, "%s\n", to_string(put.error()).c_str()), 1;
}
