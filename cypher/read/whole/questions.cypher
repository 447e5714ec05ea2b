// Question:   Which points are open, and about what?
// Parameters: none
// Columns:    id, zh, en, kind, about, basis, confidence, valid_from, valid_to, checked, revision
MATCH (q:Question)
OPTIONAL MATCH (q)-[:ABOUT]->(t)
WITH q, t
ORDER BY q.id, t.id
RETURN q.id AS id,
  q.point_zh AS zh,
  q.point_en AS en,
  q.kind AS kind,
  collect(t.id) AS about,
  q.basis AS basis,
  q.confidence AS confidence,
  q.valid_from AS valid_from,
  q.valid_to AS valid_to,
  q.checked AS checked,
  q.revision AS revision
ORDER BY id
