// SPDX-License-Identifier: Apache-2.0
// Prints the sample record in a format: for a look at a page, and for the test of the schema.
#include <cstdio>
#include <cstring>

#include "format/format.h"
#include "format/html.h"
#include "format/sample_record.h"

int main(int argc, char** argv) {
  const char* format = argc > 1 ? argv[1] : "jsonl";
  const onrecord::Record record = onrecord::testing::sample_record();
  std::string out;
  if (std::strcmp(format, "html") == 0) {
    onrecord::HtmlPage page;
    page.add(record);
    out = page.finish();
  } else if (std::strcmp(format, "conllu") == 0) {
    onrecord::append_conllu(record, out);
  } else if (std::strcmp(format, "brat") == 0) {
    onrecord::append_brat(record, out);
  } else {
    onrecord::append_jsonl(record, out);
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
}
