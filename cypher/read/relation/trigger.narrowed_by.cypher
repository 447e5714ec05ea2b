// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Trigger.narrowed_by: (:Trigger)<-[e:NARROWS]-(:Reading). Under the reading the trigger asks, besides its own predicate, for that of the reading.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, gist_zh, gist_en, held_by_en, held_since, taken, predicate, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (s:Trigger)<-[e:NARROWS]-(t:Reading)
WHERE s.id IN $ids
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
  AND coalesce(t.held_since <= $on, true)
RETURN s.id AS key, t.id AS id, t.gist_zh AS gist_zh, t.gist_en AS gist_en, t.held_by_en AS held_by_en, t.held_since AS held_since, t.taken AS taken, t.predicate AS predicate, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision
ORDER BY key, id
