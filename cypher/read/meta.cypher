// Question:   Which revision is served, and through which day was the law checked?
// Parameters: none
// Columns:    revision, checked_through, nodes, edges
MATCH (r:Revision)
RETURN r.id AS revision, r.checked_through AS checked_through, r.nodes AS nodes, r.edges AS edges
ORDER BY revision
