// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges BASED_ON that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:BASED_ON]->()
WHERE e.revision <> $revision
DELETE e
