// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Route)-[:GOES_THROUGH]->(:Platform).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Route {id: row.source})
MATCH (t:Platform {id: row.target})
MERGE (s)-[e:GOES_THROUGH]->(t)
SET e = row.properties
