// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Reading: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, gist_zh, gist_en, held_by_en, held_since, taken, predicate, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Reading)
WHERE n.id IN $ids
RETURN n.id AS id, n.gist_zh AS gist_zh, n.gist_en AS gist_en, n.held_by_en AS held_by_en, n.held_since AS held_since, n.taken AS taken, n.predicate AS predicate, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
