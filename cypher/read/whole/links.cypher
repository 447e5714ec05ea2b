// Question:   How do authorities, platforms and roles stand to each other and to the law: under, covering, operated by, defined in?
// Parameters: none
// Columns:    verb, id, to, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, evidence, revision
MATCH (n:Authority|Platform|Role)-[e:UNDER|COVERS|OPERATED_BY|DEFINED_IN]->(t)
RETURN type(e) AS verb,
  n.id AS id,
  t.id AS to,
  e.basis AS tie_basis,
  e.confidence AS tie_confidence,
  e.valid_from AS tie_valid_from,
  e.valid_to AS tie_valid_to,
  e.evidence AS evidence,
  e.revision AS revision
ORDER BY verb, id, to
