// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Obligation)-[:APPLIES_WHEN]->(:Trigger).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Obligation {id: row.source})
MATCH (t:Trigger {id: row.target})
MERGE (s)-[e:APPLIES_WHEN]->(t)
SET e = row.properties
