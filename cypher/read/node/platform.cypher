// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Platform: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, name_zh, name_en, former_names_zh, gist_zh, gist_en, number_format, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Platform)
WHERE n.id IN $ids
RETURN n.id AS id, n.name_zh AS name_zh, n.name_en AS name_en, n.former_names_zh AS former_names_zh, n.gist_zh AS gist_zh, n.gist_en AS gist_en, n.number_format AS number_format, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
