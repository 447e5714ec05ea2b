// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Route: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, kind, reason, role, alternative_group, platform_by, authority_by, place_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Route)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.reason AS reason, n.role AS role, n.alternative_group AS alternative_group, n.platform_by AS platform_by, n.authority_by AS authority_by, n.place_en AS place_en, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
