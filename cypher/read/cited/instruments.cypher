// Question:   Which instruments are there, by which titles are they cited, and on which days do they hold?
// Parameters: none
// Columns:    id, title_zh, aliases, kind, status, adopted, published, effective, amended, amendment_effective, repealed, article_count, valid_from, valid_to, superseded_by, revision
MATCH (g:Regulation)
OPTIONAL MATCH (h:Regulation)-[:SUPERSEDES]->(g)
WITH g, h
ORDER BY g.id, h.id
RETURN g.id AS id,
  g.title_zh AS title_zh,
  g.aliases AS aliases,
  g.kind AS kind,
  g.status AS status,
  g.adopted AS adopted,
  g.published AS published,
  g.effective AS effective,
  g.amended AS amended,
  g.amendment_effective AS amendment_effective,
  g.repealed AS repealed,
  g.article_count AS article_count,
  g.valid_from AS valid_from,
  g.valid_to AS valid_to,
  collect(h.id) AS superseded_by,
  g.revision AS revision
ORDER BY id
