// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Clause)-[:IMPORTS]->(:Clause).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Clause {id: row.source})
MATCH (t:Clause {id: row.target})
MERGE (s)-[e:IMPORTS]->(t)
SET e = row.properties
