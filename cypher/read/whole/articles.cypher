// Question:   Which articles does each instrument contain?
// Parameters: none
// Columns:    id, regulation, number, position, kind, zh, en, basis, confidence, valid_from, valid_to, checked, revision
MATCH (g:Regulation)-[:CONTAINS]->(a:Article)
RETURN a.id AS id,
  g.id AS regulation,
  a.number AS number,
  a.position AS position,
  a.kind AS kind,
  a.gist_zh AS zh,
  a.gist_en AS en,
  a.basis AS basis,
  a.confidence AS confidence,
  a.valid_from AS valid_from,
  a.valid_to AS valid_to,
  a.checked AS checked,
  a.revision AS revision
ORDER BY id, regulation
