// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Obligation)-[:HAS_CLOCK]->(:Deadline).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Obligation {id: row.source})
MATCH (t:Deadline {id: row.target})
MERGE (s)-[e:HAS_CLOCK]->(t)
SET e = row.properties
