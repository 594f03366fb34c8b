// SPDX-License-Identifier: Apache-2.0
// Records for tests of the store, made by hand so that every table and every optional field is met.
#pragma once

#include <string>
#include <string_view>

#include "base/sha256.h"
#include "format/format.h"
#include "onrecord/records.h"

namespace onrecord {

// The span of the first `words` in the text of a record.
inline ByteSpan cut(const Record& record, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(record.article.text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

inline Record empty_record(const std::string& uri, const std::string& text) {
  Record record;
  record.article.source_uri = uri;
  record.article.text = text;
  record.article.text_sha256 = sha256_hex(text);
  record.article.id = content_id("a", uri + '\n' + record.article.text_sha256);
  record.layers = {"paragraphs", "sentences"};
  record.paragraphs = {{0, static_cast<std::uint32_t>(text.size())}};
  record.sentences = record.paragraphs;
  return record;
}

inline Record full_record(const std::string& uri = "full.txt") {
  Record r = empty_record(uri,
                          "“We sent 40 trucks,” said Zoë Ash, the mayor of Lünen, on Monday, “and more will follow.” "
                          "Two officials said £3 million was promised to Ruritania.");
  ArticleRow& a = r.article;
  a.source_id = "17";
  a.title = "Trucks \"sent\"";
  a.published = "2024-03-05";
  a.published_from = "argument";
  a.updated = "2024-03-06T10:00:00Z";
  a.publisher = "The Example";
  a.authors = {"A. Writer", "B \"Quote\" \\ Ünal"};
  a.language = "en";
  r.layers = {"paragraphs", "sentences", "tokens"};
  r.tokens = {{cut(r, "We"), "We", "we", "PRON", "PRP", "Case=Nom", "nsubj", 1, 0},
              {cut(r, "sent"), "sent", {}, {}, {}, {}, {}, {}, 0}};
  const Producer by{"test.rule/1", 0.75};
  r.entities = {{"e-ash",
                 "PERSON",
                 "Zoë Ash",
                 {{cut(r, "Zoë Ash"), MentionForm::Name}, {cut(r, "the mayor"), MentionForm::Nominal}},
                 "DEU",
                 "GOV",
                 {{"mayor", "Lünen", cut(r, "the mayor of Lünen")}},
                 "Q1",
                 "42",
                 by},
                {"e-bare", {}, "Ruritania", {}, {}, {}, {}, {}, {}, by}};
  r.times = {{"t-monday",
              cut(r, "Monday"),
              TimeType::Date,
              "2024-03-04",
              "2024-03-04",
              "2024-03-05",
              "published",
              {},
              {},
              by},
             {"t-none", cut(r, "on Monday"), TimeType::Set, {}, {}, {}, {}, {}, "two readings", by}};
  r.figures = {{"f-trucks",
                cut(r, "40"),
                FigureKind::Count,
                40.0,
                {},
                {},
                Bound::Exact,
                {},
                {},
                {},
                Cut{"trucks", cut(r, "trucks")},
                {},
                {},
                by},
               {"f-money",
                cut(r, "£3 million"),
                FigureKind::Money,
                3e6,
                2.5e6,
                0.1 + 0.2,
                Bound::Between,
                "pound",
                "GBP",
                SiValue{1.5, "m"},
                {},
                "P1Y",
                "why",
                by}};
  r.places = {
      {"p-luenen", cut(r, "Lünen"), "Lünen", 2875115, 51.61634, 7.52872, "DEU", "07", "PPL", "e-bare", {}, by},
      {"p-none", cut(r, "Ruritania"), {}, {}, {}, {}, {}, {}, {}, {}, "no such place", by}};
  Statement direct;
  direct.id = "s-direct";
  direct.source = {cut(r, "Zoë Ash, the mayor of Lünen")};
  direct.entity = "e-ash";
  direct.speaker = "Zoë Ash";
  direct.named = true;
  direct.cue = {cut(r, "said")};
  direct.cue_lemma = "say";
  direct.content = {cut(r, "We sent 40 trucks,"), cut(r, "and more will follow.")};
  direct.addressee = {cut(r, "Ruritania")};
  direct.addressee_entity = "e-bare";
  direct.within = "s-second";  // stands after it: references may look ahead
  direct.via = {"e-bare", "e-ash"};
  direct.time = "t-monday";
  direct.place = "p-luenen";
  direct.occasion = "a visit";
  direct.producer = by;
  Statement anonymous;
  anonymous.id = "s-second";
  anonymous.form = StatementForm::Indirect;
  anonymous.force = Force::Promised;
  anonymous.source = {cut(r, "Two officials")};
  anonymous.speaker_reason = "unnamed";
  anonymous.anonymity = Anonymity{2, "officials", "asked not to be named"};
  anonymous.content = {cut(r, "£3 million was promised to Ruritania")};
  anonymous.producer = by;
  r.statements = {direct, anonymous};
  Event event;
  event.id = "v-aid";
  event.type = "AID";
  event.mode = "military";
  event.contexts = {"military", "economic"};
  event.cameo = "072";
  event.trigger = {cut(r, "sent")};
  event.actors = {{"e-ash", "Zoë Ash", "DEU", "GOV"}, {{}, "We", {}, {}}};
  event.recipients = {{"e-bare", "Ruritania", {}, {}}};
  event.place = "p-none";
  event.time = "t-none";
  event.figures = {"f-trucks", "f-money"};
  event.status = "actual";
  event.asserted_by = "s-direct";
  event.producer = by;
  r.events = {event};
  Transfer transfer;
  transfer.id = "x-trucks";
  transfer.donor = Actor{"e-ash", "We", "DEU", {}};
  transfer.item = TransferItem{{"trucks", cut(r, "trucks")}, "vehicle", {}};
  transfer.count = "f-trucks";
  transfer.status = "delivered";
  transfer.time = "t-monday";
  transfer.asserted_by = "s-direct";
  transfer.evidence = {cut(r, "We sent 40 trucks")};
  transfer.producer = by;
  Transfer pledge;
  pledge.id = "x-pledge";
  pledge.recipient = Actor{{}, "Ruritania", {}, "GOV"};
  pledge.amount = "f-money";
  pledge.period = "P1Y";
  pledge.status = "pledged";
  pledge.producer = by;
  r.transfers = {transfer, pledge};
  r.sources = {{"c-officials", "s-second", "officials", {cut(r, "Two officials")}, "anonymous", by},
               {"c-own", {}, {}, {}, "own_reporting", by}};
  r.notes = {{"unclosed_quote", "a quotation mark is not closed", cut(r, "“We")}, {"bad_utf8", "bytes replaced", {}}};
  return r;
}

inline std::string json_of(const Record& record) {
  std::string out;
  append_jsonl(record, out);
  return out;
}

}  // namespace onrecord
