-- What is on record in each article, one row a thing. Names are those of the record format.
-- start and "end" are UTF-8 bytes of articles.text, half-open; surface is the text between them (the law).
-- Ids are made from content; position is the order of the rows of a table within its article. Rows that belong to
-- a row of an article (mentions, roles, actors, evidence) are found by its id and name the article for convenience.

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,  -- order of arrival; full-text search needs it, nothing else should
  id TEXT NOT NULL UNIQUE,
  source_id TEXT,
  source_uri TEXT NOT NULL,
  title TEXT,
  published TEXT,
  published_from TEXT,
  updated TEXT,
  publisher TEXT,
  authors TEXT NOT NULL,  -- JSON list of texts
  language TEXT,
  words INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  layers TEXT NOT NULL,  -- JSON list: the layers that were looked for
  fingerprint TEXT NOT NULL,
  paragraph_spans TEXT NOT NULL,  -- JSON list of [start, end]; the view paragraphs has a row for each
  sentence_spans TEXT NOT NULL,   -- JSON list of [start, end]; the view sentences has a row for each
  text TEXT NOT NULL              -- last, so that the other columns are read without it
) STRICT;
CREATE INDEX articles_source_uri ON articles (source_uri);
CREATE INDEX articles_published ON articles (published);

CREATE VIEW paragraphs AS
SELECT a.id AS article, j.key AS position, json_extract(j.value, '$[0]') AS start, json_extract(j.value, '$[1]') AS "end",
  CAST(substr(CAST(a.text AS BLOB), (json_extract(j.value, '$[0]')) + 1, (json_extract(j.value, '$[1]')) - (json_extract(j.value, '$[0]'))) AS TEXT) AS surface
FROM articles a, json_each(a.paragraph_spans) j;

CREATE VIEW sentences AS
SELECT a.id AS article, j.key AS position, json_extract(j.value, '$[0]') AS start, json_extract(j.value, '$[1]') AS "end",
  CAST(substr(CAST(a.text AS BLOB), (json_extract(j.value, '$[0]')) + 1, (json_extract(j.value, '$[1]')) - (json_extract(j.value, '$[0]'))) AS TEXT) AS surface
FROM articles a, json_each(a.sentence_spans) j;

CREATE TABLE tokens (
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  form TEXT NOT NULL,
  lemma TEXT,
  upos TEXT,
  xpos TEXT,
  feats TEXT,
  head INTEGER,  -- position of the head in this article; null at a root
  deprel TEXT,
  sentence INTEGER NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  type TEXT,
  name TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  wikidata TEXT,
  geonames TEXT,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX entities_article ON entities (article, position);
CREATE INDEX entities_name ON entities (name);

CREATE TABLE mentions (
  entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
  entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article TEXT NOT NULL,
  title TEXT NOT NULL,
  of TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  PRIMARY KEY (entity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT,
  begin TEXT,
  end_excl TEXT,
  anchor TEXT,
  mod TEXT,
  reason TEXT,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX times_article ON times (article, position);
CREATE INDEX times_begin ON times (begin);

CREATE TABLE figures (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  kind TEXT NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  bound TEXT NOT NULL,
  unit TEXT,
  currency TEXT,
  si_value REAL,
  si_unit TEXT,
  of_text TEXT,  -- the counted or measured thing, at of_start … of_end
  of_start INTEGER,
  of_end INTEGER,
  period TEXT,
  reason TEXT,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX figures_article ON figures (article, position);

CREATE TABLE places (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  name TEXT,
  geonames INTEGER,
  lat REAL,
  lon REAL,
  country TEXT,
  admin1 TEXT,
  feature TEXT,
  entity TEXT REFERENCES entities (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX places_article ON places (article, position);
CREATE INDEX places_country ON places (country);
CREATE INDEX places_entity ON places (entity) WHERE entity IS NOT NULL;

CREATE TABLE statements (
  number INTEGER PRIMARY KEY,  -- order of arrival, for full-text search
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  form TEXT NOT NULL,
  force TEXT NOT NULL,
  source_text TEXT,  -- the texts of several pieces are joined by " … "; evidence has each piece with its span
  source_entity TEXT REFERENCES entities (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  speaker TEXT,
  speaker_reason TEXT,
  named INTEGER NOT NULL,
  anonymous INTEGER NOT NULL,
  anonymity_count INTEGER,
  anonymity_affiliation TEXT,
  anonymity_reason TEXT,
  cue_text TEXT,
  cue_lemma TEXT,
  content_text TEXT,
  addressee_text TEXT,
  addressee_entity TEXT REFERENCES entities (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  within TEXT REFERENCES statements (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  via TEXT NOT NULL,  -- JSON list of entity ids, outermost outlet first
  time TEXT REFERENCES times (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  place TEXT REFERENCES places (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  occasion TEXT,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX statements_article ON statements (article, position);
CREATE INDEX statements_speaker ON statements (speaker);
CREATE INDEX statements_source_entity ON statements (source_entity) WHERE source_entity IS NOT NULL;
CREATE INDEX statements_addressee_entity ON statements (addressee_entity) WHERE addressee_entity IS NOT NULL;
CREATE INDEX statements_within ON statements (within) WHERE within IS NOT NULL;
CREATE INDEX statements_time ON statements (time) WHERE time IS NOT NULL;
CREATE INDEX statements_place ON statements (place) WHERE place IS NOT NULL;

CREATE TABLE events (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,  -- JSON list of texts
  cameo TEXT,
  trigger_text TEXT,
  place TEXT REFERENCES places (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  time TEXT REFERENCES times (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  figures TEXT NOT NULL,  -- JSON list of figure ids
  status TEXT NOT NULL,
  asserted_by TEXT REFERENCES statements (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX events_article ON events (article, position);
CREATE INDEX events_type ON events (type, status);
CREATE INDEX events_place ON events (place) WHERE place IS NOT NULL;
CREATE INDEX events_time ON events (time) WHERE time IS NOT NULL;
CREATE INDEX events_asserted_by ON events (asserted_by) WHERE asserted_by IS NOT NULL;

CREATE TABLE actors (
  event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  side TEXT NOT NULL,  -- actor | recipient
  position INTEGER NOT NULL,
  article TEXT NOT NULL,
  entity TEXT REFERENCES entities (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  PRIMARY KEY (event, side, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_entity ON actors (entity) WHERE entity IS NOT NULL;
CREATE INDEX actors_country ON actors (country);

CREATE TABLE transfers (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  donor_text TEXT,
  donor_entity TEXT REFERENCES entities (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  donor_country TEXT,
  donor_sector TEXT,
  recipient_text TEXT,
  recipient_entity TEXT REFERENCES entities (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  recipient_country TEXT,
  recipient_sector TEXT,
  item_text TEXT,  -- at item_start … item_end
  item_start INTEGER,
  item_end INTEGER,
  item_class TEXT,
  item_model TEXT,
  count TEXT REFERENCES figures (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  amount TEXT REFERENCES figures (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  period TEXT,
  status TEXT NOT NULL,
  time TEXT REFERENCES times (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  asserted_by TEXT REFERENCES statements (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  evidence_text TEXT,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX transfers_article ON transfers (article, position);
CREATE INDEX transfers_countries ON transfers (donor_country, recipient_country);
CREATE INDEX transfers_donor_entity ON transfers (donor_entity) WHERE donor_entity IS NOT NULL;
CREATE INDEX transfers_recipient_entity ON transfers (recipient_entity) WHERE recipient_entity IS NOT NULL;
CREATE INDEX transfers_count ON transfers (count) WHERE count IS NOT NULL;
CREATE INDEX transfers_amount ON transfers (amount) WHERE amount IS NOT NULL;
CREATE INDEX transfers_time ON transfers (time) WHERE time IS NOT NULL;
CREATE INDEX transfers_asserted_by ON transfers (asserted_by) WHERE asserted_by IS NOT NULL;

CREATE TABLE sources (
  id TEXT NOT NULL PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  statement TEXT REFERENCES statements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  cites TEXT,
  phrase_text TEXT,
  kind TEXT NOT NULL,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX sources_article ON sources (article, position);
CREATE INDEX sources_statement ON sources (statement) WHERE statement IS NOT NULL;

-- The pieces of roles that may be broken: source, cue, content and addressee of a statement, trigger of an event,
-- evidence of a transfer, phrase of a source.
CREATE TABLE evidence (
  row TEXT NOT NULL,  -- id of the statement, event, transfer or source
  role TEXT NOT NULL,
  piece INTEGER NOT NULL,
  article TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  surface TEXT NOT NULL,
  PRIMARY KEY (row, role, piece)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER statements_evidence AFTER DELETE ON statements BEGIN
  DELETE FROM evidence WHERE row = old.id;
END;
CREATE TRIGGER events_evidence AFTER DELETE ON events BEGIN
  DELETE FROM evidence WHERE row = old.id;
END;
CREATE TRIGGER transfers_evidence AFTER DELETE ON transfers BEGIN
  DELETE FROM evidence WHERE row = old.id;
END;
CREATE TRIGGER sources_evidence AFTER DELETE ON sources BEGIN
  DELETE FROM evidence WHERE row = old.id;
END;

CREATE TABLE notes (
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  surface TEXT,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- One row a call of `onrecord read`: the only table whose rows depend on the clock.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  seconds REAL NOT NULL,
  program TEXT NOT NULL,
  pipeline INTEGER NOT NULL,
  command TEXT NOT NULL,
  articles_new INTEGER NOT NULL,
  articles_same INTEGER NOT NULL,
  articles_replaced INTEGER NOT NULL,
  articles_skipped INTEGER NOT NULL,
  words INTEGER NOT NULL,
  finished INTEGER NOT NULL  -- 1, or 0 if it was stopped
) STRICT;
