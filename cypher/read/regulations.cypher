// Question:   Which instruments are there, narrowed by kind, status and issuer?
// Parameters: kinds (list of regulation kinds, or null), statuses (list of statuses, or null), issuer (id of an authority, or null), on (date, or null for all days), bases (list of text), drafts (whether drafts are seen)
// Columns:    id
MATCH (n:Regulation)
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND ($statuses IS NULL OR n.status IN $statuses)
  AND ($issuer IS NULL OR EXISTS { MATCH (n)-[e:ISSUED_BY]->(a:Authority) WHERE a.id = $issuer AND e.basis IN $bases })
  AND (n.kind <> 'draft' OR $drafts)
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id
ORDER BY id
