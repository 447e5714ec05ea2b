// Question:   Which authorities stand for this body: itself, and the collective terms that cover it?
// Parameters: authority (id), on (date, or null for all days), bases (list of text)
// Columns:    id
MATCH (a:Authority)-[cs:COVERS*0..3]->(b:Authority)
WHERE b.id = $authority
  AND all(x IN cs WHERE x.basis IN $bases AND coalesce(x.valid_from <= $on, true) AND coalesce(x.valid_to > $on, true))
RETURN DISTINCT a.id AS id
ORDER BY id
