-- What was withdrawn is found from every end too, so that the history of a thing is looked up and not looked for.
DROP INDEX judgement_withdrawn;
CREATE INDEX judgement_withdrawn ON judgement (subject) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX judgement_withdrawn_object ON judgement (object) WHERE withdrawn_at IS NOT NULL;
CREATE INDEX judgement_withdrawn_id ON judgement (id) WHERE withdrawn_at IS NOT NULL;
