// Question:   Which ways does each procedure go: to whom, through what?
// Parameters: none
// Columns:    procedure, id, kind, reason, role, alternative_group, authority_by, platform_by, place_en, note_en, basis, confidence, valid_from, valid_to, checked, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, authority, to_basis, to_confidence, to_valid_from, to_valid_to, platform, through_basis, through_confidence, through_valid_from, through_valid_to, evidence, revision
MATCH (p:Procedure)-[t:TAKES]->(r:Route)
OPTIONAL MATCH (r)-[l:LEADS_TO]->(a:Authority)
OPTIONAL MATCH (r)-[v:GOES_THROUGH]->(s:Platform)
RETURN p.id AS procedure,
  r.id AS id,
  r.kind AS kind,
  r.reason AS reason,
  r.role AS role,
  r.alternative_group AS alternative_group,
  r.authority_by AS authority_by,
  r.platform_by AS platform_by,
  r.place_en AS place_en,
  r.note_en AS note_en,
  r.basis AS basis,
  r.confidence AS confidence,
  r.valid_from AS valid_from,
  r.valid_to AS valid_to,
  r.checked AS checked,
  t.basis AS tie_basis,
  t.confidence AS tie_confidence,
  t.valid_from AS tie_valid_from,
  t.valid_to AS tie_valid_to,
  a.id AS authority,
  l.basis AS to_basis,
  l.confidence AS to_confidence,
  l.valid_from AS to_valid_from,
  l.valid_to AS to_valid_to,
  s.id AS platform,
  v.basis AS through_basis,
  v.confidence AS through_confidence,
  v.valid_from AS through_valid_from,
  v.valid_to AS through_valid_to,
  t.evidence + coalesce(l.evidence, []) + coalesce(v.evidence, []) AS evidence,
  r.revision AS revision
ORDER BY procedure, id, authority, platform
