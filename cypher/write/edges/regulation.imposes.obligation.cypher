// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Regulation)-[:IMPOSES]->(:Obligation).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Regulation {id: row.source})
MATCH (t:Obligation {id: row.target})
MERGE (s)-[e:IMPOSES]->(t)
SET e = row.properties
