// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Question)-[:ABOUT]->(:Role).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Question {id: row.source})
MATCH (t:Role {id: row.target})
MERGE (s)-[e:ABOUT]->(t)
SET e = row.properties
