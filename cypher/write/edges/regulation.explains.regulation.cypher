// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Regulation)-[:EXPLAINS]->(:Regulation).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Regulation {id: row.source})
MATCH (t:Regulation {id: row.target})
MERGE (s)-[e:EXPLAINS]->(t)
SET e = row.properties
