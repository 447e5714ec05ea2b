// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Regulation: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, title_zh, title_en, aliases, kind, binding, status, number, adopted, signed, published, effective, amended, amendment_effective, repealed, comments_until, published_precision, article_count, url, other_urls, chapters_en, basis, confidence, valid_from, valid_to, checked, note_en, dossier, revision
MATCH (n:Regulation)
WHERE n.id IN $ids
RETURN n.id AS id, n.title_zh AS title_zh, n.title_en AS title_en, n.aliases AS aliases, n.kind AS kind, n.binding AS binding, n.status AS status, n.number AS number, n.adopted AS adopted, n.signed AS signed, n.published AS published, n.effective AS effective, n.amended AS amended, n.amendment_effective AS amendment_effective, n.repealed AS repealed, n.comments_until AS comments_until, n.published_precision AS published_precision, n.article_count AS article_count, n.url AS url, n.other_urls AS other_urls, n.chapters_en AS chapters_en, n.basis AS basis, n.confidence AS confidence, n.valid_from AS valid_from, n.valid_to AS valid_to, n.checked AS checked, n.note_en AS note_en, n.dossier AS dossier, n.revision AS revision
ORDER BY id
