// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges RESTS_ON that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:RESTS_ON]->()
WHERE e.revision <> $revision
DELETE e
