-- Other readings of a time or a figure, likeliest first, as the record has them: a JSON list of
-- {value, begin, end_excl, confidence} (times) and {kind, value, low, high, unit, currency, si, confidence} (figures).

ALTER TABLE times ADD COLUMN alternatives TEXT NOT NULL DEFAULT '[]';
ALTER TABLE figures ADD COLUMN alternatives TEXT NOT NULL DEFAULT '[]';
