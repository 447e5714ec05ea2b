// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges APPLIES_WHEN that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:APPLIES_WHEN]->()
WHERE e.revision <> $revision
DELETE e
