// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Document)-[:PRECEDES]->(:Document).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Document {id: row.source})
MATCH (t:Document {id: row.target})
MERGE (s)-[e:PRECEDES]->(t)
SET e = row.properties
