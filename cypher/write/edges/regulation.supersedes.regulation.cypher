// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Regulation)-[:SUPERSEDES]->(:Regulation).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Regulation {id: row.source})
MATCH (t:Regulation {id: row.target})
MERGE (s)-[e:SUPERSEDES]->(t)
SET e = row.properties
