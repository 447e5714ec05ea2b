// Question:   Which filing platforms are there, narrowed by who runs them?
// Parameters: operator (id of an authority, or null), on (date, or null for all days), bases (list of text)
// Columns:    id
MATCH (n:Platform)
WHERE ($operator IS NULL OR EXISTS { MATCH (n)-[e:OPERATED_BY]->(a:Authority) WHERE a.id = $operator AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true) })
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id
ORDER BY id
