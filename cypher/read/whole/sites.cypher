// Question:   At which addresses was each platform found, and when for sure?
// Parameters: none
// Columns:    platform, id, url, sure_from, sure_to, basis, confidence, valid_from, valid_to, checked, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, evidence, revision
MATCH (p:Platform)-[e:SERVED_AT]->(s:Site)
RETURN p.id AS platform,
  s.id AS id,
  s.url AS url,
  s.sure_from AS sure_from,
  s.sure_to AS sure_to,
  s.basis AS basis,
  s.confidence AS confidence,
  s.valid_from AS valid_from,
  s.valid_to AS valid_to,
  s.checked AS checked,
  e.basis AS tie_basis,
  e.confidence AS tie_confidence,
  e.valid_from AS tie_valid_from,
  e.valid_to AS tie_valid_to,
  e.evidence AS evidence,
  s.revision AS revision
ORDER BY platform, id
