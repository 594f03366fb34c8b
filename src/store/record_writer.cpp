// SPDX-License-Identifier: Apache-2.0
#include "store/record_writer.h"

#include "base/json_writer.h"
#include "base/readings_json.h"
#include "store/count_words.h"

namespace onrecord {
namespace {

// INSERT INTO table VALUES (?, …) with as many parameters as the table has columns, in the order of the schema.
Result<Prepared> prepare_insert(const Sqlite& db, const std::string& table) {
  ONRECORD_TRY(const std::int64_t columns, db.integer("SELECT count(*) FROM pragma_table_info('" + table + "')"));
  std::string sql = "INSERT INTO " + table + " VALUES (";
  for (std::int64_t k = 0; k < columns; ++k) sql += k == 0 ? "?" : ", ?";
  return db.prepare(sql + ')');
}

template <class T, class Field>
auto field_of(const std::optional<T>& row, Field field) {
  using Value = std::decay_t<decltype((*row).*field)>;
  if constexpr (std::is_same_v<Value, std::string>) return row ? MaybeText((*row).*field) : MaybeText{};
  else return row ? (*row).*field : Value{};
}

// [[start, end], …]
std::string json_spans(const ByteSpans& spans) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const ByteSpan span : spans) json.begin_array().value(span.begin).value(span.end).end_array();
  json.end_array();
  return out;
}

template <class Reading>
std::string json_readings(const std::vector<Reading>& readings) {
  std::string out;
  JsonWriter json(out);
  write_readings(json, readings);
  return out;
}

}  // namespace

std::string json_list(const std::vector<std::string>& list) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const std::string& one : list) json.value(one);
  json.end_array();
  return out;
}

Result<RecordWriter> RecordWriter::open(const Sqlite& db) {
  RecordWriter writer;
  const std::pair<Prepared*, const char*> all[] = {
      {&writer.article_, "articles"}, {&writer.token_, "tokens"},      {&writer.entity_, "entities"},
      {&writer.mention_, "mentions"}, {&writer.role_, "roles"},        {&writer.time_, "times"},
      {&writer.figure_, "figures"},   {&writer.place_, "places"},      {&writer.statement_, "statements"},
      {&writer.event_, "events"},     {&writer.actor_, "actors"},      {&writer.transfer_, "transfers"},
      {&writer.source_, "sources"},   {&writer.evidence_, "evidence"}, {&writer.note_, "notes"},
  };
  for (const auto& [statement, table] : all) {
    ONRECORD_TRY(*statement, prepare_insert(db, table));
  }
  ONRECORD_TRY(writer.article_search_, db.prepare("INSERT INTO articles_fts (rowid, title, text) VALUES (?, ?, ?)"));
  ONRECORD_TRY(writer.statement_search_,
               db.prepare("INSERT INTO statements_fts (rowid, speaker, content_text) VALUES (?, ?, ?)"));
  return writer;
}

std::string_view RecordWriter::surface(ByteSpan span) const {
  return std::string_view(record_->article.text).substr(span.begin, span.size());
}

MaybeText RecordWriter::joined(const ByteSpans& spans) const {
  if (spans.empty()) return std::nullopt;
  std::string out;
  for (const ByteSpan span : spans) {
    if (!out.empty()) out += " … ";
    out += surface(span);
  }
  return out;
}

Status RecordWriter::insert(const Record& record, std::string_view fingerprint, std::optional<std::int64_t> number) {
  record_ = &record;
  ONRECORD_CHECK_OK(article(fingerprint, number));
  ONRECORD_CHECK_OK(tokens());
  ONRECORD_CHECK_OK(entities());
  ONRECORD_CHECK_OK(times());
  ONRECORD_CHECK_OK(figures());
  ONRECORD_CHECK_OK(places());
  ONRECORD_CHECK_OK(statements());
  ONRECORD_CHECK_OK(events());
  ONRECORD_CHECK_OK(transfers());
  ONRECORD_CHECK_OK(sources());
  return notes();
}

Status RecordWriter::article(std::string_view fingerprint, std::optional<std::int64_t> number) {
  const ArticleRow& a = record_->article;
  const std::string authors = json_list(a.authors);
  const std::string layers = json_list(record_->layers);
  const std::string paragraphs = json_spans(record_->paragraphs), sentences = json_spans(record_->sentences);
  ONRECORD_CHECK_OK(article_.run(number, a.id, a.source_id, a.source_uri, a.title, a.published, a.published_from,
                                 a.updated, a.publisher, authors, a.language, count_words(a.text), a.text_sha256,
                                 layers, fingerprint, paragraphs, sentences, a.text));
  return article_search_.run(article_.last_rowid(), a.title, a.text);
}

Status RecordWriter::tokens() {
  for (std::size_t k = 0; k < record_->tokens.size(); ++k) {
    const TokenRow& t = record_->tokens[k];
    ONRECORD_CHECK_OK(token_.run(record_->article.id, k, t.span.begin, t.span.end, surface(t.span), t.form, t.lemma,
                                 t.upos, t.xpos, t.feats, t.head, t.deprel, t.sentence));
  }
  return Ok{};
}

Status RecordWriter::entities() {
  const Id& article = record_->article.id;
  for (std::size_t k = 0; k < record_->entities.size(); ++k) {
    const Entity& e = record_->entities[k];
    const std::string alternatives = json_readings(e.alternatives);
    const bool known = !e.actor.name.empty();
    ONRECORD_CHECK_OK(entity_.run(e.id, article, k, e.type, e.name, e.country, e.sector, e.wikidata, e.geonames,
                                  e.producer.name, e.producer.confidence, e.second_sector, e.body, e.reason,
                                  alternatives, known ? MaybeText(e.actor.name) : MaybeText(),
                                  known ? std::optional(e.actor.confidence) : std::nullopt, e.evidence));
    for (std::size_t m = 0; m < e.mentions.size(); ++m) {
      const Mention& mention = e.mentions[m];
      ONRECORD_CHECK_OK(mention_.run(e.id, m, article, mention.span.begin, mention.span.end, surface(mention.span),
                                     word_of(mention.form)));
    }
    for (std::size_t r = 0; r < e.roles.size(); ++r) {
      const Role& role = e.roles[r];
      ONRECORD_CHECK_OK(
          role_.run(e.id, r, article, role.title, role.of, role.span.begin, role.span.end, surface(role.span)));
    }
  }
  return Ok{};
}

Status RecordWriter::times() {
  for (std::size_t k = 0; k < record_->times.size(); ++k) {
    const Time& t = record_->times[k];
    const std::string alternatives = json_readings(t.alternatives);
    ONRECORD_CHECK_OK(time_.run(t.id, record_->article.id, k, t.span.begin, t.span.end, surface(t.span),
                                word_of(t.type), t.value, t.begin, t.end_excl, t.anchor, t.mod, t.reason,
                                t.producer.name, t.producer.confidence, alternatives));
  }
  return Ok{};
}

Status RecordWriter::figures() {
  for (std::size_t k = 0; k < record_->figures.size(); ++k) {
    const Figure& f = record_->figures[k];
    const auto of = f.of ? std::optional(f.of->span) : std::nullopt;
    const std::string alternatives = json_readings(f.alternatives);
    ONRECORD_CHECK_OK(figure_.run(f.id, record_->article.id, k, f.span.begin, f.span.end, surface(f.span),
                                  word_of(f.kind), f.value, f.low, f.high, word_of(f.bound), f.unit, f.currency,
                                  f.si ? std::optional(f.si->value) : std::nullopt, field_of(f.si, &SiValue::unit),
                                  field_of(f.of, &Cut::text), of ? std::optional(of->begin) : std::nullopt,
                                  of ? std::optional(of->end) : std::nullopt, f.period, f.reason, f.producer.name,
                                  f.producer.confidence, alternatives));
  }
  return Ok{};
}

Status RecordWriter::places() {
  for (std::size_t k = 0; k < record_->places.size(); ++k) {
    const Place& p = record_->places[k];
    const std::string alternatives = json_readings(p.alternatives);
    ONRECORD_CHECK_OK(place_.run(p.id, record_->article.id, k, p.span.begin, p.span.end, surface(p.span), p.name,
                                 p.geonames, p.lat, p.lon, p.country, p.admin1, p.feature, p.entity, p.reason,
                                 p.producer.name, p.producer.confidence, p.controller, alternatives));
  }
  return Ok{};
}

Status RecordWriter::statements() {
  for (std::size_t k = 0; k < record_->statements.size(); ++k) {
    ONRECORD_CHECK_OK(statement(record_->statements[k], k));
  }
  return Ok{};
}

Status RecordWriter::statement(const Statement& s, std::size_t position) {
  const MaybeText source = joined(s.source), cue = joined(s.cue), content = joined(s.content),
                  addressee = joined(s.addressee);
  const std::string via = json_list(s.via), others = json_list(s.speaker_others);
  ONRECORD_CHECK_OK(statement_.run(
      std::nullopt, s.id, record_->article.id, position, word_of(s.form), word_of(s.force), source, s.entity,
      s.speaker, s.speaker_reason, s.named, s.anonymity.has_value(), field_of(s.anonymity, &Anonymity::count),
      field_of(s.anonymity, &Anonymity::affiliation), field_of(s.anonymity, &Anonymity::reason), cue, s.cue_lemma,
      content, addressee, s.addressee_entity, s.within, via, s.time, s.place, s.occasion, s.producer.name,
      s.producer.confidence, s.speaker_by, others));
  ONRECORD_CHECK_OK(statement_search_.run(statement_.last_rowid(), s.speaker, content));
  ONRECORD_CHECK_OK(evidence(s.id, "source", s.source));
  ONRECORD_CHECK_OK(evidence(s.id, "cue", s.cue));
  ONRECORD_CHECK_OK(evidence(s.id, "content", s.content));
  return evidence(s.id, "addressee", s.addressee);
}

Status RecordWriter::events() {
  for (std::size_t k = 0; k < record_->events.size(); ++k) {
    const Event& e = record_->events[k];
    const std::string contexts = json_list(e.contexts), figures = json_list(e.figures);
    const MaybeText trigger = joined(e.trigger);
    ONRECORD_CHECK_OK(event_.run(e.id, record_->article.id, k, e.type, e.mode, contexts, e.cameo, trigger, e.place,
                                 e.time, figures, e.status, e.asserted_by, e.producer.name, e.producer.confidence));
    ONRECORD_CHECK_OK(actors(e.id, "actor", e.actors));
    ONRECORD_CHECK_OK(actors(e.id, "recipient", e.recipients));
    ONRECORD_CHECK_OK(evidence(e.id, "trigger", e.trigger));
  }
  return Ok{};
}

Status RecordWriter::actors(const Id& event, const char* side, const std::vector<Actor>& list) {
  for (std::size_t k = 0; k < list.size(); ++k) {
    const Actor& one = list[k];
    ONRECORD_CHECK_OK(actor_.run(event, side, k, record_->article.id, one.entity, one.text, one.country, one.sector));
  }
  return Ok{};
}

Status RecordWriter::transfers() {
  for (std::size_t k = 0; k < record_->transfers.size(); ++k) {
    ONRECORD_CHECK_OK(transfer(record_->transfers[k], k));
  }
  return Ok{};
}

Status RecordWriter::transfer(const Transfer& t, std::size_t position) {
  const auto item = t.item ? std::optional(t.item->cut.span) : std::nullopt;
  const MaybeText evidence_text = joined(t.evidence);
  ONRECORD_CHECK_OK(transfer_.run(
      t.id, record_->article.id, position, field_of(t.donor, &Actor::text), field_of(t.donor, &Actor::entity),
      field_of(t.donor, &Actor::country), field_of(t.donor, &Actor::sector), field_of(t.recipient, &Actor::text),
      field_of(t.recipient, &Actor::entity), field_of(t.recipient, &Actor::country),
      field_of(t.recipient, &Actor::sector), t.item ? MaybeText(t.item->cut.text) : MaybeText{},
      item ? std::optional(item->begin) : std::nullopt, item ? std::optional(item->end) : std::nullopt,
      field_of(t.item, &TransferItem::item_class), field_of(t.item, &TransferItem::model), t.count, t.amount,
      t.period, t.status, t.time, t.asserted_by, evidence_text, t.producer.name, t.producer.confidence));
  return evidence(t.id, "evidence", t.evidence);
}

Status RecordWriter::sources() {
  for (std::size_t k = 0; k < record_->sources.size(); ++k) {
    const Source& s = record_->sources[k];
    const MaybeText phrase = joined(s.phrase);
    ONRECORD_CHECK_OK(source_.run(s.id, record_->article.id, k, s.statement, s.cites, phrase, s.kind, s.producer.name,
                                  s.producer.confidence));
    ONRECORD_CHECK_OK(evidence(s.id, "phrase", s.phrase));
  }
  return Ok{};
}

Status RecordWriter::evidence(const Id& row, const char* role, const ByteSpans& spans) {
  for (std::size_t k = 0; k < spans.size(); ++k) {
    ONRECORD_CHECK_OK(
        evidence_.run(row, role, k, record_->article.id, spans[k].begin, spans[k].end, surface(spans[k])));
  }
  return Ok{};
}

Status RecordWriter::notes() {
  for (std::size_t k = 0; k < record_->notes.size(); ++k) {
    const Note& n = record_->notes[k];
    const auto text = n.span ? std::optional(surface(*n.span)) : std::nullopt;
    ONRECORD_CHECK_OK(note_.run(record_->article.id, k, n.code, n.message,
                                n.span ? std::optional(n.span->begin) : std::nullopt,
                                n.span ? std::optional(n.span->end) : std::nullopt, text));
  }
  return Ok{};
}

}  // namespace onrecord
