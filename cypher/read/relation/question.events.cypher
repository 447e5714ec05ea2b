// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Question.events: (:Question)<-[e:ABOUT]-(:Event). The question or event concerns it.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, kind, happened, precision, gist_zh, gist_en, series, batch, count, url, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (s:Question)<-[e:ABOUT]-(t:Event)
WHERE s.id IN $ids
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
  AND coalesce(t.happened <= $on, true)
RETURN s.id AS key, t.id AS id, t.kind AS kind, t.happened AS happened, t.precision AS precision, t.gist_zh AS gist_zh, t.gist_en AS gist_en, t.series AS series, t.batch AS batch, t.count AS count, t.url AS url, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision
ORDER BY key, t.happened, id
