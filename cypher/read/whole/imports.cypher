// Question:   Which provision takes over what another orders?
// Parameters: none
// Columns:    id, regulation, article, takes, mode, what_en, basis, confidence, valid_from, valid_to, evidence, revision
MATCH (g:Regulation)-[:CONTAINS]->(a:Article)-[:HAS_CLAUSE*0..1]->(c)-[e:IMPORTS]->(t)
RETURN c.id AS id,
  g.id AS regulation,
  a.id AS article,
  t.id AS takes,
  e.mode AS mode,
  e.what_en AS what_en,
  e.basis AS basis,
  e.confidence AS confidence,
  e.valid_from AS valid_from,
  e.valid_to AS valid_to,
  e.evidence AS evidence,
  e.revision AS revision
ORDER BY id, takes
