// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Site: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, url, sure_from, sure_to, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Site)
WHERE n.id IN $ids
RETURN n.id AS id, n.url AS url, n.sure_from AS sure_from, n.sure_to AS sure_to, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
