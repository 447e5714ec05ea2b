// Question:   Which obligations are there, narrowed by regulation, role, norm and subject?
// Parameters: regulation (id or null), bound (id of a role or authority, or null), kinds (list of obligation kinds, or null), norms (list of norms, or null), modalities (list of modalities, or null), to_authority (yes, no, or null), on (date, or null for all days), bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    id
MATCH (n:Obligation)
WHERE ($kinds IS NULL OR n.kind IN $kinds)
  AND ($norms IS NULL OR n.norm IN $norms)
  AND ($modalities IS NULL OR n.modality IN $modalities)
  AND ($to_authority IS NULL OR n.to_authority = $to_authority)
  AND ($regulation IS NULL OR EXISTS { MATCH (g:Regulation)-[:CONTAINS*0..1]->()-[:IMPOSES]->(n) WHERE g.id = $regulation })
  AND ($bound IS NULL OR EXISTS { MATCH (n)-[e:BINDS]->(b) WHERE b.id = $bound AND e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true) })
  AND (n.binding OR $drafts)
  AND n.basis IN $bases AND coalesce(n.valid_from <= $on, true) AND coalesce(n.valid_to > $on, true)
RETURN n.id AS id
ORDER BY id
