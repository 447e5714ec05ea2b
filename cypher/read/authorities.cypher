// Question:   Which authorities are there, narrowed by what they are, level and line of administration?
// Parameters: kinds (list of authority kinds, or null), levels (list of levels, or null), systems (list of systems, or null), on (date, or null for all days), bases (list of text)
// Columns:    id
MATCH (n:Authority)
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND ($levels IS NULL OR n.level IN $levels)
  AND ($systems IS NULL OR n.system IN $systems)
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id
ORDER BY id
