// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Reading)-[:ANSWERS]->(:Question).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Reading {id: row.source})
MATCH (t:Question {id: row.target})
MERGE (s)-[e:ANSWERS]->(t)
SET e = row.properties
