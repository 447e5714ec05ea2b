// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges NARROWS that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:NARROWS]->()
WHERE e.revision <> $revision
DELETE e
