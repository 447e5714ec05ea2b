// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Procedure.evidence: (:Procedure)-[e:RESTS_ON]->(:Evidence). The statement is believed because of the evidence.
// Parameters: ids (list of text)
// Columns:    key, id, locator, terms, fingerprint, confidence, checked, note_en, revision
MATCH (s:Procedure)-[e:RESTS_ON]->(t:Evidence)
WHERE s.id IN $ids
RETURN s.id AS key, t.id AS id, t.locator AS locator, t.terms AS terms, t.fingerprint AS fingerprint, t.confidence AS confidence, t.checked AS checked, t.note_en AS note_en, t.revision AS revision
ORDER BY key, id
