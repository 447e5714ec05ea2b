// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Regulation)-[:ISSUED_BY]->(:Authority).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Regulation {id: row.source})
MATCH (t:Authority {id: row.target})
MERGE (s)-[e:ISSUED_BY]->(t)
SET e = row.properties
