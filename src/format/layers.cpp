// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "format/format.h"

namespace onrecord {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void clear_syntax(Record& record) {
  for (TokenRow& token : record.tokens) {
    token.lemma = token.upos = token.xpos = token.feats = token.deprel = std::nullopt;
    token.head = std::nullopt;
  }
}

}  // namespace

const std::vector<std::string>& record_layers() {
  static const std::vector<std::string> kLayers = {"paragraphs", "sentences", "tokens",    "syntax",
                                                   "entities",   "times",     "figures",   "places",
                                                   "statements", "events",    "transfers", "sources"};
  return kLayers;
}

void keep_layers(Record& record, const std::vector<std::string>& names) {
  const auto limit = [&](const char* name, auto& rows) {
    if (!contains(names, name)) rows.clear();
  };
  limit("paragraphs", record.paragraphs);
  limit("sentences", record.sentences);
  limit("tokens", record.tokens);
  if (!contains(names, "syntax")) clear_syntax(record);
  limit("entities", record.entities);
  limit("times", record.times);
  limit("figures", record.figures);
  limit("places", record.places);
  limit("statements", record.statements);
  limit("events", record.events);
  limit("transfers", record.transfers);
  limit("sources", record.sources);
  std::erase_if(record.layers, [&](const std::string& name) { return !contains(names, name); });
}

}  // namespace onrecord
