// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Evidence)-[:FROM]->(:Source).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Evidence {id: row.source})
MATCH (t:Source {id: row.target})
MERGE (s)-[e:FROM]->(t)
SET e = row.properties
