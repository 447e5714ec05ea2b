// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Role: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, name_zh, name_en, kind, gist_zh, gist_en, predicate, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Role)
WHERE n.id IN $ids
RETURN n.id AS id, n.name_zh AS name_zh, n.name_en AS name_en, n.kind AS kind, n.gist_zh AS gist_zh, n.gist_en AS gist_en, n.predicate AS predicate, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
