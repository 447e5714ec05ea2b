// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges DRAFT_OF that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:DRAFT_OF]->()
WHERE e.revision <> $revision
DELETE e
