// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Clause: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, paragraph, item, revision
MATCH (n:Clause)
WHERE n.id IN $ids
RETURN n.id AS id, n.paragraph AS paragraph, n.item AS item, n.revision AS revision
ORDER BY id
