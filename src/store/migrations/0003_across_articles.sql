-- What only several articles together can tell, and what people corrected. Rows here are derived from the tables
-- of 0001 and can be made again from them; corrections are the exception: a re-run never touches them.

CREATE TABLE stories (
  story TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (story, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_article ON stories (article);

CREATE TABLE copies (
  article TEXT NOT NULL PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  copy_of TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  shared REAL NOT NULL,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX copies_copy_of ON copies (copy_of);

CREATE TABLE corroboration (
  row TEXT NOT NULL PRIMARY KEY,
  independent_sources INTEGER NOT NULL,
  sources TEXT NOT NULL,  -- JSON list
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;

CREATE TABLE contradictions (
  id TEXT NOT NULL PRIMARY KEY,
  row TEXT NOT NULL,
  attribute TEXT NOT NULL,
  "values" TEXT NOT NULL,  -- JSON list of {value, articles, spans}
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX contradictions_row ON contradictions (row);

CREATE TABLE ledger (
  line TEXT NOT NULL PRIMARY KEY,
  donor TEXT,
  recipient TEXT,
  donor_country TEXT,
  recipient_country TEXT,
  item TEXT,
  count REAL,
  amount REAL,
  currency TEXT,
  period TEXT,
  status TEXT NOT NULL,
  time TEXT,
  independent_sources INTEGER NOT NULL,
  producer TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX ledger_countries ON ledger (donor_country, recipient_country);

CREATE TABLE ledger_history (
  line TEXT NOT NULL REFERENCES ledger (line) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  time TEXT,
  asserted_by TEXT,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  transfer TEXT NOT NULL,
  PRIMARY KEY (line, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_history_article ON ledger_history (article);
CREATE INDEX ledger_history_transfer ON ledger_history (transfer);

CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  who TEXT NOT NULL,
  "when" TEXT NOT NULL,
  why TEXT
) STRICT;
CREATE INDEX corrections_row ON corrections (row);
