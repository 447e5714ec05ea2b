// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Remove edges HAS_CLAUSE that this revision does not hold.
// Parameters: revision (text)
// Columns:    none
MATCH ()-[e:HAS_CLAUSE]->()
WHERE e.revision <> $revision
DELETE e
