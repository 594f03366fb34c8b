// SPDX-License-Identifier: Apache-2.0
#include "record/build.h"

#include <cmath>
#include <unordered_map>

#include "record/ids.h"

namespace onrecord {
namespace {

Producer producer_of(const Rule* rule) {
  if (rule == nullptr) return {"unknown", 0};
  return {std::string(rule->name) + '/' + std::to_string(rule->version), rule->confidence};
}

MaybeText maybe(const char* words) { return words == nullptr ? MaybeText{} : MaybeText(words); }

// A model's probabilities are no surer than that, and the last digits of a float are the machine's.
double thousandths(float probability) { return std::round(1000.0 * static_cast<double>(probability)) / 1000.0; }

MaybeText unless_empty(const std::string& text) { return text.empty() ? MaybeText{} : MaybeText(text); }

void add_syntax(const Syntax& syntax, Index t, TokenRow& row) {
  row.lemma = unless_empty(syntax.lemmas[t]);
  row.upos = unless_empty(syntax.upos(t));
  row.xpos = unless_empty(syntax.xpos(t));
  row.feats = unless_empty(syntax.feats(t));
  row.deprel = unless_empty(syntax.relation(t));
  if (syntax[t].head != kNone) row.head = syntax[t].head;
}

void add_text_layers(const Document& d, bool keep_tokens, Record& record) {
  if (d.paragraphs.present()) record.paragraphs = d.paragraphs->spans;
  if (!d.sentences.present()) return;
  record.layers.insert(record.layers.end(), {"paragraphs", "sentences"});
  for (const Sentence& sentence : d.sentences->rows) record.sentences.push_back(sentence.span);
  if (!keep_tokens) return;
  record.layers.push_back("tokens");
  if (d.syntax.present()) record.layers.push_back("syntax");
  record.tokens.reserve(d.tokens->rows.size());
  for (Index s = 0; s < d.sentences->size(); ++s) {
    const Range range = (*d.sentences)[s].tokens;
    for (Index t = range.begin; t < range.end; ++t) {
      TokenRow row;
      row.span = (*d.tokens)[t].span;
      row.form = d.text().bytes(row.span);
      row.sentence = s;
      if (d.syntax.present()) add_syntax(*d.syntax, t, row);
      record.tokens.push_back(std::move(row));
    }
  }
}

void add_times(const Document& d, RowIds& ids, Record& record) {
  if (!d.times.present()) return;
  record.layers.push_back("times");
  for (const TimeRow& row : d.times->rows) {
    Time time;
    time.id = ids.make("time", row.span);
    time.span = row.span;
    time.type = row.type;
    time.value = row.value;
    time.begin = row.begin;
    time.end_excl = row.end_excl;
    time.reason = maybe(row.reason);
    time.mod = maybe(row.mod);
    time.producer = producer_of(row.rule);
    time.alternatives = row.alternatives;
    record.times.push_back(std::move(time));
  }
  for (std::size_t k = 0; k < record.times.size(); ++k) {
    const TimeRow& row = d.times->rows[k];
    if (row.anchor == TimeRow::Anchor::Published) record.times[k].anchor = "published";
    if (row.anchor == TimeRow::Anchor::Dateline) record.times[k].anchor = "dateline";
    if (row.anchor == TimeRow::Anchor::Text) record.times[k].anchor = "text";
    if (row.anchor == TimeRow::Anchor::Time) record.times[k].anchor = record.times[row.anchor_time].id;
  }
}

void add_figures(const Document& d, RowIds& ids, Record& record) {
  if (!d.figures.present()) return;
  record.layers.push_back("figures");
  for (const FigureRow& row : d.figures->rows) {
    Figure figure;
    figure.id = ids.make("figure", row.span);
    figure.span = row.span;
    figure.kind = row.kind;
    figure.value = row.value;
    figure.low = row.low;
    figure.high = row.high;
    figure.bound = row.bound;
    figure.unit = row.unit;
    figure.currency = row.currency;
    figure.si = row.si;
    if (row.of) figure.of = Cut{std::string(d.text().bytes(*row.of)), *row.of};
    figure.period = row.period;
    figure.reason = maybe(row.reason);
    figure.producer = producer_of(row.rule);
    figure.alternatives = row.alternatives;
    record.figures.push_back(std::move(figure));
  }
}

// Why country or sector is null, in one line.
MaybeText reason_of(const ActorReading& reading) {
  std::string reason;
  if (!reading.country && reading.country_reason) reason = "country: " + *reading.country_reason;
  if (!reading.sector && reading.sector_reason) {
    (reason += reason.empty() ? "" : "; ") += "sector: " + *reading.sector_reason;
  }
  return reason.empty() ? MaybeText() : MaybeText(std::move(reason));
}

void add_actor(const ActorReading& reading, Entity& entity) {
  entity.country = reading.country;
  entity.sector = reading.sector;
  entity.second_sector = reading.second_sector;
  entity.body = reading.body;
  entity.reason = reason_of(reading);
  entity.alternatives = reading.alternatives;
  entity.evidence = reading.evidence;
  if (reading.rule == nullptr) return;
  entity.actor = producer_of(reading.rule);
  entity.actor.confidence = reading.confidence;
}

// The entities of coreference: mentions of all forms, roles of all their names.
void add_coreference(const Document& d, RowIds& ids, Record& record) {
  record.layers.push_back("entities");
  for (const EntityRow& row : d.coreference->entities) {
    Entity entity;
    entity.type = row.type;
    entity.name = row.name;
    ByteSpans spans;
    for (const Index m : row.mentions) {
      const EntityMention& mention = d.coreference->mentions[m];
      entity.mentions.push_back({mention.span, mention.form});
      spans.push_back(mention.span);
    }
    entity.id = ids.make("entity", spans);
    for (const Index chain : row.chains) {
      const std::vector<Role>& roles = d.names->chains[chain].roles;
      entity.roles.insert(entity.roles.end(), roles.begin(), roles.end());
    }
    entity.producer = producer_of(row.rule);
    if (row.confidence) entity.producer.confidence = thousandths(*row.confidence);
    if (d.actors.present()) add_actor(d.actors->of_entity[record.entities.size()], entity);
    record.entities.push_back(std::move(entity));
  }
}

void add_entities(const Document& d, RowIds& ids, Record& record) {
  if (!d.names.present()) return;
  if (d.coreference.present()) return add_coreference(d, ids, record);
  record.layers.push_back("entities");
  for (const NameChain& chain : d.names->chains) {
    Entity entity;
    entity.type = chain.type;
    entity.name = chain.name;
    ByteSpans spans;
    for (const Index m : chain.mentions) {
      const NameMention& mention = d.names->mentions[m];
      entity.mentions.push_back({mention.span, mention.form});
      spans.push_back(mention.span);
    }
    entity.id = ids.make("entity", spans);
    entity.roles = chain.roles;
    entity.producer = producer_of(chain.rule);
    if (chain.confidence) entity.producer.confidence = thousandths(*chain.confidence);
    if (d.actors.present()) add_actor(d.actors->of_entity[record.entities.size()], entity);
    record.entities.push_back(std::move(entity));
  }
}

// The entity that a span names, for each name.
std::unordered_map<std::uint64_t, const Id*> entities_by_span(const Record& record) {
  std::unordered_map<std::uint64_t, const Id*> found;
  for (const Entity& entity : record.entities) {
    for (const Mention& mention : entity.mentions) {
      if (mention.form != MentionForm::Name) continue;
      found.emplace(std::uint64_t{mention.span.begin} << 32 | mention.span.end, &entity.id);
    }
  }
  return found;
}

void add_places(const Document& d, RowIds& ids, Record& record) {
  if (!d.places.present()) return;
  record.layers.push_back("places");
  const auto entities = entities_by_span(record);
  for (const PlaceRow& row : d.places->rows) {
    const PlaceReading& reading = row.place;
    Place place;
    place.id = ids.make("place", row.span);
    place.span = row.span;
    place.name = reading.name;
    place.geonames = reading.geonames;
    place.lat = reading.lat;
    place.lon = reading.lon;
    place.country = reading.country;
    place.admin1 = reading.admin1;
    place.feature = reading.feature;
    const auto entity = entities.find(std::uint64_t{row.span.begin} << 32 | row.span.end);
    if (entity != entities.end()) place.entity = *entity->second;
    place.reason = maybe(row.reason);
    place.controller = row.controller;
    place.alternatives = row.alternatives;
    place.producer = producer_of(row.rule);
    place.producer.confidence = reading.confidence;
    record.places.push_back(std::move(place));
  }
}

// The row of the entity that a chain of names became.
Index entity_of(const Document& d, Index chain) {
  return d.coreference.present() ? d.coreference->entity_of_chain[chain] : chain;
}

Statement statement_of(const Document& d, const StatementRow& row, const Record& record, RowIds& ids) {
  Statement statement;
  ByteSpans key = row.cue;
  key.insert(key.end(), row.content.begin(), row.content.end());
  statement.id = ids.make("statement", key);
  statement.form = row.form;
  statement.force = row.force;
  statement.source = row.source;
  statement.cue = row.cue;
  statement.content = row.content;
  statement.addressee = row.addressee;
  statement.named = row.named;
  statement.anonymity = row.anonymity;
  if (!row.cue_lemma.empty()) statement.cue_lemma = row.cue_lemma;
  statement.speaker_reason = maybe(row.speaker_reason);
  statement.speaker_by = maybe(row.speaker_by);
  if (!row.speaker_name.empty()) statement.speaker = row.speaker_name;
  if (row.speaker != kNone) {
    const Entity& entity = record.entities[entity_of(d, row.speaker)];
    statement.entity = entity.id;
    if (row.speaker_name.empty()) statement.speaker = entity.name;
  }
  for (const Index chain : row.speaker_others) {
    const Id& other = record.entities[entity_of(d, chain)].id;
    if (other != statement.entity) statement.speaker_others.push_back(other);
  }
  for (const Index chain : row.via) statement.via.push_back(record.entities[entity_of(d, chain)].id);
  if (row.time != kNone) statement.time = record.times[row.time].id;
  if (row.place != kNone) statement.place = record.places[row.place].id;
  if (row.occasion) statement.occasion = std::string(d.text().bytes(*row.occasion));
  statement.producer = producer_of(row.rule);
  if (row.confidence) statement.producer.confidence = thousandths(*row.confidence);
  return statement;
}

void add_statements(const Document& d, RowIds& ids, Record& record) {
  if (!d.statements.present()) return;
  record.layers.push_back("statements");
  for (const StatementRow& row : d.statements->rows) record.statements.push_back(statement_of(d, row, record, ids));
  for (std::size_t k = 0; k < record.statements.size(); ++k) {
    const Index within = d.statements->rows[k].within;
    if (within != kNone) record.statements[k].within = record.statements[within].id;
  }
}

}  // namespace

Result<Record> build_record(const Document& document, bool keep_tokens) {
  ONRECORD_CHECK_OK(verify(document));
  Record record;
  record.article = document.article().about;
  record.article.text = document.text().all();
  RowIds ids(record.article.id);
  add_text_layers(document, keep_tokens, record);
  add_times(document, ids, record);
  add_figures(document, ids, record);
  add_entities(document, ids, record);
  add_places(document, ids, record);
  add_statements(document, ids, record);
  record.notes = document.article().notes;
  const auto add_notes = [&](const std::vector<Note>& notes) {
    record.notes.insert(record.notes.end(), notes.begin(), notes.end());
  };
  if (document.times.present()) add_notes(document.times->notes);
  if (document.quotes.present()) add_notes(document.quotes->notes);
  return record;
}

}  // namespace onrecord
