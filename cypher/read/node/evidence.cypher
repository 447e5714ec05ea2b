// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Evidence: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, locator, terms, fingerprint, confidence, checked, note_en, revision
MATCH (n:Evidence)
WHERE n.id IN $ids
RETURN n.id AS id, n.locator AS locator, n.terms AS terms, n.fingerprint AS fingerprint, n.confidence AS confidence, n.checked AS checked, n.note_en AS note_en, n.revision AS revision
ORDER BY id
