// SPDX-License-Identifier: Apache-2.0
#include "store/record_reader.h"

#include <functional>
#include <unordered_map>

#include "store/tables.h"

namespace onrecord {
namespace {

// The enumerator whose word is `word`; the first one if the word is unknown, which only a foreign hand writes.
template <class Enum>
Enum enum_of(std::string_view word, Enum last) {
  for (int k = 0; k <= static_cast<int>(last); ++k) {
    if (word == word_of(static_cast<Enum>(k))) return static_cast<Enum>(k);
  }
  return Enum{};
}

std::uint32_t offset(const Prepared& row, int column) { return static_cast<std::uint32_t>(row.integer(column)); }

ByteSpan span(const Prepared& row, int column) { return {offset(row, column), offset(row, column + 1)}; }

std::optional<double> maybe_real(const Prepared& row, int column) {
  if (row.null(column)) return std::nullopt;
  return row.real(column);
}

Producer producer(const Prepared& row, int column) { return {row.string(column), row.real(column + 1)}; }

class RecordReader {
 public:
  RecordReader(const Sqlite& db, const Id& article) : db_(db), article_(article) {}

  Result<Record> read();

 private:
  using OnRow = std::function<void(const Prepared&)>;
  Status each(std::string_view sql, const OnRow& on_row) const;
  ByteSpans evidence(const Id& row, const std::string& role) const;
  std::vector<std::string> texts(std::string_view json);
  void each_reading(Prepared& readings, std::string_view json, const OnRow& on_row);
  template <class Rows>
  auto* row_of(Rows& rows, std::string_view id);

  Status article();
  Status text_layers();
  Status entities();
  Status times();
  Status figures();
  Status places();
  Status all_evidence();
  Status statements();
  Status events();
  Status transfers();
  Status sources();
  Status notes();

  const Sqlite& db_;
  const Id& article_;
  Record record_;
  std::unordered_map<std::string, ByteSpans> evidence_;  // by "row role"
  Prepared list_;                                        // items of a JSON list
  Prepared readings_;                                    // items of a JSON list of readings
  Prepared place_readings_;                              // the same, of a place
  std::size_t owner_ = 0;                                // of row_of()
  bool damaged_ = false;                                 // rows that belong to nothing, lists that are none
};

Status RecordReader::each(std::string_view sql, const OnRow& on_row) const {
  ONRECORD_TRY(Prepared query, db_.prepare(sql));
  query.bind(article_);
  while (true) {
    ONRECORD_TRY(const bool found, query.step());
    if (!found) return Ok{};
    on_row(query);
  }
}

// The texts of a JSON list.
std::vector<std::string> RecordReader::texts(std::string_view json) {
  std::vector<std::string> out;
  if (json == "[]") return out;
  list_.bind(json);
  Result<bool> found = list_.step();
  for (; found.ok() && *found; found = list_.step()) out.push_back(list_.string(0));
  if (!found.ok()) damaged_ = true;
  list_.reset();
  return out;
}

// Columns of the readings: value begin end_excl confidence kind low high unit currency si.value si.unit country
// sector.
constexpr const char* kReadings =
    "SELECT json_extract(value, '$.value'), json_extract(value, '$.begin'), json_extract(value, '$.end_excl'), "
    "json_extract(value, '$.confidence'), json_extract(value, '$.kind'), json_extract(value, '$.low'), "
    "json_extract(value, '$.high'), json_extract(value, '$.unit'), json_extract(value, '$.currency'), "
    "json_extract(value, '$.si.value'), json_extract(value, '$.si.unit'), "
    "json_extract(value, '$.country'), json_extract(value, '$.sector') FROM json_each(?)";

constexpr const char* kPlaceReadings =
    "SELECT json_extract(value, '$.name'), json_extract(value, '$.geonames'), json_extract(value, '$.lat'), "
    "json_extract(value, '$.lon'), json_extract(value, '$.country'), json_extract(value, '$.admin1'), "
    "json_extract(value, '$.feature'), json_extract(value, '$.confidence') FROM json_each(?)";

void RecordReader::each_reading(Prepared& readings, std::string_view json, const OnRow& on_row) {
  if (json == "[]") return;
  readings.bind(json);
  Result<bool> found = readings.step();
  for (; found.ok() && *found; found = readings.step()) on_row(readings);
  if (!found.ok()) damaged_ = true;
  readings.reset();
}

// The row that a row of another table belongs to; null (and the record is damaged) if there is none. Rows come in
// runs of one owner, so the last one is tried first.
template <class Rows>
auto* RecordReader::row_of(Rows& rows, std::string_view id) {
  if (owner_ >= rows.size() || rows[owner_].id != id) {
    owner_ = 0;
    while (owner_ < rows.size() && rows[owner_].id != id) ++owner_;
  }
  if (owner_ < rows.size()) return &rows[owner_];
  damaged_ = true;
  return static_cast<typename Rows::value_type*>(nullptr);
}

ByteSpans RecordReader::evidence(const Id& row, const std::string& role) const {
  const auto at = evidence_.find(row + ' ' + role);
  return at == evidence_.end() ? ByteSpans{} : at->second;
}

Status RecordReader::article() {
  bool found = false;
  ONRECORD_CHECK_OK(each(
      "SELECT id, source_id, source_uri, title, published, published_from, updated, publisher, authors, language, "
      "text, text_sha256, layers FROM articles WHERE id = ?",
      [&](const Prepared& row) {
        found = true;
        ArticleRow& a = record_.article;
        a.id = row.string(0);
        a.source_id = row.maybe_text(1);
        a.source_uri = row.string(2);
        a.title = row.maybe_text(3);
        a.published = row.maybe_text(4);
        a.published_from = row.maybe_text(5);
        a.updated = row.maybe_text(6);
        a.publisher = row.maybe_text(7);
        a.authors = texts(row.text(8));
        a.language = row.maybe_text(9);
        a.text = row.string(10);
        a.text_sha256 = row.string(11);
        record_.layers = texts(row.text(12));
      }));
  if (!found) return Error{ErrorCode::NotFound, "no article has the id " + article_, db_.name()};
  return Ok{};
}

Status RecordReader::text_layers() {
  ONRECORD_CHECK_OK(each("SELECT start, \"end\" FROM paragraphs WHERE article = ? ORDER BY position",
                         [&](const Prepared& row) { record_.paragraphs.push_back(span(row, 0)); }));
  ONRECORD_CHECK_OK(each("SELECT start, \"end\" FROM sentences WHERE article = ? ORDER BY position",
                         [&](const Prepared& row) { record_.sentences.push_back(span(row, 0)); }));
  return each(
      "SELECT start, \"end\", form, lemma, upos, xpos, feats, head, deprel, sentence FROM tokens WHERE article = ? "
      "ORDER BY position",
      [&](const Prepared& row) {
        TokenRow token;
        token.span = span(row, 0);
        token.form = row.string(2);
        token.lemma = row.maybe_text(3);
        token.upos = row.maybe_text(4);
        token.xpos = row.maybe_text(5);
        token.feats = row.maybe_text(6);
        if (!row.null(7)) token.head = offset(row, 7);
        token.deprel = row.maybe_text(8);
        token.sentence = offset(row, 9);
        record_.tokens.push_back(std::move(token));
      });
}

Status RecordReader::entities() {
  ONRECORD_CHECK_OK(
      each("SELECT id, type, name, country, sector, wikidata, geonames, producer, confidence, second_sector, body, "
           "reason, alternatives, actor, actor_confidence, actor_evidence FROM entities "
           "WHERE article = ? ORDER BY position",
           [&](const Prepared& row) {
             Entity entity;
             entity.id = row.string(0);
             entity.type = row.maybe_text(1);
             entity.name = row.string(2);
             entity.country = row.maybe_text(3);
             entity.sector = row.maybe_text(4);
             entity.wikidata = row.maybe_text(5);
             entity.geonames = row.maybe_text(6);
             entity.producer = producer(row, 7);
             entity.second_sector = row.maybe_text(9);
             entity.body = row.maybe_text(10);
             entity.reason = row.maybe_text(11);
             each_reading(readings_, row.text(12), [&](const Prepared& r) {
               entity.alternatives.push_back({r.maybe_text(11), r.maybe_text(12), r.real(3)});
             });
             if (!row.null(13)) entity.actor = producer(row, 13);
             entity.evidence = row.maybe_text(15);
             record_.entities.push_back(std::move(entity));
           }));
  ONRECORD_CHECK_OK(
      each("SELECT entity, start, \"end\", form FROM mentions WHERE entity IN (SELECT id FROM entities WHERE article "
           "= ?) ORDER BY entity, position",
           [&](const Prepared& row) {
             Entity* entity = row_of(record_.entities, row.text(0));
             if (entity != nullptr)
               entity->mentions.push_back({span(row, 1), enum_of(row.text(3), MentionForm::Pronoun)});
           }));
  return each(
      "SELECT entity, title, of, start, \"end\" FROM roles WHERE entity IN (SELECT id FROM entities WHERE article = "
      "?) ORDER BY entity, position",
      [&](const Prepared& row) {
        Entity* entity = row_of(record_.entities, row.text(0));
        if (entity != nullptr) entity->roles.push_back({row.string(1), row.maybe_text(2), span(row, 3)});
      });
}

Status RecordReader::times() {
  return each(
      "SELECT id, start, \"end\", type, value, begin, end_excl, anchor, mod, reason, producer, confidence, "
      "alternatives FROM times WHERE article = ? ORDER BY position",
      [&](const Prepared& row) {
        Time time;
        time.id = row.string(0);
        time.span = span(row, 1);
        time.type = enum_of(row.text(3), TimeType::Set);
        time.value = row.maybe_text(4);
        time.begin = row.maybe_text(5);
        time.end_excl = row.maybe_text(6);
        time.anchor = row.maybe_text(7);
        time.mod = row.maybe_text(8);
        time.reason = row.maybe_text(9);
        time.producer = producer(row, 10);
        each_reading(readings_, row.text(12), [&](const Prepared& r) {
          time.alternatives.push_back({r.string(0), r.maybe_text(1), r.maybe_text(2), r.real(3)});
        });
        record_.times.push_back(std::move(time));
      });
}

Status RecordReader::figures() {
  return each(
      "SELECT id, start, \"end\", kind, value, low, high, bound, unit, currency, si_value, si_unit, of_text, "
      "of_start, of_end, period, reason, producer, confidence, alternatives FROM figures WHERE article = ? ORDER BY "
      "position",
      [&](const Prepared& row) {
        Figure figure;
        figure.id = row.string(0);
        figure.span = span(row, 1);
        figure.kind = enum_of(row.text(3), FigureKind::Other);
        figure.value = maybe_real(row, 4);
        figure.low = maybe_real(row, 5);
        figure.high = maybe_real(row, 6);
        figure.bound = enum_of(row.text(7), Bound::Between);
        figure.unit = row.maybe_text(8);
        figure.currency = row.maybe_text(9);
        if (!row.null(11)) figure.si = SiValue{row.real(10), row.string(11)};
        if (!row.null(12)) figure.of = Cut{row.string(12), span(row, 13)};
        figure.period = row.maybe_text(15);
        figure.reason = row.maybe_text(16);
        figure.producer = producer(row, 17);
        each_reading(readings_, row.text(19), [&](const Prepared& r) {
          FigureReading& reading = figure.alternatives.emplace_back();
          reading.kind = enum_of(r.text(4), FigureKind::Other);
          reading.value = maybe_real(r, 0);
          reading.low = maybe_real(r, 5);
          reading.high = maybe_real(r, 6);
          reading.unit = r.maybe_text(7);
          reading.currency = r.maybe_text(8);
          if (!r.null(10)) reading.si = SiValue{r.real(9), r.string(10)};
          reading.confidence = r.real(3);
        });
        record_.figures.push_back(std::move(figure));
      });
}

Status RecordReader::places() {
  return each(
      "SELECT id, start, \"end\", name, geonames, lat, lon, country, admin1, feature, entity, reason, producer, "
      "confidence, controller, alternatives FROM places WHERE article = ? ORDER BY position",
      [&](const Prepared& row) {
        Place place;
        place.id = row.string(0);
        place.span = span(row, 1);
        place.name = row.maybe_text(3);
        if (!row.null(4)) place.geonames = row.integer(4);
        place.lat = maybe_real(row, 5);
        place.lon = maybe_real(row, 6);
        place.country = row.maybe_text(7);
        place.admin1 = row.maybe_text(8);
        place.feature = row.maybe_text(9);
        place.entity = row.maybe_text(10);
        place.reason = row.maybe_text(11);
        place.producer = producer(row, 12);
        place.controller = row.maybe_text(14);
        each_reading(place_readings_, row.text(15), [&](const Prepared& r) {
          PlaceReading& reading = place.alternatives.emplace_back();
          reading.name = r.maybe_text(0);
          if (!r.null(1)) reading.geonames = r.integer(1);
          reading.lat = maybe_real(r, 2);
          reading.lon = maybe_real(r, 3);
          reading.country = r.maybe_text(4);
          reading.admin1 = r.maybe_text(5);
          reading.feature = r.maybe_text(6);
          reading.confidence = r.real(7);
        });
        record_.places.push_back(std::move(place));
      });
}

Status RecordReader::all_evidence() {
  const std::string where = find_table("evidence")->in_article;
  return each("SELECT row, role, start, \"end\" FROM evidence WHERE " + where + " ORDER BY row, role, piece",
              [&](const Prepared& row) { evidence_[row.string(0) + ' ' + row.string(1)].push_back(span(row, 2)); });
}

Status RecordReader::statements() {
  return each(
      "SELECT id, form, force, source_entity, speaker, speaker_reason, named, anonymous, anonymity_count, "
      "anonymity_affiliation, anonymity_reason, cue_lemma, addressee_entity, within, via, time, place, occasion, "
      "producer, confidence, speaker_by, speaker_others FROM statements WHERE article = ? ORDER BY position",
      [&](const Prepared& row) {
        Statement s;
        s.id = row.string(0);
        s.form = enum_of(row.text(1), StatementForm::Mixed);
        s.force = enum_of(row.text(2), Force::Other);
        s.entity = row.maybe_text(3);
        s.speaker = row.maybe_text(4);
        s.speaker_reason = row.maybe_text(5);
        s.named = row.integer(6) != 0;
        if (row.integer(7) != 0) {
          s.anonymity = Anonymity{std::nullopt, row.maybe_text(9), row.maybe_text(10)};
          if (!row.null(8)) s.anonymity->count = static_cast<int>(row.integer(8));
        }
        s.cue_lemma = row.maybe_text(11);
        s.addressee_entity = row.maybe_text(12);
        s.within = row.maybe_text(13);
        s.via = texts(row.text(14));
        s.time = row.maybe_text(15);
        s.place = row.maybe_text(16);
        s.occasion = row.maybe_text(17);
        s.producer = producer(row, 18);
        s.speaker_by = row.maybe_text(20);
        s.speaker_others = texts(row.text(21));
        s.source = evidence(s.id, "source");
        s.cue = evidence(s.id, "cue");
        s.content = evidence(s.id, "content");
        s.addressee = evidence(s.id, "addressee");
        record_.statements.push_back(std::move(s));
      });
}

Status RecordReader::events() {
  ONRECORD_CHECK_OK(
      each("SELECT id, type, mode, contexts, cameo, place, time, figures, status, asserted_by, producer, confidence "
           "FROM events WHERE article = ? ORDER BY position",
           [&](const Prepared& row) {
             Event e;
             e.id = row.string(0);
             e.type = row.string(1);
             e.mode = row.maybe_text(2);
             e.contexts = texts(row.text(3));
             e.cameo = row.maybe_text(4);
             e.place = row.maybe_text(5);
             e.time = row.maybe_text(6);
             e.figures = texts(row.text(7));
             e.status = row.string(8);
             e.asserted_by = row.maybe_text(9);
             e.producer = producer(row, 10);
             e.trigger = evidence(e.id, "trigger");
             record_.events.push_back(std::move(e));
           }));
  return each(
      "SELECT event, side, entity, text, country, sector FROM actors WHERE event IN (SELECT id FROM events WHERE "
      "article = ?) ORDER BY event, side, "
      "position",
      [&](const Prepared& row) {
        Event* event = row_of(record_.events, row.text(0));
        if (event == nullptr) return;
        (row.text(1) == "actor" ? event->actors : event->recipients)
            .push_back({row.maybe_text(2), row.string(3), row.maybe_text(4), row.maybe_text(5)});
      });
}

std::optional<Actor> maybe_actor(const Prepared& row, int column) {
  if (row.null(column)) return std::nullopt;
  return Actor{row.maybe_text(column + 1), row.string(column), row.maybe_text(column + 2),
               row.maybe_text(column + 3)};
}

Status RecordReader::transfers() {
  return each(
      "SELECT id, donor_text, donor_entity, donor_country, donor_sector, recipient_text, recipient_entity, "
      "recipient_country, recipient_sector, item_text, item_start, item_end, item_class, item_model, count, amount, "
      "period, status, time, asserted_by, producer, confidence FROM transfers WHERE article = ? ORDER BY position",
      [&](const Prepared& row) {
        Transfer t;
        t.id = row.string(0);
        t.donor = maybe_actor(row, 1);
        t.recipient = maybe_actor(row, 5);
        if (!row.null(9)) {
          t.item = TransferItem{{row.string(9), span(row, 10)}, row.maybe_text(12), row.maybe_text(13)};
        }
        t.count = row.maybe_text(14);
        t.amount = row.maybe_text(15);
        t.period = row.maybe_text(16);
        t.status = row.string(17);
        t.time = row.maybe_text(18);
        t.asserted_by = row.maybe_text(19);
        t.producer = producer(row, 20);
        t.evidence = evidence(t.id, "evidence");
        record_.transfers.push_back(std::move(t));
      });
}

Status RecordReader::sources() {
  return each(
      "SELECT id, statement, cites, kind, producer, confidence FROM sources WHERE article = ? ORDER BY position",
      [&](const Prepared& row) {
        Source s;
        s.id = row.string(0);
        s.statement = row.maybe_text(1);
        s.cites = row.maybe_text(2);
        s.kind = row.string(3);
        s.producer = producer(row, 4);
        s.phrase = evidence(s.id, "phrase");
        record_.sources.push_back(std::move(s));
      });
}

Status RecordReader::notes() {
  return each("SELECT code, message, start, \"end\" FROM notes WHERE article = ? ORDER BY position",
              [&](const Prepared& row) {
                Note note{row.string(0), row.string(1), std::nullopt};
                if (!row.null(2)) note.span = span(row, 2);
                record_.notes.push_back(std::move(note));
              });
}

Result<Record> RecordReader::read() {
  const Snapshot snapshot(db_);
  ONRECORD_TRY(list_, db_.prepare("SELECT value FROM json_each(?)"));
  ONRECORD_TRY(readings_, db_.prepare(kReadings));
  ONRECORD_TRY(place_readings_, db_.prepare(kPlaceReadings));
  ONRECORD_CHECK_OK(article());
  ONRECORD_CHECK_OK(text_layers());
  ONRECORD_CHECK_OK(entities());
  ONRECORD_CHECK_OK(times());
  ONRECORD_CHECK_OK(figures());
  ONRECORD_CHECK_OK(places());
  ONRECORD_CHECK_OK(all_evidence());
  ONRECORD_CHECK_OK(statements());
  ONRECORD_CHECK_OK(events());
  ONRECORD_CHECK_OK(transfers());
  ONRECORD_CHECK_OK(sources());
  ONRECORD_CHECK_OK(notes());
  if (damaged_) return Error{ErrorCode::Database, "rows are out of step; `onrecord verify` names them", article_};
  return std::move(record_);
}

}  // namespace

Result<Record> read_record(const Sqlite& db, const Id& article) { return RecordReader(db, article).read(); }

}  // namespace onrecord
