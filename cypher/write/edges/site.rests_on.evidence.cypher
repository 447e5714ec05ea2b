// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Site)-[:RESTS_ON]->(:Evidence).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Site {id: row.source})
MATCH (t:Evidence {id: row.target})
MERGE (s)-[e:RESTS_ON]->(t)
SET e = row.properties
