// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Role)-[:READS]->(:ProfileFact).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Role {id: row.source})
MATCH (t:ProfileFact {id: row.target})
MERGE (s)-[e:READS]->(t)
SET e = row.properties
