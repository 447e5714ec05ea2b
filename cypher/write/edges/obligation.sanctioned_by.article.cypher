// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Obligation)-[:SANCTIONED_BY]->(:Article).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Obligation {id: row.source})
MATCH (t:Article {id: row.target})
MERGE (s)-[e:SANCTIONED_BY]->(t)
SET e = row.properties
