// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges PART_OF that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:PART_OF]->()
WHERE e.revision <> $revision
DELETE e
