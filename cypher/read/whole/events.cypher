// Question:   What happened, when, and what did it concern?
// Parameters: none
// Columns:    id, zh, en, kind, happened, precision, about, basis, confidence, valid_from, valid_to, checked, revision
MATCH (v:Event)
OPTIONAL MATCH (v)-[:ABOUT]->(t)
WITH v, t
ORDER BY v.id, t.id
RETURN v.id AS id,
  v.gist_zh AS zh,
  v.gist_en AS en,
  v.kind AS kind,
  v.happened AS happened,
  v.precision AS precision,
  collect(t.id) AS about,
  v.basis AS basis,
  v.confidence AS confidence,
  v.valid_from AS valid_from,
  v.valid_to AS valid_to,
  v.checked AS checked,
  v.revision AS revision
ORDER BY id
