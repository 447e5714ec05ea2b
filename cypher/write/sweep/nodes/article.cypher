// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove nodes of the label Article that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH (n:Article)
WHERE n.revision <> $revision
DETACH DELETE n
