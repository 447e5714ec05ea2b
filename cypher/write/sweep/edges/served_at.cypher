// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges SERVED_AT that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:SERVED_AT]->()
WHERE e.revision <> $revision
DELETE e
