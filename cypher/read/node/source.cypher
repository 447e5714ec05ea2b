// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Source: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, what_en, place, url, seen, revision
MATCH (n:Source)
WHERE n.id IN $ids
RETURN n.id AS id, n.what_en AS what_en, n.place AS place, n.url AS url, n.seen AS seen, n.revision AS revision
ORDER BY id
