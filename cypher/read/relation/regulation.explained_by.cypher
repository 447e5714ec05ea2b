// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Regulation.explained_by: (:Regulation)<-[e:EXPLAINS]-(:Regulation). The instrument explains the other, without force of its own.
// Parameters: ids (list of text), bases (list of text)
// Columns:    key, id, title_zh, title_en, aliases, kind, binding, status, number, adopted, signed, published, effective, amended, amendment_effective, repealed, comments_until, published_precision, article_count, url, other_urls, chapters_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, tie_note_en, tie_evidence
MATCH (s:Regulation)<-[e:EXPLAINS]-(t:Regulation)
WHERE s.id IN $ids
  AND e.basis IN $bases
  AND t.basis IN $bases
RETURN s.id AS key, t.id AS id, t.title_zh AS title_zh, t.title_en AS title_en, t.aliases AS aliases, t.kind AS kind, t.binding AS binding, t.status AS status, t.number AS number, t.adopted AS adopted, t.signed AS signed, t.published AS published, t.effective AS effective, t.amended AS amended, t.amendment_effective AS amendment_effective, t.repealed AS repealed, t.comments_until AS comments_until, t.published_precision AS published_precision, t.article_count AS article_count, t.url AS url, t.other_urls AS other_urls, t.chapters_en AS chapters_en, t.basis AS basis, t.confidence AS confidence, t.valid_from AS valid_from, t.valid_to AS valid_to, t.checked AS checked, t.note_en AS note_en, t.dossier AS dossier, t.revision AS revision, e.basis AS tie_basis, e.confidence AS tie_confidence, e.valid_from AS tie_valid_from, e.valid_to AS tie_valid_to, e.note_en AS tie_note_en, e.evidence AS tie_evidence
ORDER BY key, id
