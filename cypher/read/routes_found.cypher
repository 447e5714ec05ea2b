// Question:   Which obligations go which way, narrowed by regulation, subject, authority and platform?
// Parameters: ids (list of obligation ids, or null), regulation (id or null), kinds (list of obligation kinds, or null), to_authority (yes, no, or null), authorities (list of ids, or null), platform (id or null), on (date, or null for all days), bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    obligation, procedure, route
// The rows are those of read/routes, in its order.
MATCH (o:Obligation)
WHERE ($ids IS NULL OR o.id IN $ids)
  AND ($kinds IS NULL OR o.kind IN $kinds)
  AND ($to_authority IS NULL OR o.to_authority = $to_authority)
  AND ($regulation IS NULL OR EXISTS { MATCH (g:Regulation)-[:CONTAINS*0..1]->()-[:IMPOSES]->(o) WHERE g.id = $regulation })
  AND (o.binding OR $drafts)
  AND o.basis IN $bases AND coalesce(o.valid_from <= $on, true) AND coalesce(o.valid_to > $on, true)
OPTIONAL MATCH (o)-[f:FULFILLED_BY]->(p:Procedure)
WHERE f.basis IN $bases AND coalesce(f.valid_from <= $on, true) AND coalesce(f.valid_to > $on, true)
  AND p.basis IN $bases AND coalesce(p.valid_from <= $on, true) AND coalesce(p.valid_to > $on, true)
OPTIONAL MATCH (p)-[t:TAKES]->(r:Route)
WHERE t.basis IN $bases AND coalesce(t.valid_from <= $on, true) AND coalesce(t.valid_to > $on, true)
  AND r.basis IN $bases AND coalesce(r.valid_from <= $on, true) AND coalesce(r.valid_to > $on, true)
OPTIONAL MATCH (r)-[l:LEADS_TO]->(a:Authority)
WHERE l.basis IN $bases AND coalesce(l.valid_from <= $on, true) AND coalesce(l.valid_to > $on, true)
  AND a.basis IN $bases AND coalesce(a.valid_from <= $on, true) AND coalesce(a.valid_to > $on, true)
OPTIONAL MATCH (r)-[v:GOES_THROUGH]->(s:Platform)
WHERE v.basis IN $bases AND coalesce(v.valid_from <= $on, true) AND coalesce(v.valid_to > $on, true)
  AND s.basis IN $bases AND coalesce(s.valid_from <= $on, true) AND coalesce(s.valid_to > $on, true)
WITH o, p, r, a, s
WHERE ($platform IS NULL OR s.id = $platform)
  AND ($authorities IS NULL OR a.id IN $authorities)
RETURN o.id AS obligation, p.id AS procedure, r.id AS route
ORDER BY obligation, procedure, route
