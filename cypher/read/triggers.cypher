// Question:   What does each trigger ask for, and which provisions say so?
// Parameters: none
// Columns:    id, gist_zh, gist_en, predicate, basis, confidence, valid_from, valid_to, provisions, revision
MATCH (t:Trigger)
OPTIONAL MATCH (t)-[:RESTS_ON]->(e:Evidence)
OPTIONAL MATCH (e)-[:CITES]->(c)
WITH t, collect(DISTINCT c.id) AS provisions
RETURN t.id AS id,
  t.gist_zh AS gist_zh,
  t.gist_en AS gist_en,
  t.predicate AS predicate,
  t.basis AS basis,
  t.confidence AS confidence,
  t.valid_from AS valid_from,
  t.valid_to AS valid_to,
  provisions,
  t.revision AS revision
ORDER BY id
