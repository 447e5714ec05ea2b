// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Procedure.obligations: (:Procedure)<-[e:FULFILLED_BY]-(:Obligation). The obligation is fulfilled by the procedure.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    key, id, gist_zh, gist_en, norm, modality, kind, binding, to_authority, provision, bound_term_zh, modal_word_zh, sanction_note_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision, tie_mode, tie_imported_from, tie_through, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Procedure)<-[e:FULFILLED_BY]-(t:Obligation)
WHERE s.id IN $ids
  AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
  AND (t.binding OR $drafts)
RETURN s.id AS key, t.id AS id, t.gist_zh AS gist_zh, t.gist_en AS gist_en, t.norm AS norm, t.modality AS modality, t.kind AS kind, t.binding AS binding, t.to_authority AS to_authority, t.provision AS provision, t.bound_term_zh AS bound_term_zh, t.modal_word_zh AS modal_word_zh, t.sanction_note_en AS sanction_note_en, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision, e.mode AS tie_mode, e.imported_from AS tie_imported_from, e.through AS tie_through, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, id
