// Question:   Which filing, assessment and other procedures are there, narrowed by kind?
// Parameters: kinds (list of procedure kinds, or null), on (date, or null for all days), bases (list of text)
// Columns:    id
MATCH (n:Procedure)
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id
ORDER BY id
