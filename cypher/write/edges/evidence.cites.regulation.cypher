// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Evidence)-[:CITES]->(:Regulation).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Evidence {id: row.source})
MATCH (t:Regulation {id: row.target})
MERGE (s)-[e:CITES]->(t)
SET e = row.properties
