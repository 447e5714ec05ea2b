// Question:   Which norms are there, and which provision imposes each?
// Parameters: none
// Columns:    id, regulation, article, provision, zh, en, norm, modality, kind, binding, to_authority, basis, confidence, valid_from, valid_to, checked, evidence, revision
// With no step between, the instrument itself imposes the norm, and no article is held.
MATCH (o:Obligation)
OPTIONAL MATCH (g:Regulation)-[:CONTAINS*0..1]->(m)-[i:IMPOSES]->(o)
RETURN o.id AS id,
  g.id AS regulation,
  CASE WHEN m:Article THEN m.id END AS article,
  o.provision AS provision,
  o.gist_zh AS zh,
  o.gist_en AS en,
  o.norm AS norm,
  o.modality AS modality,
  o.kind AS kind,
  o.binding AS binding,
  o.to_authority AS to_authority,
  o.basis AS basis,
  o.confidence AS confidence,
  o.valid_from AS valid_from,
  o.valid_to AS valid_to,
  o.checked AS checked,
  coalesce(i.evidence, []) AS evidence,
  o.revision AS revision
ORDER BY id, regulation, article
