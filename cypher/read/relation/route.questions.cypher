// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Route.questions: (:Route)<-[e:ABOUT]-(:Question). The question or event concerns it.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, kind, point_zh, point_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (s:Route)<-[e:ABOUT]-(t:Question)
WHERE s.id IN $ids
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
RETURN s.id AS key, t.id AS id, t.kind AS kind, t.point_zh AS point_zh, t.point_en AS point_en, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision
ORDER BY key, id
