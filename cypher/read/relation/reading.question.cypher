// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Reading.question: (:Reading)-[e:ANSWERS]->(:Question). The reading answers the question.
// Parameters: ids (list of text), bases (list of text)
// Columns:    key, id, kind, point_zh, point_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (s:Reading)-[e:ANSWERS]->(t:Question)
WHERE s.id IN $ids
  AND t.basis IN $bases
RETURN s.id AS key, t.id AS id, t.kind AS kind, t.point_zh AS point_zh, t.point_en AS point_en, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision
ORDER BY key, id
