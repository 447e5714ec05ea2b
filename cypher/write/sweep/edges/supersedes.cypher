// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges SUPERSEDES that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:SUPERSEDES]->()
WHERE e.revision <> $revision
DELETE e
