// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Reading)-[:SETTLES]->(:ProfileFact).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Reading {id: row.source})
MATCH (t:ProfileFact {id: row.target})
MERGE (s)-[e:SETTLES]->(t)
SET e = row.properties
