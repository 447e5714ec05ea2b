// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges ISSUED_BY that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:ISSUED_BY]->()
WHERE e.revision <> $revision
DELETE e
