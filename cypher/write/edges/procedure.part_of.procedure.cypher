// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Procedure)-[:PART_OF]->(:Procedure).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Procedure {id: row.source})
MATCH (t:Procedure {id: row.target})
MERGE (s)-[e:PART_OF]->(t)
SET e = row.properties
