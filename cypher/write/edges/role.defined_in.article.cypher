// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Role)-[:DEFINED_IN]->(:Article).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Role {id: row.source})
MATCH (t:Article {id: row.target})
MERGE (s)-[e:DEFINED_IN]->(t)
SET e = row.properties
