// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Obligation.requires: (:Obligation)-[e:REQUIRES]->(:Document). The document is handed in, shown or issued.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, name_zh, name_en, kind, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision, tie_position, tie_open_list, tie_to_en, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Obligation)-[e:REQUIRES]->(t:Document)
WHERE s.id IN $ids
  AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
RETURN s.id AS key, t.id AS id, t.name_zh AS name_zh, t.name_en AS name_en, t.kind AS kind, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision, e.position AS tie_position, e.open_list AS tie_open_list, e.to_en AS tie_to_en, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, e.position, id
