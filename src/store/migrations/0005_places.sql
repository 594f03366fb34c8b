-- Who holds a disputed place, where the text says so, and the other places that its name may mean, likeliest first, as
-- the record has them: a JSON list of {name, geonames, lat, lon, country, admin1, feature, confidence}.

ALTER TABLE places ADD COLUMN controller TEXT;
ALTER TABLE places ADD COLUMN alternatives TEXT NOT NULL DEFAULT '[]';
