// Question:   Which instruments are there, of what rank, and on which days did something happen to them?
// Parameters: none
// Columns:    id, zh, en, kind, binding, status, adopted, signed, published, published_precision, effective, amended, amendment_effective, repealed, comments_until, replaces, basis, confidence, valid_from, valid_to, checked, revision
MATCH (g:Regulation)
OPTIONAL MATCH (g)-[:SUPERSEDES]->(h:Regulation)
WITH g, h
ORDER BY g.id, h.id
RETURN g.id AS id,
  g.title_zh AS zh,
  g.title_en AS en,
  g.kind AS kind,
  g.binding AS binding,
  g.status AS status,
  g.adopted AS adopted,
  g.signed AS signed,
  g.published AS published,
  g.published_precision AS published_precision,
  g.effective AS effective,
  g.amended AS amended,
  g.amendment_effective AS amendment_effective,
  g.repealed AS repealed,
  g.comments_until AS comments_until,
  collect(h.id) AS replaces,
  g.basis AS basis,
  g.confidence AS confidence,
  g.valid_from AS valid_from,
  g.valid_to AS valid_to,
  g.checked AS checked,
  g.revision AS revision
ORDER BY id
