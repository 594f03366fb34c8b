-- What gave an entity its country and sector, and what else it may be. alternatives: a JSON list of
-- {country, sector, confidence}, likeliest first. actor names the rule, with its version; null: nothing was found.

ALTER TABLE entities ADD COLUMN second_sector TEXT;
ALTER TABLE entities ADD COLUMN body TEXT;
ALTER TABLE entities ADD COLUMN reason TEXT;
ALTER TABLE entities ADD COLUMN alternatives TEXT NOT NULL DEFAULT '[]';
ALTER TABLE entities ADD COLUMN actor TEXT;
ALTER TABLE entities ADD COLUMN actor_confidence REAL;
ALTER TABLE entities ADD COLUMN actor_evidence TEXT;
CREATE INDEX entities_country ON entities (country, sector) WHERE country IS NOT NULL;
