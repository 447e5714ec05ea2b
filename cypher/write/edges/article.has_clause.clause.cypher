// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write edges (:Article)-[:HAS_CLAUSE]->(:Clause).
// Parameters: rows (list of maps: source, target, properties)
// Columns:    none
UNWIND $rows AS row
MATCH (s:Article {id: row.source})
MATCH (t:Clause {id: row.target})
MERGE (s)-[e:HAS_CLAUSE]->(t)
SET e = row.properties
