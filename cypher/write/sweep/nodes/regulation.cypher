// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove nodes of the label Regulation that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH (n:Regulation)
WHERE n.revision <> $revision
DETACH DELETE n
