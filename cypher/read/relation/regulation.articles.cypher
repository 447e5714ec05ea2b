// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Regulation.articles: (:Regulation)-[e:CONTAINS]->(:Article). The article stands in the instrument.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, number, position, chapter, kind, gist_zh, gist_en, former_numbers, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (s:Regulation)-[e:CONTAINS]->(t:Article)
WHERE s.id IN $ids
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
RETURN s.id AS key, t.id AS id, t.number AS number, t.position AS position, t.chapter AS chapter, t.kind AS kind, t.gist_zh AS gist_zh, t.gist_en AS gist_en, t.former_numbers AS former_numbers, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision
ORDER BY key, t.position, id
