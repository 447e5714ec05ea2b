// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges DEFINED_IN that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:DEFINED_IN]->()
WHERE e.revision <> $revision
DELETE e
