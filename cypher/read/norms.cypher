// Question:   Which norms are there, from when to when, whom do they bind, and under which condition?
// Parameters: bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    obligation, gist_zh, gist_en, norm, modality, kind, binding, to_authority, provision, regulation, regulation_title_zh, regulation_title_en, article, triggers, roles, basis, confidences, valid_froms, valid_tos, revision
// Norms of every day: those not yet, or no longer, in force are told as such.
MATCH (o:Obligation)-[w:APPLIES_WHEN]->(t:Trigger)
WHERE (o.binding OR $drafts)
  AND o.basis IN $bases
WITH o,
  collect(t.id) AS triggers,
  collect(w.confidence) AS confidences,
  collect(w.valid_from) AS valid_froms,
  collect(w.valid_to) AS valid_tos
OPTIONAL MATCH (o)-[:BINDS]->(r:Role)
WITH o, triggers, confidences, valid_froms, valid_tos, collect(r.id) AS roles
OPTIONAL MATCH (g:Regulation)-[:CONTAINS*0..1]->(m)-[:IMPOSES]->(o)
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
  triggers,
  roles,
  o.basis AS basis,
  [o.confidence] + confidences AS confidences,
  [o.valid_from] + valid_froms AS valid_froms,
  [o.valid_to] + valid_tos AS valid_tos,
  o.revision AS revision
ORDER BY obligation, regulation
