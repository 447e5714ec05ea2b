// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges GOES_THROUGH that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:GOES_THROUGH]->()
WHERE e.revision <> $revision
DELETE e
