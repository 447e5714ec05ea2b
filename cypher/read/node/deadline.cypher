// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Deadline: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, kind, n, n_max, unit, from_zh, from_en, word_zh, binds, case_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Deadline)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.n AS n, n.n_max AS n_max, n.unit AS unit, n.from_zh AS from_zh, n.from_en AS from_en, n.word_zh AS word_zh, n.binds AS binds, n.case_en AS case_en, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
