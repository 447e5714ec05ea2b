// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges TAKES that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:TAKES]->()
WHERE e.revision <> $revision
DELETE e
