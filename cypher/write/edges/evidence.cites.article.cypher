// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Evidence)-[:CITES]->(:Article).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Evidence {id: row.source})
MATCH (t:Article {id: row.target})
MERGE (s)-[e:CITES]->(t)
SET e = row.properties
