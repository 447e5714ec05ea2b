// Question:   How is each open point read, by whom, since when?
// Parameters: none
// Columns:    id, question, zh, en, held_by_en, held_since, taken, basis, confidence, valid_from, valid_to, checked, revision
MATCH (r:Reading)
OPTIONAL MATCH (r)-[:ANSWERS]->(q:Question)
RETURN r.id AS id,
  q.id AS question,
  r.gist_zh AS zh,
  r.gist_en AS en,
  r.held_by_en AS held_by_en,
  r.held_since AS held_since,
  r.taken AS taken,
  r.basis AS basis,
  r.confidence AS confidence,
  r.valid_from AS valid_from,
  r.valid_to AS valid_to,
  r.checked AS checked,
  r.revision AS revision
ORDER BY id, question
