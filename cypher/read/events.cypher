// Question:   What happened, in order, narrowed by what it was, series, days and what it concerns?
// Parameters: kinds (list of event kinds, or null), series (text or null), about (id or null), since (date or null), on (date, or null for all days), bases (list of text)
// Columns:    id, happened
MATCH (n:Event)
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND ($series IS NULL OR n.series = $series)
  AND ($about IS NULL OR EXISTS { MATCH (n)-[:ABOUT]->(t) WHERE t.id = $about })
  AND coalesce(n.happened >= $since, true)
  AND coalesce(n.happened <= $on, true)
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id, n.happened AS happened
ORDER BY happened, id
