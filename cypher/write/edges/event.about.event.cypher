// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Event)-[:ABOUT]->(:Event).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Event {id: row.source})
MATCH (t:Event {id: row.target})
MERGE (s)-[e:ABOUT]->(t)
SET e = row.properties
