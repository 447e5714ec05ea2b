// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Procedure.parts: (:Procedure)<-[e:PART_OF]-(:Procedure). The procedure is a step or variant of the other.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, name_zh, name_en, kind, gist_zh, gist_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (s:Procedure)<-[e:PART_OF]-(t:Procedure)
WHERE s.id IN $ids
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
RETURN s.id AS key, t.id AS id, t.name_zh AS name_zh, t.name_en AS name_en, t.kind AS kind, t.gist_zh AS gist_zh, t.gist_en AS gist_en, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision
ORDER BY key, id
