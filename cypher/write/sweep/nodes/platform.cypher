// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove nodes of the label Platform that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH (n:Platform)
WHERE n.revision <> $revision
DETACH DELETE n
