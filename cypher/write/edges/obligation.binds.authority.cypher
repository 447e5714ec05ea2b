// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Obligation)-[:BINDS]->(:Authority).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Obligation {id: row.source})
MATCH (t:Authority {id: row.target})
MERGE (s)-[e:BINDS]->(t)
SET e = row.properties
