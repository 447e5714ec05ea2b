// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Question: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, kind, point_zh, point_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Question)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.point_zh AS point_zh, n.point_en AS point_en, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
