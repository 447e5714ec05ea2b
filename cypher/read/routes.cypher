// Question:   By which procedure and route does each obligation go to which authority, through which platform?
// Parameters: ids (list of obligation ids), on (date, or null for all days), bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    obligation, gist_zh, gist_en, norm, modality, kind, binding, to_authority, provision, regulation, regulation_title_zh, regulation_title_en, article, article_number, procedure, procedure_name_zh, procedure_name_en, procedure_kind, mode, imported_from, through, route, route_kind, reason, role, alternative_group, authority_by, platform_by, place_en, authority, authority_name_zh, authority_name_en, authority_level, authority_kind, authority_system, platform, platform_name_zh, platform_name_en, bases, confidences, valid_froms, valid_tos, named_confidences, evidence, revision
// An obligation without procedure, route, authority or platform keeps its row: what is missing is null. The lists hold one
// entry for each link of the chain; regulation, article, authority and platform are named by the chain, not part of it.
MATCH (o:Obligation)
WHERE o.id IN $ids
  AND (o.binding OR $drafts)
  AND o.basis IN $bases AND coalesce(o.valid_from <= $on, true) AND coalesce(o.valid_to > $on, true)
OPTIONAL MATCH (g:Regulation)-[:CONTAINS*0..1]->(m)-[i:IMPOSES]->(o)
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
RETURN o.id AS obligation,
  o.gist_zh AS gist_zh,
  o.gist_en AS gist_en,
  o.norm AS norm,
  o.modality AS modality,
  o.kind AS kind,
  o.binding AS binding,
  o.to_authority AS to_authority,
  o.provision AS provision,
  g.id AS regulation,
  g.title_zh AS regulation_title_zh,
  g.title_en AS regulation_title_en,
  CASE WHEN m:Article THEN m.id END AS article,
  CASE WHEN m:Article THEN m.number END AS article_number,
  p.id AS procedure,
  p.name_zh AS procedure_name_zh,
  p.name_en AS procedure_name_en,
  p.kind AS procedure_kind,
  f.mode AS mode,
  f.imported_from AS imported_from,
  f.through AS through,
  r.id AS route,
  r.kind AS route_kind,
  r.reason AS reason,
  r.role AS role,
  r.alternative_group AS alternative_group,
  r.authority_by AS authority_by,
  r.platform_by AS platform_by,
  r.place_en AS place_en,
  a.id AS authority,
  a.name_zh AS authority_name_zh,
  a.name_en AS authority_name_en,
  a.level AS authority_level,
  a.kind AS authority_kind,
  a.system AS authority_system,
  s.id AS platform,
  s.name_zh AS platform_name_zh,
  s.name_en AS platform_name_en,
  [o.basis, f.basis, p.basis, t.basis, r.basis, l.basis, v.basis] AS bases,
  [o.confidence, f.confidence, p.confidence, t.confidence, r.confidence, l.confidence, v.confidence] AS confidences,
  [o.valid_from, f.valid_from, p.valid_from, t.valid_from, r.valid_from, l.valid_from, v.valid_from] AS valid_froms,
  [o.valid_to, f.valid_to, p.valid_to, t.valid_to, r.valid_to, l.valid_to, v.valid_to] AS valid_tos,
  [g.confidence, m.confidence, a.confidence, s.confidence] AS named_confidences,
  coalesce(i.evidence, []) + coalesce(f.evidence, []) + coalesce(t.evidence, []) + coalesce(l.evidence, []) + coalesce(v.evidence, []) AS evidence,
  o.revision AS revision
ORDER BY obligation, procedure, route, authority, platform, regulation, article
