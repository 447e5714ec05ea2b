// Question:   When does a service have each role, and which provisions define it?
// Parameters: none
// Columns:    id, name_zh, name_en, kind, predicate, basis, confidence, provisions, revision
MATCH (r:Role)
OPTIONAL MATCH (r)-[:DEFINED_IN]->(a:Article)
WITH r, collect(a.id) AS provisions
RETURN r.id AS id,
  r.name_zh AS name_zh,
  r.name_en AS name_en,
  r.kind AS kind,
  r.predicate AS predicate,
  r.basis AS basis,
  r.confidence AS confidence,
  provisions,
  r.revision AS revision
ORDER BY id
