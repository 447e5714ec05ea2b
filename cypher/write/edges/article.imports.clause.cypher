// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Article)-[:IMPORTS]->(:Clause).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Article {id: row.source})
MATCH (t:Clause {id: row.target})
MERGE (s)-[e:IMPORTS]->(t)
SET e = row.properties
