// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Obligation)-[:REQUIRES]->(:Document).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Obligation {id: row.source})
MATCH (t:Document {id: row.target})
MERGE (s)-[e:REQUIRES]->(t)
SET e = row.properties
