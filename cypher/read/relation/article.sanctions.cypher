// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Article.sanctions: (:Article)<-[e:SANCTIONED_BY]-(:Obligation). A breach of the obligation falls under the article.
// Parameters: ids (list of text), on (date, or null for all days), bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    key, id, gist_zh, gist_en, norm, modality, kind, binding, to_authority, provision, bound_term_zh, modal_word_zh, sanction_note_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision, tie_provisions, tie_only_if_en, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Article)<-[e:SANCTIONED_BY]-(t:Obligation)
WHERE s.id IN $ids
  AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  AND t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
  AND (t.binding OR $drafts)
RETURN s.id AS key, t.id AS id, t.gist_zh AS gist_zh, t.gist_en AS gist_en, t.norm AS norm, t.modality AS modality, t.kind AS kind, t.binding AS binding, t.to_authority AS to_authority, t.provision AS provision, t.bound_term_zh AS bound_term_zh, t.modal_word_zh AS modal_word_zh, t.sanction_note_en AS sanction_note_en, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision, e.provisions AS tie_provisions, e.only_if_en AS tie_only_if_en, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, id
