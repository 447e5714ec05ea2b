// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Authority)-[:UNDER]->(:Authority).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Authority {id: row.source})
MATCH (t:Authority {id: row.target})
MERGE (s)-[e:UNDER]->(t)
SET e = row.properties
