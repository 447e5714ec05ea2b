// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Regulation)-[:CONTAINS]->(:Article).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Regulation {id: row.source})
MATCH (t:Article {id: row.target})
MERGE (s)-[e:CONTAINS]->(t)
SET e = row.properties
