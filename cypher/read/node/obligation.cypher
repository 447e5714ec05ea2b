// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Obligation: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, gist_zh, gist_en, norm, modality, kind, binding, to_authority, provision, bound_term_zh, modal_word_zh, sanction_note_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Obligation)
WHERE n.id IN $ids
RETURN n.id AS id, n.gist_zh AS gist_zh, n.gist_en AS gist_en, n.norm AS norm, n.modality AS modality, n.kind AS kind, n.binding AS binding, n.to_authority AS to_authority, n.provision AS provision, n.bound_term_zh AS bound_term_zh, n.modal_word_zh AS modal_word_zh, n.sanction_note_en AS sanction_note_en, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
