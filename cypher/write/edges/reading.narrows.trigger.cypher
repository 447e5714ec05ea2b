// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Reading)-[:NARROWS]->(:Trigger).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Reading {id: row.source})
MATCH (t:Trigger {id: row.target})
MERGE (s)-[e:NARROWS]->(t)
SET e = row.properties
