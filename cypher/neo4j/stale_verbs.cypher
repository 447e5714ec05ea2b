// Question:   Of which types are there edges that are marked with another revision?
// Parameters: revision (text)
// Columns:    verb
MATCH ()-[e]->()
WHERE e.revision <> $revision
RETURN DISTINCT type(e) AS verb
ORDER BY verb
