// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove nodes of the label Clause that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH (n:Clause)
WHERE n.revision <> $revision
DETACH DELETE n
