// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Article: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, number, position, chapter, kind, gist_zh, gist_en, former_numbers, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Article)
WHERE n.id IN $ids
RETURN n.id AS id, n.number AS number, n.position AS position, n.chapter AS chapter, n.kind AS kind, n.gist_zh AS gist_zh, n.gist_en AS gist_en, n.former_numbers AS former_numbers, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
