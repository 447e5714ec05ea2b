// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges LEADS_TO that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:LEADS_TO]->()
WHERE e.revision <> $revision
DELETE e
