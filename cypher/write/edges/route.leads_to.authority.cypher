// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Route)-[:LEADS_TO]->(:Authority).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Route {id: row.source})
MATCH (t:Authority {id: row.target})
MERGE (s)-[e:LEADS_TO]->(t)
SET e = row.properties
