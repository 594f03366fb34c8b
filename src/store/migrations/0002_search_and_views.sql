-- Full-text search over texts and statements, and views for people.
-- The index keeps no copy of the text. Triggers keep it in step with whoever deletes or changes rows. There is none for
-- new rows, which only `onrecord read` writes: a trigger would make FTS5 write out its index at every row.

CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, text, content = 'articles', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF number, title, text ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE statements_fts USING fts5(
  speaker, content_text, content = 'statements', content_rowid = 'number',
  tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER statements_fts_delete AFTER DELETE ON statements BEGIN
  INSERT INTO statements_fts (statements_fts, rowid, speaker, content_text)
  VALUES ('delete', old.number, old.speaker, old.content_text);
END;
CREATE TRIGGER statements_fts_update AFTER UPDATE OF number, speaker, content_text ON statements BEGIN
  INSERT INTO statements_fts (statements_fts, rowid, speaker, content_text)
  VALUES ('delete', old.number, old.speaker, old.content_text);
  INSERT INTO statements_fts (rowid, speaker, content_text) VALUES (new.number, new.speaker, new.content_text);
END;
INSERT INTO statements_fts (statements_fts) VALUES ('rebuild');

CREATE VIEW v_statements AS
SELECT s.id, s.article, s.position, a.title, a.published, a.publisher, a.source_uri, s.speaker, s.source_text, s.named,
  s.force, s.form, s.cue_text, s.content_text, s.addressee_text, t.value AS time, p.name AS place, s.within,
  s.producer, s.confidence
FROM statements s
JOIN articles a ON a.id = s.article
LEFT JOIN times t ON t.id = s.time
LEFT JOIN places p ON p.id = s.place;

CREATE VIEW v_figures AS
SELECT f.id, f.article, f.position, a.title, a.published, a.source_uri, f.surface, f.kind, f.value, f.low, f.high,
  f.bound, f.unit, f.currency, f.of_text, f.period, f.producer, f.confidence
FROM figures f JOIN articles a ON a.id = f.article;

CREATE VIEW v_events AS
SELECT e.id, e.article, e.position, a.title, a.published, a.source_uri, e.type, e.mode, e.status, e.trigger_text,
  (SELECT group_concat(text, '; ') FROM (SELECT text FROM actors WHERE event = e.id AND side = 'actor'
    ORDER BY position)) AS actors,
  (SELECT group_concat(text, '; ') FROM (SELECT text FROM actors WHERE event = e.id AND side = 'recipient'
    ORDER BY position)) AS recipients,
  t.value AS time, p.name AS place, s.speaker AS asserted_by_speaker, e.producer, e.confidence
FROM events e
JOIN articles a ON a.id = e.article
LEFT JOIN times t ON t.id = e.time
LEFT JOIN places p ON p.id = e.place
LEFT JOIN statements s ON s.id = e.asserted_by;

CREATE VIEW v_transfers AS
SELECT x.id, x.article, x.position, a.title, a.published, a.source_uri, x.donor_text, x.donor_country,
  x.recipient_text, x.recipient_country, x.item_text, c.value AS count, m.value AS amount, m.currency, x.period,
  x.status, t.value AS time, s.speaker AS asserted_by_speaker, x.producer, x.confidence
FROM transfers x
JOIN articles a ON a.id = x.article
LEFT JOIN figures c ON c.id = x.count
LEFT JOIN figures m ON m.id = x.amount
LEFT JOIN times t ON t.id = x.time
LEFT JOIN statements s ON s.id = x.asserted_by;
