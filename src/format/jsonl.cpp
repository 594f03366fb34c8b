// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/json_writer.h"
#include "base/readings_json.h"
#include "format/format.h"
#include "onrecord/version.h"
#include "text/offsets.h"

namespace onrecord {
namespace {

// The key is there whenever tokens were asked for, also for an empty text.
bool has_tokens(const Record& record) {
  return std::find(record.layers.begin(), record.layers.end(), "tokens") != record.layers.end();
}

// Writes the parts of a record in the order of docs/record.md. Spans go through the index, once each.
class RecordWriter {
 public:
  RecordWriter(const Record& record, std::string& out) : record_(record), index_(record.article.text), json_(out) {}

  void write();

 private:
  void span_fields(ByteSpan span);
  void span(ByteSpan span);
  void spans(const char* name, const ByteSpans& list);
  void spans_holder(const ByteSpans& list);
  void producer(const Producer& producer);
  void cut(const Cut& cut);
  void actor(const Actor& actor);
  template <class T>
  void ids(const char* name, const std::vector<T>& list);

  void article();
  void tokens();
  void row(const Entity&);
  void row(const Time&);
  void row(const Figure&);
  void row(const Place&);
  void row(const Statement&);
  void row(const Event&);
  void row(const Transfer&);
  void row(const Source&);
  void row(const Note&);
  template <class Row>
  void rows(const char* name, const std::vector<Row>& list);

  const Record& record_;
  OffsetIndex index_;
  JsonWriter json_;
};

void RecordWriter::span_fields(ByteSpan span) {
  const CodepointSpan points = index_.to_codepoints(span);
  json_.field("start", points.begin).field("end", points.end);
}

void RecordWriter::span(ByteSpan span) {
  json_.begin_object();
  span_fields(span);
  json_.end_object();
}

void RecordWriter::spans(const char* name, const ByteSpans& list) {
  json_.key(name).begin_array();
  for (const ByteSpan one : list) span(one);
  json_.end_array();
}

// {"spans": […]}, with an empty list when there is none.
void RecordWriter::spans_holder(const ByteSpans& list) {
  json_.begin_object();
  spans("spans", list);
  json_.end_object();
}

void RecordWriter::producer(const Producer& producer) {
  json_.field("confidence", producer.confidence).field("producer", producer.name);
}

void RecordWriter::cut(const Cut& cut) {
  json_.begin_object().field("text", cut.text);
  span_fields(cut.span);
  json_.end_object();
}

void RecordWriter::actor(const Actor& actor) {
  json_.begin_object().field("entity", actor.entity).field("text", actor.text);
  json_.field("country", actor.country).field("sector", actor.sector).end_object();
}

template <class T>
void RecordWriter::ids(const char* name, const std::vector<T>& list) {
  json_.key(name).begin_array();
  for (const T& one : list) json_.value(one);
  json_.end_array();
}

template <class Row>
void RecordWriter::rows(const char* name, const std::vector<Row>& list) {
  json_.key(name).begin_array();
  for (const Row& one : list) {
    json_.begin_object();
    row(one);
    json_.end_object();
  }
  json_.end_array();
}

void RecordWriter::article() {
  const ArticleRow& a = record_.article;
  json_.key("article").begin_object();
  json_.field("id", a.id).field("source_id", a.source_id).field("source_uri", a.source_uri);
  json_.field("title", a.title).field("published", a.published).field("published_from", a.published_from);
  json_.field("updated", a.updated).field("publisher", a.publisher);
  ids("authors", a.authors);
  json_.field("language", a.language).field("text", a.text).field("text_sha256", a.text_sha256);
  json_.end_object();
}

void RecordWriter::tokens() {
  json_.key("tokens").begin_array();
  for (const TokenRow& token : record_.tokens) {
    json_.begin_object();
    span_fields(token.span);
    json_.field("form", token.form).field("lemma", token.lemma).field("upos", token.upos);
    json_.field("xpos", token.xpos).field("feats", token.feats).field("head", token.head);
    json_.field("deprel", token.deprel).field("sentence", token.sentence).end_object();
  }
  json_.end_array();
}

void RecordWriter::row(const Entity& e) {
  json_.field("id", e.id).field("type", e.type).field("name", e.name).key("mentions").begin_array();
  for (const Mention& mention : e.mentions) {
    json_.begin_object();
    span_fields(mention.span);
    json_.field("form", word_of(mention.form)).end_object();
  }
  json_.end_array().field("country", e.country).field("sector", e.sector).field("second_sector", e.second_sector);
  json_.field("body", e.body).field("reason", e.reason).key("alternatives");
  write_readings(json_, e.alternatives);
  json_.key("actor");
  if (e.actor.name.empty()) {
    json_.null();
  } else {
    json_.begin_object().field("evidence", e.evidence);
    producer(e.actor);
    json_.end_object();
  }
  json_.key("roles").begin_array();
  for (const Role& role : e.roles) {
    json_.begin_object().field("title", role.title).field("of", role.of);
    span_fields(role.span);
    json_.end_object();
  }
  json_.end_array().key("ids").begin_object();
  if (e.wikidata) json_.field("wikidata", *e.wikidata);
  if (e.geonames) json_.field("geonames", *e.geonames);
  json_.end_object();
  producer(e.producer);
}

void RecordWriter::row(const Time& t) {
  json_.field("id", t.id);
  span_fields(t.span);
  json_.field("type", word_of(t.type)).field("value", t.value).field("begin", t.begin).field("end_excl", t.end_excl);
  json_.field("anchor", t.anchor).field("mod", t.mod).field("reason", t.reason).key("alternatives");
  write_readings(json_, t.alternatives);
  producer(t.producer);
}

void RecordWriter::row(const Figure& f) {
  json_.field("id", f.id);
  span_fields(f.span);
  json_.field("kind", word_of(f.kind)).field("value", f.value).field("low", f.low).field("high", f.high);
  json_.field("bound", word_of(f.bound)).field("unit", f.unit).field("currency", f.currency).key("si");
  if (f.si) json_.begin_object().field("value", f.si->value).field("unit", f.si->unit).end_object();
  else json_.null();
  json_.key("of");
  if (f.of) cut(*f.of);
  else json_.null();
  json_.field("period", f.period).field("reason", f.reason).key("alternatives");
  write_readings(json_, f.alternatives);
  producer(f.producer);
}

void RecordWriter::row(const Place& p) {
  json_.field("id", p.id);
  span_fields(p.span);
  json_.field("name", p.name).field("geonames", p.geonames).field("lat", p.lat).field("lon", p.lon);
  json_.field("country", p.country).field("admin1", p.admin1).field("feature", p.feature);
  json_.field("controller", p.controller).field("entity", p.entity).field("reason", p.reason);
  json_.key("alternatives");
  write_readings(json_, p.alternatives);
  producer(p.producer);
}

void RecordWriter::row(const Statement& s) {
  json_.field("id", s.id).field("form", word_of(s.form)).field("force", word_of(s.force));
  json_.key("source").begin_object();
  spans("spans", s.source);
  json_.field("entity", s.entity).field("speaker", s.speaker).field("reason", s.speaker_reason);
  json_.field("by", s.speaker_by);
  ids("others", s.speaker_others);
  json_.field("named", s.named).key("anonymity");
  if (s.anonymity) {
    json_.begin_object().field("count", s.anonymity->count).field("affiliation", s.anonymity->affiliation);
    json_.field("reason", s.anonymity->reason).end_object();
  } else {
    json_.null();
  }
  json_.end_object().key("cue").begin_object();
  spans("spans", s.cue);
  json_.field("lemma", s.cue_lemma).end_object().key("content");
  spans_holder(s.content);
  json_.key("addressee");
  if (s.addressee.empty()) {
    json_.null();
  } else {
    json_.begin_object();
    spans("spans", s.addressee);
    json_.field("entity", s.addressee_entity).end_object();
  }
  json_.field("within", s.within);
  ids("via", s.via);
  json_.field("time", s.time).field("place", s.place).field("occasion", s.occasion);
  producer(s.producer);
}

void RecordWriter::row(const Event& e) {
  json_.field("id", e.id).field("type", e.type).field("mode", e.mode);
  ids("contexts", e.contexts);
  json_.field("cameo", e.cameo).key("trigger");
  spans_holder(e.trigger);
  json_.key("actors").begin_array();
  for (const Actor& one : e.actors) actor(one);
  json_.end_array().key("recipients").begin_array();
  for (const Actor& one : e.recipients) actor(one);
  json_.end_array().field("place", e.place).field("time", e.time);
  ids("figures", e.figures);
  json_.field("status", e.status).field("asserted_by", e.asserted_by);
  producer(e.producer);
}

void RecordWriter::row(const Transfer& t) {
  json_.field("id", t.id).key("donor");
  if (t.donor) actor(*t.donor);
  else json_.null();
  json_.key("recipient");
  if (t.recipient) actor(*t.recipient);
  else json_.null();
  json_.key("item");
  if (t.item) {
    json_.begin_object().field("text", t.item->cut.text);
    span_fields(t.item->cut.span);
    json_.field("class", t.item->item_class).field("model", t.item->model).end_object();
  } else {
    json_.null();
  }
  json_.field("count", t.count).field("amount", t.amount).field("period", t.period).field("status", t.status);
  json_.field("time", t.time).field("asserted_by", t.asserted_by).key("evidence");
  spans_holder(t.evidence);
  producer(t.producer);
}

void RecordWriter::row(const Source& s) {
  json_.field("id", s.id).field("article", s.statement ? MaybeText{} : MaybeText(record_.article.id));
  json_.field("statement", s.statement).field("cites", s.cites).key("phrase");
  spans_holder(s.phrase);
  json_.field("kind", s.kind);
  producer(s.producer);
}

void RecordWriter::row(const Note& n) {
  json_.field("code", n.code).field("message", n.message);
  if (n.span) span_fields(*n.span);
}

void RecordWriter::write() {
  json_.begin_object().field("format", kRecordFormat);
  article();
  ids("layers", record_.layers);
  spans("sentences", record_.sentences);
  spans("paragraphs", record_.paragraphs);
  if (has_tokens(record_)) tokens();
  rows("entities", record_.entities);
  rows("times", record_.times);
  rows("figures", record_.figures);
  rows("places", record_.places);
  rows("statements", record_.statements);
  rows("events", record_.events);
  rows("transfers", record_.transfers);
  rows("sources", record_.sources);
  rows("notes", record_.notes);
  json_.end_object();
}

}  // namespace

void append_jsonl(const Record& record, std::string& out) {
  RecordWriter(record, out).write();
  out += '\n';
}

}  // namespace onrecord
