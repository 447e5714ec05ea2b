// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Article.imported_by: (:Article)-[:HAS_CLAUSE*0..1]->(m)<-[e:IMPORTS]-(:Article|:Clause). The provision takes over what the other orders.
// Parameters: ids (list of text), bases (list of text)
// Columns:    key, label, id, via, tie_mode, tie_what_en, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Article)-[:HAS_CLAUSE*0..1]->(m)<-[e:IMPORTS]-(t)
WHERE s.id IN $ids
  AND (t:Article OR t:Clause)
  AND e.basis IN $bases
RETURN s.id AS key, labels(t)[0] AS label, t.id AS id, m.id AS via, e.mode AS tie_mode, e.what_en AS tie_what_en, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, label, id, via
