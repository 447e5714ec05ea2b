// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Regulation.issued_by: (:Regulation)-[e:ISSUED_BY]->(:Authority). The instrument was issued, alone or jointly, by the body.
// Parameters: ids (list of text), bases (list of text)
// Columns:    key, id, name_zh, name_en, short_zh, abbreviation, terms_zh, kind, level, system, url, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Regulation)-[e:ISSUED_BY]->(t:Authority)
WHERE s.id IN $ids
  AND e.basis IN $bases
  AND t.basis IN $bases
RETURN s.id AS key, t.id AS id, t.name_zh AS name_zh, t.name_en AS name_en, t.short_zh AS short_zh, t.abbreviation AS abbreviation, t.terms_zh AS terms_zh, t.kind AS kind, t.level AS level, t.system AS system, t.url AS url, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, id
