// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Obligation.sanctioned_by: (:Obligation)-[e:SANCTIONED_BY]->(:Article). A breach of the obligation falls under the article.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, number, position, chapter, kind, gist_zh, gist_en, former_numbers, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision, tie_provisions, tie_only_if_en, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Obligation)-[e:SANCTIONED_BY]->(t:Article)
WHERE s.id IN $ids
  AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
RETURN s.id AS key, t.id AS id, t.number AS number, t.position AS position, t.chapter AS chapter, t.kind AS kind, t.gist_zh AS gist_zh, t.gist_en AS gist_en, t.former_numbers AS former_numbers, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision, e.provisions AS tie_provisions, e.only_if_en AS tie_only_if_en, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, t.position, id
