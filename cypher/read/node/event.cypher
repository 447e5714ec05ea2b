// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Event: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, kind, happened, precision, gist_zh, gist_en, series, batch, count, url, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Event)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.happened AS happened, n.precision AS precision, n.gist_zh AS gist_zh, n.gist_en AS gist_en, n.series AS series, n.batch AS batch, n.count AS count, n.url AS url, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
