// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Obligation.binds: (:Obligation)-[e:BINDS]->(:Role|:Authority). The obligation binds the role, or the authority itself.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, label, id, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Obligation)-[e:BINDS]->(t)
WHERE s.id IN $ids
  AND (t:Role OR t:Authority)
  AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
RETURN s.id AS key, labels(t)[0] AS label, t.id AS id, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, label, id
