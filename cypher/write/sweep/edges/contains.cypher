// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges CONTAINS that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:CONTAINS]->()
WHERE e.revision <> $revision
DELETE e
