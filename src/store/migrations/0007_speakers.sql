-- How the speaker of a statement was found, and the entities that were thought of besides: a JSON list of ids.

ALTER TABLE statements ADD COLUMN speaker_by TEXT;
ALTER TABLE statements ADD COLUMN speaker_others TEXT NOT NULL DEFAULT '[]';
