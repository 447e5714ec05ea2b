// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Platform)-[:SERVED_AT]->(:Site).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Platform {id: row.source})
MATCH (t:Site {id: row.target})
MERGE (s)-[e:SERVED_AT]->(t)
SET e = row.properties
