// Question:   What must be done before what?
// Parameters: none
// Columns:    id, later, zh, en, basis, confidence, valid_from, valid_to, checked, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, evidence, revision
MATCH (a:Procedure|Document)-[e:PRECEDES]->(b)
RETURN a.id AS id,
  b.id AS later,
  b.name_zh AS zh,
  b.name_en AS en,
  b.basis AS basis,
  b.confidence AS confidence,
  b.valid_from AS valid_from,
  b.valid_to AS valid_to,
  b.checked AS checked,
  e.basis AS tie_basis,
  e.confidence AS tie_confidence,
  e.valid_from AS tie_valid_from,
  e.valid_to AS tie_valid_to,
  e.evidence AS evidence,
  e.revision AS revision
ORDER BY id, later
