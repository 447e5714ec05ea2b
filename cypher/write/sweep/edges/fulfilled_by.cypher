// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges FULFILLED_BY that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:FULFILLED_BY]->()
WHERE e.revision <> $revision
DELETE e
