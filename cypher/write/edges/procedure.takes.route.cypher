// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Procedure)-[:TAKES]->(:Route).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Procedure {id: row.source})
MATCH (t:Route {id: row.target})
MERGE (s)-[e:TAKES]->(t)
SET e = row.properties
