// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Revision: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, checked_through, nodes, edges, revision
MATCH (n:Revision)
WHERE n.id IN $ids
RETURN n.id AS id, n.checked_through AS checked_through, n.nodes AS nodes, n.edges AS edges, n.revision AS revision
ORDER BY id
