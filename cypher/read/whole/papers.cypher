// Question:   Which documents are handed in, shown or issued in each procedure, or for a norm alone?
// Parameters: none
// Columns:    owner, id, zh, en, kind, position, open_list, to_en, basis, confidence, valid_from, valid_to, checked, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, evidence, revision
MATCH (p:Procedure|Obligation)-[e:REQUIRES]->(d:Document)
RETURN p.id AS owner,
  d.id AS id,
  d.name_zh AS zh,
  d.name_en AS en,
  d.kind AS kind,
  e.position AS position,
  e.open_list AS open_list,
  e.to_en AS to_en,
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
