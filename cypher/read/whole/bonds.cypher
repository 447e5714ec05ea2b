// Question:   How is each norm tied: whom does it bind, when does it apply, what fulfils it, under which article does a breach fall?
// Parameters: none
// Columns:    verb, id, to, mode, imported_from, through, provisions, only_if_en, tie_basis, tie_confidence, tie_valid_from, tie_valid_to, evidence, revision
MATCH (o:Obligation)-[e:BINDS|APPLIES_WHEN|FULFILLED_BY|SANCTIONED_BY]->(t)
RETURN type(e) AS verb,
  o.id AS id,
  t.id AS to,
  e.mode AS mode,
  e.imported_from AS imported_from,
  e.through AS through,
  e.provisions AS provisions,
  e.only_if_en AS only_if_en,
  e.basis AS tie_basis,
  e.confidence AS tie_confidence,
  e.valid_from AS tie_valid_from,
  e.valid_to AS tie_valid_to,
  e.evidence AS evidence,
  e.revision AS revision
ORDER BY verb, id, to
