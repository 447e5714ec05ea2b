// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Obligation)-[:FULFILLED_BY]->(:Procedure).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Obligation {id: row.source})
MATCH (t:Procedure {id: row.target})
MERGE (s)-[e:FULFILLED_BY]->(t)
SET e = row.properties
