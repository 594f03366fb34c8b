// SPDX-License-Identifier: Apache-2.0
// A Record in the formats of the edge. Offsets turn from bytes into code points here (JSON, CoNLL-U, brat) and
// nowhere else; formats know nothing of documents, finders or databases. Each format is described in
// docs/record.md.
//
// Thread rule: pure functions of the record; call them from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/records.h"

namespace onrecord {

// One line of JSON Lines in format "onrecord/1", with its line end.
void append_jsonl(const Record& record, std::string& out);

// CoNLL-U: the record's tokens by sentence. REQUIRES: layers "sentences" and "tokens", else there are no rows.
void append_conllu(const Record& record, std::string& out);

// brat standoff: text-bound annotations of names, times, figures and statements.
void append_brat(const Record& record, std::string& out);

// The layers that a record may hold, in the order of the format ("paragraphs", … "sources").
const std::vector<std::string>& record_layers();

// Empties every layer that is not in `names` and takes it off record.layers. Rows that are left may still name
// ids of rows that are gone. Notes always stay.
void keep_layers(Record& record, const std::vector<std::string>& names);

}  // namespace onrecord
