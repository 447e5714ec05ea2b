// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges SANCTIONED_BY that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:SANCTIONED_BY]->()
WHERE e.revision <> $revision
DELETE e
