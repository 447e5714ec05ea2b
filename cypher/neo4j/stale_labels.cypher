// Question:   Under which labels do nodes stand that are marked with another revision?
// Parameters: revision (text)
// Columns:    label
MATCH (n)
WHERE n.revision <> $revision
UNWIND labels(n) AS label
RETURN DISTINCT label
ORDER BY label
