// SPDX-License-Identifier: Apache-2.0
#include "cli/row_export.h"

#include <algorithm>

#include "base/json_writer.h"
#include "format/describe.h"
#include "store/tables.h"

namespace onrecord {
namespace {

void append_csv_text(std::string& out, std::string_view text) {
  if (!text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

bool holds_json(const std::string& table, const std::string& column) {
  return std::any_of(std::begin(kJsonColumns), std::end(kJsonColumns),
                     [&](const JsonColumn& one) { return table == one.table && column == one.column; });
}

}  // namespace

void append_csv_header(const std::vector<Column>& columns, std::string& out) {
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (k > 0) out += ',';
    append_csv_text(out, columns[k].name);
  }
  out += "\r\n";
}

void append_csv(const Row& row, std::string& out) {
  for (std::size_t k = 0; k < row.size(); ++k) {
    if (k > 0) out += ',';
    if (const auto* text = std::get_if<std::string_view>(&row[k])) append_csv_text(out, *text);
    else if (const auto* integer = std::get_if<std::int64_t>(&row[k])) out += std::to_string(*integer);
    else if (const auto* real = std::get_if<double>(&row[k])) out += plain_number(*real);
  }
  out += "\r\n";
}

void append_json(const std::string& table, const std::vector<Column>& columns, const Row& row, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  for (std::size_t k = 0; k < row.size() && k < columns.size(); ++k) {
    json.key(columns[k].name);
    const auto* text = std::get_if<std::string_view>(&row[k]);
    if (text != nullptr && holds_json(table, columns[k].name)) json.raw(*text);
    else if (text != nullptr) json.value(*text);
    else if (const auto* integer = std::get_if<std::int64_t>(&row[k])) json.value(*integer);
    else if (const auto* real = std::get_if<double>(&row[k])) json.value(*real);
    else json.null();
  }
  json.end_object();
  out += '\n';
}

}  // namespace onrecord
