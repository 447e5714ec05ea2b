// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Event)-[:ABOUT]->(:Regulation).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Event {id: row.source})
MATCH (t:Regulation {id: row.target})
MERGE (s)-[e:ABOUT]->(t)
SET e = row.properties
