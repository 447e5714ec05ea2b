// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Authority.routes: (:Authority)<-[e:LEADS_TO]-(:Route). The route ends at the authority.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text)
// Columns:    key, id, kind, reason, role, alternative_group, platform_by, authority_by, place_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Authority)<-[e:LEADS_TO]-(t:Route)
WHERE s.id IN $ids
  AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
RETURN s.id AS key, t.id AS id, t.kind AS kind, t.reason AS reason, t.role AS role, t.alternative_group AS alternative_group, t.platform_by AS platform_by, t.authority_by AS authority_by, t.place_en AS place_en, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, id
