// Question:   How are open points read, narrowed by the point, by what it concerns, and by whether this graph follows the reading?
// Parameters: question (id or null), about (id or null), taken (yes, no, or null), on (date, or null for all days), bases (list of text)
// Columns:    id
MATCH (n:Reading)
WHERE ($taken IS NULL OR n.taken = $taken)
  AND ($question IS NULL OR EXISTS { MATCH (n)-[:ANSWERS]->(q:Question) WHERE q.id = $question })
  AND ($about IS NULL OR EXISTS { MATCH (n)-[:ANSWERS]->(:Question)-[:ABOUT]->(t) WHERE t.id = $about })
  AND coalesce(n.held_since <= $on, true)
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id
ORDER BY id
