// Question:   Which clocks run in each procedure, or for a norm alone?
// Parameters: none
// Columns:    owner, id, kind, n, n_max, unit, from_zh, from_en, word_zh, binds, case_en, basis, confidence, valid_from, valid_to, checked, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, evidence, revision
MATCH (p:Procedure|Obligation)-[e:HAS_CLOCK]->(d:Deadline)
RETURN p.id AS owner,
  d.id AS id,
  d.kind AS kind,
  d.n AS n,
  d.n_max AS n_max,
  d.unit AS unit,
  d.from_zh AS from_zh,
  d.from_en AS from_en,
  d.word_zh AS word_zh,
  d.binds AS binds,
  d.case_en AS case_en,
  d.basis AS basis,
  d.confidence AS confidence,
  d.valid_from AS valid_from,
  d.valid_to AS valid_to,
  d.checked AS checked,
  e.basis AS tie_basis,
  e.confidence AS tie_confidence,
  e.valid_from AS tie_valid_from,
  e.valid_to AS tie_valid_to,
  e.evidence AS evidence,
  d.revision AS revision
ORDER BY owner, id
