// Question:   Which readings answer a point of which some reading decides whether a norm applies?
// Parameters: bases (list of text)
// Columns:    id, question, point_zh, point_en, gist_zh, gist_en, held_by_en, held_since, taken, basis, confidence, valid_from, valid_to, predicate, settles, narrows, revision
// A reading without predicate answers the same point and leaves it open.
MATCH (r:Reading)-[:ANSWERS]->(q:Question)
WHERE EXISTS { MATCH (d:Reading)-[:ANSWERS]->(q) WHERE d.predicate IS NOT NULL }
  AND r.basis IN $bases
OPTIONAL MATCH (r)-[:SETTLES]->(f:ProfileFact)
WITH r, q, collect(f.id) AS settles
OPTIONAL MATCH (r)-[:NARROWS]->(t:Trigger)
WITH r, q, settles, collect(t.id) AS narrows
RETURN r.id AS id,
  q.id AS question,
  q.point_zh AS point_zh,
  q.point_en AS point_en,
  r.gist_zh AS gist_zh,
  r.gist_en AS gist_en,
  r.held_by_en AS held_by_en,
  r.held_since AS held_since,
  r.taken AS taken,
  r.basis AS basis,
  r.confidence AS confidence,
  r.valid_from AS valid_from,
  r.valid_to AS valid_to,
  r.predicate AS predicate,
  settles,
  narrows,
  r.revision AS revision
ORDER BY question, id
