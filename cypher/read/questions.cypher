// Question:   Which points are open or disputed, narrowed by why and by what they concern?
// Parameters: kinds (list of question kinds, or null), about (id or null), on (date, or null for all days), bases (list of text)
// Columns:    id
MATCH (n:Question)
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND ($about IS NULL OR EXISTS { MATCH (n)-[:ABOUT]->(t) WHERE t.id = $about })
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id
ORDER BY id
