// SPDX-License-Identifier: Apache-2.0
// What the code must know of the tables besides their columns: how to put rows in a stable order, where spans and
// lists stand. A test compares it with the schema.
#pragma once

#include <span>
#include <string_view>

namespace onrecord {

struct TableInfo {
  const char* name;
  const char* order;            // ORDER BY … for rows()
  const char* key;              // SQL expression that names a row
  bool has_id;                  // `id` is made from content
  const char* spans = nullptr;  // "start, \"end\", surface" if rows have a span
  // WHERE … of the rows of article ?1, and null if rows belong to no single article.
  const char* in_article = "article = ?1";
};

std::span<const TableInfo> all_tables();
const TableInfo* find_table(std::string_view name);  // null: no such table

inline constexpr const char* kViews[] = {"v_statements", "v_figures",  "v_events",
                                         "v_transfers",  "paragraphs", "sentences"};

// Further spans within a row of a table, beside its own.
struct ExtraSpan {
  const char* table;
  const char* columns;  // "start, end, text"
};
inline constexpr ExtraSpan kExtraSpans[] = {{"figures", "of_start, of_end, of_text"},
                                            {"transfers", "item_start, item_end, item_text"}};

// Columns that show the joined pieces of a role in `evidence`.
struct JoinedText {
  const char* table;
  const char* column;
  const char* role;
};
inline constexpr JoinedText kJoinedTexts[] = {
    {"statements", "source_text", "source"},   {"statements", "cue_text", "cue"},
    {"statements", "content_text", "content"}, {"statements", "addressee_text", "addressee"},
    {"events", "trigger_text", "trigger"},     {"transfers", "evidence_text", "evidence"},
    {"sources", "phrase_text", "phrase"},
};

struct JsonColumn {
  const char* table;
  const char* column;
};
inline constexpr JsonColumn kJsonColumns[] = {
    {"articles", "authors"},          {"articles", "layers"}, {"articles", "paragraph_spans"},
    {"articles", "sentence_spans"},   {"statements", "via"},  {"events", "contexts"},
    {"statements", "speaker_others"}, {"events", "figures"},  {"corroboration", "sources"},
    {"contradictions", "values"},
};

}  // namespace onrecord
